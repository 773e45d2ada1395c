import Arguments
import Graph
import Model

/// `sanctions timeline`: events in order of time, one row an event with all its targets.
enum TimelineCommand {
  static let spec = CommandSpec(
    "timeline", "List events in order of time, one row an event.", group: "Ask",
    arguments: [ArgumentSpec("NAME", .any, help: "Names or identifiers of entities that take part.")],
    options: [Database.option, QueryOptions.event, QueryOptions.from, QueryOptions.to, QueryOptions.undated]
      + RowOptions.options(columns: []),
    examples: [
      CommandExample("sanctions timeline \"North Korea\" --from 2016", "What happened around a country.")
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    var query = EventQuery()
    query.kinds = session.arguments.values(for: "event").compactMap(EventKind.init(rawValue:))
    query.from = try QueryOptions.date("from", session.arguments)
    query.to = try QueryOptions.date("to", session.arguments)
    query.includesUndated = session.arguments.flag("undated")
    let graph = try Database.reading(session)
    for name in session.arguments.positionals { query.participants.append(try graph.ids(of: name)) }
    let asked = query
    let answer = try attempt { try graph.timeline(asked) }
    let code = try RowOptions.write(answer.table, session)
    QueryOptions.tellUndated(answer.undatedCount, session)
    return code
  }
}

/// `sanctions path`: the shortest chain between two entities.
enum PathCommand {
  static let spec = CommandSpec(
    "path", "Show the shortest chain between two entities.",
    discussion: [
      "Over events, relations and posts that name both; over a country only where there is no other way."
    ],
    group: "Ask",
    arguments: [
      ArgumentSpec("FROM", help: "A name or identifier."), ArgumentSpec("TO", help: "Another one."),
    ],
    options: [Database.option] + RowOptions.options(columns: []),
    examples: [
      CommandExample("sanctions path \"Air Koryo\" OFAC", "How an airline hangs together with an office.")
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let from = try graph.ids(of: session.arguments.positionals[0])[0]
    let to = try graph.ids(of: session.arguments.positionals[1])[0]
    guard let table = try attempt({ try graph.path(from: from, to: to) }) else {
      throw Failure(.nothingFound, "sanctions: nothing leads from \(from) to \(to)")
    }
    _ = try RowOptions.write(table, session)
    return .done
  }
}
