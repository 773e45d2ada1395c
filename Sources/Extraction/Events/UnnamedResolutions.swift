import Knowledge
import Model
import TextMatching

/// Words that describe a resolution which the day of its vote tells ("the new resolution the Council votes on today").
struct UnnamedResolution {
  var number: Int
  var tokens: Range<Int>
}

extension PostReader {
  /// The one resolution that was adopted on the day of an adoption told without a name.
  func unnamedResolution(
    _ frame: Frame, _ site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent
  ) -> UnnamedResolution? {
    guard event.kind == .adoption, event.status == .actual || event.status == .planned,
      !event.participants.contains(where: { $0.role == .instrument }), let day = event.date?.day,
      event.participants.contains(where: { $0.role == .authority && isSecurityCouncil($0.entity) })
    else { return nil }
    let candidates =
      site.slots.object + site.slots.prepositions.flatMap(\.fillers)
      + (site.slots.object + site.slots.prepositions.flatMap(\.fillers)).flatMap(\.of)
    guard let noun = candidates.first(where: { has($0.head, .resolutionWord) && mentionAt[$0.head] < 0 })
    else {
      return nil
    }
    let numbers = lexicon.resolutions.filter { $0.value.day == day }.keys
    guard numbers.count == 1, let number = numbers.first else { return nil }
    var first = clauses.units[noun.unit].first
    while first < noun.head, has(first, .article) { first += 1 }
    return UnnamedResolution(number: number, tokens: first..<(noun.head + 1))
  }

  private func isSecurityCouncil(_ entity: Int) -> Bool { entities[entity].name == "U.N. Security Council" }

  /// Makes the description a mention and the resolution the instrument of the event.
  func name(_ found: UnnamedResolution, of event: Int) {
    guard found.tokens.allSatisfy({ mentionAt[$0] < 0 }) else { return }
    var entity = FoundEntity(kind: .resolution, name: "UNSCR \(found.number)")
    entity.date = lexicon.resolutions[found.number]
    let index = add(entity, key: EntityKey.resolution(found.number))
    addMention(
      found.tokens.lowerBound, found.tokens.upperBound, entity: index, nominal: true,
      rule: "resolution by the day of its vote")
    dropReplacedMentions()
    events[event].participants.append(Participant(role: .instrument, entity: index))
    events[event].evidence.append(
      FoundEvidence(part: .instrument, tokens: found.tokens, note: "the one resolution adopted on that day"))
  }
}
