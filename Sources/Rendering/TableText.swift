/// A table whose columns line up.
///
/// Widths come from the rows that are kept until there are many; later rows are written as they come, and where a cell
/// of theirs is wider than its column the line is out of step, but nothing is lost unless the terminal's width asks it.
struct TableText {
  private let header: [String]
  private let width: Int?
  private let isBold: Bool
  private var kept: [TableRow] = []
  private var keptBytes = 0
  private var layout: TableLayout?

  init(columns: [String], width: Int?, isBold: Bool) {
    header = columns
    self.width = width
    self.isBold = isBold
  }

  /// Takes a row; appends what can be written by now.
  mutating func appendLine(_ cells: [CellValue], to output: inout [UInt8]) {
    let row = TableRow(cells)
    if let layout { return layout.appendLine(row, to: &output) }
    keptBytes += row.bytes.count
    kept.append(row)
    if kept.count == 1000 || keptBytes > 1 << 22 { finish(to: &output) }
  }

  /// Appends the header and the rows kept, where that has not been done.
  mutating func finish(to output: inout [UInt8]) {
    if layout != nil { return }
    let titles = TableRow(header.map(CellValue.text))
    let layout = TableLayout(header: titles, rows: kept, width: width)
    if isBold { output.append("\u{1B}[1m") }
    layout.appendLine(titles, to: &output)
    if isBold {
      output.removeLast()
      output.append("\u{1B}[0m\n")
    }
    for row in kept { layout.appendLine(row, to: &output) }
    kept = []
    self.layout = layout
  }
}

/// The cells of a row as they are shown, one after the other in one buffer.
struct TableRow {
  /// The text of all cells, hidden characters written out.
  private(set) var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  private(set) var ends: [Int] = []
  /// How many columns of the terminal each cell takes.
  private(set) var widths: [Int] = []
  /// Which cells are numbers, and which are empty.
  private(set) var numeric: [Bool] = []

  init(_ cells: [CellValue]) {
    for cell in cells {
      let start = bytes.count
      withUTF8(of: cell.plainText) { bytes.appendVisible($0) }
      ends.append(bytes.count)
      widths.append(bytes[start...].withUnsafeBufferPointer { displayWidth(of: $0) })
      numeric.append(cell.isNumeric)
    }
  }

  func isEmpty(at column: Int) -> Bool { widths[column] == 0 }
  func range(of column: Int) -> Range<Int> { (column == 0 ? 0 : ends[column - 1])..<ends[column] }
}
