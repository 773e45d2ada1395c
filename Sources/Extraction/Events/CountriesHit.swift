import Knowledge
import Model
import TextMatching

/// The countries that restrictions and relief hit, where their sentences do not tell.
extension PostReader {
  /// A restriction without a country hits the one that the post speaks of most, those that act aside.
  func completeTargets() {
    let open = events.indices.filter { index in
      let event = events[index]
      return (event.kind == .restriction || event.kind == .relief)
        && !event.participants.contains { $0.role == .target } && !isGeneric(event)
    }
    for index in open where events[index].kind == .relief { takeUpRestriction(index) }
    for index in open where isOfOneSort(events[index]) { takeSort(index) }
    guard !open.isEmpty, let country = dominantCountry() else { return }
    for index in open
    where events[index].kind != .designation && !events[index].has(.target)
      && !events[index].participants.contains(where: { $0.entity == country })
    {
      events[index].participants.append(Participant(role: .target, entity: country))
      events[index].evidence.append(
        FoundEvidence(part: .target, tokens: nil, note: "the country that the post speaks of most"))
    }
  }

  /// "Canada announced similar sanctions": whether what is imposed is told to be like what others imposed.
  private func isOfOneSort(_ event: FoundEvent) -> Bool {
    event.kind == .restriction
      && event.triggers.contains {
        has($0.lowerBound, .nounSanctions)
          && reads(
            $0.lowerBound - 1, "similar", "matching", "parallel", "identical", "comparable", "equivalent")
      }
  }

  /// Makes sanctions those of the kind, and on the country, that the act before told.
  private func takeSort(_ index: Int) {
    guard
      let told = events[..<index].suffix(20).last(where: {
        ($0.kind == .designation || $0.kind == .restriction) && $0.status == .actual && $0.has(.authority)
      }), events[index].sentence - told.sentence <= 4
    else { return }
    if told.kind == .designation {
      events[index].kind = .designation
    } else {
      take(.target, of: told, into: index, "of the sanctions that they are like")
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
    // Who acts in the post, and those whose bodies act, are not who is hit, unless told so elsewhere: of a country that
    // signs an accord the sanctions may be lifted.
    var acting: Set<Int> = []
    var hit: Set<Int> = []
    for event in events {
      for participant in event.participants where participant.role == .target {
        if event.kind == .restriction || event.kind == .relief { hit.insert(participant.entity) }
      }
      for participant in event.participants where participant.role == .authority {
        acting.insert(participant.entity)
        let country = entities[participant.entity].country
        if country >= 0, let entity = entityIndex[EntityKey.known(country)] { acting.insert(entity) }
      }
    }
    // "China's Commerce Ministry banned it": whose ministry acts acts too.
    for mention in mentions
    where acting.contains(mention.entity) && entities[mention.entity].kind == .organization {
      guard word(mention.first - 1) == Mark.possessive, let owner = self.mention(endingAt: mention.first - 1)
      else {
        continue
      }
      acting.insert(mentions[owner].entity)
    }
    acting.subtract(hit)
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
