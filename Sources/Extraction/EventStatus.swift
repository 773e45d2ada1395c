import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells whether an event is told as done, coming, conceivable or not done.
  func status(of site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    var reasons: [(token: Int, note: String)] = []
    let status =
      site.kind == .verb
      ? statusOfVerb(site.unit, clauses, &reasons, depth: 0) : statusOfNoun(site, clauses, &reasons)
    event.status = status
    for reason in reasons.prefix(3) {
      event.evidence.append(
        FoundEvidence(part: .status, tokens: reason.token..<(reason.token + 1), note: reason.note))
    }
    if status == .actual, reasons.isEmpty {
      event.evidence.append(
        FoundEvidence(part: .status, tokens: nil, note: "told without a cue to the contrary"))
    }
  }

  private typealias Reasons = [(token: Int, note: String)]

  // MARK: Verbs

  private func statusOfVerb(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status {
    guard depth < 6 else { return .actual }
    let units = clauses.units
    let group = units[unit].verb
    let own = statusOfGroup(unit, clauses, &reasons)
    if group.isInfinitive, !group.isBeTo {
      return combine(statusFromGovernor(of: unit, clauses, &reasons, depth: depth), own)
    }
    if group.isGerund { return combine(statusOfGerund(unit, clauses, &reasons, depth: depth), own) }
    if isReduced(unit, clauses) { return own }
    return combine(statusOfClause(unit, clauses, &reasons, depth: depth), own)
  }

  /// What the auxiliaries and adverbs of the group itself tell.
  private func statusOfGroup(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons) -> Status {
    let group = clauses.units[unit].verb
    var status = Status.actual
    if group.modal >= 0 {
      let name = text(of: group.modal).lowercased()
      if group.hasHave, ["would", "should", "could"].contains(name) {
        reasons.append((group.modal, "'\(name) have': it did not happen"))
        return .negated
      }
      let isPlan =
        ["will", "shall", "ll", "wo"].contains(name) || name.hasSuffix("'ll") || name.hasSuffix("’ll")
        || name.hasPrefix("won")
      status = isPlan ? .planned : .possible
      reasons.append((group.modal, "modal '\(name)'"))
    } else if group.isBeTo {
      status = .planned
      reasons.append((clauses.units[unit].first, "'is to'"))
    }
    if group.isNegated {
      let isWhether = cues.contains {
        $0.status == nil && $0.first <= clauses.units[unit].head && $0.last > clauses.units[unit].first
      }
      if !isWhether {
        reasons.append((clauses.units[unit].first, "negation"))
        return .negated
      }
    }
    // Adverbs inside the group or right before the verb: "reportedly", "never", "has yet to".
    let first = clauses.units[unit].first
    let start = max(clauses.range.lowerBound, first - 2)
    for cue in cues where cue.first >= start && cue.last <= clauses.units[unit].head {
      guard let told = cue.status else { continue }
      if cue.first < first,
        mentionAt[cue.last] >= 0
          || clauses.unit(at: cue.last - 1) >= 0
            && clauses.units[clauses.unit(at: cue.last - 1)].kind == .nounPhrase && cue.last < first
      {
        continue
      }
      if has(cue.first, .modal) || has(cue.first, .be) && group.isBeTo { continue }
      if has(cue.first, .preposition) || has(cue.first, .subordinator), cue.last - cue.first == 1 { continue }
      reasons.append((cue.first, "cue '\(text(of: cue.first))'"))
      status = combine(told, status)
    }
    return status
  }

  /// The stronger of two statuses: what is not done is not done, whatever else is told.
  private func combine(_ outer: Status, _ inner: Status) -> Status {
    if outer == .negated || inner == .negated { return .negated }
    if outer == .possible || inner == .possible { return .possible }
    if outer == .planned || inner == .planned { return .planned }
    return .actual
  }

  /// What a cue makes of a status: a refusal of what is told is a negation, unless the refusal itself did not happen.
  private func apply(_ cue: Status, governor: Status) -> Status {
    switch (cue, governor) {
    case (.actual, _): governor
    case (.negated, .negated): .actual
    case (.negated, .actual): .negated
    case (.negated, .possible), (.negated, .planned): .possible
    case (_, .negated): .negated
    case (.planned, .planned), (.planned, .actual): .planned
    case (.planned, .possible), (.possible, _): .possible
    }
  }

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
          has(at, .ordinal) || word(at) == lexicon.words.last || ["only", "latest"].contains(text(of: at))
        {
          return true
        }
      }
      at -= 1
    }
    return false
  }

  /// Of "to designate": what governs it.
  private func statusFromGovernor(of unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int)
    -> Status
  {
    let units = clauses.units
    if isSuperlative(unit, clauses) { return .actual }
    // Phrases that end right before: "about to", "has yet to", "in order to".
    let first = units[unit].first
    for cue in cues where cue.last == first + 1 || cue.last == first {
      guard let told = cue.status, cue.last - cue.first > 1 || cue.last == first else { continue }
      reasons.append((cue.first, "cue '\(phrase(cue.first, cue.last))'"))
      return told
    }
    var at = unit - 1
    while at >= 0 {
      switch units[at].kind {
      case .time, .open, .close: at -= 1
      case .preposition: at -= 1
      case .verb:
        return statusUnder(verb: at, clauses, &reasons, depth: depth, isInfinitive: true)
      case .nounPhrase:
        let head = units[at].head
        if mentionAt[head] < 0, let told = lexicon.nounCues[word(head)] {
          reasons.append((head, "noun '\(text(of: head))'"))
          return apply(told, governor: statusOfPhrase(at, clauses, &reasons, depth: depth + 1))
        }
        if let told = adjective(endingAt: units[at].last, from: units[at].first) {
          reasons.append((units[at].last - 1, "'\(text(of: units[at].last - 1))'"))
          return told
        }
        // "urged Seoul to designate": the verb before the noun governs.
        let list = listEnding(before: at + 1, clauses)
        at = (list.first.map { clauses.unit(at: $0.first) } ?? at) - 1
      case .conjunction, .comma:
        // "to designate X and to freeze Y": the same governor.
        at -= 1
        while at >= 0, units[at].kind != .verb { at -= 1 }
        if at >= 0, units[at].verb.isInfinitive {
          return statusFromGovernor(of: at, clauses, &reasons, depth: depth + 1)
        }
        return .possible
      case .relative, .subordinator, .mark: return .possible
      }
    }
    return .possible
  }

  /// What a verb makes of the infinitive, gerund or clause that it governs.
  private func statusUnder(
    verb unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int, isInfinitive: Bool
  ) -> Status {
    let group = clauses.units[unit].verb
    let head = clauses.units[unit].head
    if group.isAuxiliary {
      // "is likely to", "is expected to": the adjective behind the copula; "has to".
      if let told = adjectiveAfter(unit, clauses) {
        reasons.append((told.token, "'\(text(of: told.token))'"))
        return apply(told.status, governor: group.isNegated ? .negated : .actual)
      }
      if isInfinitive { return has(head, .have) ? .possible : .planned }
      return statusOfVerb(unit, clauses, &reasons, depth: depth + 1)
    }
    if let told = cue(ofVerb: unit, clauses) {
      if told != .actual { reasons.append((head, "'\(text(of: head))'")) }
      return apply(told, governor: statusOfVerb(unit, clauses, &reasons, depth: depth + 1))
    }
    if let told = lexicon.adjectiveCues[word(head)] {
      reasons.append((head, "'\(text(of: head))'"))
      return apply(told, governor: group.isNegated ? .negated : .actual)
    }
    if !isInfinitive { return statusOfVerb(unit, clauses, &reasons, depth: depth + 1) }
    // "used its powers to blacklist X" is told as done; an aim is not.
    return combine(.possible, statusOfVerb(unit, clauses, &reasons, depth: depth + 1))
  }

  /// The cue that a verb is, the longest phrase first.
  private func cue(ofVerb unit: Int, _ clauses: Clauses) -> Status? {
    let group = clauses.units[unit].verb
    guard group.lemma >= 0 else { return nil }
    let head = clauses.units[unit].head
    if group.isPassive || group.isBare, let told = lexicon.adjectiveCues[word(head)] { return told }
    for (rest, told) in lexicon.verbs[group.lemma].cues {
      if rest.enumerated().allSatisfy({ word(head + 1 + $0.offset) == $0.element }) { return told }
    }
    return nil
  }

  /// The adjective behind a copula, as long as nothing but adverbs stands between.
  private func adjectiveAfter(_ unit: Int, _ clauses: Clauses) -> (token: Int, status: Status)? {
    var at = clauses.units[unit].last
    while at < clauses.range.upperBound, at < clauses.units[unit].last + 4 {
      if let told = lexicon.adjectiveCues[word(at)], mentionAt[at] < 0 { return (at, told) }
      at += 1
    }
    return nil
  }

  private func adjective(endingAt end: Int, from first: Int) -> Status? {
    for index in (first..<end).reversed() where mentionAt[index] < 0 {
      if let told = lexicon.adjectiveCues[word(index)] { return told }
    }
    return nil
  }

  /// Of "designating" behind a preposition or verb.
  private func statusOfGerund(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status
  {
    let units = clauses.units
    let first = units[unit].first
    for cue in cues where cue.last == first {
      guard let told = cue.status else { continue }
      reasons.append((cue.first, "cue '\(phrase(cue.first, cue.last))'"))
      return told
    }
    guard unit > 0 else { return .actual }
    var at = unit - 1
    if units[at].kind == .preposition {
      let preposition = word(units[at].head)
      at -= 1
      guard at >= 0 else { return .actual }
      if units[at].kind == .nounPhrase {
        let head = units[at].head
        if mentionAt[head] < 0, let told = lexicon.nounCues[word(head)] {
          reasons.append((head, "noun '\(text(of: head))'"))
          return apply(told, governor: statusOfPhrase(at, clauses, &reasons, depth: depth + 1))
        }
        // "accused X of violating", "fined X for evading".
        let list = listEnding(before: at + 1, clauses)
        let start = list.first.map { clauses.unit(at: $0.first) } ?? at
        if start > 0, units[start - 1].kind == .verb { at = start - 1 }
      }
      if at >= 0, units[at].kind == .verb {
        let isReason = preposition == lexicon.words.for
        if isReason, cue(ofVerb: at, clauses) == nil { return .actual }
        return statusUnder(verb: at, clauses, &reasons, depth: depth, isInfinitive: false)
      }
      return .actual
    }
    if units[at].kind == .verb {
      return statusUnder(verb: at, clauses, &reasons, depth: depth, isInfinitive: false)
    }
    // ", blocking X": told like the verb of its clause.
    while at >= 0 {
      if units[at].kind == .verb, !units[at].verb.isGerund {
        return statusOfVerb(at, clauses, &reasons, depth: depth + 1)
      }
      if units[at].kind == .subordinator || units[at].kind == .mark { break }
      at -= 1
    }
    return .actual
  }

  /// What stands before a finite clause: "if", "whether", a verb of saying or doubting, a question mark at the end.
  private func statusOfClause(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status
  {
    let units = clauses.units
    var at = unit - 1
    var crossedVerb = false
    while at >= 0 {
      switch units[at].kind {
      case .subordinator:
        return statusUnderLink(at, clauses, &reasons, depth: depth)
      case .relative: return .actual
      case .mark:
        if word(units[at].head) == Mark.semicolon || word(units[at].head) == Mark.colon { return .actual }
      case .verb:
        if let told = cue(ofVerb: at, clauses), told == .possible, !crossedVerb,
          isComplement(unit, of: at, clauses), !units[at].verb.isGerund
        {
          reasons.append((units[at].head, "'\(text(of: units[at].head))'"))
          return apply(told, governor: .actual)
        }
        if !units[at].verb.isAuxiliary { crossedVerb = true }
      default: break
      }
      at -= 1
    }
    if let cue = scopeCue(clauses.range.lowerBound, units[unit].first) {
      reasons.append((cue.first, "cue '\(phrase(cue.first, cue.last))'"))
      return cue.status ?? .actual
    }
    // "Could OFSI freeze the boat?", "Did it designate X?"
    if isQuestion(clauses), !crossedVerb || units[unit].first == clauses.range.lowerBound {
      reasons.append((clauses.range.upperBound - 1, "question"))
      return .possible
    }
    return .actual
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
    let fixed = lexicon.words
    if word(head) == fixed.that {
      guard link > 0 else { return .actual }
      if units[link - 1].kind == .verb {
        return statusUnder(verb: link - 1, clauses, &reasons, depth: depth, isInfinitive: false)
      }
      if units[link - 1].kind == .nounPhrase, let told = lexicon.nounCues[word(units[link - 1].head)] {
        reasons.append((units[link - 1].head, "noun '\(text(of: units[link - 1].head))'"))
        return told
      }
      return .actual
    }
    for cue in cues where cue.first <= head && cue.last > head {
      if let told = cue.status, told != .planned {
        reasons.append((cue.first, "cue '\(phrase(cue.first, cue.last))'"))
        return told
      }
    }
    return .actual
  }

  private func scopeCue(_ from: Int, _ to: Int) -> CueHit? {
    cues.last { cue in
      cue.first >= from && cue.last <= to && cue.status != nil
        && (has(cue.first, .subordinator) || word(cue.first) == lexicon.words.if
          || word(cue.first) == lexicon.words.whether)
        && clausesHold(cue, to)
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

  func phrase(_ first: Int, _ last: Int) -> String {
    text(Int(tokens[first].start), Int(tokens[last - 1].end))
  }

  // MARK: Nouns

  private func statusOfNoun(_ site: TriggerSite, _ clauses: Clauses, _ reasons: inout Reasons) -> Status {
    statusOfPhrase(site.unit, clauses, &reasons, depth: 0)
  }

  /// What adjectives, governing nouns and verbs tell of a noun phrase.
  private func statusOfPhrase(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status
  {
    guard depth < 6 else { return .actual }
    let units = clauses.units
    let phrase = units[unit]
    for index in phrase.first..<phrase.head where mentionAt[index] < 0 {
      if let told = lexicon.adjectiveCues[word(index)] {
        reasons.append((index, "'\(text(of: index))'"))
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
    guard first > 0 else { return statusByVerb(of: unit, clauses, &reasons, depth: depth) }
    switch units[first - 1].kind {
    case .verb:
      let governor = first - 1
      if let told = cue(ofVerb: governor, clauses), told != .actual {
        reasons.append((units[governor].head, "'\(text(of: units[governor].head))'"))
        return apply(told, governor: statusOfVerb(governor, clauses, &reasons, depth: depth + 1))
      }
      let status = statusOfVerb(governor, clauses, &reasons, depth: depth + 1)
      // A verb may be about an act that is done anyway: "will enforce the designation".
      return isHappening(governor, clauses) ? status : .actual
    case .preposition:
      let preposition = units[first - 1].head
      for cue in cues where cue.last == preposition + 1 {
        if let told = cue.status, told == .negated || cue.last - cue.first > 1 {
          reasons.append((cue.first, "cue '\(self.phrase(cue.first, cue.last))'"))
          return told
        }
      }
      var at = first - 2
      while at >= 0, units[at].kind == .preposition { at -= 1 }
      guard at >= 0 else { return .actual }
      if units[at].kind == .nounPhrase, mentionAt[units[at].head] < 0,
        let told = lexicon.nounCues[word(units[at].head)]
      {
        reasons.append((units[at].head, "noun '\(text(of: units[at].head))'"))
        return apply(told, governor: statusOfPhrase(at, clauses, &reasons, depth: depth + 1))
      }
      if units[at].kind == .verb, let told = cue(ofVerb: at, clauses), told != .actual {
        reasons.append((units[at].head, "'\(text(of: units[at].head))'"))
        return apply(told, governor: statusOfVerb(at, clauses, &reasons, depth: depth + 1))
      }
      return .actual
    default: return statusByVerb(of: unit, clauses, &reasons, depth: depth)
    }
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
    {
      at += 1
      steps += 1
    }
    guard at < units.count, units[at].kind == .verb, !isReduced(at, clauses) else { return .actual }
    let group = units[at].verb
    if group.isAuxiliary {
      if let told = adjectiveAfter(at, clauses) {
        reasons.append((told.token, "'\(text(of: told.token))'"))
        return apply(told.status, governor: group.isNegated ? .negated : .actual)
      }
      return .actual
    }
    if group.isPassive, let told = cue(ofVerb: at, clauses) {
      if told != .actual { reasons.append((units[at].head, "'\(text(of: units[at].head))'")) }
      return apply(told, governor: statusOfGroup(at, clauses, &reasons))
    }
    if cue(ofVerb: at, clauses) == .actual { return statusOfGroup(at, clauses, &reasons) }
    return .actual
  }
}
