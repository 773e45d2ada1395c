import Knowledge
import Model
import TextMatching

/// Names that stand behind another verb or a colon and are those whom a trigger hits.
extension PostReader {
  /// The verb of being that makes somebody one of those whom a participle describes: "X is not among the firms listed".
  func membership(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 3, units[unit - 1].kind == .nounPhrase, entity(at: units[unit - 1].head) == nil,
      units[unit - 2].kind == .preposition, has(units[unit - 2].head, .among),
      units[unit - 3].kind == .verb, units[unit - 3].verb.isAuxiliary, has(units[unit - 3].head, .be)
    else { return nil }
    return unit - 3
  }

  /// "Added to the list was X", "among those hit by Y were A and B": the subject behind the verb.
  func invertedSubject(_ unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    let opens = units[..<unit].allSatisfy { unit in
      switch unit.kind {
      case .preposition: has(unit.head, .among)
      case .nounPhrase: unit.first + 1 == unit.last && has(unit.head, .determiner)
      case .conjunction: true
      default: false
      }
    }
    guard opens, let be = units[(unit + 1)...].firstIndex(where: { $0.kind == .verb }),
      units[be].verb.isAuxiliary,
      has(units[be].head, .be), !units[unit..<be].contains(where: { $0.kind == .comma })
    else { return nil }
    return list(at: be + 1, clauses)?.fillers
  }

  /// "Those listed today include A and B", "The firms that Treasury designated are A and B": the names behind the verb.
  func membersNamed(behind unit: Int, of described: [Filler]?, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    let noun = described.map { $0.count == 1 ? $0[0].unit : -1 } ?? unit - 1
    guard noun >= 0, noun < unit, units[noun].kind == .nounPhrase, entity(at: units[noun].head) == nil,
      let verb = units[(unit + 1)...].firstIndex(where: { $0.kind == .verb }),
      !units[unit..<verb].contains(where: {
        $0.kind == .comma || $0.kind == .nounPhrase && entity(at: $0.head) == nil
      })
    else { return nil }
    return isNaming(units[verb]) ? list(at: verb + 1, clauses)?.fillers : nil
  }

  /// Whether a verb tells who belongs to a group: "are", "include", "included".
  func isNaming(_ unit: Unit) -> Bool {
    unit.kind == .verb && !unit.verb.isNegated
      && (unit.verb.isAuxiliary && has(unit.head, .be) || isInclusion(unit.head))
  }

  /// "Include", "includes", "included".
  func isInclusion(_ token: Int) -> Bool {
    reads(token, "include", "includes", "included")
  }

  /// "Blocked the firm that signs his paychecks, Yanbian Silverstar": the names that close the description.
  func namesBehindRelative(_ object: Filler, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    let relative = object.unit + 1
    // "Two firms owned by the army, A and B".
    guard relative < units.count, units[relative - 1].kind == .nounPhrase,
      units[relative].kind == .relative
        || units[relative].kind == .verb && units[relative].verb.isBare
          && reads(units[relative].head, "owned", "run", "controlled", "based", "registered", "led", "linked"),
      let comma = units[relative...].prefix(12).firstIndex(where: { $0.kind == .comma || $0.kind == .mark }),
      units[comma].kind == .comma, let named = closingNames(at: comma + 1, clauses),
      named.next >= units.count || units[named.next].kind == .mark || units[named.next].kind == .comma
        || units[named.next].kind == .preposition || units[named.next].kind == .time,
      // "Firms that ship for Arnor Bank, Umbar Oil, and Dale Ltd.": an item among others.
      named.next + 1 >= units.count || units[named.next].kind != .comma
        || units[named.next + 1].kind != .conjunction
    else { return nil }
    return named.fillers
  }

  /// The names that stand at a unit: one, or two that "and" joins without a comma.
  private func closingNames(at unit: Int, _ clauses: Clauses) -> (fillers: [Filler], next: Int)? {
    func isParty(_ filler: Filler) -> Bool {
      entity(at: filler.head).map { entities[$0].kind.canBeListed } ?? false
    }
    if let all = list(at: unit, clauses), all.fillers.count > 1, all.fillers.allSatisfy(isParty),
      !clauses.units[unit..<all.next].contains(where: { $0.kind == .comma }),
      all.next >= clauses.units.count || clauses.units[all.next].kind != .verb
    {
      return all
    }
    guard let one = filler(at: unit, clauses), isParty(one.filler) else { return nil }
    return ([one.filler], one.next)
  }

  /// The parties behind ", among them" or ", including", with no other act told between.
  func namedAmong(behind unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard
      let link = units[(unit + 1)...].prefix(16).firstIndex(where: {
        $0.kind == .preposition && (has($0.head, .among) || word($0.head) == lexicon.words.including)
      }),
      units[link - 1].kind == .comma || has(units[link].head, .among) && units[link - 1].kind == .nounPhrase,
      !units[(unit + 1)..<link].contains(where: { unit in
        unit.kind == .verb && unit.verb.lemma >= 0 && !lexicon.verbs[unit.verb.lemma].frames.isEmpty
          || unit.kind == .subordinator || unit.kind == .mark
      })
    else { return nil }
    // "Three firms are blocked, X, the tanker Y and Z among them".
    if has(units[link].head, .among), link + 1 < units.count, has(units[link + 1].head, .pronoun),
      link + 2 >= units.count || units[link + 2].kind == .mark
    {
      let named = listEnding(before: link, clauses).filter { filler in
        entity(at: filler.head).map { entities[$0].kind.canBeListed } ?? false
      }
      return named.isEmpty ? nil : named
    }
    // "Including senators A and B": a plural noun before the names.
    let isBeforeNames =
      link + 2 < units.count && units[link + 1].kind == .nounPhrase && units[link + 2].kind == .nounPhrase
      && entity(at: units[link + 1].head) == nil && !units[link + 1].isPossessor
    let start =
      link + 1 < units.count
        && (has(units[link + 1].head, .pronoun) || has(units[link + 1].head, .determiner) || isBeforeNames)
      ? link + 2 : link + 1
    guard
      let named = list(at: start, clauses)?.fillers.filter({ filler in
        entity(at: filler.head).map { entities[$0].kind.canBeListed } ?? false
      }), !named.isEmpty
    else { return nil }
    return named
  }

  /// The names behind a colon, where a common noun before it announces them: "added the following entries: A; B".
  func announced(behind unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard
      let colon = units[unit...].firstIndex(where: { $0.kind == .mark && word($0.head) == Mark.colon }),
      !units[(unit + 1)..<colon].contains(where: { $0.kind == .verb && !$0.verb.isBare })
        || units[(unit + 1)..<colon].first(where: { $0.kind == .verb || $0.kind == .relative })?.kind
          == .relative,
      let list = list(at: colon + 1, clauses), list.fillers.contains(where: { entity(at: $0.head) != nil })
    else { return nil }
    return list.fillers
  }
}
