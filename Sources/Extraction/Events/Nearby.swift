import Knowledge
import Model
import TextMatching

/// Who takes part in what a trigger tells where its grammar is not understood: whoever is named nearest.
extension PostReader {
  /// How many units away from a trigger a name may stand.
  private static let nearReach = 14

  /// The names nearest to a trigger that a frame admits, with those they are joined to: before a passive or a participle,
  /// behind an active verb; none beyond a mark.
  func nearby(_ site: TriggerSite, _ wanted: [SlotCondition.Filler], _ clauses: Clauses) -> [Filler] {
    // Who pleads is hit and stands before the verb.
    let before =
      site.slots.isPassive || clauses.units[site.unit].verb.isBare
      || reads(site.tokens.upperBound - 1, "guilty")
    return before
      ? nearbyBefore(site, wanted, clauses) ?? nearbyBehind(site, wanted, clauses) ?? []
      : nearbyBehind(site, wanted, clauses) ?? []
  }

  private func nearbyBefore(_ site: TriggerSite, _ wanted: [SlotCondition.Filler], _ clauses: Clauses)
    -> [Filler]?
  {
    let units = clauses.units
    for at in (max(0, site.unit - PostReader.nearReach)..<site.unit).reversed() {
      if isBarrier(units[at]) { return nil }
      guard units[at].kind == .nounPhrase, !units[at].isPossessor, isWanted(units[at].head, wanted) else {
        continue
      }
      return listEnding(before: at + 1, clauses).filter { isWanted($0.head, wanted) }
    }
    return nil
  }

  private func nearbyBehind(_ site: TriggerSite, _ wanted: [SlotCondition.Filler], _ clauses: Clauses)
    -> [Filler]?
  {
    let units = clauses.units
    for at in (site.unit + 1)..<max(site.unit + 1, min(units.count, site.unit + PostReader.nearReach)) {
      if isBarrier(units[at]) { return nil }
      guard units[at].kind == .nounPhrase, !units[at].isPossessor, isWanted(units[at].head, wanted) else {
        continue
      }
      return list(at: at, clauses)?.fillers.filter { isWanted($0.head, wanted) }
    }
    return nil
  }

  /// Whether a unit ends what is told: a semicolon or colon.
  private func isBarrier(_ unit: Unit) -> Bool {
    unit.kind == .mark && (word(unit.head) == Mark.semicolon || word(unit.head) == Mark.colon)
  }

  /// Whether a name is of a kind that a frame admits; a party that puts others under sanctions is not who is hit.
  private func isWanted(_ token: Int, _ wanted: [SlotCondition.Filler]) -> Bool {
    guard let entity = entity(at: token), case let kind = entities[entity].kind else { return false }
    return wanted.contains { fits(kind, $0) } && (kind.isInstrument || !designates(entity))
  }
}
