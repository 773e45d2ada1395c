import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Who is cited for an event: "Kyodo reported that …", "…, a spokesman for OFSI said", "according to the U.N.".
  ///
  /// Who takes part in the event is no source for it.
  func cite(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    guard let found = citedBefore(site, clauses) ?? citedBehind(site, clauses) ?? according(clauses),
      !event.participants.contains(where: { $0.entity == found.entity })
    else { return }
    // "X was charged on Friday, the Justice Department said": who announces an act without a doer does it.
    if !event.has(.authority), event.status == .actual || event.status == .planned, isDone(event.kind),
      site.kind == .noun || site.slots.isPassive || event.kind == .enforcement && event.has(.target)
        || site.slots.subject.contains(where: { has($0.head, .nounAction) }),
      entities[found.entity].kind == .organization, designates(found.entity)
    {
      add(.authority, found.entity, found.token, &event, "who announces it")
      // "Treasury said that X had also been designated": what a body tells of itself is what it announces.
      if !site.isAttribute, !isReduced(site.unit, clauses) { event.isBackground = false }
      // "Treasury's OFAC said": whoever owns the body acts too.
      let first = mentionAt[found.token] >= 0 ? mentions[Int(mentionAt[found.token])].first : found.token
      if word(first - 1) == Mark.possessive, let owner = entity(at: first - 2),
        entities[owner].kind == .organization
      {
        add(.authority, owner, first - 2, &event, "owner of who announces it")
      }
      return
    }
    event.source = found.entity
    let name = mentionAt[found.token] >= 0 ? mentions[Int(mentionAt[found.token])] : nil
    let words = name.map { $0.first..<$0.last } ?? found.token..<(found.token + 1)
    event.evidence.append(FoundEvidence(part: .source, tokens: words, note: "who is cited"))
  }

  /// Whether an event of a kind is an act of an authority on a party or country.
  private func isDone(_ kind: EventKind) -> Bool { kind.roles.contains(.target) }

  private typealias Citation = (entity: Int, token: Int)

  /// The subject of a verb of saying whose complement holds the trigger.
  private func citedBefore(_ site: TriggerSite, _ clauses: Clauses) -> Citation? {
    let units = clauses.units
    for verb in (0..<site.unit).reversed() where units[verb].kind == .verb && reports(verb, clauses) {
      let between = units[(verb + 1)...site.unit]
      let isBroken = between.contains { unit in
        unit.kind == .relative || unit.kind == .mark && word(unit.head) == Mark.semicolon
      }
      guard !isBroken else { return nil }
      return sayer(subject(of: verb, clauses), clauses)
    }
    return nil
  }

  /// The subject of a verb of saying that closes the sentence behind the trigger.
  private func citedBehind(_ site: TriggerSite, _ clauses: Clauses) -> Citation? {
    let units = clauses.units
    guard let verb = units.lastIndex(where: { $0.kind == .verb }), verb > site.unit, reports(verb, clauses),
      units[(verb + 1)...].allSatisfy({ $0.kind != .nounPhrase && $0.kind != .subordinator })
    else { return nil }
    let subject = subject(of: verb, clauses)
    guard let first = subject.first, clauses.unit(at: first.first) > 0,
      units[clauses.unit(at: first.first) - 1].kind == .comma || word(first.first - 1) == Mark.quote
    else { return nil }
    return sayer(subject, clauses)
  }

  private func according(_ clauses: Clauses) -> Citation? {
    for index in clauses.range where word(index) == lexicon.words.according {
      guard let list = list(at: clauses.unit(at: index + 1) + 1, clauses) else { continue }
      return sayer(list.fillers, clauses)
    }
    return nil
  }

  /// Whether a verb only tells that something is said; verbs that can name an event do more.
  private func reports(_ unit: Int, _ clauses: Clauses) -> Bool {
    let verb = clauses.units[unit]
    return has(verb.head, .reporting) && !verb.verb.isPassive && !verb.verb.isInfinitive
      && (verb.verb.lemma < 0 || lexicon.verbs[verb.verb.lemma].frames.isEmpty)
  }

  /// The first name that can say something: a person, a body, a country, or the one a spokesman speaks for.
  private func sayer(_ fillers: [Filler], _ clauses: Clauses) -> Citation? {
    for filler in fillers {
      var names =
        [filler.head] + filler.of.map(\.head) + filler.owners.map { clauses.units[$0].head }
      // "A spokesman for OFSI".
      let next = filler.unit + 1
      if next + 1 < clauses.units.count, clauses.units[next].kind == .preposition,
        clauses.units[next + 1].kind == .nounPhrase, entity(at: filler.head) == nil
      {
        names.append(clauses.units[next + 1].head)
      }
      for token in names {
        guard let found = entity(at: token), entities[found].kind.isAgent, entities[found].kind != .vessel
        else { continue }
        return (found, token)
      }
      if let found = modifiers(of: filler, clauses).first(where: { entities[$0].kind.isAgent }) {
        return (found, filler.head)
      }
    }
    return nil
  }
}
