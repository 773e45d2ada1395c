public import Model
import SQLite

extension Graph {
  /// All entities, or those of some kinds, with how often posts name them, in order of identifier.
  public func entities(_ kinds: [EntityKind] = []) throws(GraphError) -> Table {
    try guarded(path) {
      let columns = ["entity_id", "kind", "name", "mentions", "posts", "events"]
      var sql = SQLText(
        """
        SELECT id, kind, name, (SELECT count(*) FROM mention WHERE entity = entity.id),
          (SELECT count(DISTINCT post) FROM spelling WHERE entity = entity.id),
          (SELECT count(DISTINCT event) FROM participant WHERE entity = entity.id)
        FROM entity
        """)
      if !kinds.isEmpty { sql.add("WHERE kind IN", anyOf: kinds.map(\.rawValue)) }
      sql.add("ORDER BY id")
      return try connection.table(sql.text, columns: columns, sql.values)
    }
  }

  /// Who acts in events, with how many of each kind, in order of identifier.
  public func authorities() throws(GraphError) -> Table {
    try guarded(path) {
      let counts = EventKind.allCases.map { kind in
        "count(CASE event.kind WHEN '\(kind.rawValue)' THEN 1 END)"
      }
      let columns = ["authority_id", "authority", "kind", "part_of", "country", "events"]
      let sql = """
        SELECT entity.id, entity.name, entity.kind,
          (SELECT min(whole.name) FROM relation JOIN entity AS whole ON whole.id = relation.whole
            WHERE relation.entity = entity.id AND relation.kind = 'part-of'),
          (SELECT min(whole.name) FROM relation JOIN entity AS whole ON whole.id = relation.whole
            WHERE relation.entity = entity.id AND relation.kind = 'country'),
          count(*), \(counts.joined(separator: ", "))
        FROM participant JOIN entity ON entity.id = participant.entity JOIN event ON event.id = participant.event
        WHERE participant.role = 'authority' GROUP BY entity.id ORDER BY entity.id
        """
      return try connection.table(
        sql, columns: columns + EventKind.allCases.map { $0.rawValue.replacingHyphens })
    }
  }

  /// Who is named in the same posts or takes part in the same events, those with most in common first.
  public func related(to id: String) throws(GraphError) -> Table {
    try guarded(path) {
      let sql = """
        SELECT entity.id, entity.name, entity.kind, sum(events), sum(posts) FROM (
          SELECT other.entity AS id, count(DISTINCT other.event) AS events, 0 AS posts
          FROM participant AS one JOIN participant AS other ON other.event = one.event AND other.entity <> one.entity
          WHERE one.entity = ?1 GROUP BY other.entity
          UNION ALL
          SELECT other.entity, 0, count(DISTINCT other.post)
          FROM spelling AS one JOIN spelling AS other ON other.post = one.post AND other.entity <> one.entity
          WHERE one.entity = ?1 GROUP BY other.entity
        ) AS common JOIN entity ON entity.id = common.id
        GROUP BY entity.id ORDER BY 4 DESC, 5 DESC, 1
        """
      return try connection.table(
        sql, columns: ["entity_id", "name", "kind", "events", "posts"], [.text(id)])
    }
  }

  /// What entities have in common, two by two: in how many events both take part, and how many posts name both.
  public func inCommon(
    among ids: [String]
  ) throws(GraphError) -> [(one: String, other: String, events: Int, posts: Int)] {
    try guarded(path) {
      var sql = SQLText("WITH some AS (SELECT id FROM entity WHERE id")
      sql.add("IN", anyOf: ids)
      sql.add(
        """
        ) SELECT one, other, sum(events), sum(posts) FROM (
          SELECT one.entity AS one, other.entity AS other, count(DISTINCT one.event) AS events, 0 AS posts
          FROM participant AS one JOIN participant AS other ON other.event = one.event AND other.entity > one.entity
          WHERE one.entity IN some AND other.entity IN some GROUP BY 1, 2
          UNION ALL
          SELECT one.entity, other.entity, 0, count(DISTINCT one.post)
          FROM spelling AS one JOIN spelling AS other ON other.post = one.post AND other.entity > one.entity
          WHERE one.entity IN some AND other.entity IN some GROUP BY 1, 2
        ) GROUP BY one, other ORDER BY one, other
        """)
      var result: [(one: String, other: String, events: Int, posts: Int)] = []
      try connection.each(sql) { row in
        result.append((try row.text(0), try row.text(1), try row.int(2), try row.int(3)))
      }
      return result
    }
  }

  /// The names by which an entity is found and where each comes from: data, post or former id.
  public func names(of id: String) throws(GraphError) -> Table {
    try guarded(path) {
      try connection.table(
        "SELECT alias, source FROM alias WHERE entity = ? AND alias <> entity ORDER BY source, alias",
        columns: ["alias", "source"], [.text(id)])
    }
  }

  /// What an entity or party of lists belongs to and what belongs to it, by `data/`, posts and lists.
  ///
  /// What a list says has the list's words for the relation; who is not listed has a name alone.
  public func relations(of id: String) throws(GraphError) -> Table {
    try guarded(path) {
      let sql = """
        SELECT relation.kind, whole, entity.name, 'whole' FROM relation JOIN entity ON entity.id = whole
        WHERE relation.entity = ?1
        UNION ALL
        SELECT relation.kind, entity.id, entity.name, 'part' FROM relation JOIN entity ON entity.id = relation.entity
        WHERE whole = ?1
        UNION SELECT how, other_id, other, 'whole' FROM list_links WHERE entry IN \(Graph.entriesOfParty)
        UNION SELECT how, party_id, party, 'part' FROM list_links
        WHERE other_entry IN \(Graph.entriesOfParty)
        ORDER BY 4 DESC, 1, 2, 3
        """
      return try connection.table(sql, columns: ["relation", "entity_id", "name", "side"], [.text(id)])
    }
  }
}

extension String {
  /// The text with underscores for hyphens, as the names of columns have them.
  var replacingHyphens: String { String(map { $0 == "-" ? "_" : $0 }) }
}
