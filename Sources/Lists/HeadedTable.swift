/// The rows of a file with a header, by the names of its columns.
struct HeadedTable {
  private let columns: [String: Int]
  private var records: Delimited
  let width: Int
  /// The records above the header.
  private(set) var before: [[String]] = []

  /// Finds the header: the first record that has a column.
  init?(_ input: ListInput, separator: UInt8, having column: String) throws(ListFault) {
    records = Delimited(input, separator: separator)
    var found: [String: Int]?
    var width = 0
    for _ in 0..<5 {
      guard let record = try records.next() else { break }
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
  mutating func next() throws(ListFault) -> (cells: Row, line: Int)? {
    guard let record = try records.next() else { return nil }
    let isCutOff = !record.isEnded && record.fields.count < width
    return (Row(columns: columns, fields: record.fields, isCutOff: isCutOff), record.line)
  }

  struct Row {
    let columns: [String: Int]
    let fields: [String]
    /// Whether the file ends within the row.
    let isCutOff: Bool

    /// The text under a column; empty for none.
    subscript(_ column: String) -> String {
      guard let index = columns[column], index < fields.count else { return "" }
      return fields[index].trimmed
    }
  }
}
