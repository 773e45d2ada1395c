import Knowledge
import Model
import TextMatching

extension PostReader {
  /// A restriction hits a country: one that its words name, or whose nationality they tell.
  func completeRestriction(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let targets = event.participants.filter { $0.role == .target }.map(\.entity)
    let countries = targets.filter { entities[$0].kind == .country }
    if !countries.isEmpty {
      event.participants.removeAll { $0.role == .target && entities[$0.entity].kind != .country }
      return
    }
    // "Limit the leader's access to money" hits his country; "barred the leader from the port" hits him.
    let objects = site.slots.object.compactMap { entity(at: $0.head) }
    event.participants.removeAll {
      $0.role == .target
        && !(objects.contains($0.entity) && [.person, .vessel].contains(entities[$0.entity].kind))
        && ![.place, .company, .bank, .airline].contains(entities[$0.entity].kind)
    }
    guard !event.participants.contains(where: { $0.role == .target }) else { return }
    // "cut off Latvia's smaller lenders": the country that owns who is hit.
    for filler in site.slots.object where entity(at: filler.head) == nil {
      for owner in ownersAsFillers(filler, clauses) {
        guard let found = entity(at: owner.head), entities[found].kind == .country,
          !event.participants.contains(where: { $0.entity == found })
        else { continue }
        add(.target, found, owner.head, &event, "owner of who is hit")
        return
      }
    }
    // "a ban on North Korean coal": the nationality in the words behind the trigger.
    let right = site.tokens.upperBound..<rightEnd(site, clauses)
    // "New investment in Russia will be banned": of a passive the words before it.
    let left = (site.slots.isPassive ? site.slots.object.map(\.first).min() : nil)
      .map { min($0, right.lowerBound)..<right.lowerBound }
    for hit in demonyms where right.contains(hit.first) || left?.contains(hit.first) ?? false {
      guard let entity = entityIndex[EntityKey.known(hit.index)] else { continue }
      // "Banned from British ports": where they may not go is not hit.
      guard !event.participants.contains(where: { $0.entity == entity }),
        !has(hit.last, .nounBorder) || word(hit.first - 1) != lexicon.words.from
      else { continue }
      add(.target, entity, hit.first, &event, "nationality of what is restricted")
      return
    }
    for token in Array(right) + (left ?? right.lowerBound..<right.lowerBound).reversed()
    where mentionAt[token] >= 0 {
      guard let entity = entity(at: token), entities[entity].kind == .country,
        !event.participants.contains(where: { $0.entity == entity }),
        !lexicon.authorities.contains(entities[entity].known), !has(token + 1, .nounBorder)
      else { continue }
      add(.target, entity, token, &event, "country in the words of the restriction")
      return
    }
    // "Restrictions on economic relations with the annexed Orthad": places that are none of those where something happens.
    for token in right where mentionAt[token] >= 0 && isCapital(token) {
      guard let entity = entity(at: token), entities[entity].kind == .place,
        mentions[Int(mentionAt[token])].first == token, let list = listEnding(at: token, clauses).first,
        list > 0, clauses.units[list - 1].kind == .preposition,
        word(clauses.units[list - 1].head) != lexicon.words.in,
        word(clauses.units[list - 1].head) != lexicon.words.at
      else { continue }
      add(.target, entity, token, &event, "place in the words of the restriction")
    }
  }

  /// The first unit of the list of phrases that a token belongs to.
  private func listEnding(at token: Int, _ clauses: Clauses) -> [Int] {
    let unit = clauses.unit(at: token)
    guard unit >= 0, let first = listEnding(before: unit + 1, clauses).first else { return [] }
    return [clauses.unit(at: first.first)]
  }

  /// Who violates where a noun tells it: "paid for repairs in violation of X", "fined Y for violations of X".
  func completeViolation(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard !event.participants.contains(where: { $0.role == .actor }), site.unit > 0,
      units[site.unit - 1].kind == .preposition
    else { return }
    // "Is in violation of" and "traded in violation of".
    let before = units[..<site.unit].indices.last { at in
      units[at].kind == .verb
        && (!units[at].verb.isAuxiliary || at == site.unit - 2 && has(units[at].head, .be))
    }
    // "In breach of the resolution, China bought coal".
    guard let verb = before ?? (site.unit == 1 ? units.indices.first { units[$0].isFiniteForm } : nil) else {
      return
    }
    var slots = Slots()
    slots.isPassive = units[verb].verb.isPassive
    fillRight(of: verb, &slots, clauses)
    // Of "fined Y for violations" the object, of "paid in violation" the subject has broken the law.
    let isReason = word(units[site.unit - 1].head) == lexicon.words.for
    let candidates = (isReason && !slots.isPassive ? slots.object : []) + subject(of: verb, clauses)
    for filler in candidates {
      let found = entity(at: filler.head) ?? (has(filler.head, .pronoun) ? pronoun(filler.head, .actor) : nil)
      // Those who put others on lists break the law themselves, but not by what they say of others.
      guard let found,
        !designates(found) || !isReason && !has(units[verb].head, .reporting) && isCountry(found)
      else { continue }
      add(.actor, found, filler.head, &event, isReason ? "hit for the violation" : "subject of the act")
      if isReason, !slots.object.contains(where: { $0.head == filler.head }) { return }
    }
  }

  private func isCountry(_ entity: Int) -> Bool { entities[entity].kind == .country }

  /// A test told without who tests is that of the one country of the post that is known to test such weapons.
  func completeTest(_ site: TriggerSite, _ event: inout FoundEvent) {
    guard let tester else { return }
    add(.actor, tester, site.tokens.lowerBound, &event, "the country of the post that tests weapons")
  }

  /// The country known to test weapons that a post speaks of more than twice as often as of any other.
  ///
  /// Those that put others under sanctions count only where no other is named.
  func dominantTester() -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions where lexicon.testers.contains(entities[mention.entity].known) {
      counts[mention.entity, default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    let found = counts
    let tested = found.filter { !designates($0.key) }
    let weights = (tested.isEmpty ? found : tested).map { ($0.value, $0.key) }.sorted { $0 > $1 }
    guard let first = weights.first, weights.count == 1 || first.0 > 2 * weights[1].0 else { return nil }
    return first.1
  }

  /// The end of the words that belong to a trigger on its right.
  private func rightEnd(_ site: TriggerSite, _ clauses: Clauses) -> Int {
    var end = site.tokens.upperBound
    func take(_ filler: Filler) {
      end = max(end, clauses.units[filler.unit].last)
      for inner in filler.of { take(inner) }
    }
    for filler in site.slots.object + site.slots.complement where filler.head >= site.tokens.lowerBound {
      take(filler)
    }
    for (_, token, fillers) in site.slots.prepositions where token >= site.tokens.lowerBound {
      for filler in fillers { take(filler) }
    }
    return end
  }
}
