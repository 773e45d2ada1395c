/// Writes the rows of a result in one format, as they come.
///
///     var rows = RowWriter(.csv, columns: ["date", "target"], to: output)
///     try rows.write([.text("2016-12-02"), .text("Harad Air")])
///     try rows.finish()
///
/// Every format but JSON begins with the names of the columns, also where no row follows; CSV and TSV that go on where
/// an earlier run stopped do not. A table keeps its first
/// rows to learn how wide the columns are; the other formats keep none.
public struct RowWriter {
  private enum Form {
    case table(TableText)
    case delimited(DelimitedText)
    case json(JSONText, inArray: Bool)
    case markdown(MarkdownText)
  }

  /// The names of the columns, which are the keys in JSON.
  public let columns: [String]
  /// How many rows were written.
  public private(set) var count = 0
  private var form: Form
  private let output: any TextOutput
  private var buffer: [UInt8] = []
  private var hasBegun = false
  private let isContinued: Bool

  /// A writer of rows with these columns, whose names differ.
  public init(
    _ format: OutputFormat, columns: [String], settings: OutputSettings = OutputSettings(),
    to output: any TextOutput
  ) {
    self.columns = columns
    self.output = output
    isContinued = settings.isContinued
    form =
      switch format {
      case .table: .table(TableText(columns: columns, width: settings.width, isBold: settings.usesColour))
      case .csv: .delimited(DelimitedText(isCommaSeparated: true, isRaw: settings.isRaw))
      case .tsv: .delimited(DelimitedText(isCommaSeparated: false, isRaw: settings.isRaw))
      case .json: .json(JSONText(columns: columns), inArray: true)
      case .jsonl: .json(JSONText(columns: columns), inArray: false)
      case .markdown: .markdown(MarkdownText())
      }
  }

  /// Whether somebody still reads; a command may stop asking for rows once this is false.
  public var isOpen: Bool { output.isOpen }

  /// Writes a row: a value for each column, where missing values at the end may be left out.
  public mutating func write(_ row: [CellValue]) throws(OutputError) {
    begin()
    var row = Array(row.prefix(columns.count))
    while row.count < columns.count { row.append(.missing) }
    switch form {
    case .table(var table):
      // Only one copy may hold the rows kept while another is added to them.
      form = .markdown(MarkdownText())
      table.appendLine(row, to: &buffer)
      form = .table(table)
    case .delimited(let text):
      text.appendLine(row, to: &buffer)
    case .json(let text, let inArray):
      if inArray { buffer.append(count == 0 ? "\n" : ",\n") }
      text.appendObject(row, to: &buffer)
      if !inArray { buffer.append(0x0A) }
    case .markdown(let text):
      text.appendLine(row, to: &buffer)
    }
    count += 1
    try handOn()
  }

  /// Writes what ends the format and flushes the output; no row may follow.
  public mutating func finish() throws(OutputError) {
    begin()
    if case .table(var table) = form {
      table.finish(to: &buffer)
      form = .table(table)
    }
    if case .json(_, inArray: true) = form { buffer.append(count == 0 ? "]\n" : "\n]\n") }
    try handOn()
    try output.flush()
  }

  private mutating func begin() {
    if hasBegun { return }
    hasBegun = true
    switch form {
    case .table, .json(_, inArray: false): break
    case .delimited(let text):
      if !isContinued { text.appendLine(columns.map(CellValue.text), to: &buffer) }
    case .json(_, inArray: true): buffer.append(UInt8(ascii: "["))
    case .markdown(let text): text.appendHeader(columns, to: &buffer)
    }
  }

  private mutating func handOn() throws(OutputError) {
    if buffer.isEmpty { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try output.write(buffer)
  }
}
