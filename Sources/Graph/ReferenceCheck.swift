import SQLite

/// Finds rows that point at what is not there.
struct ReferenceCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func findings() throws -> [String] {
    var findings: [String] = []
    let sql = "SELECT \"table\", rowid, parent, fkid FROM pragma_foreign_key_check ORDER BY 1, 2, 4"
    for (table, number, parent, key) in try connection.rows(
      sql, make: { (try $0.text(0), try $0.int(1), try $0.text(2), try $0.int(3)) })
    {
      let column =
        try connection.texts(
          "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ?", table, key
        ).first ?? "?"
      let value = try connection.first("SELECT \"\(column)\" FROM \"\(table)\" WHERE rowid = ?", number) {
        row in
        row.value(0)
      }
      let row = try name(of: number, in: table)
      findings.append("\(table) \(row): \(column) points at \(value ?? .null), no such \(parent)")
    }
    return findings
  }

  /// The key of a row, as a person would name it.
  private func name(of number: Int, in table: String) throws -> String {
    let keys = try connection.texts("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table)
    let list = keys.map { "\"\($0)\"" }.joined(separator: ", ")
    let values = try connection.first("SELECT \(list) FROM \"\(table)\" WHERE rowid = ?", number) { row in
      (0..<keys.count).map { Cell(row.value($0)).values.first ?? "" }
    }
    return (values ?? []).joined(separator: " ")
  }
}
