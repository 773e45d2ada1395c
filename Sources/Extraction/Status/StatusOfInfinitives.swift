import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "the first to announce", "the only bank to be designated": told as done.
  private func isSuperlative(_ unit: Int, _ clauses: Clauses) -> Bool {
    var at = clauses.units[unit].first - 1
    while at >= clauses.range.lowerBound {
      if mentionAt[at] < 0 {
        let owner = clauses.unit(at: at)
        if owner >= 0, clauses.units[owner].kind == .verb || clauses.units[owner].kind == .subordinator {
          return false
        }
        if has(at - 1, .article) || has(at - 1, .possessivePronoun),
          has(at, .ordinal) || word(at) == lexicon.words.last || reads(at, "only", "latest")
        {
          return true
        }
      }
      at -= 1
    }
    return false
  }

  /// "Is one of only three countries to be declared a concern": a member of those to whom it was done.
  private func isOneOf(_ unit: Int, _ clauses: Clauses) -> Bool {
    let start = clauses.range.lowerBound
    guard unit > 0, clauses.units[unit - 1].kind == .nounPhrase,
      let one = (start..<clauses.units[unit].first).last(where: {
        reads($0, "one") && word($0 + 1) == lexicon.words.of
      })
    else { return false }
    let owner = clauses.unit(at: one)
    return owner >= 0 && !clauses.units[owner..<unit].contains { $0.kind == .verb || $0.kind == .comma }
  }

  /// ", only to lift the embargo six months later": what came of it.
  private func isOutcome(_ unit: Int, _ clauses: Clauses) -> Bool {
    let first = clauses.units[unit].first
    return unit > 0 && reads(first - 1, "only") && word(first - 2) == Mark.comma
  }

  /// Whether a phrase is how long something took: "took the Council a year", "took most of a week".
  private func takesTime(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard isUnit(units[unit].head) || reads(units[unit].head, "days"),
      let verb = units[..<unit].lastIndex(where: { $0.kind == .verb }), unit - verb <= 4
    else { return false }
    return reads(units[verb].head, "took", "taken", "needed")
  }

  /// Of "to designate": what governs it.
  func statusFromGovernor(of unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int)
    -> Status
  {
    let units = clauses.units
    // "Were the United States to sanction it, …".
    if let inverted = invertedCondition(unit, clauses) {
      reasons.append((units[inverted].head, why("'\(text(of: units[inverted].head))' before its subject")))
      return .possible
    }
    if isSuperlative(unit, clauses) || isOutcome(unit, clauses) || isOneOf(unit, clauses) { return .actual }
    // Phrases that end right before: "about to", "has yet to", "in order to".
    let first = units[unit].first
    for cue in cues(in: clauses.range) where cue.last == first + 1 || cue.last == first {
      guard let told = cue.status, cue.last - cue.first > 1 || cue.last == first else { continue }
      // "Proposed to name X": the verb, not the adjective of "the proposed rule".
      if unit > 0, units[unit - 1].kind == .verb, units[unit - 1].head == cue.first,
        !units[unit - 1].verb.isPassive,
        self.cue(ofVerb: unit - 1, clauses) != nil
      {
        continue
      }
      reasons.append((cue.first, why("cue '\(phrase(cue.first, cue.last))'")))
      return told
    }
    var at = unit - 1
    governor: while at >= 0 {
      switch units[at].kind {
      case .time, .open, .close: at -= 1
      case .preposition: at -= 1
      case .verb:
        // "Was found to have violated it": what was established has happened.
        if units[unit].verb.hasHave, units[at].verb.isPassive || units[at].verb.isBare,
          has(units[at].head, .establishing)
        {
          return statusOfVerb(at, clauses, &reasons, depth: depth + 1)
        }
        return statusUnder(verb: at, clauses, &reasons, depth: depth, isInfinitive: true)
      case .nounPhrase:
        let head = units[at].head
        // "Took most of a week to bar the ship": it is done.
        if takesTime(at, clauses) { return .actual }
        // "Used its authority to sanction X": who uses a power acts.
        if at > 0, units[at - 1].kind == .verb, has(units[at - 1].head, .using) {
          return statusUnder(verb: at - 1, clauses, &reasons, depth: depth, isInfinitive: true)
        }
        if mentionAt[head] < 0, let told = lexicon.nounCues[word(head)] {
          reasons.append((head, why("noun '\(text(of: head))'")))
          // "A bid to blacklist X failed".
          if told == .possible, let end = units[(unit + 1)...].first(where: { $0.kind != .nounPhrase }),
            end.kind == .verb, reads(end.head, "failed", "fails", "collapsed", "foundered")
          {
            reasons.append((end.head, why("'\(text(of: end.head))'")))
            return .negated
          }
          return apply(told, governor: statusOfPhrase(at, clauses, &reasons, depth: depth + 1))
        }
        if let told = adjective(endingAt: units[at].last, from: units[at].first) {
          reasons.append((units[at].last - 1, why("'\(text(of: units[at].last - 1))'")))
          let copula = at > 0 && units[at - 1].kind == .verb ? units[at - 1].verb : nil
          return copula.map { $0.isAuxiliary ? apply(told, governor: statusOfBeing($0)) : told } ?? told
        }
        // "Voted for legislation to impose sanctions": what a bill would do is open until it is signed.
        if isBill(head), !isEnacted(at, clauses) {
          reasons.append((head, why("noun '\(text(of: head))'")))
          return .possible
        }
        // "urged Seoul to designate": the verb before the noun governs.
        let list = listEnding(before: at + 1, clauses)
        at = (list.first.map { clauses.unit(at: $0.first) } ?? at) - 1
      case .conjunction, .comma:
        if units[at].kind == .comma, let before = aside(closedBy: at, clauses) {
          at = before
          continue
        }
        // "to designate X and to freeze Y": the same governor.
        at -= 1
        while at >= 0, units[at].kind != .verb { at -= 1 }
        guard at >= 0 else { break governor }
        if units[at].verb.isInfinitive {
          return statusFromGovernor(of: at, clauses, &reasons, depth: depth + 1)
        }
        return .possible
      case .mark:
        // "Yonhap: Harad and Umbar to bar ships".
        guard word(units[at].head) == Mark.colon, isInTitle(units[at].head) else { return .possible }
        break governor
      case .relative, .subordinator: return .possible
      }
    }
    // "Eriador to bar ships": a headline whose only verb is the infinitive tells a plan.
    guard units[0].kind == .nounPhrase, !units[..<unit].contains(where: { $0.kind == .verb }) else {
      return .possible
    }
    reasons.append((units[unit].first, "headline with 'to'"))
    return .planned
  }

  /// Whether a noun is one for a text that a parliament still has before it.
  func isBill(_ token: Int) -> Bool { mentionAt[token] < 0 && has(token, .billNoun) }

  /// Whether the verb before a phrase makes it law.
  private func isEnacted(_ phrase: Int, _ clauses: Clauses) -> Bool {
    guard let verb = clauses.units[..<phrase].lastIndex(where: { $0.kind == .verb }) else { return false }
    return has(clauses.units[verb].head, .enacting)
  }

  /// Whether a phrase is an instrument or a noun for one.
  private func speaksOfInstrument(_ unit: Unit) -> Bool {
    entity(at: unit.head).map { entities[$0].kind.isInstrument } ?? has(unit.head, .nounInstrument)
  }

  /// Of "designating" behind a preposition or verb.
  func statusOfGerund(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status {
    let units = clauses.units
    let first = units[unit].first
    for cue in cues(in: clauses.range) where cue.last == first {
      guard let told = cue.status else { continue }
      reasons.append((cue.first, why("cue '\(phrase(cue.first, cue.last))'")))
      return told
    }
    guard unit > 0 else { return .actual }
    var at = unit - 1
    if units[at].kind == .preposition {
      let preposition = word(units[at].head)
      at -= 1
      // "Was charged last fall with violating".
      while at >= 0, units[at].kind == .time || units[at].kind == .preposition && units[at + 1].kind == .time
      {
        at -= 1
      }
      // "Had no intention, for its part, of easing".
      if at > 0, units[at].kind == .comma, preposition == lexicon.words.of,
        let before = aside(closedBy: at, clauses)
      {
        at = before
      }
      // "Charged two traders, A and B, with violating".
      if at > 0, units[at].kind == .comma, units[at - 1].kind == .nounPhrase,
        let verb = units[..<at].lastIndex(where: { $0.kind == .verb }), units[verb + 1].kind == .nounPhrase,
        !units[verb..<at].contains(where: { $0.kind == .relative || $0.kind == .subordinator })
      {
        return statusUnder(verb: verb, clauses, &reasons, depth: depth, isInfinitive: false)
      }
      guard at >= 0 else { return .actual }
      if units[at].kind == .nounPhrase {
        let head = units[at].head
        if mentionAt[head] < 0, let told = lexicon.nounCues[word(head)] {
          reasons.append((head, why("noun '\(text(of: head))'")))
          return apply(told, governor: statusOfPhrase(at, clauses, &reasons, depth: depth + 1))
        }
        // "accused X of violating", "fined X for evading".
        let list = listEnding(before: at + 1, clauses)
        let start = list.first.map { clauses.unit(at: $0.first) } ?? at
        if start > 0, units[start - 1].kind == .verb { at = start - 1 }
      }
      if at >= 0, units[at].kind == .verb {
        // "Kept the committee from listing X".
        if preposition == lexicon.words.from, reads(units[at].head, "kept", "keep", "keeps", "keeping") {
          reasons.append((units[at].head, why("'\(text(of: units[at].head)) … from'")))
          return apply(.negated, governor: statusOfVerb(at, clauses, &reasons, depth: depth + 1))
        }
        let isReason = preposition == lexicon.words.for
        if isReason, cue(ofVerb: at, clauses) == nil { return .actual }
        return statusUnder(verb: at, clauses, &reasons, depth: depth, isInfinitive: false)
      }
      return .actual
    }
    if units[at].kind == .verb {
      return statusUnder(verb: at, clauses, &reasons, depth: depth, isInfinitive: false)
    }
    // "Vetoed a resolution imposing sanctions": what is told of the instrument holds for what it does.
    if units[at].kind == .nounPhrase, speaksOfInstrument(units[at]),
      let governor = units[..<at].lastIndex(where: { $0.kind == .verb }),
      let told = cue(ofVerb: governor, clauses), told != .actual
    {
      reasons.append((units[governor].head, why("'\(text(of: units[governor].head))'")))
      return apply(told, governor: statusOfVerb(governor, clauses, &reasons, depth: depth + 1))
    }
    // ", blocking X": told like the verb of its clause.
    while at >= 0 {
      if units[at].kind == .verb, !units[at].verb.isGerund {
        // "Did what it could have done before, blocking X": the verb before a clause that only describes.
        let main = mainVerb(before: at, clauses)
        return statusOfVerb(main ?? at, clauses, &reasons, depth: depth + 1)
      }
      if units[at].kind == .subordinator || units[at].kind == .mark { break }
      at -= 1
    }
    return .actual
  }

  /// The verb whose object is the clause of "what" that another verb ends.
  private func mainVerb(before verb: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard
      let what = units[..<verb].lastIndex(where: {
        ($0.first..<$0.last).contains { word($0) == lexicon.words.what }
      }),
      what > 0, units[what - 1].kind == .verb, !units[what..<verb].contains(where: { $0.kind == .verb })
    else { return nil }
    return what - 1
  }
}
