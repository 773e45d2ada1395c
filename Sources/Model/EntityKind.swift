/// What an entity is; the closed list that posts, lists, the command line and the database share.
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
  /// A person.
  case person
  /// A bank or another lender.
  case bank
  /// An airline.
  case airline
  /// A company of any other trade.
  case company
  /// A ship or boat.
  case vessel
  /// A body: a ministry, party, court, committee, university or the media.
  case organization
  /// A country or its government.
  case country
  /// A place that is no country.
  case place
  /// A resolution of the Security Council.
  case resolution
  /// A statute, a section of one, a bill, an executive order or a regulation.
  case law
  /// A treaty or another agreement.
  case agreement
  /// An aircraft; only official lists name them.
  case aircraft
  /// A party whose kind an official list does not tell.
  case party

  /// Whether the kind is a text that can be adopted, invoked or violated.
  public var isInstrument: Bool { self == .resolution || self == .law || self == .agreement }

  /// Whether the kind is a country or a place in one: where things are, and seldom who is hit.
  public var isTerritory: Bool { self == .country || self == .place }

  /// Whether the kind is one that sanctions lists name: no text and no territory.
  public var canBeListed: Bool { !isInstrument && !isTerritory }

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
