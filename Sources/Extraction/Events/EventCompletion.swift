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
      if index > 0 { shareInstrument(from: index, to: index - 1) }
    }
  }

  /// Gives an act the instrument that the next one of its sentence tells for both.
  ///
  /// "Treasury designated X, and the State Department designated Y, both under Executive Order 13382".
  private func shareInstrument(from index: Int, to other: Int) {
    let event = events[index]
    guard event.sentence == events[other].sentence, event.kind == events[other].kind,
      event.has(.instrument), !events[other].has(.instrument), let verb = event.triggers.last,
      sentences[event.sentence].suffix(from: verb.upperBound).contains(where: sharesInstrument)
    else { return }
    take(.instrument, of: event, into: other, "told for both")
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
  func take(_ role: Role, of other: FoundEvent, into index: Int, _ note: String) {
    for participant in other.participants where participant.role == role {
      events[index].participants.append(participant)
      guard let part = Evidence.Part(rawValue: role.rawValue) else { continue }
      events[index].evidence.append(FoundEvidence(part: part, tokens: other.triggers[0], note: note))
    }
  }

  /// Dates an event by the day of another one.
  func takeDate(of other: FoundEvent, into index: Int, _ note: String) {
    events[index].date = other.date
    events[index].basis = other.basis
    events[index].evidence.append(FoundEvidence(part: .date, tokens: other.triggers[0], note: note))
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
      takeDate(of: adoption, into: index, "day of the instrument's adoption")
    }
    guard !event.participants.contains(where: { $0.role == .authority }), event.rule.hasPrefix("verb"),
      isDoneByInstrument(event), let instrument = event.participants.first(where: { $0.role == .instrument }),
      let adoption = near(index).first(where: { adopts($0, instrument.entity) && $0.status == event.status })
    else { return }
    take(.authority, of: adoption, into: index, "who adopted the instrument")
    guard event.date == nil, event.status == .actual, adoption.date != nil else { return }
    takeDate(of: adoption, into: index, "day of the instrument's adoption")
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
  func near(_ index: Int) -> ArraySlice<FoundEvent> {
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

  /// "Then withdrew the finding": what is taken back is what was told last.
  private func takeBack(_ index: Int) {
    let event = events[index]
    guard !event.participants.contains(where: { $0.role == .target }),
      let told = events[..<index].suffix(200).last(where: { $0.kind == .designation }),
      event.sentence - told.sentence <= 1
    else { return }
    take(.target, of: told, into: index, "of the designation that is taken back")
  }
}
