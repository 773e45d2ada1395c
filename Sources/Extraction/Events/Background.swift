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
    // "Having named it before", "remains blacklisted".
    if reads(unit.first, "having") || has(unit.first, .staying) { return true }
    if unit.verb.hasHave, unit.verb.modal < 0, reads(unit.first, "had") {
      return !isReported(site.unit, clauses)
    }
    if isReduced(site.unit, clauses) {
      // "Also listed were X and Y".
      return site.unit > 0 && invertedSubject(site.unit, clauses) == nil
    }
    let before = unit.first - 1
    // "who is also being designated today" is the act that the post tells.
    if (unit.first..<unit.last).contains(where: { word($0) == lexicon.words.being }), !unit.verb.hasHave {
      return false
    }
    return has(before, .relative) || (max(0, before)..<unit.last).contains { has($0, .earlier) }
  }

  /// "OFAC said it had blacklisted X", "announced that X had been removed": what a body says that it had done is the act
  /// that it announces.
  private func isReported(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .nounPhrase else { return false }
    var at = unit - 2
    guard has(units[unit - 1].head, .pronoun) || units[at].kind == .subordinator else { return false }
    let isOwn = has(units[unit - 1].head, .pronoun)
    if units[at].kind == .subordinator, at > 0 { at -= 1 }
    while at > 0, units[at].kind == .time || units[at].kind == .preposition { at -= 1 }
    return units[at].kind == .verb
      && (reads(units[at].head, "announced") || isOwn && reads(units[at].head, "said"))
      && units[at].last - units[at].first == 1
  }

  /// Whether a finite verb tells a story in the simple past: "listed two refiners", "were adopted".
  func isNarrated(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb, !site.isAttribute, !isReduced(site.unit, clauses) else { return false }
    let verb = clauses.units[site.unit].verb
    guard !verb.hasHave, verb.modal < 0, !verb.isInfinitive, !verb.isGerund,
      !clauses.units[..<site.unit].contains(where: { $0.kind == .relative || $0.kind == .subordinator })
    else { return false }
    return verb.isPassive ? reads(clauses.units[site.unit].first, "was", "were") : verb.forms.contains(.past)
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
