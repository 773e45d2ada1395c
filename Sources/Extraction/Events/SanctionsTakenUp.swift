import Knowledge
import Model
import TextMatching

/// Sanctions told in one sentence whose targets the next one names: "announced sanctions. The measures target X and Y."
extension PostReader {
  /// How many sentences behind sanctions their targets may be named.
  private static let sanctionsReach = 3
  /// Among how many acts told before they are looked for.
  private static let actsBack = 64

  /// Whether what hits a party is "the sanctions", "these measures", "the action", as told before.
  func isOfSanctions(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    if site.kind == .verb, clauses.units[site.unit].verb.isGerund, sanctions(before: site.unit, clauses) {
      return true
    }
    guard site.kind == .verb, !site.slots.isPassive, site.slots.subject.count == 1,
      let subject = site.slots.subject.first, entity(at: subject.head) == nil, subject.owners.isEmpty,
      has(subject.head, .nounSanctions) || has(subject.head, .nounAction)
    else { return false }
    return word(subject.first) == lexicon.words.the || has(subject.first, .demonstrative)
  }

  /// Whether a unit follows a noun for sanctions that tells no target: "imposed sanctions on Friday targeting X".
  private func sanctions(before unit: Int, _ clauses: Clauses) -> Bool {
    var at = unit - 1
    while at > 0, clauses.units[at].kind == .time || clauses.units[at].kind == .preposition { at -= 1 }
    return at >= 0 && clauses.units[at].kind == .nounPhrase && has(clauses.units[at].head, .nounSanctions)
  }

  /// Joins sanctions of which no target is told with what the next sentences say of whom they hit; of sanctions on a
  /// country, those hit take who imposed them, and the day.
  func takeUpSanctions() {
    var joined: Set<Int> = []
    for index in events.indices where events[index].isOfSanctions && events[index].kind == .designation {
      let event = events[index]
      guard event.status == .actual,
        let told = events[..<index].suffix(PostReader.actsBack).lastIndex(where: {
          imposes($0) && (event.sentence > $0.sentence || followsNoun(event, of: $0))
        }),
        event.sentence - events[told].sentence <= PostReader.sanctionsReach, !joined.contains(told),
        !event.has(.authority) || followsNoun(event, of: events[told])
      else { continue }
      let act = events[told]
      if !event.has(.authority) { take(.authority, of: act, into: index, "who imposed the sanctions") }
      if event.date == nil, act.date != nil { takeDate(of: act, into: index, "the day of the sanctions") }
      guard !act.has(.target) || followsNoun(event, of: act) else { continue }
      events[index].triggers = act.triggers + event.triggers
      events[index].sentence = act.sentence
      events[index].isBackground = act.isBackground
      if !event.has(.instrument) { take(.instrument, of: act, into: index, "of the sanctions") }
      joined.insert(told)
    }
    guard !joined.isEmpty else { return }
    events = events.indices.filter { !joined.contains($0) }.map { events[$0] }
      .sorted { $0.triggers[0].lowerBound < $1.triggers[0].lowerBound }
  }

  /// Whether a participle follows in the sentence that tells of the sanctions.
  private func followsNoun(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    guard event.sentence == act.sentence, let noun = act.triggers.last else { return false }
    let verb = event.triggers[0].lowerBound
    return verb >= noun.upperBound
      && (noun.upperBound..<verb).allSatisfy { timeAt[$0] >= 0 || has($0, .preposition) }
  }

  /// Whether an event imposes sanctions, on whomever.
  private func imposes(_ event: FoundEvent) -> Bool {
    (event.kind == .restriction || event.kind == .designation) && event.status == .actual
      && event.has(.authority)
  }
}
