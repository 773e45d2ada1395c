import Knowledge
import Model
import TextMatching

extension PostReader {
  func statusOfNoun(_ site: TriggerSite, _ clauses: Clauses, _ reasons: inout Reasons) -> Status {
    statusOfPhrase(site.unit, clauses, &reasons, depth: 0)
  }

  /// What adjectives, governing nouns and verbs tell of a noun phrase.
  func statusOfPhrase(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status {
    guard depth < 6 else { return .actual }
    let units = clauses.units
    let phrase = units[unit]
    for index in phrase.first..<phrase.head where mentionAt[index] < 0 {
      if let told = lexicon.adjectiveCues[word(index)] {
        reasons.append((index, why("'\(text(of: index))'")))
        return told
      }
      if word(index) == lexicon.words.no {
        reasons.append((index, "'no'"))
        return .negated
      }
    }
    // The first unit of the phrase with its owners.
    var first = unit
    while first > 0,
      units[first - 1].kind == .nounPhrase && units[first - 1].isPossessor || units[first - 1].kind == .time
    { first -= 1 }
    if let joined = firstOfList(endingAt: unit, first, clauses) { first = joined }
    guard first > 0 else { return statusByVerb(of: unit, clauses, &reasons, depth: depth) }
    // "Ruled out a ban": the verb before its particle.
    if first > 1, units[first - 1].kind == .preposition,
      reads(units[first - 1].head, "out", "off", "down", "up"),
      units[first - 2].kind == .verb
    {
      first -= 1
    }
    switch units[first - 1].kind {
    case .verb:
      let governor = first - 1
      // "Now face a travel ban": what has come.
      if has(units[governor].head, .facing), reads(units[governor].head - 1, "now", "already") {
        return statusOfVerb(governor, clauses, &reasons, depth: depth + 1)
      }
      if let told = cue(ofVerb: governor, clauses), told != .actual {
        reasons.append((units[governor].head, why("'\(text(of: units[governor].head))'")))
        let outer = statusOfVerb(governor, clauses, &reasons, depth: depth + 1)
        // "Has not ruled out a ban".
        return told == .negated && outer == .negated && isDenial(governor, clauses)
          ? .possible : apply(told, governor: outer)
      }
      let status = statusOfVerb(governor, clauses, &reasons, depth: depth + 1)
      // "This is not an indictment", "would be a violation": what the copula says of the noun.
      if units[governor].verb.isAuxiliary, has(units[governor].head, .be) { return status }
      // A verb may be about an act that is done anyway: "will enforce the designation".
      return isHappening(governor, clauses) ? status : .actual
    case .preposition:
      // "May soon be under sanctions", "is not on the blacklist": what is told of who bears them.
      if let bearing = bearingVerb(of: unit, clauses) {
        return statusOfVerb(bearing, clauses, &reasons, depth: depth + 1)
      }
      let preposition = units[first - 1].head
      for cue in cues(in: clauses.range) where cue.last == preposition + 1 {
        if let told = cue.status, told == .negated || cue.last - cue.first > 1 {
          reasons.append((cue.first, why("cue '\(self.phrase(cue.first, cue.last))'")))
          return told
        }
      }
      // "paid, in violation of X": told like the verb that it goes with.
      if has(phrase.head, .nounBreach), word(preposition) == lexicon.words.in,
        let verb = verbGoverning(first, clauses)
      {
        return statusOfVerb(verb, clauses, &reasons, depth: depth + 1)
      }
      var at = first - 2
      while at >= 0, units[at].kind == .preposition { at -= 1 }
      guard at >= 0 else { return .actual }
      // "A fresh batch of sanctions is expected": what is told of the batch.
      if word(preposition) == lexicon.words.of, units[at].kind == .nounPhrase, mentionAt[units[at].head] < 0,
        has(units[at].head, .quantity) || has(units[at].head, .package)
      {
        return statusOfPhrase(at, clauses, &reasons, depth: depth + 1)
      }
      // "Charged X with violations of the Act": the charge stands before who is charged.
      if has(phrase.head, .nounBreach), units[at].kind == .nounPhrase,
        case let verb = (listEnding(before: at + 1, clauses).first.map { clauses.unit(at: $0.first) } ?? at)
          - 1,
        verb >= 0, units[verb].kind == .verb, let told = cue(ofVerb: verb, clauses), told == .possible
      {
        reasons.append((units[verb].head, why("'\(text(of: units[verb].head))'")))
        return apply(told, governor: statusOfVerb(verb, clauses, &reasons, depth: depth + 1))
      }
      // "Did not reach agreement on the listing of X".
      if at > 0, units[at].kind == .nounPhrase, reads(units[at].head, "agreement", "consensus", "decision"),
        units[at - 1].kind == .verb, statusOfGroup(at - 1, clauses, &reasons) == .negated
      {
        return .negated
      }
      if units[at].kind == .nounPhrase, mentionAt[units[at].head] < 0,
        let told = lexicon.nounCues[word(units[at].head)]
      {
        reasons.append((units[at].head, why("noun '\(text(of: units[at].head))'")))
        return apply(told, governor: statusOfPhrase(at, clauses, &reasons, depth: depth + 1))
      }
      // "Was unable to agree on the listing of X", "will decide on the listing of X".
      if units[at].kind == .verb, reads(preposition, "on"),
        reads(units[at].head, "agree", "agreed", "decide", "decided", "vote", "voted")
      {
        let told = statusOfVerb(at, clauses, &reasons, depth: depth + 1)
        if told != .actual { return told }
      }
      if units[at].kind == .verb, let told = cue(ofVerb: at, clauses), told != .actual {
        reasons.append((units[at].head, why("'\(text(of: units[at].head))'")))
        return apply(told, governor: statusOfVerb(at, clauses, &reasons, depth: depth + 1))
      }
      return .actual
    default: return statusByVerb(of: unit, clauses, &reasons, depth: depth)
    }
  }

  /// "Called for an embargo and an asset freeze", "for an embargo and for an asset freeze": the first unit of what stands
  /// with a phrase behind one verb.
  private func firstOfList(endingAt unit: Int, _ first: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard first > 2 else { return nil }
    if units[first - 1].kind == .conjunction, units[first - 2].kind == .nounPhrase,
      let other = listEnding(before: first - 1, clauses).first
    {
      return clauses.unit(at: other.first)
    }
    guard units[first - 1].kind == .preposition, units[first - 2].kind == .conjunction,
      units[first - 3].kind == .nounPhrase, let other = listEnding(before: first - 2, clauses).first,
      case let start = clauses.unit(at: other.first), start > 0, units[start - 1].kind == .preposition,
      word(units[start - 1].head) == word(units[first - 1].head)
    else { return nil }
    return start
  }

  /// The verb that a phrase behind a preposition goes with; behind a comma not that of a relative clause: "paid for
  /// cargoes that had left Umbar, in violation of the Act".
  private func verbGoverning(_ first: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var end = first
    if first > 1, units[first - 2].kind == .comma,
      let relative = units[..<(first - 2)].lastIndex(where: { $0.kind == .relative || $0.kind == .comma }),
      units[relative].kind == .relative
    {
      end = relative
    }
    return units[..<end].lastIndex { $0.kind == .verb && !$0.verb.isAuxiliary }
  }

  /// Whether a verb only tells that something takes place: "came", "followed", "is".
  private func isHappening(_ verb: Int, _ clauses: Clauses) -> Bool { cue(ofVerb: verb, clauses) == .actual }

  /// The verb whose subject a noun is: "the designation was rejected", "a ban may follow".
  private func statusByVerb(of unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status
  {
    let units = clauses.units
    guard let item = filler(at: unit, clauses) else { return .actual }
    var at = item.next
    var steps = 0
    while at < units.count, steps < 8,
      units[at].kind == .time || units[at].kind == .preposition || units[at].kind == .nounPhrase
        || units[at].kind == .verb && units[at].verb.isInfinitive
    {
      at += 1
      steps += 1
    }
    guard at < units.count, units[at].kind == .verb, !isReduced(at, clauses) else { return .actual }
    let group = units[at].verb
    if group.isAuxiliary {
      if let told = adjectiveAfter(at, clauses) {
        reasons.append((told.token, why("'\(text(of: told.token))'")))
        return apply(told.status, governor: group.isNegated ? .negated : .actual)
      }
      return .actual
    }
    if group.isPassive, let told = cue(ofVerb: at, clauses) {
      // "Could not be ruled out": what is not refused may still come.
      if told == .negated, statusOfGroup(at, clauses, &reasons) == .negated { return .possible }
      if told != .actual { reasons.append((units[at].head, why("'\(text(of: units[at].head))'"))) }
      return apply(told, governor: statusOfGroup(at, clauses, &reasons))
    }
    if cue(ofVerb: at, clauses) == .actual { return statusOfGroup(at, clauses, &reasons) }
    // "A proposal to list X did not gather unanimity".
    if group.isNegated,
      reads(units[at].head, "gather", "win", "find", "get", "receive", "secure", "attract", "garner")
    {
      reasons.append((units[at].first, "negation"))
      return .negated
    }
    return .actual
  }
}
