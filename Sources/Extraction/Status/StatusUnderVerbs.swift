import Knowledge
import Model
import TextMatching

extension PostReader {
  /// What a verb makes of the infinitive, gerund or clause that it governs.
  func statusUnder(
    verb unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int, isInfinitive: Bool
  ) -> Status {
    let group = clauses.units[unit].verb
    let head = clauses.units[unit].head
    if group.isAuxiliary {
      // "is likely to", "is expected to": the adjective behind the copula; "has to".
      if let told = adjectiveAfter(unit, clauses) {
        reasons.append((told.token, why("'\(text(of: told.token))'")))
        return apply(told.status, governor: statusOfBeing(group))
      }
      // "Had to admit": what one had to do one did.
      if isInfinitive, reads(head, "had") { return statusOfVerb(unit, clauses, &reasons, depth: depth + 1) }
      // "If the Senate were ever to pass it".
      if isInfinitive {
        return has(head, .have)
          ? .possible : combine(statusOfVerb(unit, clauses, &reasons, depth: depth + 1), .planned)
      }
      return statusOfVerb(unit, clauses, &reasons, depth: depth + 1)
    }
    if let told = cue(ofVerb: unit, clauses) {
      if told != .actual { reasons.append((head, why("'\(text(of: head))'"))) }
      let governor = statusOfVerb(unit, clauses, &reasons, depth: depth + 1)
      // "Could not rule out that X was fired": what is not denied may be; "did not fail to list X" was done.
      if told == .negated, governor == .negated, isDenial(unit, clauses) { return .possible }
      return apply(told, governor: governor)
    }
    if let told = lexicon.adjectiveCues[word(head)] {
      reasons.append((head, why("'\(text(of: head))'")))
      return apply(told, governor: group.isNegated ? .negated : .actual)
    }
    // "Will not hesitate to sanction X" is a threat and no plan; "did not hesitate to" is done.
    if isInfinitive, isDenial(unit, clauses) {
      let told = statusOfVerb(unit, clauses, &reasons, depth: depth + 1)
      return told == .planned ? .possible : told
    }
    if !isInfinitive || takesTime(unit, clauses) || isSettling(head) {
      return statusOfVerb(unit, clauses, &reasons, depth: depth + 1)
    }
    // An aim is not told as done.
    return combine(.possible, statusOfVerb(unit, clauses, &reasons, depth: depth + 1))
  }

  /// Whether a verb is one whose denial leaves things open: "did not rule out", "will not hesitate".
  func isDenial(_ unit: Int, _ clauses: Clauses) -> Bool {
    let lemma = clauses.units[unit].verb.lemma
    return lemma >= 0
      && ["rule", "exclude", "discount", "hesitate", "deny"].contains(lexicon.verbs[lemma].lemma)
  }

  /// Whether somebody is, is not or only would be what an adjective tells: "would be ready to lift" is no plan.
  func statusOfBeing(_ group: VerbGroup) -> Status {
    if group.isNegated { return .negated }
    return reads(group.modal, "would", "could", "might") ? .possible : .actual
  }

  /// "Paid $3 million to settle the charges": who pays has settled; "pleaded guilty to conspiring to violate it".
  private func isSettling(_ verb: Int) -> Bool {
    let lemma = lexicon.verbForm(word(verb)).lemma
    return lemma >= 0 && ["pay", "conspire"].contains(lexicon.verbs[Int(lemma)].lemma)
  }

  /// "Took almost a year to sanction them": what took its time was done.
  private func takesTime(_ unit: Int, _ clauses: Clauses) -> Bool {
    let next = unit + 1
    // "Waited until March 11 to block it".
    if reads(clauses.units[unit].head, "waited"), next + 1 < clauses.units.count,
      clauses.units[next].kind == .preposition, clauses.units[next + 1].kind == .time
    {
      return true
    }
    // "It took the committee until July to list her".
    if has(clauses.units[unit].head, .lasting), next + 2 < clauses.units.count,
      clauses.units[next].kind == .nounPhrase, clauses.units[next + 1].kind == .preposition,
      word(clauses.units[next + 1].head) == lexicon.words.until, clauses.units[next + 2].kind == .time
    {
      return true
    }
    return next < clauses.units.count && has(clauses.units[unit].head, .lasting)
      && clauses.units[next].kind == .nounPhrase && has(clauses.units[next].head, .unit)
  }

  /// The cue that a verb is, the longest phrase first.
  func cue(ofVerb unit: Int, _ clauses: Clauses) -> Status? {
    let group = clauses.units[unit].verb
    guard group.lemma >= 0 else { return nil }
    let head = clauses.units[unit].head
    if group.isPassive || group.isBare && isReduced(unit, clauses),
      let told = lexicon.adjectiveCues[word(head)]
    {
      return told
    }
    for (rest, told) in lexicon.verbs[group.lemma].cues {
      if follows(rest, head) { return told }
    }
    return nil
  }

  /// The adjective behind a copula, as long as nothing but adverbs stands between.
  func adjectiveAfter(_ unit: Int, _ clauses: Clauses) -> (token: Int, status: Status)? {
    var at = clauses.units[unit].last
    while at < clauses.range.upperBound, at < clauses.units[unit].last + 4 {
      if let told = lexicon.adjectiveCues[word(at)], mentionAt[at] < 0 { return (at, told) }
      at += 1
    }
    return nil
  }

  func adjective(endingAt end: Int, from first: Int) -> Status? {
    for index in (first..<end).reversed() where mentionAt[index] < 0 {
      if let told = lexicon.adjectiveCues[word(index)] { return told }
    }
    return nil
  }
}
