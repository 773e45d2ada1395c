import SQLite

/// Takes posts out of the graph and remembers what hung on them.
struct PostRemoval {
  private let connection: Connection
  /// The rows of the entities that they named.
  private(set) var entities: Set<Int> = []
  /// The events that rested on their claims.
  private(set) var events: Set<String> = []
  /// The keys of their claims.
  private(set) var keys: Set<String> = []
  /// How many posts there were.
  private(set) var count = 0

  init(_ connection: Connection) { self.connection = connection }

  /// Removes a post, if there is one with this identifier.
  mutating func remove(_ id: String) throws {
    let named = """
      SELECT entity.rowid FROM spelling JOIN entity ON entity.id = spelling.entity WHERE spelling.post = ?
      """
    for number in try connection.rows(named, id, make: { try $0.int(0) }) { entities.insert(number) }
    let told = """
      SELECT DISTINCT event FROM claim JOIN event_claim ON event_claim.claim = claim.id WHERE claim.post = ?
      """
    events.formUnion(try connection.texts(told, id))
    let keyed =
      "SELECT DISTINCT key FROM claim JOIN claim_key ON claim_key.claim = claim.id WHERE claim.post = ?"
    keys.formUnion(try connection.texts(keyed, id))
    try connection.run("DELETE FROM post WHERE id = ?", id)
    count += connection.changes
  }
}
