import Diagnostics
import Model

/// Reads the tables of `data/` into records and gathers what is wrong with them.
struct TableReader {
  let files: DataFiles
  var findings: [Finding] = []

  init(_ files: DataFiles) { self.files = files }

  /// The rows of a table; a finding where the file is missing, or its version line or columns are not as expected.
  mutating func rows(_ table: DataTable) -> [LocatedCSV.Row] {
    guard let bytes = bytes(of: table) else { return [] }
    let csv = LocatedCSV(bytes, file: name(table), findings: &findings)
    if csv.header != table.columns {
      let place = SourceLocation(file: name(table), line: csv.comments.count + 1, column: 1)
      findings.append(Finding(place, .error, "the columns must be \(table.columns.joined(separator: ","))"))
      return []
    }
    return csv.rows.filter { $0.cells.count == csv.header.count }
  }

  /// The lines of a word list with their places.
  mutating func words(_ table: DataTable) -> [String] {
    guard let bytes = bytes(of: table) else { return [] }
    var words: [String] = []
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      words.append(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
    }
    return words
  }

  /// Notes a finding at a cell.
  mutating func report(_ row: LocatedCSV.Row, _ column: String, _ message: String) {
    findings.append(Finding(row.cell(column)?.location ?? row.location, .error, message))
  }

  /// The EDTF date in a cell; nil where it is empty or, with a finding, none.
  mutating func date(_ row: LocatedCSV.Row, _ column: String) -> EDTF? {
    let text = row[column]
    if text.isEmpty { return nil }
    guard let date = EDTF(text) else {
      report(row, column, "'\(text)' is no date")
      return nil
    }
    return date
  }

  /// The value of a closed list in a cell; the finding names the valid ones.
  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ row: LocatedCSV.Row, _ column: String, of type: T.Type
  ) -> T? where T.RawValue == String {
    if let value = T(rawValue: row[column]) { return value }
    let valid = T.allCases.map(\.rawValue).joined(separator: ", ")
    report(row, column, "unknown \(column) '\(row[column])'; it is one of \(valid)")
    return nil
  }

  private func name(_ table: DataTable) -> String { files.root + "/" + table.path }

  private mutating func bytes(of table: DataTable) -> [UInt8]? {
    guard let bytes = files.files[table.path] else {
      findings.append(Finding(SourceLocation(file: name(table)), .error, "the file is missing"))
      return nil
    }
    let wanted = "# sanctions-data 1 \(table.format)"
    let first = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    if first != wanted {
      findings.append(
        Finding(
          SourceLocation(file: name(table), line: 1, column: 1), .error, "the first line must be '\(wanted)'")
      )
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      findings.append(Finding(SourceLocation(file: name(table)), .error, "the file is not UTF-8"))
      return nil
    }
    return bytes
  }
}
