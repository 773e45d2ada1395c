public import Model
import SQLite

extension Graph {
  /// The entities with this name or identifier, case, diacritics and punctuation aside, the closest matches first.
  ///
  /// All of them are given, for a name may mean several: a caller that needs an authority passes over the places.
  /// Of equally close ones the order is that of the identifiers.
  public func entities(named name: String) throws(GraphError) -> [EntityRow] {
    try guarded(path) {
      let folded = NameFolding.folded(name)
      let sql = """
        SELECT id, kind, name, known, min(rank) FROM (
          SELECT id, kind, name, known, 0 AS rank FROM entity WHERE id = ?1
          UNION ALL
          SELECT entity.id, kind, name, known,
            CASE WHEN alias.source = 'data' AND alias.alias = entity.name THEN 1
              WHEN alias.source = 'data' THEN 2
              WHEN known = 0 AND alias.alias = entity.name THEN 1 ELSE 3 END
          FROM alias JOIN entity ON entity.id = alias.entity
          WHERE (folded = ?2 AND source <> 'former id') OR (folded = ?1 AND source = 'former id')
        ) GROUP BY id ORDER BY 5, 1
        """
      return try connection.rows(sql, name, folded) { row in
        try EntityRow(row, match: EntityRow.Match(rawValue: try row.int(4)) ?? .post)
      }
    }
  }

  /// The entity with an identifier; nil where there is none.
  public func entity(_ id: String) throws(GraphError) -> EntityRow? {
    try guarded(path) {
      try connection.first("SELECT id, kind, name, known FROM entity WHERE id = ?", id) { row in
        try EntityRow(row)
      }
    }
  }

  /// The entity of a kind whose name has this key in all spellings; nil where there is none.
  public func entity(_ kind: EntityKind, key: String) throws(GraphError) -> EntityRow? {
    let id = try guarded(path) {
      try connection.texts("SELECT id FROM entity WHERE kind = ? AND key = ?", kind.rawValue, key).first
    }
    guard let id else { return nil }
    return try entity(id)
  }

  /// All names by which entities are found, each once, in order; for suggestions.
  public func allNames() throws(GraphError) -> [String] {
    try guarded(path) {
      try connection.texts("SELECT DISTINCT alias FROM alias WHERE source <> 'former id' ORDER BY alias")
    }
  }

  /// The identifiers of all posts, in order.
  public func allPosts() throws(GraphError) -> [String] {
    try guarded(path) { try connection.texts("SELECT id FROM post ORDER BY id") }
  }

  /// A post as it was stored; nil where there is none with this identifier.
  public func post(_ id: String) throws(GraphError) -> Post? {
    try guarded(path) {
      try connection.first("SELECT \(Post.columns) FROM post WHERE id = ?", id) { try Post($0) }
    }
  }
}

extension Post {
  /// The columns of a post that `init(_:)` takes.
  static let columns = "id, title, text, source, url, published, author"

  /// The post in a row of `columns`.
  init(_ row: borrowing Row) throws {
    self.init(
      id: try row.text(0), title: try row.text(1), text: try row.text(2), source: try row.text(3),
      url: try row.optionalText(4), published: try row.optionalText(5).flatMap { EDTF($0) },
      author: try row.optionalText(6))
  }
}
