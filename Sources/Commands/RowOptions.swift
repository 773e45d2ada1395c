import Arguments
import Graph
import Rendering

/// The options of every command that answers with rows, and the writing of them.
enum RowOptions {
  /// The options; `pictures` are formats that the command writes itself.
  static func options(columns: [String], pictures: [String] = []) -> [OptionSpec] {
    [
      .value(
        "format", "FORMAT", .choice(OutputFormat.allCases.map(\.rawValue) + pictures), letter: "f",
        help: "How to write the rows.",
        defaultText: "table", section: "Output"),
      columns.isEmpty
        ? .value(
          "columns", "LIST", help: "Only these columns, in this order, separated by commas.",
          section: "Output")
        : .value(
          "columns", "LIST", .choices(columns),
          help: "Only these columns, in this order, separated by commas.",
          section: "Output"),
      .flag("raw", help: "Write CSV and TSV cells just as they are.", section: "Output"),
    ]
  }

  /// Writes a table as was asked; in a terminal's table of `narrow` columns where no others were asked for.
  static func write(_ table: Table, narrow: [String] = [], _ session: Session) throws(Failure) -> ExitCode {
    var writer = try Writer(columns: table.columns, narrow: narrow, session)
    for row in table.rows where writer.isOpen { writer.write(row) }
    return writer.finish()
  }

  /// Writes rows as they come, as was asked.
  struct Writer {
    private let indices: [Int]
    private let session: Session
    private var writer: RowWriter
    private var isEmpty = true

    /// A writer of rows with some columns, perhaps going on with those of an earlier run, `narrow` ones on a terminal where no others were asked for.
    init(
      columns: [String], narrow: [String], continued: Bool = false, _ session: Session
    ) throws(Failure) {
      self.session = session
      let arguments = session.arguments
      let format = arguments.value("format").flatMap(OutputFormat.init(rawValue:)) ?? .table
      let given = arguments.values(for: "columns").flatMap { $0.split(separator: ",").map(String.init) }
      var wanted = given.isEmpty ? columns : given
      if given.isEmpty, format == .table || format == .markdown, !narrow.isEmpty,
        narrow.allSatisfy(columns.contains)
      {
        wanted = narrow
      }
      var indices: [Int] = []
      for name in wanted {
        guard let index = columns.firstIndex(of: name) else {
          throw Failure(
            .wrongUsage,
            "sanctions: there is no column '\(name)'; there are \(columns.joined(separator: ", "))")
        }
        indices.append(index)
      }
      self.indices = indices
      var settings = OutputSettings(TerminalSettings.detected(), isRaw: arguments.flag("raw"))
      settings.isContinued = continued
      writer = RowWriter(format, columns: wanted, settings: settings, to: session.output.file)
    }

    /// Whether somebody still reads.
    var isOpen: Bool { writer.isOpen }

    /// Writes a row.
    mutating func write(_ row: [Cell]) {
      isEmpty = false
      let cells = indices.map { CellValue(row[$0]) }
      session.output.attempt { () throws(OutputError) in try writer.write(cells) }
    }

    /// Writes what is left; tells whether there were rows.
    @discardableResult mutating func finish() -> ExitCode {
      session.output.attempt { () throws(OutputError) in try writer.finish() }
      return isEmpty ? .nothingFound : .done
    }
  }
}

extension CellValue {
  init(_ cell: Cell) {
    switch cell {
    case .null: self = .missing
    case .int(let number): self = .integer(number)
    case .real(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .list(let texts): self = .list(texts)
    }
  }
}
