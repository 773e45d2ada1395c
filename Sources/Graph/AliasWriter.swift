import Model
import SQLite

/// Writes the names by which entities, given by their rows, are found.
struct AliasWriter {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Adds a name that a source gives.
  func add(_ name: String, source: String, to number: Int) throws {
    let folded = source == "former id" ? name : NameFolding.folded(name)
    try connection.run(
      """
      INSERT INTO alias SELECT id, ?, ?, ? FROM entity WHERE rowid = ? ON CONFLICT DO NOTHING
      """, name, source, folded, number)
  }

  /// Adds the words with which a post names its entities, but for those in some rows.
  func addWords(ofPost post: String, except done: Set<Int>) throws {
    let words = """
      SELECT DISTINCT entity.rowid, mention.text FROM mention JOIN entity ON entity.id = mention.entity
      WHERE mention.post = ?1 AND nominal = 0
      UNION SELECT entity.rowid, spelling.name FROM spelling JOIN entity ON entity.id = spelling.entity
      WHERE spelling.post = ?1 AND spelling.known = 0
      """
    for (number, text) in try connection.rows(words, post, make: { (try $0.int(0), try $0.text(1)) })
    where !done.contains(number) {
      try addWords(text, to: number)
    }
  }

  /// Writes anew what posts call an entity, after some have gone.
  func rewriteAll(of number: Int) throws {
    try connection.run(
      """
      DELETE FROM alias WHERE source IN ('post', 'former id')
      AND entity = (SELECT id FROM entity WHERE rowid = ?)
      """, number)
    let names = try connection.texts(
      """
      SELECT DISTINCT spelling.name FROM entity JOIN spelling ON spelling.entity = entity.id
      WHERE entity.rowid = ?
      """, number)
    try addIdentifiers(Set(names), to: number)
    try addAllWords(to: number)
  }

  /// Adds the identifiers that names would give.
  func addIdentifiers(_ names: Set<String>, to number: Int) throws {
    let kind = try connection.first("SELECT kind FROM entity WHERE rowid = ?", number) { try $0.text(0) }
    guard let kind else { return }
    for name in names where !name.slug.isEmpty {
      try add("\(kind)/\(name.slug)", source: "former id", to: number)
    }
  }

  private func addAllWords(to number: Int) throws {
    let words = """
      SELECT DISTINCT mention.text FROM entity JOIN mention ON mention.entity = entity.id AND nominal = 0
      WHERE entity.rowid = ?1
      UNION SELECT spelling.name FROM entity JOIN spelling ON spelling.entity = entity.id AND spelling.known = 0
      WHERE entity.rowid = ?1
      """
    for text in try connection.texts(words, number) { try addWords(text, to: number) }
  }

  private func addWords(_ text: String, to number: Int) throws {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    try add(name, source: "post", to: number)
  }
}
