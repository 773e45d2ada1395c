import Arguments
import Glibc
import Graph
import Rendering

/// `sanctions export`: every table of the graph as files, or one on standard output.
enum ExportCommand {
  static let spec = CommandSpec(
    "export", "Write the tables of the graph as files.",
    discussion: [
      "Writes TABLE.csv or TABLE.jsonl for every table into DIR, which is made where it is missing and refused where "
        + "it holds something, unless --force is given. The columns are described in schema.sql.",
      "--format ftm writes entities of FollowTheMoney, one a line: into DIR/entities.ftm.json, or without DIR to "
        + "standard output. --format datasette writes what Datasette shows beside the tables: DIR/metadata.json.",
    ],
    group: "Keep the database",
    arguments: [ArgumentSpec("DIR", .optional, .folder, help: "The folder.")],
    options: [
      Database.option, .flag("force", help: "Write into a folder that holds something."),
      .value("table", "TABLE", help: "Write this table to standard output instead."),
      .value(
        "format", "FORMAT", .choice(["csv", "jsonl", "ftm", "datasette"]), letter: "f",
        help: "How to write the rows.",
        defaultText: "csv"),
      .flag("raw", help: "Write CSV cells just as they are."), SharedOptions.data,
    ],
    examples: [
      CommandExample("sanctions export build/export", "Every table as CSV."),
      CommandExample("sanctions export --format ftm", "Everything for tools that read FollowTheMoney."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    if session.arguments.value("format") == "ftm" { return try writeFollowTheMoney(session) }
    if session.arguments.value("format") == "datasette" { return try writeMetadata(session) }
    let format = session.arguments.value("format").flatMap(OutputFormat.init(rawValue:)) ?? .csv
    if session.arguments.positionals.isEmpty, session.arguments.value("table") == nil {
      throw Failure(
        .wrongUsage, "sanctions: export needs a folder, or --table", "See 'sanctions export --help'.")
    }
    let graph = try Database.reading(session)
    let tables = try attempt { try graph.exportTables() }
    if let name = session.arguments.value("table") {
      guard let table = tables.first(where: { $0.name == name }) else {
        let names = tables.map(\.name).joined(separator: ", ")
        throw Failure(.wrongUsage, "sanctions: there is no table '\(name)'; there are \(names)")
      }
      try attempt { try write(table, of: graph, as: format, to: session.output.file, session) }
      return .done
    }
    let folder = session.arguments.positionals[0]
    try prepare(folder, session)
    try attempt {
      try graph.atOneMoment {
        for table in tables {
          let file = try FileOutput(creating: "\(folder)/\(table.name).\(format.rawValue)")
          try write(table, of: graph, as: format, to: file, session)
          try file.close()
        }
      }
    }
    session.say("\(tables.count) tables written to \(folder)")
    return .done
  }

  private static func writeMetadata(_ session: Session) throws(Failure) -> ExitCode {
    let file = Database.path(session).split(separator: "/").last ?? ""
    let bytes = DatasetteMetadata.document(
      database: String(file.lastIndex(of: ".").map { file[..<$0] } ?? file))
    guard let folder = session.arguments.positionals.first else {
      session.output.write(bytes: bytes)
      return .done
    }
    try prepare(folder, session)
    try attempt {
      let file = try FileOutput(creating: "\(folder)/metadata.json")
      try file.write(bytes)
      try file.close()
    }
    session.say("metadata written: datasette \(Database.path(session)) --metadata \(folder)/metadata.json")
    return .done
  }

  private static func writeFollowTheMoney(_ session: Session) throws(Failure) -> ExitCode {
    guard session.arguments.value("table") == nil else {
      throw Failure(.wrongUsage, "sanctions: --format ftm writes everything, not one --table")
    }
    let knowledge = try session.knowledge()
    let graph = try Database.reading(session)
    let folder = session.arguments.positionals.first
    if let folder { try prepare(folder, session) }
    let count = try attempt {
      let made = try folder.map { try FileOutput(creating: "\($0)/entities.ftm.json") }
      let file: any TextOutput = made ?? session.output.file
      var export = FollowTheMoneyExport(graph, knowledge, to: file)
      try graph.atOneMoment { try export.write() }
      try made?.close()
      return export.count
    }
    session.say("\(count) entities written\(folder.map { " to \($0)/entities.ftm.json" } ?? "")")
    return .done
  }

  private static func write(
    _ table: ExportTable, of graph: Graph, as format: OutputFormat, to output: any TextOutput,
    _ session: Session
  ) throws {
    let settings = OutputSettings(isRaw: session.arguments.flag("raw"))
    var writer = RowWriter(format, columns: table.columns, settings: settings, to: output)
    try graph.export(table) { row in try writer.write(row.map { CellValue($0) }) }
    try writer.finish()
  }

  /// Makes the folder, or sees that it is empty.
  static func prepare(_ folder: String, _ session: Session) throws(Failure) {
    if mkdir(folder, 0o777) == 0 { return }
    guard errno == EEXIST, let handle = opendir(folder) else {
      throw Failure(.fileTrouble, "\(folder): \(String(cString: strerror(errno)))")
    }
    defer { closedir(handle) }
    var count = 0
    while readdir(handle) != nil { count += 1 }
    // Every folder holds itself and the one above.
    guard count <= 2 || session.arguments.flag("force") else {
      throw Failure(.fileTrouble, "\(folder): the folder is not empty; --force writes into it")
    }
  }
}
