public import Model
import SQLite

extension Graph {
  /// What is known of a stored post; nil where there is no such post.
  public func storedVersion(of id: String) throws(GraphError) -> StoredVersion? {
    try guarded(path) {
      try connection.first("SELECT sha256, reader FROM post WHERE id = ?", id) { row in
        StoredVersion(sha256: try row.text(0), reader: try row.text(1))
      }
    }
  }

  /// How many posts were read by other rules or with other knowledge than those of a reader, whatever the lists.
  public func postCount(readOtherwiseThan reader: String) throws(GraphError) -> Int {
    try guarded(path) {
      try connection.int(
        "SELECT count(*) FROM post WHERE reader <> ?1 AND substr(reader, 1, length(?1) + 1) <> ?1 || '+'",
        reader) ?? 0
    }
  }

  /// What is known of all stored posts, by their identifiers.
  public func storedVersions() throws(GraphError) -> [String: StoredVersion] {
    try guarded(path) {
      var versions: [String: StoredVersion] = [:]
      try connection.each("SELECT id, sha256, reader FROM post") { row in
        versions[try row.text(0)] = StoredVersion(sha256: try row.text(1), reader: try row.text(2))
      }
      return versions
    }
  }

  /// Stores posts with what was read in them, all or none.
  ///
  /// What an earlier version of a post told is forgotten; a post that is there just so is left alone. `facts` are what
  /// `data/` tells of entities: those of the batch and all that they are parts of; others are not looked at. Entities
  /// that no post names any more go, and the events of all claims that are touched are made anew. What the graph holds
  /// in the end depends on the set of posts, not on their order.
  @discardableResult
  public func store(
    _ batch: [ReadPost], facts: [EntityFacts] = [], making events: EventMaking
  ) throws(GraphError) -> StoreCounts {
    try guarded(path) {
      try connection.transaction {
        var counts = StoreCounts()
        var removal = PostRemoval(connection)
        let fresh = try batch.filter { try take($0, &removal, &counts) }
        var register = EntityRegister(connection, facts: facts)
        for item in fresh {
          try PostWriter.insert(item, into: connection)
          try register.enter(item.reading)
        }
        var desk = EventDesk(connection, making: events)
        try desk.forget(removal)
        try register.settle(after: removal.entities)
        try desk.reread(claimsOf: register.renamed)
        for item in fresh {
          let ids = try register.ids(of: item.reading)
          for claim in try PostWriter.insertReading(item, entities: ids, into: connection) {
            try desk.take(claim)
          }
        }
        try register.settleNames(in: fresh.map(\.post.id))
        try desk.settle()
        return counts
      }
    }
  }

  /// Removes posts with all that they alone tell; returns how many there were.
  @discardableResult
  public func remove(posts ids: [String], making events: EventMaking) throws(GraphError) -> Int {
    try guarded(path) {
      try connection.transaction {
        var removal = PostRemoval(connection)
        for id in ids { try removal.remove(id) }
        var register = EntityRegister(connection, facts: nil)
        var desk = EventDesk(connection, making: events)
        try desk.forget(removal)
        try register.settle(after: removal.entities)
        try desk.reread(claimsOf: register.renamed)
        try register.settleNames()
        try desk.settle()
        return removal.count
      }
    }
  }

  /// Whether a post has to be stored; if so, what was there of it is gone.
  private func take(_ item: ReadPost, _ removal: inout PostRemoval, _ counts: inout StoreCounts) throws
    -> Bool
  {
    let digest = Graph.digest(of: item.post)
    guard let stored = try storedVersion(of: item.post.id) else {
      counts.added += 1
      return true
    }
    if stored.sha256 == digest && stored.reader == item.reader {
      counts.unchanged += 1
      return false
    }
    if stored.sha256 == digest { counts.refreshed += 1 } else { counts.changed += 1 }
    try removal.remove(item.post.id)
    return true
  }
}
