import Model

/// Acts of the United Nations and the resolutions adopted for them.
extension PostReader {
  /// Gives what the Security Council does the resolution that it adopts for it.
  ///
  /// "Security Council Extends Arms Embargo on Harad, Adopting Resolution 2683": told in the same sentence, or of the same
  /// day of the week before the post.
  func takeAdoptedResolutions() {
    let adoptions = events.filter { $0.kind == .adoption && $0.status == .actual && isOfResolution($0) }
    guard !adoptions.isEmpty else { return }
    let told = Dictionary(grouping: adoptions, by: \.sentence)
    let ofDay = Dictionary(grouping: adoptions) { $0.date?.day }
    for index in events.indices {
      let event = events[index]
      guard [.restriction, .relief, .designation, .delisting].contains(event.kind), event.status == .actual,
        !event.has(.instrument), !event.isBackground,
        event.participants.contains(where: { $0.role == .authority && isOfUnitedNations($0.entity) })
      else { continue }
      let beside = (event.rule.hasPrefix("verb") ? told[event.sentence] ?? [] : []).filter {
        !$0.has(.authority) || $0.shares(.authority, with: event)
      }
      // What is adopted for one of many acts of a day nobody can tell.
      let others = (isNews(event) ? ofDay[event.date?.day] ?? [] : []).prefix(PostReader.mostAdopted).filter {
        $0.shares(.authority, with: event)
      }
      let own = beside + others
      let texts = Set(own.flatMap { $0.participants.filter { $0.role == .instrument }.map(\.entity) })
      guard texts.count == 1, let adoption = own.first else { continue }
      take(.instrument, of: adoption, into: index, "the resolution adopted for it")
    }
  }

  /// How many adoptions of one day are looked at.
  private static let mostAdopted = 8
}
