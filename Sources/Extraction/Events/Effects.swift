import Knowledge
import Model
import TextMatching

extension PostReader {
  /// How far behind "subject to" the nouns may stand that tell what listed parties are under.
  private static let effectReach = 12

  /// Joins what a designation means for its parties to it, and returns the indices of the events that are gone.
  ///
  /// "Approved the addition of two firms to its list of those subject to the travel ban and assets freeze of resolution
  /// 1807": the ban and the freeze are the designation, and the resolution is what it is done under.
  func joinEffects(of range: Range<Int>, from first: Int) -> [Int] {
    guard first < events.count, isDesignation(events[first]),
      let start = range.first(where: { word($0) == lexicon.words.to && ends($0 - 1, in: "subject") }),
      events[first].triggers[0].lowerBound < start
    else { return [] }
    let near = start...start + PostReader.effectReach
    let effects = events.indices[(first + 1)...].filter { index in
      let event = events[index]
      return event.status == .actual && (event.kind == .restriction || event.kind == .designation)
        && event.triggers.contains { near.contains($0.lowerBound) && has($0.upperBound - 1, .nounSanctions) }
        && event.triggers.allSatisfy { $0.lowerBound > start }
    }
    for index in effects {
      events[first].triggers += events[index].triggers
      events[first].take(events[index].participants.filter { $0.role == .instrument })
      events[first].evidence += events[index].evidence.filter {
        $0.part == .trigger || $0.part == .instrument
      }
    }
    for index in effects.reversed() { events.remove(at: index) }
    takeEffects(in: near, range, first)
    return effects
  }

  /// Takes the nouns that tell no event of their own, and the instrument under which the parties stand.
  private func takeEffects(in near: ClosedRange<Int>, _ range: Range<Int>, _ event: Int) {
    var last: Int?
    for index in near where range.contains(index) && nounTriggerAt[index] >= 0 {
      let hit = nounTriggers[Int(nounTriggerAt[index])]
      guard has(hit.last - 1, .nounSanctions) else { continue }
      last = hit.last
      let tokens = hit.first..<hit.last
      guard !events[event].triggers.contains(where: { $0.overlaps(tokens) }) else { continue }
      events[event].triggers.append(tokens)
      events[event].evidence.append(
        FoundEvidence(part: .trigger, tokens: tokens, note: "what the parties are subject to"))
    }
    guard let last, last <= range.upperBound, !events[event].has(.instrument) else { return }
    let end =
      (last..<range.upperBound).first {
        word($0) == Mark.comma || word($0) == Mark.semicolon || has($0, .relative)
      } ?? range.upperBound
    guard let token = (last..<end).first(where: { mentionAt[$0] >= 0 }), let found = entity(at: token),
      entities[found].kind.isInstrument
    else { return }
    add(.instrument, found, token, &events[event], "what the parties are subject to")
  }

  /// Joins what a suit is for to the suit: "sued to forfeit the accounts of X" is one act, and done.
  func joinGovernor(_ event: FoundEvent, _ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard event.kind == .enforcement, site.kind == .verb, clauses.units[site.unit].verb.isInfinitive,
      let last = events.indices.last, events[last].kind == .enforcement,
      let governor = clauses.units[..<site.unit].lastIndex(where: { $0.kind == .verb }),
      reads(clauses.units[governor].head, "sue", "sues", "sued", "suing"),
      events[last].triggers.contains(where: { $0.contains(clauses.units[governor].head) })
    else { return false }
    events[last].triggers += event.triggers
    events[last].take(event.participants)
    events[last].evidence += event.evidence.filter { $0.part != .status }
    return true
  }

  private func isDesignation(_ event: FoundEvent) -> Bool {
    event.kind == .designation && event.status == .actual && !event.isBackground && event.has(.authority)
  }
}
