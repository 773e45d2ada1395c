/// The rows of a file with a header, by the names of its columns.
struct HeadedTable {
  private let columns: [String: Int]
  private var records: Delimited
  let width: Int
  /// The records above the header.
  private(set) var before: [[String]] = []

  /// Finds the header: the first record that has a column.
  init?(_ bytes: [UInt8], separator: UInt8, having column: String) {
    records = Delimited(bytes, separator: separator)
    var found: [String: Int]?
    var width = 0
    for _ in 0..<5 {
      guard let record = records.next() else { break }
      guard record.fields.contains(column) else {
        before.append(record.fields)
        continue
      }
      // A column that stands twice is the first one.
      found = Dictionary(record.fields.enumerated().map { ($1, $0) }) { first, _ in first }
      width = record.fields.count
      break
    }
    guard let found else { return nil }
    columns = found
    self.width = width
  }

  /// The next row: its cells and line.
  mutating func next() -> (cells: Row, line: Int)? {
    records.next().map { (Row(columns: columns, fields: $0.fields), $0.line) }
  }

  /// The line of a quotation mark that never closes.
  var openQuote: Int? { records.openQuote }

  struct Row {
    let columns: [String: Int]
    let fields: [String]

    /// The text under a column; empty for none.
    subscript(_ column: String) -> String {
      guard let index = columns[column], index < fields.count else { return "" }
      return fields[index].trimmed
    }
  }
}
