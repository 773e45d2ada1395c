/// Comma-separated values (RFC 4180) with the place of every cell, for files that people edit by hand.
public struct LocatedCSV: Sendable {
  /// A cell and where it begins.
  public struct Cell: Sendable, Hashable {
    /// The value, quotes undone.
    public var text: String
    /// Where it begins.
    public var location: SourceLocation
  }

  /// A line of cells by the names of the header.
  public struct Row: Sendable {
    /// The cells in the order of the header.
    public var cells: [Cell]
    /// Where the row begins.
    public var location: SourceLocation
    let columns: [String: Int]

    /// The text under a column name; empty where the row has no such cell.
    public subscript(_ column: String) -> String { cell(column)?.text ?? "" }

    /// The cell under a column name.
    public func cell(_ column: String) -> Cell? {
      guard let index = columns[column], index < cells.count else { return nil }
      return cells[index]
    }

    /// The values in a cell that lists several, separated by semicolons.
    public func list(_ column: String) -> [String] {
      self[column].split(separator: ";").map {
        String($0.drop(while: { $0 == " " })).trimmingTrailingSpaces()
      }
      .filter { !$0.isEmpty }
    }
  }

  /// The names of the columns.
  public let header: [String]
  /// The rows under the header.
  public let rows: [Row]
  /// The lines before the header that begin with `#`.
  public let comments: [String]

  /// Reads a file's bytes; reports quotes that never close, rows of the wrong length and doubled column names.
  ///
  /// Lines that begin with `#` and blank lines are passed over wherever a row could begin.
  public init(_ bytes: some Collection<UInt8>, file: String, findings: inout [Finding]) {
    var records: [Row] = []
    var comments: [String] = []
    var reader = CSVRecords(bytes: Array(bytes), file: file)
    while let record = reader.next(findings: &findings) {
      if case .comment(let text) = record { comments.append(text) }
      if case .cells(let cells, let location) = record {
        records.append(Row(cells: cells, location: location, columns: [:]))
      }
    }
    var columns: [String: Int] = [:]
    let header = records.first?.cells.map(\.text) ?? []
    for (index, name) in header.enumerated() where columns.updateValue(index, forKey: name) != nil {
      findings.append(Finding(records[0].cells[index].location, .error, "column '\(name)' is named twice"))
    }
    self.header = header
    self.comments = comments
    rows = records.dropFirst().map { Row(cells: $0.cells, location: $0.location, columns: columns) }
    for row in rows where row.cells.count != header.count {
      findings.append(
        Finding(row.location, .error, "\(row.cells.count) cells where the header has \(header.count)"))
    }
  }
}

/// The records of a CSV file one by one.
private struct CSVRecords {
  enum Record {
    case comment(String)
    case cells([LocatedCSV.Cell], SourceLocation)
  }

  let bytes: [UInt8]
  let file: String
  var at = 0
  var line = 1
  var lineStart = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
      lineStart = 3
    }
  }

  var here: SourceLocation { SourceLocation(file: file, line: line, column: at - lineStart + 1) }

  mutating func next(findings: inout [Finding]) -> Record? {
    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D { newline() }
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "#") {
      let start = at
      while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      return .comment(String(decoding: bytes[start..<at], as: UTF8.self))
    }
    let location = here
    var cells: [LocatedCSV.Cell] = []
    while true {
      cells.append(cell(findings: &findings))
      guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { break }
      at += 1
    }
    if at < bytes.count { newline() }
    return .cells(cells, location)
  }

  private mutating func cell(findings: inout [Finding]) -> LocatedCSV.Cell {
    let location = here
    var value: [UInt8] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      var closed = false
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "\"") {
          if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
            value.append(bytes[at])
            at += 2
            continue
          }
          at += 1
          closed = true
          break
        }
        value.append(bytes[at])
        if bytes[at] == 0x0A {
          line += 1
          lineStart = at + 1
        }
        at += 1
      }
      if !closed { findings.append(Finding(location, .error, "the quotation mark is never closed")) }
      if at < bytes.count, ![UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[at]) {
        findings.append(Finding(here, .error, "text after a closing quotation mark"))
      }
    }
    while at < bytes.count, ![UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[at]) {
      value.append(bytes[at])
      at += 1
    }
    return LocatedCSV.Cell(text: String(decoding: value, as: UTF8.self), location: location)
  }

  private mutating func newline() {
    if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
    at += 1
    line += 1
    lineStart = at
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}
