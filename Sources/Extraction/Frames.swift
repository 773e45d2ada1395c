import Knowledge
import Model
import TextMatching

/// A trigger with what stands beside it, before its frame is chosen.
struct TriggerSite {
  enum Kind { case verb, noun }

  var kind: Kind
  /// The unit of the verb group or of the phrase whose head the trigger is.
  var unit: Int
  var tokens: Range<Int>
  var slots = Slots()
  /// For a noun: who owns it and who stands before it in its phrase.
  var owners: [Filler] = []
  var modifiers: [Int] = []
  /// Whether a time owns it ("Friday's designations").
  var isOwnedByTime = false
}

extension PostReader {
  // MARK: Conditions

  /// The fillers of a slot by its name in the event lexicon.
  func fillers(_ slot: String, _ site: TriggerSite, _ clauses: Clauses) -> [Filler] {
    switch slot {
    case "subject":
      // In the passive, who acts stands behind "by".
      guard site.slots.isPassive else { return site.slots.subject }
      return site.slots.prepositions.filter { $0.word == lexicon.words.by }.flatMap(\.fillers)
    case "object": return site.slots.object
    case "complement": return site.slots.complement
    case "possessor": return site.owners
    case "target": return targetFillers(site, clauses)
    default:
      let word = lexicon.vocabulary.word(slot)
      return site.slots.prepositions.filter { $0.word == word }.flatMap(\.fillers)
    }
  }

  /// Whatever can give the target: behind "on", "against", "of" and the like, and who owns the object.
  func targetFillers(_ site: TriggerSite, _ clauses: Clauses) -> [Filler] {
    var found: [Filler] = []
    if site.kind == .verb {
      for filler in site.slots.object where entity(at: filler.head) == nil {
        found += filler.of
        found += ownersAsFillers(filler, clauses)
      }
    }
    let fixed = lexicon.words
    for (word, _, fillers) in site.slots.prepositions
    where word == fixed.on || word == fixed.against || word == fixed.of || word == fixed.for
      || word == fixed.to || word == fixed.from
    {
      found += fillers
    }
    return found
  }

  /// Whether the needs of a frame hold.
  func holds(_ frame: EventFrame, _ site: TriggerSite, _ clauses: Clauses) -> Bool {
    frame.needs.allSatisfy { condition in
      switch condition.slot {
      case "passive": return site.slots.isPassive
      case "settling": return isSettling(clauses)
      case "modifier":
        return condition.fillers.contains { filler in
          filler == .any
            ? !site.modifiers.isEmpty : site.modifiers.contains { fits(entities[$0].kind, filler) }
        }
      default: break
      }
      let fillers = fillers(condition.slot, site, clauses)
      return condition.fillers.contains { wanted in
        switch wanted {
        case .none: fillers.isEmpty
        case .any: !fillers.isEmpty
        case .time: condition.slot == "possessor" && site.isOwnedByTime
        default:
          fillers.contains { fits($0, wanted, clauses) }
            || condition.slot == "target" && site.modifiersFit(wanted, self)
        }
      }
    }
  }

  func fits(_ kind: EntityKind, _ wanted: SlotCondition.Filler) -> Bool {
    switch wanted {
    case .party: kind.isAgent && kind != .country
    case .country: kind == .country
    case .instrument: kind.isInstrument
    case .organization: kind == .organization
    case .person: kind == .person
    case .noun, .any, .none, .time: false
    }
  }

  private func fits(_ filler: Filler, _ wanted: SlotCondition.Filler, _ clauses: Clauses) -> Bool {
    if let entity = entity(at: filler.head) {
      if case .noun(let wordClass) = wanted {
        // "SDN List" may be a name's last word; a plain noun of a mention that describes counts too.
        return mentions[Int(mentionAt[filler.head])].isNominal && has(filler.head, wordClass)
      }
      return fits(entities[entity].kind, wanted)
    }
    switch wanted {
    case .noun(let wordClass): return has(filler.head, wordClass)
    case .party: return has(filler.head, .genericParty) || isPartyPronoun(filler.head)
    case .instrument: return false
    default: return false
    }
  }

  private func isPartyPronoun(_ token: Int) -> Bool {
    has(token, .pronoun)
      && (word(token) == lexicon.words.it
        || ["them", "him", "her", "itself"].contains(text(of: token).lowercased()))
  }

  /// Whether the sentence speaks of a settlement of liability.
  private func isSettling(_ clauses: Clauses) -> Bool {
    clauses.range.contains { index in
      has(index, .nounLiability) || has(index, .nounCharge) || has(index, .nounSanctions)
        || mentionAt[index] >= 0 && (entity(at: index).map { entities[$0].kind == .law } ?? false)
    }
  }

  // MARK: Roles

  /// The event that a frame tells at a site.
  func event(_ frame: EventFrame, _ site: TriggerSite, _ clauses: Clauses, sentence: Int) -> FoundEvent {
    var triggers = [site.tokens]
    for need in frame.needs where need.joins {
      if let noun = fillers(need.slot, site, clauses).first(where: { joinsNoun($0, need, clauses) }) {
        triggers.append(compound(endingAt: noun.head))
      }
    }
    var event = FoundEvent(
      kind: frame.kind, triggers: triggers, rule: "\(frame.partOfSpeech.rawValue) '\(frame.trigger)'",
      sentence: sentence)
    event.evidence.append(
      FoundEvidence(
        part: .trigger, tokens: site.tokens,
        note: "\(frame.partOfSpeech.rawValue) '\(frame.trigger)' of the event lexicon"))
    fillRoles(frame, site, clauses, &event)
    return event
  }

  private func joinsNoun(_ filler: Filler, _ need: SlotCondition, _ clauses: Clauses) -> Bool {
    need.fillers.contains { fits(filler, $0, clauses) }
  }

  /// The words of a noun trigger that ends at a token: "nuclear test", "asset freeze".
  private func compound(endingAt head: Int) -> Range<Int> {
    for start in max(0, head - 3)...head where nounTriggerAt[start] >= 0 {
      if nounTriggers[Int(nounTriggerAt[start])].last == head + 1 { return start..<(head + 1) }
    }
    return head..<(head + 1)
  }

  private func fillRoles(
    _ frame: EventFrame, _ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent
  ) {
    let kind = frame.kind
    let doer: Role = kind == .violation || kind == .weaponsTest ? .actor : .authority
    let done: Role = kind.keyRole == .actor ? .actor : kind.keyRole
    var overrides: [String: Role?] = [:]
    for (slot, role) in frame.roles { overrides[slot] = .some(role) }
    func role(_ slot: String, _ usual: Role?) -> Role? { overrides[slot] ?? usual }

    let joined = frame.needs.first { $0.joins }?.slot
    // Who does it.
    give(role("subject", doer), site.slots.subject, clauses, &event, "subject")
    // What is done to; the object of a light verb is a part of the trigger.
    if joined != "object" {
      let objectRole = role("object", kind == .weaponsTest ? nil : done)
      give(objectRole, site.slots.object, clauses, &event, "object")
      if objectRole == .target {
        // "froze the assets of X": the owner of what is frozen.
        for filler in site.slots.object where entity(at: filler.head) == nil && ownsThrough(filler.head) {
          give(.target, filler.of + ownersAsFillers(filler, clauses), clauses, &event, "owner of the object")
          giveEntities(.target, modifiers(of: filler, clauses), filler.head, &event, "noun before the object")
        }
      } else if objectRole == .instrument {
        for filler in site.slots.object where entity(at: filler.head) == nil {
          giveEntities(
            .instrument, modifiers(of: filler, clauses), filler.head, &event, "noun before the object")
          give(.instrument, filler.of, clauses, &event, "behind 'of'")
        }
      }
    } else {
      for filler in site.slots.object {
        if done == .target {
          if overrides["of"] == nil { give(.target, filler.of, clauses, &event, "behind 'of'") }
          giveByUse(modifiers(of: filler, clauses), filler, doer, &event)
        }
        if let owner = filler.owners.last {
          giveOwner([Filler(unit: owner, head: clauses.units[owner].head, first: 0)], doer, clauses, &event)
        }
      }
    }
    if site.kind == .noun {
      giveOwner(site.owners, doer, clauses, &event)
      if let noun = site.slots.object.first {
        giveByUse(site.modifiers, noun, doer, &event)
      } else {
        giveByUse(
          site.modifiers,
          Filler(unit: site.unit, head: site.tokens.lowerBound, first: site.tokens.lowerBound), doer, &event)
      }
    }
    let fixed = lexicon.words
    for (word, token, fillers) in site.slots.prepositions {
      let name = text(of: token).lowercased()
      if let override = overrides[name] {
        give(override, fillers, clauses, &event, "behind '\(name)'")
        continue
      }
      if word == fixed.by {
        if overrides["subject"] == nil || site.kind == .noun {
          give(doer, fillers, clauses, &event, "behind 'by'")
        } else if let subjectRole = overrides["subject"], subjectRole == .target {
          give(.authority, fillers, clauses, &event, "behind 'by'")
        }
      } else if word == fixed.under || word == fixed.in || word == fixed.through || word == fixed.with
        || word == fixed.for
      {
        // "under E.O. 13722", "for violating IEEPA": only an instrument.
        if kind != .adoption, kind != .violation || word == fixed.under || word == fixed.with {
          giveInstruments(fillers, &event, name)
        }
        if word == fixed.for, kind == .restriction || kind == .relief, joined != nil || site.kind == .noun {
          give(.target, fillers, clauses, &event, "behind 'for'")
        }
        if kind == .restriction, word == fixed.with || word == fixed.in {
          give(.target, countries(fillers), clauses, &event, "behind '\(name)'")
        }
      } else if word == fixed.on || word == fixed.against || word == fixed.to || word == fixed.from
        || word == fixed.of
      {
        guard done == .target else {
          if done == .instrument, word == fixed.of || word == fixed.on {
            give(.instrument, fillers, clauses, &event, "behind '\(name)'")
          }
          if done == .actor, word == fixed.of, kind == .weaponsTest { continue }
          continue
        }
        let takesTarget = frame.needs.contains { $0.slot == "target" }
        let isTargetPlace =
          takesTarget || joined != nil || site.kind == .noun || kind == .restriction || kind == .relief
        guard isTargetPlace || word == fixed.against else { continue }
        // "North Korea's exports to China": whoever owns the trade is hit, not who takes it.
        if word == fixed.to, kind == .restriction, event.participants.contains(where: { $0.role == .target })
        {
          continue
        }
        if site.kind == .noun, word == fixed.to || word == fixed.from, kind != .restriction && kind != .relief
        {
          continue
        }
        give(.target, fillers, clauses, &event, "behind '\(name)'")
      }
    }
    if kind == .restriction || kind == .relief { completeRestriction(site, clauses, &event) }
    if kind == .weaponsTest, event.participants.isEmpty { completeTest(site, &event) }
  }

  /// Whether the owner of a thing is who is hit when the thing is: "assets", "accounts", "members".
  private func ownsThrough(_ head: Int) -> Bool {
    has(head, .nounAssets) || has(head, .nounSanctions) || has(head, .nounDesignation)
      || has(head, .nounAccess)
      || has(head, .nounTrade)
  }

  private func countries(_ fillers: [Filler]) -> [Filler] {
    fillers.filter { filler in entity(at: filler.head).map { entities[$0].kind == .country } ?? false }
  }

  /// Puts the entities of phrases into a role; an instrument that seems to act is the instrument.
  private func give(
    _ role: Role?, _ fillers: [Filler], _ clauses: Clauses, _ event: inout FoundEvent, _ place: String
  ) {
    guard let role else { return }
    for filler in fillers {
      if let entity = entity(at: filler.head) {
        if role == .authority || role == .actor, entities[entity].kind.isInstrument {
          // "The Act passed": what is adopted is its own subject.
          if event.kind == .adoption, place == "subject" {
            add(.instrument, entity, filler.head, &event, place)
          }
          if event.kind.roles.contains(.instrument), event.kind != .adoption, event.kind != .violation {
            add(.instrument, entity, filler.head, &event, place)
          }
          continue
        }
        add(role, entity, filler.head, &event, place)
        guard role == .authority else { continue }
        // "Treasury's OFAC": whoever owns the body acts too, a country aside.
        for owner in filler.owners {
          if let owning = self.entity(at: clauses.units[owner].head), entities[owning].kind == .organization {
            add(.authority, owning, clauses.units[owner].head, &event, "owner of the \(place)")
          }
        }
      } else if has(filler.head, .pronoun) {
        if let entity = pronoun(filler.head, role) {
          add(role, entity, filler.head, &event, "pronoun as \(place)")
        }
      } else if role == .authority || role == .actor {
        // "the U.S. government", "North Korea's regime": the name before a noun for its rule or branch.
        giveOwnersOfNoun(role, filler, clauses, &event, place)
      } else if role == .target, has(filler.head, .genericParty) || ownsThrough(filler.head) {
        if has(filler.head, .nounAssets) || has(filler.head, .nounSanctions) || has(filler.head, .nounTrade) {
          give(
            .target, filler.of + ownersAsFillers(filler, clauses), clauses, &event, "owner behind \(place)")
          giveEntities(.target, modifiers(of: filler, clauses), filler.head, &event, "noun before \(place)")
        }
      }
    }
  }

  /// The owner or the name before a common noun that acts: "Treasury officials", "Seoul's government".
  private func giveOwnersOfNoun(
    _ role: Role, _ filler: Filler, _ clauses: Clauses, _ event: inout FoundEvent, _ place: String
  ) {
    let names = modifiers(of: filler, clauses)
    let owners = filler.owners.compactMap { entity(at: clauses.units[$0].head) }
    for entity in names + owners
    where entities[entity].kind == .organization || entities[entity].kind == .country
      || entities[entity].kind == .person
    {
      add(role, entity, filler.head, &event, "name before the \(place)")
    }
  }

  private func giveEntities(
    _ role: Role, _ found: [Int], _ token: Int, _ event: inout FoundEvent, _ place: String
  ) {
    for entity in found { add(role, entity, token, &event, place) }
  }

  private func giveInstruments(_ fillers: [Filler], _ event: inout FoundEvent, _ place: String) {
    for filler in fillers {
      if let entity = entity(at: filler.head), entities[entity].kind.isInstrument {
        add(.instrument, entity, filler.head, &event, "behind '\(place)'")
      }
      for inner in filler.of where entity(at: filler.head) == nil {
        if let entity = entity(at: inner.head), entities[entity].kind.isInstrument {
          add(.instrument, entity, inner.head, &event, "behind '\(place)'")
        }
      }
    }
  }

  /// The owner of a noun acts where it is a body or a country, and is hit where it is another party.
  private func giveOwner(_ owners: [Filler], _ doer: Role, _ clauses: Clauses, _ event: inout FoundEvent) {
    for owner in owners {
      guard let entity = entity(at: owner.head) else {
        if has(owner.head, .pronoun), let entity = pronoun(owner.head, doer) {
          add(doer, entity, owner.head, &event, "owner")
        }
        continue
      }
      let kind = entities[entity].kind
      if kind.isInstrument {
        if event.kind != .adoption, event.kind != .violation, event.kind.roles.contains(.instrument) {
          add(.instrument, entity, owner.head, &event, "owner")
        }
      } else if doer == .authority, event.kind.roles.contains(.target), kind != .organization,
        kind != .country,
        !(kind == .person && !event.participants.contains { $0.role == .target } && isLeader(entity))
      {
        add(.target, entity, owner.head, &event, "owner")
      } else {
        add(doer, entity, owner.head, &event, "owner")
      }
    }
  }

  /// Whether a person is known as one who acts for a government.
  private func isLeader(_ entity: Int) -> Bool {
    entities[entity].known >= 0 && event(hasTargets: entity) == false
  }

  private func event(hasTargets entity: Int) -> Bool {
    events.contains { $0.participants.contains { $0.role == .target && $0.entity == entity } }
  }

  /// A name before a noun acts where it designates, and is hit otherwise.
  private func giveByUse(_ found: [Int], _ noun: Filler, _ doer: Role, _ event: inout FoundEvent) {
    for entity in found {
      let kind = entities[entity].kind
      if kind.isInstrument {
        if event.kind.roles.contains(.instrument) {
          add(.instrument, entity, noun.head, &event, "name before the noun")
        }
        continue
      }
      if doer == .actor {
        if event.kind == .weaponsTest { add(.actor, entity, noun.head, &event, "name before the noun") }
        continue
      }
      let known = entities[entity].known
      let designates = known >= 0 && lexicon.authorities.contains(known)
      if designates, kind == .country || kind == .organization {
        add(.authority, entity, noun.head, &event, "name before the noun")
      } else if event.kind.roles.contains(.target), kind != .organization, kind != .place,
        kind != .country || event.kind == .restriction || event.kind == .relief
      {
        add(.target, entity, noun.head, &event, "name before the noun")
      }
    }
  }

  /// A restriction hits a country: one that its words name, or whose nationality they tell.
  private func completeRestriction(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let targets = event.participants.filter { $0.role == .target }.map(\.entity)
    let countries = targets.filter { entities[$0].kind == .country }
    if !countries.isEmpty {
      event.participants.removeAll { $0.role == .target && entities[$0.entity].kind != .country }
      return
    }
    event.participants.removeAll {
      $0.role == .target && ![.place, .company, .bank, .airline].contains(entities[$0.entity].kind)
    }
    guard !event.participants.contains(where: { $0.role == .target }) else { return }
    // "a ban on North Korean coal": the nationality in the words behind the trigger.
    let right = site.tokens.upperBound..<rightEnd(site, clauses)
    for hit in demonyms where right.contains(hit.first) {
      guard let entity = entityIndex[.known(hit.index)] else { continue }
      guard !event.participants.contains(where: { $0.entity == entity }) else { continue }
      add(.target, entity, hit.first, &event, "nationality of what is restricted")
      return
    }
    for token in right where mentionAt[token] >= 0 {
      guard let entity = entity(at: token), entities[entity].kind == .country,
        !event.participants.contains(where: { $0.entity == entity }),
        !lexicon.authorities.contains(entities[entity].known)
      else { continue }
      add(.target, entity, token, &event, "country in the words of the restriction")
      return
    }
  }

  /// A test told without who tests is that of the one country of the post that is known to test such weapons.
  private func completeTest(_ site: TriggerSite, _ event: inout FoundEvent) {
    let testers = Set(lexicon.weaponsTests.map(\.actor))
    let found = Set(mentions.map(\.entity)).filter {
      entities[$0].kind == .country && testers.contains(entities[$0].name)
    }
    let weights = found.map { entity in (mentions.count { $0.entity == entity }, entity) }.sorted { $0 > $1 }
    guard let first = weights.first, weights.count == 1 || first.0 > 2 * weights[1].0 else { return }
    add(.actor, first.1, site.tokens.lowerBound, &event, "the country of the post that tests weapons")
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

  /// Adds a participant whose kind the role allows, once.
  private func add(_ role: Role, _ entity: Int, _ token: Int, _ event: inout FoundEvent, _ place: String) {
    guard event.kind.roles.contains(role), entities[entity].kind.canPlay(role) else { return }
    let participant = Participant(role: role, entity: entity)
    guard !event.participants.contains(participant) else { return }
    // Nobody hits itself.
    if event.participants.contains(where: { $0.entity == entity }) { return }
    event.participants.append(participant)
    if let part = Evidence.Part(rawValue: role.rawValue) {
      let span =
        mentionAt[token] >= 0
        ? mentions[Int(mentionAt[token])].first..<mentions[Int(mentionAt[token])].last : token..<(token + 1)
      event.evidence.append(FoundEvidence(part: part, tokens: span, note: place))
    }
  }

  /// Who "it", "they" or "he" means: the one that the last event near gives this role.
  private func pronoun(_ token: Int, _ role: Role) -> Int? {
    let surface = text(of: token).lowercased()
    guard
      ["it", "its", "they", "their", "them", "he", "she", "his", "her", "him", "itself"].contains(surface)
    else { return nil }
    let here = sentence(of: token)
    let isPerson = ["he", "she", "his", "her", "him"].contains(surface)
    for event in events.reversed() {
      guard here - event.sentence <= 1, event.sentence <= here else { break }
      let found = event.participants.filter { $0.role == role }.map(\.entity)
      if let entity = found.last(where: { (entities[$0].kind == .person) == isPerson }) { return entity }
    }
    guard role == .authority || role == .actor else { return nil }
    // The subject of the sentence before: its first name of a body or country.
    guard here > 0 else { return nil }
    for index in sentences[here - 1] {
      guard let entity = entity(at: index), !has(index, .preposition) else { continue }
      let kind = entities[entity].kind
      if isPerson ? kind == .person : kind == .organization || kind == .country { return entity }
    }
    return nil
  }
}

extension TriggerSite {
  fileprivate func modifiersFit(_ wanted: SlotCondition.Filler, _ reader: PostReader) -> Bool {
    kind == .noun && modifiers.contains { reader.fits(reader.entities[$0].kind, wanted) }
  }
}
