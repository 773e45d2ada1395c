import Arguments
import Diagnostics
import Knowledge
import Matching
import Model
import Rendering

/// `sanctions compare`: how likely two names are one, and why, without a database.
enum CompareCommand {
  static let spec = CommandSpec(
    "compare", "Tell how likely two names are one, word by word.",
    discussion: [
      "Compares A with B, or two columns of a CSV file row by row. The score goes from 0 to 1; names count as one from "
        + "the threshold on. Order, initials, missing middle names, typing, romanisation and other scripts are taken "
        + "into account; numbers that differ keep names apart."
    ],
    group: "Screen names",
    arguments: [ArgumentSpec("NAME", .any, help: "Two names.")],
    options: [
      .value(
        "kind", "KIND", .choice(EntityKind.allCases.map(\.rawValue)), help: "What the names are names of."),
      .value("csv", "FILE", .file, help: "Compare the rows of a CSV file with a header."),
      .value(
        "columns", "A,B[,KIND]", help: "The columns of the file that hold the names and, maybe, their kind."),
      .value("threshold", "SCORE", help: "The score from which names are one.", defaultText: "0.8"),
      .value(
        "threads", "N", .integer(minimum: 1), help: "Compare a file on N threads.", defaultText: "all cores"),
      SharedOptions.data,
      .value(
        "format", "FORMAT", .choice(OutputFormat.allCases.map(\.rawValue)), letter: "f",
        help: "How to write the rows.", defaultText: "table", section: "Output"),
      .flag("raw", help: "Write CSV and TSV cells just as they are.", section: "Output"),
    ],
    examples: [
      CommandExample("sanctions compare \"Kim Jong Un\" \"KIM, Chong-un\"", "Two spellings."),
      CommandExample(
        "sanctions compare --csv pairs.csv --columns left,right --format csv", "The rows of a file."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let threshold = try threshold(session)
    let kind = session.arguments.value("kind").flatMap(EntityKind.init(rawValue:))
    let names = session.arguments.positionals
    var pairs: [NamePair] = []
    if let path = session.arguments.value("csv") {
      guard names.isEmpty else { throw Failure(.wrongUsage, "sanctions: give two names or --csv, not both") }
      pairs = try rows(of: path, kind, session)
    } else {
      guard names.count == 2 else {
        throw Failure(.wrongUsage, "sanctions: compare takes two names, or --csv FILE")
      }
      pairs = [NamePair(left: names[0], right: names[1], kind: kind)]
    }
    let comparer = try NameComparer(session, for: pairs.lazy.flatMap { [$0.left, $0.right] })
    let format = session.arguments.value("format").flatMap(OutputFormat.init(rawValue:)) ?? .table
    let settings = OutputSettings(TerminalSettings.detected(), isRaw: session.arguments.flag("raw"))
    let threads = session.threads
    session.output.attempt { () throws(OutputError) in
      var writer = RowWriter(
        format, columns: ["a", "b", "score", "match", "reasons"], settings: settings, to: session.output.file)
      for start in stride(from: 0, to: pairs.count, by: batch) where writer.isOpen {
        let some = Array(pairs[start..<min(pairs.count, start + batch)])
        let found = some.mapped(threads: threads, piece: 128) { pair in
          let found = comparer.compare(pair.left, pair.right, kind: pair.kind)
          return (score: found.score, reasons: found.reasons)
        }
        for (pair, found) in zip(some, found) {
          try writer.write([
            .text(pair.left), .text(pair.right), .number((found.score * 1000).rounded() / 1000),
            .text(found.score >= threshold ? "true" : "false"), .list(found.reasons),
          ])
        }
      }
      try writer.finish()
    }
    return .done
  }

  /// How many pairs are compared before they are written.
  private static let batch = 8192

  /// The score of `--threshold`, from 0 to 1.
  static func threshold(_ session: Session) throws(Failure) -> Double {
    guard let text = session.arguments.value("threshold") else { return NameComparison.threshold }
    guard let value = Double(text), (0...1).contains(value) else {
      throw Failure(.wrongUsage, "sanctions: --threshold takes a number from 0 to 1, not '\(text)'")
    }
    return value
  }

  private struct NamePair: Sendable {
    var left: String
    var right: String
    var kind: EntityKind?
  }

  private static func rows(of path: String, _ kind: EntityKind?, _ session: Session) throws(Failure)
    -> [NamePair]
  {
    let columns = (session.arguments.value("columns") ?? "a,b").split(separator: ",").map(String.init)
    guard columns.count == 2 || columns.count == 3 else {
      throw Failure(.wrongUsage, "sanctions: --columns takes two names of columns, or three with the kind")
    }
    let table = try session.table(path, having: columns)
    var findings: [Finding] = []
    var pairs: [NamePair] = []
    for row in table.rows {
      var own = kind
      if columns.count == 3, !row[columns[2]].isEmpty {
        own = EntityKind(rawValue: row[columns[2]].lowercased())
        if own == nil {
          let valid = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
          findings.append(
            Finding(row.location, .error, "unknown kind '\(row[columns[2]])'; it is one of \(valid)"))
        }
      }
      pairs.append(NamePair(left: row[columns[0]], right: row[columns[1]], kind: own))
    }
    guard findings.isEmpty else { throw Failure(findings: findings) }
    return pairs
  }
}
