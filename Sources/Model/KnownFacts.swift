/// What `data/` tells of an entity, as the graph stores it.
public struct EntityFacts: Hashable, Sendable {
  /// The identifier, `organization/office-of-foreign-assets-control`.
  public var id: String
  /// What it is.
  public var kind: EntityKind
  /// Its shown name.
  public var name: String
  /// What is the same for every spelling of the name.
  public var key: String
  /// Its other names.
  public var aliases: [String]
  /// The identifier of what it is a part of: Treasury for OFAC, the Patriot Act for its section 311.
  public var partOf: String?
  /// The identifier of the country it belongs to.
  public var country: String?

  /// The facts with these values.
  public init(
    id: String, kind: EntityKind, name: String, key: String, aliases: [String] = [], partOf: String? = nil,
    country: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.key = key
    self.aliases = aliases
    self.partOf = partOf
    self.country = country
  }
}
