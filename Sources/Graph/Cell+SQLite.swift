import SQLite

extension Cell {
  /// A value as SQLite stores it; bytes become hexadecimal text.
  init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .int(Int(number))
    case .real(let number): self = .real(number)
    case .text(let text): self = .text(text)
    case .blob(let bytes):
      let digits = Array("0123456789abcdef".utf8)
      self = .text(
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self))
    }
  }
}

extension Connection {
  /// All rows of a statement as a table, with the names of its columns.
  func table(_ sql: String, columns: [String], _ values: [Value] = []) throws -> Table {
    var table = Table(columns: columns)
    try each(sql, with: values) { row in
      table.rows.append((0..<columns.count).map { Cell(row.value($0)) })
    }
    return table
  }
}
