import SQLite

extension Graph {
  /// Runs a statement that only reads; `columns` gets the names, then `row` each row, one at a time.
  ///
  /// A statement that is wrong or would change something throws a `GraphError` of the category `badStatement`; what the
  /// closures throw passes through.
  public func readOnlySQL(
    _ text: String, columns: ([String]) throws -> Void, row body: ([Cell]) throws -> Void
  ) throws {
    do {
      try connection.readOnly(text, columns: columns) { row in
        try body((0..<row.count).map { Cell(row.value($0)) })
      }
    } catch let error as SQLiteError {
      switch error.reason {
      case .other, .notAuthorized, .mismatch, .readOnly, .constraint:
        throw GraphError(.badStatement, error.description)
      case .busy, .full, .cannotOpen, .notADatabase, .corrupt, .inputOutput:
        throw GraphError(error, path: path)
      }
    }
  }

  /// The rows of a statement that only reads.
  public func readOnlySQL(_ text: String) throws(GraphError) -> Table {
    try guarded(path) {
      var table = Table(columns: [])
      try readOnlySQL(text, columns: { table.columns = $0 }, row: { table.rows.append($0) })
      return table
    }
  }
}

extension Graph {
  /// A number that changes when somebody else has written to the graph.
  public func changeMark() throws(GraphError) -> Int {
    try guarded(path) { try connection.int("PRAGMA data_version") ?? 0 }
  }
}
