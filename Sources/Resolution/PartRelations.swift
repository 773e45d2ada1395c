/// Which entities are parts of which: OFAC of the Treasury, the Treasury of the United States.
public struct PartRelations: Sendable {
  private let wholes: [String: Set<String>]

  /// No parts at all.
  public init() { wholes = [:] }

  /// The relations that follow from direct ones, however many steps there are between part and whole.
  public init(_ direct: [(part: String, whole: String)]) {
    var parents: [String: [String]] = [:]
    for (part, whole) in direct where part != whole { parents[part, default: []].append(whole) }
    var wholes: [String: Set<String>] = [:]
    for part in parents.keys {
      var found: Set<String> = []
      var open = parents[part] ?? []
      while let next = open.popLast() {
        if next != part, found.insert(next).inserted { open += parents[next] ?? [] }
      }
      wholes[part] = found
    }
    self.wholes = wholes
  }

  /// Whether one entity is a part of another, by any number of steps.
  public func isPart(_ part: String, of whole: String) -> Bool { wholes[part]?.contains(whole) == true }

  /// Whether two are the same, or one is a part of the other.
  public func areRelated(_ one: String, _ other: String) -> Bool {
    one == other || isPart(one, of: other) || isPart(other, of: one)
  }

  /// Whether those told on one side can be those told on the other; nobody told can be anyone.
  func agree(_ left: [String], _ right: [String]) -> Bool {
    left.isEmpty || right.isEmpty || left.contains { one in right.contains { areRelated(one, $0) } }
  }

  /// How many wholes an entity is a part of.
  func depth(of entity: String) -> Int { wholes[entity]?.count ?? 0 }

  /// Those of which no other one is a part: of "Treasury, OFAC" it is OFAC who acts.
  func mostSpecific(_ entities: [String]) -> [String] {
    entities.filter { entity in !entities.contains { isPart($0, of: entity) } }
  }
}
