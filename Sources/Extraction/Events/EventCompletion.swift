import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Gives events what the post tells of them elsewhere: who passed the instrument that acts, who is found to break it,
  /// whose designation is taken back.
  func completeEvents() {
    for index in events.indices {
      switch events[index].kind {
      case .designation, .restriction, .delisting, .relief: takeFromAdoption(index)
      case .adoption: takeVeto(index)
      default: break
      }
      if events[index].kind == .delisting { takeBack(index) }
    }
  }

  /// Gives what was imposed and lifted who did both, once it is known who was hit.
  func completeImposers() {
    for index in events.indices { takeFromLifting(index) }
  }

  /// Who lifts sanctions imposed them: "lifted its sanctions on Rohan; the sanctions were imposed in May".
  private func takeFromLifting(_ index: Int) {
    let event = events[index]
    guard index > 0, event.kind == .restriction || event.kind == .designation, !event.has(.authority),
      event.status == .actual, event.has(.target), event.triggers.count > 1,
      case let lifting = events[index - 1], lifting.kind == .relief || lifting.kind == .delisting,
      lifting.status == .actual, event.sentence - lifting.sentence <= 1, event.shares(.target, with: lifting),
      event.triggers.contains(where: { has($0.lowerBound, .nounSanctions) && isTakenUp($0.lowerBound) })
    else { return }
    take(.authority, of: lifting, into: index, "who lifted what was imposed")
  }

  /// Gives an event those that play a role in another one.
  private func take(_ role: Role, of other: FoundEvent, into index: Int, _ note: String) {
    for participant in other.participants where participant.role == role {
      events[index].participants.append(participant)
      guard let part = Evidence.Part(rawValue: role.rawValue) else { continue }
      events[index].evidence.append(FoundEvidence(part: part, tokens: other.triggers[0], note: note))
    }
  }

  /// Whether "the", "these" or "those" stands before a noun, which so takes up what was told before.
  private func isTakenUp(_ noun: Int) -> Bool {
    noun > 0 && (word(noun - 1) == lexicon.words.the || has(noun - 1, .demonstrative))
  }

  /// "Russia vetoed a resolution": only a text of the Security Council can be vetoed by a country.
  private func takeVeto(_ index: Int) {
    guard events[index].status == .negated, !events[index].has(.authority),
      events[index].rule.contains("veto"),
      let known = lexicon.nameIndex["U.N. Security Council"],
      let council = entityIndex[EntityKey.known(known)]
    else { return }
    events[index].participants.append(Participant(role: .authority, entity: council))
    events[index].evidence.append(
      FoundEvidence(part: .authority, tokens: nil, note: "the body in which a country has a veto"))
  }

  /// What an instrument does is done by who adopts it, on the day of its adoption.
  private func takeFromAdoption(_ index: Int) {
    let event = events[index]
    if event.date == nil, event.status == .actual, let adoption = adoptionInSentence(of: index) {
      // "adopted resolution 2714, by which it lifted the embargo".
      events[index].date = adoption.date
      events[index].basis = adoption.basis
      events[index].evidence.append(
        FoundEvidence(part: .date, tokens: adoption.triggers[0], note: "day of the instrument's adoption"))
    }
    guard !event.participants.contains(where: { $0.role == .authority }), event.rule.hasPrefix("verb"),
      isDoneByInstrument(event), let instrument = event.participants.first(where: { $0.role == .instrument }),
      let adoption = near(index).first(where: { adopts($0, instrument.entity) && $0.status == event.status })
    else { return }
    take(.authority, of: adoption, into: index, "who adopted the instrument")
    guard event.date == nil, event.status == .actual, let date = adoption.date else { return }
    events[index].date = date
    events[index].basis = adoption.basis
    events[index].evidence.append(
      FoundEvidence(part: .date, tokens: adoption.triggers[0], note: "day of the instrument's adoption"))
  }

  /// The adoption, told and dated in the same sentence, of the instrument under which an event is told.
  private func adoptionInSentence(of index: Int) -> FoundEvent? {
    let event = events[index]
    guard event.rule.hasPrefix("verb"),
      let instrument = event.participants.first(where: { $0.role == .instrument })
    else { return nil }
    // "Listed X in resolution 2270, which was adopted on March 2": the act of a resolution is of its day.
    let isOfCouncil = entities[instrument.entity].kind == .resolution && event.kind != .violation
    return near(index).first {
      $0.sentence == event.sentence && $0.status == .actual && $0.date != nil
        && (isOfCouncil ? adopted($0, instrument.entity) : adopts($0, instrument.entity))
        && ($0.triggers[0].lowerBound < event.triggers[0].lowerBound || event.isDoneByText || isOfCouncil)
    }
  }

  /// The events told near one, 200 on either side.
  private func near(_ index: Int) -> ArraySlice<FoundEvent> {
    events[max(0, index - 200)..<min(events.count, index + 200)]
  }

  /// Whether an instrument is told as what acts ("the resolution bans"), not as what is acted under.
  private func isDoneByInstrument(_ event: FoundEvent) -> Bool {
    event.evidence.contains {
      $0.part == .instrument && ($0.note == "subject" || $0.note == "owner of the subject")
    }
  }

  private func adopted(_ event: FoundEvent, _ instrument: Int) -> Bool {
    event.kind == .adoption
      && event.participants.contains { $0.role == .instrument && $0.entity == instrument }
  }

  private func adopts(_ event: FoundEvent, _ instrument: Int) -> Bool {
    adopted(event, instrument) && event.participants.contains { $0.role == .authority }
  }

  /// Gives violations who made the test that they are told of, once it is known what is told of each test.
  func completeBreaches() {
    for index in events.indices where events[index].kind == .violation { takeFromTest(index) }
  }

  /// "Called Thursday's launch a violation": who tests is who violates, on that day.
  private func takeFromTest(_ index: Int) {
    let event = events[index]
    guard
      let test = near(index).last(where: { test in
        test.kind == .weaponsTest
          && test.triggers.contains { sentence(of: $0.lowerBound) == event.sentence }
      }) ?? testTakenUp(in: event)
    else { return }
    guard !event.has(.actor) else {
      // "Launched missiles last month, in violation of the resolution".
      if event.date == nil, event.rule.hasPrefix("noun"), event.shares(.actor, with: test),
        event.status == .actual
      {
        events[index].date = test.date
        events[index].basis = test.basis
        events[index].evidence.append(
          FoundEvidence(
            part: .date, tokens: test.triggers[0], note: "the day of the test that is the violation"))
      }
      return
    }
    for actor in test.participants where actor.role == .actor { events[index].participants.append(actor) }
    if event.date == nil, let date = test.date {
      events[index].date = date
      events[index].basis = test.basis
    }
    events[index].evidence.append(
      FoundEvidence(part: .actor, tokens: test.triggers[0], note: "who made the test of the same sentence"))
  }

  /// "The launch was a violation of resolution 2397": the test told last.
  private func testTakenUp(in event: FoundEvent) -> FoundEvent? {
    guard event.rule.hasPrefix("noun"), let trigger = event.triggers.first else { return nil }
    let start = sentences[event.sentence].lowerBound
    guard
      (start..<trigger.lowerBound).contains(where: { index in
        has(index, .nounTest) && mentionAt[index] < 0
          && (word(index - 1) == lexicon.words.the || word(index - 1) == Mark.possessive
            || reads(index - 1, "this", "that"))
      })
    else { return nil }
    return events.last {
      $0.kind == .weaponsTest && $0.status == .actual && $0.triggers[0].lowerBound < trigger.lowerBound
        && event.sentence - $0.sentence <= 40
    }
  }

  /// "Then withdrew the finding": what is taken back is what was told last.
  private func takeBack(_ index: Int) {
    let event = events[index]
    guard !event.participants.contains(where: { $0.role == .target }),
      let told = events[..<index].suffix(200).last(where: { $0.kind == .designation }),
      event.sentence - told.sentence <= 1
    else { return }
    take(.target, of: told, into: index, "of the designation that is taken back")
  }

  /// A restriction without a country hits the one that the post speaks of most, those that act aside.
  func completeTargets() {
    let open = events.indices.filter { index in
      let event = events[index]
      return (event.kind == .restriction || event.kind == .relief)
        && !event.participants.contains { $0.role == .target } && !isGeneric(event)
    }
    for index in open where events[index].kind == .relief { takeUpRestriction(index) }
    guard !open.isEmpty, let country = dominantCountry() else { return }
    for index in open
    where !events[index].has(.target) && !events[index].participants.contains(where: { $0.entity == country })
    {
      events[index].participants.append(Participant(role: .target, entity: country))
      events[index].evidence.append(
        FoundEvidence(part: .target, tokens: nil, note: "the country that the post speaks of most"))
    }
  }

  /// "Most of those measures were lifted in 2012": relief told without a country eases what was imposed just before.
  private func takeUpRestriction(_ index: Int) {
    let event = events[index]
    guard
      let imposed = events[max(0, index - 20)..<min(events.count, index + 2)].last(where: {
        $0.kind == .restriction && $0.has(.target) && (0...2).contains(event.sentence - $0.sentence)
      })
    else { return }
    take(.target, of: imposed, into: index, "of the restriction that is eased")
  }

  /// Whether a noun in the plural without any party only speaks of such acts: "a history of waivers".
  private func isGeneric(_ event: FoundEvent) -> Bool {
    event.participants.isEmpty && event.rule.hasPrefix("noun")
      && ends(event.triggers[0].upperBound - 1, in: "s")
  }

  /// The country that a post names at least twice as often as any other that does not act; nil without one.
  private func dominantCountry() -> Int? {
    // Who acts in the post, and those whose bodies act, are not who is hit.
    var acting: Set<Int> = []
    for event in events {
      for participant in event.participants where participant.role == .authority {
        acting.insert(participant.entity)
        let country = entities[participant.entity].country
        if country >= 0, let entity = entityIndex[EntityKey.known(country)] { acting.insert(entity) }
      }
    }
    var counts: [Int: Int] = [:]
    for mention in mentions
    where entities[mention.entity].kind == .country && !acting.contains(mention.entity) {
      counts[mention.entity, default: 0] += 1
    }
    for hit in demonyms {
      if let entity = entityIndex[EntityKey.known(hit.index)], !acting.contains(entity) {
        counts[entity, default: 0] += 1
      }
    }
    let order = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = order.first else { return nil }
    return order.count == 1 || first.value >= 2 * order[1].value ? first.key : nil
  }
}
