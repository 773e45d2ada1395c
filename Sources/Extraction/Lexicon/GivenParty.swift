public import Model

/// A party of an official list with the names by which posts may call it.
public struct GivenParty: Sendable, Hashable {
  /// What it is, by what posts have.
  public var kind: EntityKind
  /// The names as posts would write them, the first one that of the entity.
  public var names: [String]
  /// Whether the first name is that of an entity of `data/`.
  public var isKnown: Bool

  /// A party with its names.
  public init(kind: EntityKind, names: [String], isKnown: Bool) {
    self.kind = kind
    self.names = names
    self.isKnown = isKnown
  }
}
