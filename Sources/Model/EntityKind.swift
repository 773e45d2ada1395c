/// What an entity is; the closed list that posts, lists, the command line and the database share.
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
  case person, bank, airline, company, vessel, organization, country, place, resolution, law, agreement
  /// An aircraft; only official lists name them.
  case aircraft
  /// A party whose kind an official list does not tell.
  case party

  /// Whether the kind is a text that can be adopted, invoked or violated.
  public var isInstrument: Bool { self == .resolution || self == .law || self == .agreement }

  /// Whether the kind can act: be an authority or an actor.
  public var isAgent: Bool {
    switch self {
    case .person, .bank, .airline, .company, .vessel, .organization, .country, .party: true
    case .place, .resolution, .law, .agreement, .aircraft: false
    }
  }

  /// Whether an entity of this kind can play `role` in an event of some kind.
  ///
  /// Authorities and actors are agents, instruments are instruments, and anything but an instrument is a target.
  public func canPlay(_ role: Role) -> Bool {
    switch role {
    case .authority, .actor: isAgent
    case .instrument: isInstrument
    case .target: !isInstrument
    }
  }
}
