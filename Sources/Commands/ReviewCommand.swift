import Arguments
import Diagnostics
import Glibc
import Graph
import Knowledge
import Model
import Resolution

/// `sanctions review`: what is doubtful, and the verdicts of people on it.
enum ReviewCommand {
  static let columns = ReviewQueue.columns
  private static let header = ["verdict", "subject", "object", "author", "date", "reason"]

  static let spec = CommandSpec(
    "review", "Show which entities and list entries may be one, and apply verdicts on them.",
    discussion: [
      "Lists the pairs that names do not settle: an entity of posts and an entry that are alike, or that others have the "
        + "name of. --apply takes the verdicts of a CSV file verdict,subject,object,author,date,reason in the place of "
        + "all that were there, and reads the stored posts again with them.",
      "Verdicts: same A B and different A B for identifiers of entities and entries; retype ENTITY KIND; rename ENTITY "
        + "NAME; redate CLAIM DATE; reject CLAIM. They hold for all that is read later. Keep the file under version "
        + "control: with it a rebuild gives the same graph. A file with verdicts that contradict each other is refused.",
      "--step shows one doubt after the other: the pairs, then claims that tell no authority or that lists do not show as "
        + "told. A key decides: s same, d different, r reject, t another date; Enter goes on without a verdict, q ends.",
    ],
    group: "Screen names",
    options: [
      Database.option, .value("apply", "FILE", .file, help: "Apply the verdicts of this file."),
      .value(
        "step", "FILE", .file, help: "Ask for a verdict on each doubt, one key each, and add it to this file."
      ),
      .value("author", "NAME", help: "Who decides, for the file.", defaultText: "the user of this computer"),
      SharedOptions.data,
    ] + RowOptions.options(columns: columns),
    examples: [
      CommandExample("sanctions review", "What is doubtful."),
      CommandExample("sanctions review --step corrections.csv", "Decide what is doubtful, one key each."),
      CommandExample("sanctions review --apply corrections.csv", "Apply what was decided."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    if let path = session.arguments.value("apply") {
      guard session.arguments.value("step") == nil else {
        throw Failure(.wrongUsage, "sanctions: --step and --apply are two runs: first decide, then apply")
      }
      return try apply(path, session)
    }
    let graph = try Database.reading(session)
    if let path = session.arguments.value("step") { return try step(into: path, graph, session) }
    return try RowOptions.write(try ReviewQueue(graph, session).pairs, session)
  }

  /// Asks for a verdict on each doubt, and writes it to a file.
  private static func step(into path: String, _ graph: Graph, _ session: Session) throws(Failure) -> ExitCode
  {
    var known: [Verdict] = []
    if ReviewStepper.holdsSomething(path) {
      var findings: [Finding] = []
      for row in try session.table(path, having: header).rows {
        if let verdict = verdict(of: row, &findings) { known.append(verdict) }
      }
      guard findings.isEmpty else { throw Failure(findings: findings) }
    }
    let doubts = try ReviewQueue(graph, session).doubts(besides: known)
    let author =
      session.arguments.value("author") ?? (getenv("USER") ?? getenv("LOGNAME")).map { String(cString: $0) }
      ?? ""
    var stepper = try ReviewStepper(doubts, author: author, path: path, header: header, session)
    return try stepper.run()
  }

  /// Takes the verdicts of a file in the place of all others.
  private static func apply(_ path: String, _ session: Session) throws(Failure) -> ExitCode {
    let table = try session.table(path, having: header)
    var findings: [Finding] = []
    var verdicts: [Verdict] = []
    for row in table.rows {
      if let verdict = verdict(of: row, &findings) { verdicts.append(verdict) }
    }
    guard findings.isEmpty else { throw Failure(findings: findings) }
    for contradiction in Corrections.contradictions(in: verdicts) {
      let (one, other) = (table.rows[contradiction.first].location, table.rows[contradiction.second].location)
      findings.append(Finding(other, .error, "it contradicts line \(one.line)"))
    }
    guard findings.isEmpty else { throw Failure(findings: findings) }
    let knowledge = try session.knowledge()
    let graph = try Database.writing(session)
    try tellUnknown(verdicts, table, graph, session)
    try attempt { try graph.replaceVerdicts(verdicts) }
    let (read, _) = try ReadingDesk(session, graph, knowledge, refreshes: true).readStoredAgain()
    try graph.joinLists(session, knowledge)
    session.say("\(verdicts.count) verdicts; \(read) posts read again")
    return .done
  }

  /// Tells of identifiers for which nothing stands in a database that holds something; they may be mistyped.
  private static func tellUnknown(
    _ verdicts: [Verdict], _ table: LocatedCSV, _ graph: Graph, _ session: Session
  ) throws(Failure) {
    guard try !attempt({ try graph.allPosts() }).isEmpty else { return }
    // What is in force has changed names and taken claims away.
    let known = Set(try attempt { try graph.verdicts() }.flatMap { [$0.subject, $0.object] })
    for (verdict, row) in zip(verdicts, table.rows) {
      let isPair = verdict.kind == .same || verdict.kind == .different
      for id in isPair ? [verdict.subject, verdict.object] : [verdict.subject] where !known.contains(id) {
        if try !attempt({ try graph.knows(id) }) {
          session.say("\(row.location): warning: nothing is called '\(id)'")
        }
      }
    }
  }

  private static func verdict(of row: LocatedCSV.Row, _ findings: inout [Finding]) -> Verdict? {
    func fault(_ column: String, _ message: String) -> Verdict? {
      findings.append(Finding(row.cell(column)?.location ?? row.location, .error, message))
      return nil
    }
    guard let kind = Verdict.Kind(rawValue: row["verdict"]) else {
      let valid = Verdict.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      return fault("verdict", "unknown verdict '\(row["verdict"])'; it is one of \(valid)")
    }
    if row["subject"].isEmpty { return fault("subject", "the subject is missing") }
    switch kind {
    case .retype where EntityKind(rawValue: row["object"]) == nil:
      return fault("object", "unknown kind '\(row["object"])'")
    case .redate where EDTF(row["object"]) == nil: return fault("object", "'\(row["object"])' is no date")
    case .same, .different, .rename:
      if row["object"].isEmpty { return fault("object", "the object is missing") }
    default: break
    }
    return Verdict(
      kind, row["subject"], row["object"], author: row["author"], date: row["date"], reason: row["reason"])
  }
}
