public import Model
import SQLite

/// A name of an official list that may be the one asked for.
public struct ListedName: Sendable {
  /// The entry, `ofac-sdn/20520`.
  public var entry: String
  /// The list.
  public var list: String
  /// The name as the list writes it.
  public var name: String
  /// How the list uses it.
  public var use: ListEntry.Name.Use
  /// What the list says the entry is.
  public var kind: EntityKind
}

/// What the newest snapshot says of an entry, for people who have found it.
public struct ListedParty: Sendable {
  /// The name that the list puts first.
  public var name: String
  /// The programmes.
  public var programmes: [String]
  /// Days or years of birth.
  public var births: [String]
  /// Nationalities and flags.
  public var nationalities: [String]
  /// Numbers of documents and ships.
  public var identifiers: [String]
}

extension Graph {
  private static let nameColumns = """
    list_name.entry, list_entry.list, list_name.name, list_name.use, list_entry.kind FROM list_name
    JOIN list_entry ON list_entry.id = list_name.entry
    """

  /// The names that share the most keys with some keys, at most `limit`.
  public func listedNames(havingKeys keys: [Int], limit: Int) throws(GraphError) -> [ListedName] {
    let names = try guarded(path) { try ScreenedNames(connection, keys: keys).best(limit) }
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    return try listedNames(where: "list_name.id IN (\(marks))", names.map { .integer(Int64($0)) })
  }

  /// All names that lists hold now.
  public func listedNames() throws(GraphError) -> [ListedName] {
    try listedNames(where: "current = 1", [])
  }

  private func listedNames(where condition: String, _ values: [Value]) throws(GraphError) -> [ListedName] {
    try guarded(path) {
      var found: [ListedName] = []
      let sql = "SELECT \(Graph.nameColumns) WHERE \(condition) ORDER BY list_name.id"
      try connection.each(sql, with: values) { row in
        found.append(
          ListedName(
            entry: try row.text(0), list: try row.text(1), name: try row.text(2),
            use: ListEntry.Name.Use(rawValue: try row.text(3)) ?? .aka,
            kind: EntityKind(rawValue: try row.text(4)) ?? .party))
      }
      return found
    }
  }

  /// The entries that have an identifier such as "IMO 9076543", case and spaces aside.
  public func entries(havingIdentifier text: String) throws(GraphError) -> [String] {
    try guarded(path) {
      try connection.texts(
        """
        SELECT DISTINCT list_state.entry FROM list_state JOIN list_content ON list_content.id = content
        JOIN snapshot ON snapshot.id = list_state.snapshot
        WHERE instr(upper(replace(identifiers, ' ', '')), upper(replace(?, ' ', ''))) > 0
        AND snapshot.date = (SELECT max(date) FROM snapshot AS other WHERE other.list = snapshot.list) ORDER BY 1
        """, text)
    }
  }

  /// What the newest snapshot of its list says of an entry; nil where it is not in it.
  public func listedParty(_ entry: String) throws(GraphError) -> ListedParty? {
    try guarded(path) {
      try connection.first(
        """
        SELECT list_entry.name, programmes, births, nationalities, identifiers FROM list_entry
        JOIN list_state ON list_state.entry = list_entry.id JOIN list_content ON list_content.id = content
        JOIN snapshot ON snapshot.id = list_state.snapshot WHERE list_entry.id = ?
        ORDER BY snapshot.date DESC LIMIT 1
        """, entry
      ) { row in
        ListedParty(
          name: try row.text(0), programmes: ListContent.parts(try row.text(1)),
          births: ListContent.parts(try row.text(2)), nationalities: ListContent.parts(try row.text(3)),
          identifiers: ListContent.parts(try row.text(4)))
      }
    }
  }
}
