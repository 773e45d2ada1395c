/// What happens in an event.
public enum EventKind: String, Sendable, Hashable, CaseIterable {
  /// A party is put under sanctions.
  case designation
  /// A party is taken off.
  case delisting
  /// Trade, finance, travel or arms of a country are restricted.
  case restriction
  /// A restriction is lifted, waived or eased.
  case relief
  /// A resolution, law or agreement is voted, passed, signed or issued.
  case adoption
  /// Somebody is charged, fined, convicted or seized for a breach.
  case enforcement
  /// A rule is broken.
  case violation
  /// A nuclear device or a missile is tested.
  case weaponsTest = "weapons-test"

  /// The roles that participants of this kind of event can have.
  public var roles: [Role] {
    switch self {
    case .designation, .delisting, .restriction, .relief, .enforcement: [.target, .authority, .instrument]
    case .adoption: [.instrument, .authority]
    case .violation: [.instrument, .actor]
    case .weaponsTest: [.actor]
    }
  }

  /// The role whose holder tells which event is meant: who is hit, what is adopted, who tests.
  public var keyRole: Role {
    switch self {
    case .designation, .delisting, .restriction, .relief, .enforcement: .target
    case .adoption, .violation: .instrument
    case .weaponsTest: .actor
    }
  }
}

/// The part an entity plays in an event.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Who acts.
  case authority
  /// Who is hit; for a restriction, the country.
  case target
  /// The law, resolution or agreement under which it is done, or which itself is adopted or violated.
  case instrument
  /// Who breaks a rule or tests a weapon.
  case actor
}

/// Whether an event is told as done, as coming, as conceivable or as not done.
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// It is told as done.
  case actual
  /// It is told as coming.
  case planned
  /// It is told as conceivable, asked for or in question.
  case possible
  /// It is told as not done.
  case negated

  /// How settled the status is; of the claims on one event the most settled one decides.
  public var settledness: Int {
    switch self {
    case .actual: 3
    case .negated: 2
    case .planned: 1
    case .possible: 0
    }
  }
}

/// What a date rests on, the firmest first.
public enum DateBasis: String, Sendable, Hashable, CaseIterable {
  /// An official list's own date.
  case list
  /// A dated fact in `data/`, such as the day a resolution was adopted.
  case knowledge
  /// Words of the post.
  case text
  /// The post's own date, which only bounds the event.
  case post
  /// Two snapshots of a list, between which it happened.
  case snapshot
}
