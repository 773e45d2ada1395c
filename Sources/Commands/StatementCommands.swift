import Arguments
import Extraction
import Graph
import Rendering

/// `sanctions sql` and `sanctions verify`.
enum StatementCommands {
  static let sql = CommandSpec(
    "sql", "Run a statement that only reads.", group: "Ask",
    arguments: [
      ArgumentSpec("STATEMENT", help: "A SELECT; the tables and views are described in schema.sql.")
    ],
    options: [Database.option] + RowOptions.options(columns: []),
    examples: [CommandExample("sanctions sql 'SELECT * FROM designations' --format csv", "A view as CSV.")])

  static let verify = CommandSpec(
    "verify", "Check that the database holds what its posts say.",
    discussion: [
      "Compares words with their posts, the index of words with the posts, and events with those made anew of what the "
        + "posts tell. Writes a line for each thing that is wrong, naming the row, and stops with 3 where there is one."
    ],
    group: "Keep the database", options: [Database.option, SharedOptions.data])

  static func runSQL(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let text = session.arguments.positionals[0]
    let code = try RowOptions.write(try attempt { try graph.readOnlySQL(text) }, session)
    return code == .nothingFound ? .done : code
  }

  static func runVerify(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let knowledge = try session.knowledge()
    let others = try attempt { try graph.postCount(readOtherwiseThan: ReadingDesk.reader(knowledge)) }
    // With other knowledge of who is part of whom, other events may come out, and nothing would be wrong.
    let findings = try attempt { try graph.verify(making: others == 0 ? EventMaking(knowledge) : nil) }
    if others > 0 {
      session.say(
        "\(others == 1 ? "1 post was" : "\(others) posts were") read by other rules or knowledge; "
          + "events are compared only after 'ingest --refresh'"
      )
    }
    for finding in findings { session.output.write(escapedForTerminal(finding) + "\n") }
    if findings.isEmpty { session.output.write("no findings\n") }
    return findings.isEmpty ? .done : .badData
  }
}
