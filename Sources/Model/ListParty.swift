/// An entry of an official list with what tells whether it is the same party as another.
public struct ListParty: Hashable, Sendable {
  /// The entry, `ofac-sdn/20520`.
  public var entry: String
  /// The list.
  public var list: String
  /// What the list says it is.
  public var kind: EntityKind
  /// What is the same for every spelling of its names, that of the primary name first; weak names left out.
  public var keys: [String]
  /// The years of birth that the list tells.
  public var births: Set<Int> = []
  /// Numbers that no two parties share, such as "IMO 9076543".
  public var numbers: Set<String> = []

  /// An entry with the keys of its names.
  public init(entry: String, list: String, kind: EntityKind, keys: [String]) {
    self.entry = entry
    self.list = list
    self.kind = kind
    self.keys = keys
  }
}

/// An entity of posts or `data/` with the keys under which lists may hold it.
public struct NamedParty: Hashable, Sendable {
  /// The entity, `airline/air-koryo`.
  public var id: String
  /// What it is.
  public var kind: EntityKind
  /// The keys of its names as those of list entries are made, that of the shown name first.
  public var keys: [String]
  /// Whether `data/` knows it.
  public var isKnown: Bool

  /// An entity with the keys of its names.
  public init(id: String, kind: EntityKind, keys: [String], isKnown: Bool) {
    self.id = id
    self.kind = kind
    self.keys = keys
    self.isKnown = isKnown
  }
}

/// Who the entries of official lists are.
public struct PartyJoining: Hashable, Sendable {
  /// The entity of posts or `data/` that each entry is, where that is known.
  public var entities: [String: String] = [:]
  /// The first of the entries of all lists that are the same party, for those that are not alone.
  public var parties: [String: String] = [:]
  /// Pairs of an entity and an entry of which names do not tell whether they are one.
  public var doubts: [PartyDoubt] = []

  /// Nobody is anybody else.
  public init() {}
}

/// An entity and an entry that may be one.
public struct PartyDoubt: Hashable, Sendable {
  /// The entity.
  public var entity: String
  /// The entry.
  public var entry: String
  /// Why it stays open.
  public var reason: String

  /// A doubt about a pair.
  public init(entity: String, entry: String, reason: String) {
    self.entity = entity
    self.entry = entry
    self.reason = reason
  }
}

extension EntityKind {
  /// The kind under which official lists have it: they tell persons, vessels and aircraft from all other parties.
  public var listedKind: EntityKind? {
    switch self {
    case .person, .vessel, .aircraft: self
    case .bank, .airline, .company, .organization, .party: .party
    case .country, .place, .resolution, .law, .agreement: nil
    }
  }
}
