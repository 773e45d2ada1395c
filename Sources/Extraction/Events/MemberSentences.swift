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
      event.status == .actual || event.status == .planned, !event.isBackground, event.has(.authority),
      !event.participants.contains(where: { $0.role == .target }),
      sentences[event.sentence].contains(where: { has($0, .genericParty) && mentionAt[$0] < 0 })
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
    for number in event.sentence + 1...end {
      var members = membersNamed(in: sentences[number], of: event)
      if members.isEmpty, number == event.sentence + 1 {
        members = membersCounted(in: sentences[number], of: event)
      }
      // "The ministry named X and Y": the same act, and none of its own.
      if !members.isEmpty {
        for other in events.indices[(index + 1)...].prefix(while: { events[$0].sentence <= number })
        where events[other].sentence == number && events[other].rule == PostReader.namingRule {
          events[other].participants = []
        }
      }
      for mention in members {
        let entity = mentions[mention].entity
        guard !events[index].participants.contains(where: { $0.entity == entity }) else { continue }
        events[index].participants.append(Participant(role: .target, entity: entity))
        events[index].evidence.append(
          FoundEvidence(
            part: .target, tokens: mentions[mention].first..<mentions[mention].last,
            note: "named in a sentence behind as one of those"))
      }
    }
  }

  /// The mentions that a sentence names as members of what was told before; none where it is no such sentence.
  private func membersNamed(in range: Range<Int>, of act: FoundEvent) -> [Int] {
    guard !range.isEmpty else { return [] }
    if let doer = entity(
      at: word(range.lowerBound) == lexicon.words.the ? range.lowerBound + 1 : range.lowerBound),
      isDoer(doer, of: act)
    {
      return membersTold(in: range)
    }
    guard opensWithMembers(range.lowerBound) else { return [] }
    let clauses = clauses(of: range)
    let units = clauses.units
    guard
      let verb = units.firstIndex(where: { $0.kind == .verb && !$0.verb.isBare && !isReducedName($0) }),
      case let opening = withoutParenthesis(units[..<verb]),
      opening.allSatisfy({ $0.kind != .nounPhrase || entity(at: $0.head) == nil }),
      opening.contains(where: { $0.kind == .nounPhrase && isMemberWord($0) })
    else { return [] }
    guard isNaming(units[verb]) else { return [] }
    var found: [Int] = []
    var at = verb + 1
    while at < units.count {
      let unit = units[at]
      if unit.kind == .relative || unit.kind == .subordinator || unit.kind == .verb && !unit.verb.isBare {
        break
      }
      if unit.kind == .nounPhrase, !unit.isPossessor, units[at - 1].kind != .preposition,
        mentionAt[unit.head] >= 0, !mentions[Int(mentionAt[unit.head])].isNominal
      {
        let mention = Int(mentionAt[unit.head])
        let kind = entities[mentions[mention].entity].kind
        if kind.canBeListed { found.append(mention) }
      }
      at += 1
    }
    return found
  }

  /// The names that open a sentence where they are as many as the act counts.
  ///
  /// "Added three ships. The A, the B and the C all carried oil".
  private func membersCounted(in range: Range<Int>, of act: FoundEvent) -> [Int] {
    guard !range.isEmpty,
      let party = sentences[act.sentence].first(where: { has($0, .genericParty) && mentionAt[$0] < 0 }),
      let count = (max(0, party - 3)..<party).compactMap({ lexicon.numerals[word($0)] ?? number($0) }).last,
      count > 1, case let clauses = clauses(of: range), let names = list(at: 0, clauses)?.fillers,
      names.count == count
    else { return [] }
    let found = names.compactMap { filler -> Int? in
      guard let entity = entity(at: filler.head), entities[entity].kind.canBeListed,
        !entities[entity].kind.isTerritory, !designates(entity)
      else { return nil }
      return Int(mentionAt[filler.head])
    }
    return found.count == count ? found : []
  }

  /// "The ministry named X, Y and Z", "OFAC identified the firms as X and Y": the parties that who acts names.
  private func membersTold(in range: Range<Int>) -> [Int] {
    let clauses = clauses(of: range)
    let units = clauses.units
    guard let verb = units.firstIndex(where: { $0.kind == .verb }), verb < 3, !units[verb].verb.isPassive,
      !units[verb].verb.isNegated, reads(units[verb].head, "named", "identified", "listed")
    else { return [] }
    var slots = Slots()
    fillRight(of: verb, &slots, clauses)
    let named = slots.object + slots.fillers(behind: lexicon.words.as)
    return named.compactMap { filler in
      guard mentionAt[filler.head] >= 0, case let mention = Int(mentionAt[filler.head]),
        !mentions[mention].isNominal, case let kind = entities[mentions[mention].entity].kind,
        kind.canBeListed
      else { return nil }
      return mention
    }
  }

  /// "Among them, according to a draft, are X and Y": the units before what stands between two commas.
  private func withoutParenthesis(_ units: ArraySlice<Unit>) -> ArraySlice<Unit> {
    guard units.last?.kind == .comma, let open = units.firstIndex(where: { $0.kind == .comma }),
      open < units.endIndex - 1
    else { return units }
    return units[..<open]
  }

  private func isReducedName(_ unit: Unit) -> Bool { unit.verb.isBare }

  /// Whether a sentence begins as one that takes up some of those told before: "the", "they", "among", "others".
  private func opensWithMembers(_ token: Int) -> Bool {
    // "Also on the list are X and Y".
    if has(token, .addition), word(token + 1) == lexicon.words.on { return true }
    return word(token) == lexicon.words.the || has(token, .demonstrative) || has(token, .pronoun)
      || has(token, .among)
  }

  /// Whether a phrase stands for some of those told before: "the officials", "the first", "they", "the other targets".
  private func isMemberWord(_ unit: Unit) -> Bool {
    guard mentionAt[unit.head] < 0 else { return false }
    if has(unit.head, .nounList) { return true }
    return has(unit.head, .genericParty) || has(unit.head, .pronoun) || has(unit.head, .demonstrative)
      || has(unit.head, .ordinal) || ends(unit.head, in: "others") || ends(unit.head, in: "targets")
      || ends(unit.head, in: "target") || ends(unit.head, in: "operator")
  }
}
