import CSQLite

extension Connection {
  /// Runs one statement that somebody else wrote, if it only reads this database.
  ///
  /// `columns` is called once with the names, then `row` for each row. Writing, attaching files, transactions and
  /// pragmas that change something are refused, and so is more than one statement.
  public func readOnly(
    _ sql: String, columns: ([String]) throws -> Void, row: (borrowing Row) throws -> Void
  ) throws {
    sqlite3_set_authorizer(handle, { _, action, first, second, _, _ in verdict(action, first, second) }, nil)
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    var rest = ""
    let statement = try Statement(sql, connection: self, isLasting: false, rest: &rest)
    guard sqlite3_stmt_readonly(statement.handle) != 0 else {
      throw SQLiteError(code: SQLITE_AUTH, message: "the statement would change the database", sql: sql)
    }
    guard try isBlank(rest) else {
      throw SQLiteError(code: SQLITE_AUTH, message: "more than one statement", sql: sql)
    }
    try columns(statement.columns)
    while try statement.step() { try row(Row(statement)) }
  }

  /// Whether a text holds no statement: only spaces, comments and semicolons.
  private func isBlank(_ text: String) throws -> Bool {
    guard text.contains(where: { !$0.isWhitespace && $0 != ";" }) else { return true }
    var prepared: OpaquePointer?
    defer { sqlite3_finalize(prepared) }
    return sqlite3_prepare_v2(handle, text, -1, &prepared, nil) == SQLITE_OK && prepared == nil
  }
}

/// What SQLite is told about one action of a foreign statement.
///
/// Writing is let through here and refused when the statement is ready: full-text indexes prepare statements of
/// their own that write, and run none of them for a search.
private func verdict(
  _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_ATTACH, SQLITE_DETACH, SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return SQLITE_DENY
  case SQLITE_FUNCTION:
    return second.map { String(cString: $0) }?.lowercased() == "load_extension" ? SQLITE_DENY : SQLITE_OK
  case SQLITE_PRAGMA:
    let name = first.map { String(cString: $0).lowercased() } ?? ""
    if describing.contains(name) { return SQLITE_OK }
    return telling.contains(name) && second == nil ? SQLITE_OK : SQLITE_DENY
  default: return SQLITE_OK
  }
}

/// Pragmas that describe what their argument names.
private let describing: Set<String> = [
  "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
  "foreign_key_check", "integrity_check", "quick_check",
]

/// Pragmas that tell something where they have no argument, and change it where they have one.
private let telling: Set<String> = [
  "user_version", "application_id", "schema_version", "encoding", "page_count", "page_size", "journal_mode",
  "compile_options", "database_list", "collation_list", "function_list", "data_version",
]
