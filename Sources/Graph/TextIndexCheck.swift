import SQLite

/// Compares the index for full text with the words of the posts.
///
/// SQLite's own check needs a database open for writing, and does not say which post is wrong. So the posts are indexed
/// anew, in a temporary table, and the places of the words of each post compared by one number.
struct TextIndexCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func findings() throws -> [String] {
    do {
      let stored = try sums(ofIndex: "main", "post_text")
      try connection.execute(
        """
        CREATE VIRTUAL TABLE temp.anew USING fts5 (
          title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO temp.anew (rowid, title, text) SELECT number, title, text FROM post;
        """)
      defer { try? connection.execute("DROP TABLE temp.anew") }
      let expected = try sums(ofIndex: "temp", "anew")
      let wrong = Set(stored.keys).union(expected.keys).filter { stored[$0] != expected[$0] }
      return try wrong.map(finding).sorted()
    } catch let error as SQLiteError where error.reason == .corrupt {
      return ["post_text: the index for full text is damaged: \(error.message)"]
    }
  }

  private func finding(_ number: Int) throws -> String {
    guard let id = try connection.texts("SELECT id FROM post WHERE number = ?", number).first else {
      return "post_text: it has words of row \(number), where no post is"
    }
    return "post \(id): post_text is not what its words are"
  }

  /// A number for each post that follows from all its words and their places, in whatever order they are read.
  private func sums(ofIndex schema: String, _ name: String) throws -> [Int: Int] {
    try connection.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab (\(schema), \(name), instance)")
    defer { try? connection.execute("DROP TABLE temp.places") }
    var sums: [Int: Int] = [:]
    try connection.each("SELECT doc, term, col, \"offset\" FROM temp.places") { row in
      var hasher = Hasher()
      hasher.combine(try row.text(1))
      hasher.combine(try row.text(2))
      hasher.combine(try row.int(3))
      sums[try row.int(0), default: 0] &+= hasher.finalize()
    }
    return sums
  }
}
