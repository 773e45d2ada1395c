import Knowledge
import Model
import TextMatching

/// Whether an event lies before what is told, or goes on.
extension PostReader {
  /// Whether a verb tells what was before: "had designated", "which was designated", "a previously blocked bank".
  func isBackground(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb else { return false }
    if site.isAttribute { return true }
    let unit = clauses.units[site.unit]
    if unit.verb.hasHave, unit.verb.modal < 0, reads(unit.first, "had") {
      return !isReported(site.unit, clauses)
    }
    if isReduced(site.unit, clauses) { return site.unit > 0 }
    let before = unit.first - 1
    // "who is also being designated today" is the act that the post tells.
    if (unit.first..<unit.last).contains(where: { word($0) == lexicon.words.being }), !unit.verb.hasHave {
      return false
    }
    return has(before, .relative) || (max(0, before)..<unit.last).contains { has($0, .earlier) }
  }

  /// "OFAC said it had blacklisted X": what a body says that it had done is the act that it announces.
  private func isReported(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .nounPhrase, has(units[unit - 1].head, .pronoun) else {
      return false
    }
    var at = unit - 2
    if units[at].kind == .subordinator, at > 0 { at -= 1 }
    while at > 0, units[at].kind == .time || units[at].kind == .preposition { at -= 1 }
    return units[at].kind == .verb && reads(units[at].head, "said", "announced")
      && units[at].last - units[at].first == 1
  }

  /// Whether a verb tells what is going on: "is being designated", "is removing".
  func isUnderWay(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb, !site.isAttribute else { return false }
    let unit = clauses.units[site.unit]
    let isActive = unit.verb.forms.contains(.gerund) && !unit.verb.isGerund
    return (isActive || (unit.first..<unit.last).contains { word($0) == lexicon.words.being })
      && (unit.first..<unit.last).contains { reads($0, "is", "are", "am") }
  }
}
