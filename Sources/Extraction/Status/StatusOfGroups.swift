import Knowledge
import Model
import TextMatching

/// The status that the words of a verb group tell, and how two are joined.
extension PostReader {
  /// The verb before "and" or "or" whose auxiliaries a verb without its own shares.
  ///
  /// "would have lowered the cap and imposed a freeze", "will bar ships and freeze accounts".
  func sharedAuxiliaries(of unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    let group = units[unit].verb
    // "Must pass the House and be signed".
    let isBare = !group.isPassive || reads(units[unit].first, "be")
    let isInSeries = isInSeries(unit, clauses)
    guard unit > 0, units[unit - 1].kind == .conjunction || isInSeries, group.modal < 0, !group.hasHave,
      isBare,
      !group.isInfinitive, !group.isGerund, !group.isAuxiliary
    else { return nil }
    var found: Int?
    var sawSeries = isInSeries
    for index in (0..<unit).reversed() {
      if found == nil, self.isInSeries(index, clauses) {
        sawSeries = true
        continue
      }
      // A verb behind a relative pronoun belongs to the clause of that pronoun.
      // "A text that would have cut the oil and blacklisted X": no comma closes the clause.
      if units[index].kind == .relative {
        if let found, sawSeries || !units[found..<unit].contains(where: { $0.kind == .comma }) { break }
        found = nil
      }
      let tells = index + 1 < unit && openingOfReport(closedBy: index + 1, clauses) != nil
      if units[index].kind == .verb, !units[index].verb.isGerund, found == nil, !tells { found = index }
    }
    guard let first = found, !units[first..<unit].contains(where: { $0.kind == .subordinator }) else {
      return nil
    }
    let governor = units[first].verb
    if governor.hasHave || governor.isPassive { return group.forms.contains(.participle) ? first : nil }
    let takesBase = governor.modal >= 0 || governor.isNegated
    if group.isPassive { return takesBase ? first : nil }
    return takesBase && group.forms.contains(.base) && !group.forms.contains(.past) ? first : nil
  }

  /// "Would have cut exports, banned sales and frozen accounts": a participle between the first of a series and its last.
  private func isInSeries(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 1, units[unit].kind == .verb, units[unit].verb.isBare,
      units[unit].verb.forms.contains(.participle), units[unit - 1].kind == .comma,
      let next = units[(unit + 1)...].firstIndex(where: { $0.kind == .verb }), units[next].verb.isBare,
      units[next].verb.forms.contains(.participle), units[next - 1].kind == .conjunction,
      let first = units[..<unit].lastIndex(where: { $0.kind == .verb })
    else { return false }
    return units[first].verb.hasHave && units[first].verb.modal >= 0
  }

  /// What the auxiliaries and adverbs of the group itself tell.
  func statusOfGroup(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons) -> Status {
    let group = clauses.units[unit].verb
    var status = Status.actual
    if group.modal >= 0 {
      let name = text(of: group.modal).lowercased()
      // "If the suspicions are borne out, the ship would have broken it".
      let isOpen = name == "would" && isOpenCondition(before: clauses.units[unit].first, clauses)
      if group.hasHave, !isOpen, ["would", "should", "could"].contains(name) {
        reasons.append((group.modal, why("'\(name) have': it did not happen")))
        return .negated
      }
      let isPlan =
        ["will", "shall", "ll", "wo"].contains(name) || name.hasSuffix("'ll") || name.hasSuffix("’ll")
        || name.hasPrefix("won")
      status = isPlan || name == "would" && isAnnounced(unit, clauses) ? .planned : .possible
      reasons.append((group.modal, why("modal '\(name)'")))
    } else if group.isBeTo {
      status = .planned
      reasons.append((clauses.units[unit].first, "'is to'"))
    }
    if group.isNegated {
      let isWhether = cues(in: clauses.range).contains {
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
    for cue in cues(in: clauses.range) where cue.first >= start && cue.last <= clauses.units[unit].head {
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
      reasons.append((cue.first, why("cue '\(text(of: cue.first))'")))
      status = combine(told, status)
    }
    return status
  }

  /// Whether a clause with "if" in the present tense stands before a place.
  func isOpenCondition(before index: Int, _ clauses: Clauses) -> Bool {
    guard
      let link = clauses.units.first(where: { $0.kind == .subordinator && word($0.head) == lexicon.words.if }
      ),
      link.head < index,
      let verb = clauses.units.first(where: { $0.kind == .verb && $0.first > link.head && $0.first < index })
    else { return false }
    return (verb.first..<verb.last).contains { reads($0, "is", "are", "has", "have", "proves", "prove") }
      || verb.verb.forms.contains(.third)
  }

  /// Whether a verb of saying in the past governs a clause, so that its "would" is the future of then.
  func isAnnounced(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    var at = unit - 1
    while at >= 0 {
      switch units[at].kind {
      case .verb:
        let group = units[at].verb
        return has(units[at].head, .reporting) && group.forms.contains(.past) && group.modal < 0
          && !units[unit...].contains { $0.kind == .subordinator && word($0.head) == lexicon.words.if }
      case .relative, .mark: return false
      case .subordinator where word(units[at].head) != lexicon.words.that: return false
      default: at -= 1
      }
    }
    return false
  }

  /// The stronger of two statuses: what is not done is not done, whatever else is told.
  func combine(_ outer: Status, _ inner: Status) -> Status {
    if outer == .negated || inner == .negated { return .negated }
    if outer == .possible || inner == .possible { return .possible }
    if outer == .planned || inner == .planned { return .planned }
    return .actual
  }

  /// What a cue makes of a status: a refusal of what is told is a negation, unless the refusal itself did not happen.
  func apply(_ cue: Status, governor: Status) -> Status {
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
}
