import Arguments
import Diagnostics
import Evaluation
import Extraction
import Graph
import Model
import Rendering

/// `sanctions evaluate`: how much of what people found in posts the program finds.
enum EvaluateCommand {
  static let spec = CommandSpec(
    "evaluate", "Measure what is found in posts against what people found.",
    discussion: [
      "Reads posts whose answers are marked in their text, ⟦words¦kind=Name⟧ with a line for each event under ---, or "
        + "JSON Lines with the same; reads the plain posts as extract does and compares. Mentions are counted as they "
        + "are and where they overlap (-overlap), all and without countries and places (-core); kind: is each kind of "
        + "mention, status: each status with what it was read as.",
      "With --errors a table lists the failures after the figures; other formats hold the failures alone.",
    ],
    group: "Read posts",
    arguments: [ArgumentSpec("GOLD", .some, .file, help: "Annotated posts: files, and folders of them.")],
    options: [
      .value(
        "predictions", "FILE", .file, help: "Compare what another run of extract wrote instead of reading."),
      .flag("errors", help: "List every failure, one a line."),
      SharedOptions.data, SharedOptions.names,
    ] + RowOptions.options(columns: []),
    examples: [
      CommandExample("sanctions evaluate gold --errors", "The figures of the folder gold, and what failed."),
      CommandExample(
        "sanctions evaluate gold --predictions old.jsonl --format csv", "The figures of an earlier run."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let posts = try GoldFiles(session.arguments.positionals, session).posts
    let sheet = try sheet(posts, session)
    let format = session.arguments.value("format").flatMap(OutputFormat.init(rawValue:)) ?? .table
    let isForPeople =
      (format == .table || format == .markdown) && session.arguments.values(for: "columns").isEmpty
    guard isForPeople else {
      let table = session.arguments.flag("errors") ? sheet.missTable : sheet.figureTable
      _ = try RowOptions.write(table, session)
      return .done
    }
    _ = try RowOptions.write(sheet.figureTable.rounded, narrow: ScoreSheet.narrowColumns, session)
    session.output.write("\n")
    _ = try RowOptions.write(sheet.confusionTable, session)
    if session.arguments.flag("errors") {
      session.output.write("\n")
      _ = try RowOptions.write(sheet.missTable, session)
    }
    return .done
  }

  /// The figures of the predictions that were given, or of reading the posts now.
  private static func sheet(_ posts: [GoldPost], _ session: Session) throws(Failure) -> ScoreSheet {
    var sheet = ScoreSheet()
    guard let path = session.arguments.value("predictions") else {
      let extractor = try session.extractor(try session.knowledge())
      for post in posts { sheet.add(post, found: extractor.read(post.post)) }
      return sheet
    }
    if session.arguments.value("data") != nil || session.arguments.value("names") != nil {
      throw Failure(
        .wrongUsage, "sanctions: --predictions reads no posts, so it takes no --data or --names",
        "See 'sanctions evaluate --help'.")
    }
    guard let bytes = session.contents(of: path) else {
      throw Failure(.fileTrouble, "\(path): cannot be read")
    }
    var findings: [Finding] = []
    let predictions = JSONReadings.predictions(bytes, file: path, findings: &findings)
    guard findings.isEmpty else { throw Failure(findings: findings.sorted()) }
    var without = 0
    for post in posts {
      if predictions[post.post.id] == nil { without += 1 }
      sheet.add(post, found: predictions[post.post.id])
    }
    if without > 0 {
      session.say(
        "sanctions: \(path) has nothing on \(without) of \(posts.count) posts; all in them is missed")
    }
    return sheet
  }
}
