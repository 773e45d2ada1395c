import Model
import SQLite

extension Graph {
  /// The posts that a query asks for, one row a post, the earliest first.
  ///
  /// `mentions` counts where a post names or describes the entities; where only words are asked for, where it has the
  /// words. `snippet` is the text around the first of these places.
  public func posts(_ query: PostQuery) throws(GraphError) -> Table {
    try guarded(path) {
      try connection.snapshot {
        var table = Table(columns: PostQuery.columns)
        let words = query.words.map(PostQuery.quoted)
        // Words without a letter or digit are in no post.
        if let words, words.isEmpty || !words.contains(where: { $0.isLetter || $0.isNumber }) { return table }
        var sql = SQLText("SELECT id, published, title, url, number, author FROM post WHERE true")
        if let words { sql.add("AND number IN (SELECT rowid FROM post_text WHERE post_text MATCH ?)", words) }
        let groups =
          query.takesAny && !query.entities.isEmpty ? [query.entities.flatMap(\.self)] : query.entities
        for group in groups {
          sql.add("AND id IN (SELECT post FROM mention WHERE entity IN", anyOf: group, then: ")")
        }
        sql.add("ORDER BY published_from IS NULL, published_from, id")
        if let limit = query.limit { sql.add("LIMIT ?", limit) }
        let entities = query.entities.flatMap(\.self)
        try connection.each(sql) { row in
          let id = try row.text(0)
          let (count, snippet) =
            entities.isEmpty
            ? try hits(of: words, inPost: try row.int(4)) : try mentions(of: entities, inPost: id)
          table.rows.append([
            .text(id), Cell(row.value(1)), .text(try row.text(2)), Cell(row.value(3)), .int(count),
            Cell(snippet), Cell(row.value(5)),
          ])
        }
        return table
      }
    }
  }

  private func mentions(of entities: [String], inPost id: String) throws -> (count: Int, snippet: String?) {
    var sql = SQLText("SELECT start, \"end\" FROM mention WHERE post = ?", [id])
    sql.add("AND entity IN", anyOf: entities, then: " ORDER BY start")
    var spans: [TextSpan] = []
    try connection.each(sql) { row in spans.append(TextSpan(try row.int(0), try row.int(1))) }
    guard let first = spans.first, let post = try post(id) else { return (spans.count, nil) }
    return (spans.count, Snippet.text(around: first, in: post.document))
  }

  /// How often a post has words, and the text around them; without words its beginning.
  private func hits(of words: String?, inPost number: Int) throws -> (count: Int, snippet: String?) {
    guard let words else {
      let id = try connection.texts("SELECT id FROM post WHERE number = ?", number).first
      guard let id, let post = try post(id) else { return (0, nil) }
      let count = try connection.int("SELECT count(*) FROM mention WHERE post = ?", id) ?? 0
      return (count, Snippet.text(around: TextSpan(0, 0), in: post.text))
    }
    let mark = "\u{1}"
    let sql = """
      SELECT highlight(post_text, 0, ?1, ''), highlight(post_text, 1, ?1, ''), snippet(post_text, -1, '', '', '…', 24),
        title, text
      FROM post_text WHERE post_text MATCH ?2 AND rowid = ?3
      """
    let found = try connection.first(sql, mark, words, number) { row in
      let marks = try [0, 1].map { try row.text($0).utf8.count { $0 == 1 } }.reduce(0, +)
      let own = try [3, 4].map { try row.text($0).utf8.count { $0 == 1 } }.reduce(0, +)
      return (count: marks - own, snippet: Snippet.oneLine(try row.text(2)))
    }
    return found.map { ($0.count, $0.snippet) } ?? (0, nil)
  }
}
