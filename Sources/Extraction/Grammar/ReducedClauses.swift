import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Whether a bare participle describes the noun before it: no object follows, or it stands behind a comma.
  func isReduced(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    let group = units[unit].verb
    guard group.isBare else { return false }
    // A form that is only a participle ("taken", "frozen") cannot be finite.
    if !group.forms.contains(.past) { return true }
    // "If convicted, she faces …".
    if unit == 1, units[0].kind == .subordinator, unit + 1 < units.count, units[unit + 1].kind == .comma,
      isTransitive(group)
    {
      return true
    }
    if isVerbOfLinkedClause(unit, clauses) || continuesActive(unit, clauses)
      || isVerbOfContactClause(unit, clauses)
    {
      return false
    }
    // "The entries specified below".
    if unit > 0, units[unit - 1].kind == .nounPhrase, has(units[unit].head + 1, .listing) { return true }
    // "Resents U.S. sanctions imposed on him": sanctions impose nothing.
    if unit > 0, unit + 1 < units.count, units[unit - 1].kind == .nounPhrase,
      has(units[unit - 1].head, .nounSanctions) || has(units[unit - 1].head, .nounPenalty),
      reads(units[unit].head, "imposed", "levied", "slapped", "placed"), units[unit + 1].kind == .preposition
    {
      return true
    }
    var next = unit + 1
    if closingComma(ofParticiple: unit, clauses) != nil { return isTransitive(group) }
    if followsParenthesis(unit, clauses) { return false }
    while next < units.count, units[next].kind == .time { next += 1 }
    // "Harad cut off aid to Rohan": the object behind a particle.
    if next + 1 < units.count, next == unit + 1, units[next].kind == .preposition,
      has(units[next].head, .verbParticle) || reads(units[next].head, "off", "out"),
      units[next + 1].kind == .nounPhrase
    {
      next += 1
    }
    let isLast = next >= units.count || units[next].kind == .mark
    if unit > 0, units[unit - 1].kind == .comma, isTransitive(group), isLast { return true }
    if sharesObject(unit, clauses) != nil || isLastToShare(unit, clauses) { return false }
    if next >= units.count {
      return unit > 0 && units[unit - 1].kind == .nounPhrase && isTransitive(group)
        && hasFiniteVerb(clauses, other: unit)
    }
    if isVerbOfAuthority(unit, clauses) { return false }
    // "A bank owned by Harad Air was listed": another verb follows at once, whatever this one takes.
    if standsBeforeVerb(unit, clauses) { return true }
    guard units[next].kind != .nounPhrase, isTransitive(group) else { return false }
    if opensDoer(next, clauses) { return true }
    return hasFiniteVerb(clauses, other: unit) && !isOnlyVerb(unit, clauses)
  }

  /// Whether who acts stands right before: "… and in May, the Justice Department sued for its forfeiture".
  ///
  /// An authority is seldom what an act hits; "by" behind the verb would tell so.
  private func isVerbOfAuthority(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 0, units[unit - 1].kind == .nounPhrase, let doer = entity(at: units[unit - 1].head),
      entities[doer].kind == .organization, designates(doer),
      unit == 1 || units[unit - 2].kind != .preposition && units[unit - 2].kind != .verb
    else { return false }
    return !opensDoer(unit + 1, clauses)
  }

  /// Whether "by" stands at a unit.
  private func opensDoer(_ unit: Int, _ clauses: Clauses) -> Bool {
    unit < clauses.units.count && clauses.units[unit].kind == .preposition
      && word(clauses.units[unit].head) == lexicon.words.by
  }

  /// Whether a participle behind a noun is followed by phrases with prepositions and then by a finite verb with an auxiliary.
  private func standsBeforeVerb(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 0, units[unit - 1].kind == .nounPhrase, unit + 2 < units.count,
      units[unit + 1].kind == .preposition
    else { return false }
    let after = units[(unit + 1)...].first { unit in
      unit.kind != .nounPhrase && unit.kind != .preposition && unit.kind != .time && unit.kind != .open
        && unit.kind != .close
    }
    guard let after, after.isFiniteForm else { return false }
    return after.last - after.first > 1 || after.verb.isAuxiliary
  }

  /// "The Arnor Act, passed in May, entered into force": the verb behind the comma that closes a participle.
  private func followsParenthesis(_ unit: Int, _ clauses: Clauses) -> Bool {
    guard unit > 3, clauses.units[unit - 1].kind == .comma else { return false }
    return (max(2, unit - 17)..<(unit - 1)).contains { before in
      clauses.units[before].kind == .verb && clauses.units[before].verb.isBare
        && closingComma(ofParticiple: before, clauses) == unit - 1
    }
  }

  /// The comma behind a participle between commas that has phrases of its own: "Orlenko, arrested in Umbar in 2018,
  /// collects stamps".
  private func closingComma(ofParticiple unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .comma, units[unit - 2].kind == .nounPhrase,
      entity(at: units[unit - 2].head) != nil, unit + 1 < units.count, units[unit + 1].kind == .preposition,
      !units[..<(unit - 2)].contains(where: { $0.isFiniteForm }
      )
    else { return nil }
    var at = unit + 1
    while at < units.count, at < unit + 16 {
      switch units[at].kind {
      case .comma: return at + 1 < units.count && units[at + 1].kind != .conjunction ? at : nil
      case .relative, .subordinator, .mark: return nil
      case .verb:
        let isSecond = units[at].verb.isBare && units[at - 1].kind == .conjunction
        if !units[at].verb.isGerund, !units[at].verb.isInfinitive, !isSecond { return nil }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Whether "and" joins a verb to an active one in the past: "which Eriador delisted and relisted on Monday".
  private func continuesActive(_ unit: Int, _ clauses: Clauses) -> Bool {
    if opensDoer(unit + 1, clauses) { return false }
    guard unit > 1, clauses.units[unit - 1].kind == .conjunction,
      let before = clauses.units[..<(unit - 1)].last(where: { $0.kind == .verb })
    else { return false }
    return before.verb.isBare && before.verb.forms.contains(.past)
  }

  /// Whether the noun before is a subject behind another noun, with no pronoun between: "the ban it imposed", "a man the
  /// Council blacklisted".
  private func isVerbOfContactClause(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 0, units[unit - 1].kind == .nounPhrase else { return false }
    if units[unit - 1].last - units[unit - 1].first == 1,
      reads(units[unit - 1].head, "it", "he", "she", "they", "we")
    {
      return true
    }
    guard unit > 1, units[unit - 2].kind == .nounPhrase, !units[unit - 2].isPossessor,
      entity(at: units[unit - 2].head) == nil, let doer = entity(at: units[unit - 1].head)
    else { return false }
    return has(units[unit - 1].first, .article) || designates(doer)
  }

  /// Whether the noun before is the subject of a clause that a pronoun or link opens: "whom Eriador sanctioned".
  private func isVerbOfLinkedClause(_ unit: Int, _ clauses: Clauses, isFirst: Bool = false) -> Bool {
    guard let first = listEnding(before: unit, clauses).first else { return false }
    let start = clauses.unit(at: first.first)
    guard start > 0 else { return false }
    let link = clauses.units[start - 1]
    if !isFirst, let other = verbWithoutObject(beforeConjunction: start - 1, clauses) {
      return isVerbOfLinkedClause(other, clauses, isFirst: true)
    }
    return link.kind == .relative || link.kind == .subordinator
  }

  /// Whether the subject of a participle has no other verb: then the participle is the finite verb itself.
  private func isOnlyVerb(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    if unit > 0, units[unit - 1].kind == .comma { return false }
    var at = unit - 1
    while at >= 0 {
      switch units[at].kind {
      case .verb: return false
      case .subordinator, .relative: return true
      case .mark: if word(units[at].head) == Mark.semicolon { return true }
      default: break
      }
      at -= 1
    }
    at = unit + 1
    while at < units.count {
      if units[at].isFiniteForm { return false }
      if units[at].kind == .subordinator || units[at].kind == .relative {
        // "Arrested in May as he left the country, later pleaded guilty": the verb behind the clause.
        let comma = units[at...].firstIndex { $0.kind == .comma }
        return comma.map { $0 + 1 >= units.count || !units[$0 + 1].isFiniteForm } ?? true
      }
      at += 1
    }
    return true
  }

  private func hasFiniteVerb(_ clauses: Clauses, other: Int) -> Bool {
    clauses.units.indices.contains { index in
      let unit = clauses.units[index]
      // "The Council today extended …, and adopted …": what "and" joins leaves the first verb finite.
      let isJoined = index > other + 1 && clauses.units[index - 1].kind == .conjunction
      return index != other && unit.isFiniteForm
        && !isJoined
    }
  }

  /// Whether a verb takes an object: it has frames, which nearly all do.
  func isTransitive(_ group: VerbGroup) -> Bool {
    group.lemma >= 0
      && lexicon.verbs[group.lemma].frames.contains { number in
        let needs = lexicon.frames[number].needs
        return needs.isEmpty || needs.contains { $0.slot != .subject }
      }
  }
}
