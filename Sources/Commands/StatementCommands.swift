import Arguments
import Graph
import Knowledge
import Rendering
import Resolution

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
      "Writes a line for each thing that is wrong, naming the row, and stops with 3 where there is one."
    ],
    group: "Keep the database", options: [Database.option])

  static func runSQL(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let text = session.arguments.positionals[0]
    let code = try RowOptions.write(try attempt { try graph.readOnlySQL(text) }, session)
    return code == .nothingFound ? .done : code
  }

  static func runVerify(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let findings = try attempt { try graph.verify() }
    for finding in findings { session.output.write(escapedForTerminal(finding) + "\n") }
    if findings.isEmpty { session.output.write("no findings\n") }
    return findings.isEmpty ? .done : .badData
  }
}
