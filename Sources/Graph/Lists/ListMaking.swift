public import Model

/// What the graph has to be told to join official lists with all else it holds.
public struct ListMaking: Sendable {
  /// How a name of a list can be found.
  public struct NameKeys: Sendable {
    /// What is the same for every spelling of the name.
    public var key: String
    /// By what it is found among names to screen.
    public var screening: [Int]

    /// Keys of a name.
    public init(key: String, screening: [Int]) {
      self.key = key
      self.screening = screening
    }
  }

  /// The keys of names of lists, in their order.
  public var keys: @Sendable ([(name: String, kind: EntityKind)]) -> [NameKeys]
  /// The keys under which lists may hold the names of an entity, that of its shown name first.
  public var partyKeys: @Sendable (_ names: [String], EntityKind) -> [String]
  /// What `data/` knows of parties, of those who keep lists and of all that they are parts of.
  public var facts: [EntityFacts]
  /// The identifier of who keeps a list, or the part of it that one of the programmes names.
  public var authority: @Sendable (_ list: String, _ programmes: [String]) -> String?
  /// Who the entries of lists are.
  public var join: @Sendable ([NamedParty], [ListParty]) -> PartyJoining

  /// Joins lists with these functions and facts.
  public init(
    keys: @escaping @Sendable ([(name: String, kind: EntityKind)]) -> [NameKeys],
    partyKeys: @escaping @Sendable ([String], EntityKind) -> [String], facts: [EntityFacts],
    authority: @escaping @Sendable (String, [String]) -> String?,
    join: @escaping @Sendable ([NamedParty], [ListParty]) -> PartyJoining
  ) {
    self.keys = keys
    self.partyKeys = partyKeys
    self.facts = facts
    self.authority = authority
    self.join = join
  }
}
