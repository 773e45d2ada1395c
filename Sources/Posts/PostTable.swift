import Diagnostics
import Model

/// The `posts.csv` of a collection: when and where each post came out, by title.
struct PostTable {
  /// A post of the table.
  struct Row {
    var title: LocatedCSV.Cell
    var published: EDTF?
    var url: String?
  }

  /// The name of the table in its folder.
  static let fileName = "posts.csv"

  private(set) var rows: [Row] = []
  private var index: [TitleKey: Int] = [:]
  private var isUsed: [Bool] = []

  /// A table without posts.
  init() {}

  /// Reads a table; what is wrong with it is told in `findings`, and rows with errors are left out.
  init(path: String, findings: inout [Finding]) throws(PostInputError) {
    let bytes = try ByteInput.contents(of: path, limit: LineReader.longestLine)
    let fault = bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) }
    if let fault {
      let line = bytes[..<fault].count { $0 == 0x0A } + 1
      let start = (bytes[..<fault].lastIndex(of: 0x0A) ?? -1) + 1
      findings.append(
        Finding(
          SourceLocation(file: path, line: line, column: fault - start + 1), .error, "the text is not UTF-8"))
      return
    }
    let table = LocatedCSV(bytes, file: path, findings: &findings)
    guard table.header.contains("title") else {
      findings.append(Finding(SourceLocation(file: path, line: 1), .error, "the table has no column 'title'"))
      return
    }
    for row in table.rows where row.cells.count == table.header.count { add(row, findings: &findings) }
  }

  private mutating func add(_ row: LocatedCSV.Row, findings: inout [Finding]) {
    guard let title = row.cell("title") else { return }
    let key = TitleKey(title.text)
    if key == TitleKey("") {
      findings.append(Finding(title.location, .error, "the title is empty"))
      return
    }
    if let earlier = index[key] {
      findings.append(
        Finding(
          title.location, .error, "the title stands already on line \(rows[earlier].title.location.line)"))
      return
    }
    var published: EDTF?
    if let cell = row.cell("published"), !cell.text.isEmpty {
      published = PublicationDate.read(cell.text)
      if published == nil {
        findings.append(Finding(cell.location, .error, PublicationDate.complaint(cell.text)))
        return
      }
    }
    index[key] = rows.count
    isUsed.append(false)
    rows.append(Row(title: title, published: published, url: row["url"].isEmpty ? nil : row["url"]))
  }

  /// Whether a post of this title is in the table.
  func lists(_ title: String) -> Bool { index[TitleKey(title)] != nil }

  /// The row of a post, which counts as found from now on.
  mutating func take(_ title: String) -> Row? {
    guard !rows.isEmpty, let found = index[TitleKey(title)] else { return nil }
    isUsed[found] = true
    return rows[found]
  }

  /// The rows whose posts were not found.
  var unused: [Row] { zip(rows, isUsed).filter { !$0.1 }.map(\.0) }
}
