import Knowledge
import Model
import TextMatching

extension PostReader {
  /// What stands before a finite clause: "if", "whether", a verb of saying or doubting, a question mark at the end.
  func statusOfClause(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status {
    let units = clauses.units
    if let inverted = invertedCondition(unit, clauses) {
      reasons.append((units[inverted].head, why("'\(text(of: units[inverted].head))' before its subject")))
      return reads(units[inverted].head, "had") ? .negated : .possible
    }
    if isInContactClause(unit, clauses) { return .actual }
    if let denial = deniedInversion(unit, clauses) {
      reasons.append((units[denial].head, why("'\(text(of: units[denial].head))' before its subject")))
      return .negated
    }
    var at = unit - 1
    // "X, who lectured on how to hide money, pleaded guilty": what a relative clause holds does not govern the verb.
    if at > 0, units[at].kind == .comma, let opening = openingComma(before: at, clauses),
      units[opening + 1].kind == .relative
    {
      at = opening - 1
    }
    var crossedVerb = false
    while at >= 0 {
      switch units[at].kind {
      case .subordinator:
        return statusUnderLink(at, clauses, &reasons, depth: depth)
      case .relative:
        guard let denial = denialOfSigns(before: at, clauses) else { return .actual }
        reasons.append(denial)
        return .negated
      // "Nor has the carrier, the Sky Meridian, been seized".
      case .conjunction where word(units[at].head) == lexicon.words.nor:
        if at + 1 < unit, units[at + 1].kind == .verb, units[at + 1].verb.isAuxiliary {
          reasons.append((units[at].head, "'nor'"))
          return .negated
        }
      case .mark:
        if word(units[at].head) == Mark.semicolon || word(units[at].head) == Mark.colon { return .actual }
      case .verb:
        if let told = cue(ofVerb: at, clauses), told == .possible, !crossedVerb,
          isComplement(unit, of: at, clauses), !units[at].verb.isGerund
        {
          reasons.append((units[at].head, why("'\(text(of: units[at].head))'")))
          return apply(told, governor: .actual)
        }
        if !units[at].verb.isAuxiliary { crossedVerb = true }
      default: break
      }
      at -= 1
    }
    if let cue = scopeCue(clauses.range.lowerBound, units[unit].first) {
      reasons.append((cue.first, why("cue '\(phrase(cue.first, cue.last))'")))
      return cue.status ?? .actual
    }
    // "Could OFSI freeze the boat?", "Did it designate X?"
    if isQuestion(clauses), !crossedVerb || units[unit].first == clauses.range.lowerBound {
      reasons.append((clauses.range.upperBound - 1, "question"))
      return .possible
    }
    return .actual
  }

  /// "There is no sign that China has frozen it": the denial before "that".
  private func denialOfSigns(before link: Int, _ clauses: Clauses) -> (token: Int, note: String)? {
    guard link > 0, case let noun = clauses.units[link - 1], noun.kind == .nounPhrase,
      word(noun.first) == lexicon.words.no, reads(noun.head, "sign", "evidence", "indication", "hint")
    else { return nil }
    return (noun.first, why("'no \(text(of: noun.head))'"))
  }

  /// "Whether to lift the sanctions it imposed in 2010": a clause that only tells which, and nothing stands before it.
  private func isInContactClause(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .nounPhrase, units[unit - 2].kind == .nounPhrase,
      !units[unit - 2].isPossessor, entity(at: units[unit - 2].head) == nil
    else { return false }
    return takesRestriction(units[unit - 2].head)
  }

  /// "Why hasn't Treasury sanctioned X?": the auxiliary that denies, before the subject.
  private func deniedInversion(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard let opener = units[..<unit].lastIndex(where: { $0.kind == .verb }), opener + 1 < unit,
      units[opener].verb.isAuxiliary, units[opener].verb.isNegated,
      units[opener].last - units[opener].first == 1,
      reads(units[opener].first - 1, "why"), units[(opener + 1)..<unit].allSatisfy({ $0.kind == .nounPhrase })
    else { return nil }
    return opener
  }

  /// "Should Japan list X, Y would object", "had Treasury listed X, …": the auxiliary that opens a condition without "if".
  func invertedCondition(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard let opener = units[..<unit].lastIndex(where: { $0.kind == .verb }),
      units[opener].last - units[opener].first == 1, reads(units[opener].head, "should", "were", "had"),
      units[(opener + 1)..<unit].allSatisfy({
        $0.kind == .nounPhrase || $0.kind == .conjunction || $0.kind == .comma
      }),
      opener + 1 < unit,
      opener == 0 || units[opener - 1].kind == .comma || units[opener - 1].kind == .conjunction
        || units[opener - 1].kind == .mark,
      clauses.range.contains(where: { word($0) == Mark.comma }), !isQuestion(clauses)
    else { return nil }
    return opener
  }

  /// Whether a clause follows a verb of thinking or saying at once, without "that": "alleges X violated Y".
  private func isComplement(_ unit: Int, of verb: Int, _ clauses: Clauses) -> Bool {
    let next = verb + 1
    guard next < unit, clauses.units[next].kind == .nounPhrase else { return false }
    guard let list = list(at: next, clauses) else { return false }
    return list.next >= unit || clauses.units[list.next].kind == .time && list.next + 1 >= unit
      || filler(at: next, clauses).map { $0.next == unit } ?? false
  }

  private func statusUnderLink(_ link: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int)
    -> Status
  {
    let units = clauses.units
    let head = units[link].head
    if word(head) == lexicon.words.that {
      guard link > 0 else { return .actual }
      if units[link - 1].kind == .verb {
        // "may recall that X was designated": what is recalled has happened.
        if has(units[link - 1].head, .factive) { return .actual }
        return statusUnder(verb: link - 1, clauses, &reasons, depth: depth, isInfinitive: false)
      }
      // "Denied reports that the ship had been seized".
      if link > 1, units[link - 1].kind == .nounPhrase, units[link - 2].kind == .verb,
        reads(units[link - 1].head, "reports", "claims", "rumours", "rumors", "suggestions", "allegations"),
        cue(ofVerb: link - 2, clauses) == .negated
      {
        reasons.append((units[link - 2].head, why("'\(text(of: units[link - 2].head))'")))
        return apply(.negated, governor: statusOfGroup(link - 2, clauses, &reasons))
      }
      if let denial = denialOfSigns(before: link, clauses) {
        reasons.append(denial)
        return .negated
      }
      if units[link - 1].kind == .nounPhrase, let told = lexicon.nounCues[word(units[link - 1].head)] {
        reasons.append((units[link - 1].head, why("noun '\(text(of: units[link - 1].head))'")))
        return told
      }
      return .actual
    }
    // "Under an embargo until ECOWAS lifted it": the end that came.
    if word(head) == lexicon.words.until,
      let verb = units[(link + 1)...].first(where: { $0.kind == .verb }), verb.verb.forms.contains(.past),
      verb.verb.modal < 0, !verb.verb.hasHave, !verb.verb.isNegated
    {
      return .actual
    }
    for cue in cues(in: clauses.range) where cue.first <= head && cue.last > head {
      if let told = cue.status, told != .planned {
        reasons.append((cue.first, why("cue '\(phrase(cue.first, cue.last))'")))
        return told
      }
    }
    return .actual
  }

  /// "According to the indictment, …": a source at the head of the sentence holds for all of it.
  func opensSentence(_ cue: CueHit) -> Bool {
    sentences[sentence(of: cue.first)].lowerBound == cue.first
      && (word(cue.first) == lexicon.words.according
        // "If so, Harad has broken it".
        || word(cue.first) == lexicon.words.if && cue.last == cue.first + 2
        // "Perhaps Harad will lift it".
        || reads(cue.first, "perhaps", "maybe", "possibly", "presumably", "probably"))
  }

  private func scopeCue(_ from: Int, _ to: Int) -> CueHit? {
    cues(in: sentences[sentence(of: from)]).last { cue in
      cue.first >= from && cue.last <= to && cue.status != nil
        && (opensSentence(cue) || has(cue.first, .subordinator) || word(cue.first) == lexicon.words.if
          || word(cue.first) == lexicon.words.whether)
        && (opensSentence(cue) || clausesHold(cue, to))
    }
  }

  /// Whether no comma ends the clause of a cue before a place.
  private func clausesHold(_ cue: CueHit, _ end: Int) -> Bool {
    !(cue.last..<max(cue.last, end)).contains { word($0) == Mark.comma && mentionAt[$0] < 0 }
  }

  private func isQuestion(_ clauses: Clauses) -> Bool {
    var at = clauses.range.upperBound - 1
    while at > clauses.range.lowerBound, word(at) == Mark.quote || word(at) == Mark.close { at -= 1 }
    return word(at) == Mark.question
  }
}
