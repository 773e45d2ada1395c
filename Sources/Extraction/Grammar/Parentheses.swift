import Knowledge
import Model
import TextMatching

/// What stands between commas or dashes and the verb whose subject is before it.
extension PostReader {
  /// The name that an apposition describes before ", and": "Harad Cargo, a firm based in Umbar, and its director, B".
  func describedBefore(_ start: Int, _ clauses: Clauses) -> Filler? {
    let units = clauses.units
    guard start > 4, units[start - 1].kind == .conjunction, isAnd(units[start - 1].head),
      units[start - 2].kind == .comma
    else { return nil }
    var at = start - 3
    while at > 0, start - at < 12 {
      switch units[at].kind {
      case .nounPhrase, .preposition, .time, .open, .close: break
      case .verb: guard units[at].verb.isBare else { return nil }
      case .comma:
        guard units[at - 1].kind == .nounPhrase, let named = entity(at: units[at - 1].head),
          entities[named].kind.isAgent, entities[named].kind != .country, at + 1 < start,
          units[at + 1].kind == .nounPhrase, has(units[at + 1].first, .article)
        else { return nil }
        return Filler(unit: at - 1, head: units[at - 1].head, first: units[at - 1].first)
      default: return nil
      }
      at -= 1
    }
    return nil
  }

  /// The unit before an adverbial between commas: "declined, yet again, to designate it".
  func aside(closedBy comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = comma - 1
    while at > 0, comma - at < 4 {
      switch units[at].kind {
      case .comma: return units[at - 1].kind == .verb ? at - 1 : nil
      case .conjunction, .preposition, .time: at -= 1
      default: return longAside(closedBy: comma, clauses)
      }
    }
    return longAside(closedBy: comma, clauses)
  }

  /// "Is expected, when leaders meet, to curb trade", "used it, the ink still wet, to list X".
  private func longAside(closedBy comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard let opening = openingComma(before: comma, clauses), comma - opening < 12,
      units[opening - 1].kind == .verb || units[opening - 1].kind == .nounPhrase
    else { return nil }
    let inner = units[opening + 1..<comma]
    let isClause =
      units[opening + 1].kind == .subordinator && units[opening - 1].kind == .verb
      && inner.contains { $0.kind == .verb }
    let isBare =
      comma == opening + 2 && units[opening + 1].kind == .nounPhrase
      && mentionAt[units[opening + 1].head] < 0 && has(units[opening - 1].head, .pronoun)
    return isClause || isBare ? opening - 1 : nil
  }

  /// The name between two commas that tells who the description before them is: "Its parent, Arnor Holdings, …".
  func namedApposition(between opening: Int, and comma: Int, _ clauses: Clauses) -> [Filler]? {
    var described = opening - 1
    // "Its affiliate in Umbar, Lacus Petroleum, was": a place behind the description.
    if described > 1, let place = entity(at: clauses.units[described].head), entities[place].kind.isTerritory,
      clauses.units[described - 1].kind == .preposition, clauses.units[described - 2].kind == .nounPhrase
    {
      described -= 2
    }
    guard opening > 0, clauses.units[described].kind == .nounPhrase,
      entity(at: clauses.units[described].head) == nil,
      let inner = list(at: opening + 1, clauses), inner.next == comma,
      inner.fillers.allSatisfy({ entity(at: $0.head) != nil })
    else { return nil }
    // "Harad Bank, and its president, Vorontsov, have …": the others of the list too.
    return listEnding(before: opening, clauses).dropLast() + inner.fillers
  }

  /// The comma that opens the parenthesis which a comma closes; it stands behind a noun.
  func openingComma(before comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = comma - 1
    while at > 0, comma - at < 16 {
      if units[at].kind == .comma,
        units[at - 1].kind == .nounPhrase || units[at - 1].kind == .close || units[at - 1].kind == .time
          || units[at - 1].kind == .preposition && units[at + 1].kind == .nounPhrase
      {
        // A list "A, B, and C" has no parenthesis.
        let inner = units[at + 1]
        // "Seoul, meanwhile, lifted the ban": adverbs alone make no unit.
        if at + 1 == comma { return at }
        if inner.kind == .relative || inner.kind == .verb || inner.kind == .preposition
          || inner.kind == .nounPhrase || inner.kind == .subordinator
        {
          return at
        }
      }
      if units[at].kind == .mark, word(units[at].head) == Mark.semicolon { return nil }
      at -= 1
    }
    return nil
  }

  /// The comma before ", which in May froze the assets of a trader, Arnor Gold,", where only one verb stands behind it.
  func relativeOpening(around comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var verbs = 0
    var at = comma - 1
    while at > 1, comma - at < 16 {
      switch units[at].kind {
      case .verb where units[at].isFiniteForm && (!units[at].verb.isBare || units[at - 1].kind == .relative):
        verbs += 1
      case .relative:
        return verbs == 1 && units[at - 1].kind == .comma && units[at - 2].kind == .nounPhrase ? at - 1 : nil
      case .subordinator, .mark: return nil
      default: break
      }
      at -= 1
    }
    return nil
  }

  func openingDash(before dash: Int, _ clauses: Clauses) -> Int? {
    var at = dash - 1
    while at > 0 {
      if clauses.units[at].kind == .mark, word(clauses.units[at].head) == Mark.dash { return at }
      at -= 1
    }
    return nil
  }
}
