import SQLite

/// A table of the graph as it is exported.
public struct ExportTable: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The names of the columns.
  public var columns: [String]
  /// The columns that tell rows apart, by which they are ordered.
  public var order: [String]
}

extension Graph {
  /// Running numbers, which depend on the order of reading, by their tables.
  private static let running = ["post": "number", "list_name": "id"]

  /// The tables that are exported, in order of name: all but the indexes for full text and screening.
  ///
  /// Columns that depend on the order of reading are left out.
  public func exportTables() throws(GraphError) -> [ExportTable] {
    try guarded(path) {
      let names = try connection.texts(
        """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'post\\_text%' ESCAPE '\\'
        AND name <> 'screen_key' ORDER BY name
        """)
      return try names.map { name in
        let columns = try connection.rows("SELECT name, pk FROM pragma_table_info(?)", name) { row in
          (name: try row.text(0), place: try row.int(1))
        }
        let shown = columns.map(\.name).filter { Graph.running[name] != $0 }
        let keys = columns.filter { $0.place > 0 && shown.contains($0.name) }.sorted { $0.place < $1.place }
        let order = keys.isEmpty ? (shown.contains("id") ? ["id"] : shown) : keys.map(\.name)
        return ExportTable(name: name, columns: shown, order: order)
      }
    }
  }

  /// Calls a closure for each row of a table, one at a time, in an order that follows from the rows alone.
  ///
  /// Throws what the closure throws, or a `GraphError`.
  public func export(_ table: ExportTable, _ body: ([Cell]) throws -> Void) throws {
    let quoted = { (names: [String]) in names.map { "\"\($0)\"" }.joined(separator: ", ") }
    let sql = "SELECT \(quoted(table.columns)) FROM \"\(table.name)\" ORDER BY \(quoted(table.order))"
    do {
      try connection.each(sql) { row in try body((0..<table.columns.count).map { Cell(row.value($0)) }) }
    } catch let error as SQLiteError {
      throw GraphError(error, path: path)
    }
  }

  /// Runs a closure during which all that is read is of one moment, whoever writes meanwhile.
  public func atOneMoment<T>(_ body: () throws -> T) throws -> T { try connection.snapshot(body) }
}
