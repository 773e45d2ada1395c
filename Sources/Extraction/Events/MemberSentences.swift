import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The rule of a verb that only names parties.
  private static let namingRule = "verb 'name'"

  /// How many sentences behind an act its parties may be named in sentences of their own.
  private static let memberReach = 6

  /// Gives an act on parties that it only counts those whom the next sentences name.
  ///
  /// "Imposed sanctions on three firms. The first is X, … The second operator is Y. The officials include A and B."
  func takeMembers(_ index: Int) {
    let event = events[index]
    guard event.kind == .designation || event.kind == .delisting || event.kind == .enforcement,
      event.status == .actual || event.status == .planned, !event.isBackground,
      event.has(.authority) || event.isUnderWay || isNews(event),
      let counted = partiesCounted(by: event)
    else { return }
    let last = min(event.sentence + PostReader.memberReach, sentences.count - 1)
    guard event.sentence < last else { return }
    // Another act with parties of its own ends the search.
    let rival = events[(index + 1)...].prefix { $0.sentence <= last }.first {
      $0.kind == event.kind && $0.sentence > event.sentence && $0.has(.authority) && $0.has(.target)
        && $0.rule != PostReader.namingRule
    }
    // "Among them was X, whom Harad had blacklisted before": told aside.
    let end =
      rival.map { opensWithMembers(sentences[$0.sentence].lowerBound) ? $0.sentence : $0.sentence - 1 }
      ?? last
    guard end > event.sentence else { return }
    let range = event.sentence + 1...end
    var found = false
    for number in range {
      let members = membersNamed(in: sentences[number], of: event)
      guard !members.isEmpty else { continue }
      found = true
      // "The ministry named X and Y": the same act, and none of its own.
      for other in events.indices[(index + 1)...].prefix(while: { events[$0].sentence <= number })
      where events[other].sentence == number && events[other].rule == PostReader.namingRule {
        take(.authority, of: events[other], into: index, "who names those hit")
        events[other].participants = []
      }
      take(members, into: index, "named in a sentence behind as one of those")
    }
    // "Measures on two men responsible for deportations to Harad": where parties are named no country is hit.
    if found {
      events[index].participants.removeAll { $0.role == .target && entities[$0.entity].kind.isTerritory }
    }
    if !found, counted > 1, !event.has(.target) {
      take(
        partiesOpening(range, count: counted, of: event), into: index,
        "as many as the act counts open what follows")
    }
  }

  private func take(_ members: [Int], into index: Int, _ note: String) {
    for mention in members {
      let entity = mentions[mention].entity
      guard !events[index].participants.contains(where: { $0.entity == entity }) else { continue }
      events[index].participants.append(Participant(role: .target, entity: entity))
      events[index].evidence.append(
        FoundEvidence(part: .target, tokens: mentions[mention].first..<mentions[mention].last, note: note))
    }
  }

  /// How many parties an act hits that its sentence does not name, 1 where it does not count them; nil for none.
  ///
  /// "Two entities and one individual" are three.
  private func partiesCounted(by act: FoundEvent) -> Int? {
    let parties = sentences[act.sentence].filter {
      has($0, .genericParty) && mentionAt[$0] < 0 || isPluralOfPeople($0)
    }
    // "Announced the new designations": the noun stands for the parties.
    guard !parties.isEmpty else { return act.rule.hasPrefix("noun") && !act.has(.target) ? 1 : nil }
    let counts = parties.map { count(before: $0) }
    // Beside a target that is named only parties that are counted can be others: "X and nine officials".
    if act.has(.target), counts.allSatisfy({ $0 < 2 }) { return nil }
    return max(1, counts.reduce(0, +))
  }

  /// Whether a noun for parties can stand for one of a kind: "generals" are persons, "tankers" ships.
  private func canMean(_ noun: Int, _ kind: EntityKind) -> Bool {
    if has(noun, .vesselNoun) { return kind == .vessel }
    if has(noun, .title) || has(noun, .calling) || has(noun, .human) { return kind == .person }
    if has(noun, .companyNoun) || has(noun, .bankNoun) || has(noun, .airlineNoun) {
      return kind != .person && kind != .vessel
    }
    return true
  }

  /// The number that stands before a noun, adjectives between them; 0 for none.
  private func count(before noun: Int) -> Int {
    for at in (max(0, noun - 3)..<noun).reversed() {
      if mentionAt[at] >= 0 || isMark(at) || has(at, .conjunction) || has(at, .genericParty) { return 0 }
      if let count = lexicon.numerals[word(at)] ?? number(at) { return count }
    }
    return 0
  }

  /// The names with which sentences open, where they are as many as an act counts.
  ///
  /// "Added three ships. The A, the B and the C all carried oil"; "Sanctioned two firms. A sells tires. B pays for them."
  private func partiesOpening(_ range: ClosedRange<Int>, count: Int, of act: FoundEvent) -> [Int] {
    let nouns = sentences[act.sentence].filter { has($0, .genericParty) && mentionAt[$0] < 0 }
    var found: [Int] = []
    for number in range where !sentences[number].isEmpty {
      let clauses = clauses(of: sentences[number])
      // "X said": who speaks is no party.
      guard let names = list(at: 0, clauses),
        names.next >= clauses.units.count || !has(clauses.units[names.next].head, .reporting)
      else { continue }
      found += listed(names.fillers).filter { mention in
        let entity = mentions[mention].entity
        let kind = entities[entity].kind
        return (nouns.isEmpty || nouns.contains { canMean($0, kind) }) && !kind.isTerritory
          && !designates(entity) && !found.contains { mentions[$0].entity == entity }
      }
      if found.count >= count { break }
    }
    return found.count == count ? found : []
  }
}
