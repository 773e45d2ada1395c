import Arguments
import Graph
import Model
import Rendering

/// `sanctions timeline`: events in order of time, one row an event with all its targets.
enum TimelineCommand {
  static let spec = CommandSpec(
    "timeline", "List events in order of time, one row an event.",
    discussion: [
      "--format svg draws them instead: kinds by colour and word, statuses by the form of the mark, an open or long date "
        + "as a bar."
    ], group: "Ask",
    arguments: [
      ArgumentSpec(
        "NAME", .any, HelpCommands.Lookup.entity.kind,
        help: "Names or identifiers of entities that take part.")
    ],
    options: [
      Database.option, QueryOptions.event, QueryOptions.from, QueryOptions.to, QueryOptions.undated,
      .value(
        "limit", "N", .integer(minimum: 0), help: "At most N events.", defaultText: "all; 300 in a picture",
        section: "Output"),
    ] + RowOptions.options(columns: [], pictures: ["svg"]),
    examples: [
      CommandExample("sanctions timeline \"Air Koryo\" --format svg > koryo.svg", "The same as a picture."),
      CommandExample("sanctions timeline \"North Korea\" --from 2016", "What happened around a country."),
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    var query = EventQuery()
    query.kinds = session.arguments.values(for: "event").compactMap(EventKind.init(rawValue:))
    query.from = try QueryOptions.date("from", session.arguments)
    query.to = try QueryOptions.date("to", session.arguments)
    query.includesUndated = session.arguments.flag("undated")
    let graph = try Database.reading(session)
    for name in session.arguments.positionals { query.participants.append(try graph.ids(of: name)) }
    let isPicture = session.arguments.value("format") == "svg"
    query.limit = session.arguments.integer("limit")
    let asked = query
    var answer = try attempt { try graph.timeline(asked) }
    if isPicture, query.limit == nil, answer.table.rows.count > 300 {
      session.say("the first 300 of \(answer.table.rows.count) events are drawn; --limit takes more")
      answer.table.rows.removeLast(answer.table.rows.count - 300)
    }
    let code = isPicture ? draw(answer.table, session) : try RowOptions.write(answer.table, session)
    QueryOptions.tellUndated(answer.undatedCount, session)
    return code
  }
}

extension TimelineCommand {
  /// Writes the events as a picture; tells whether there were any.
  private static func draw(_ table: Table, _ session: Session) -> ExitCode {
    let names = Dictionary(
      table.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func values(_ row: [Cell], _ column: String) -> [String] { names[column].map { row[$0].values } ?? [] }
    let events = table.rows.map { row in
      TimelinePicture.Event(
        EDTF(values(row, "date").first ?? ""), kind: values(row, "event").first ?? "",
        status: values(row, "status").first ?? "",
        label: TimelinePicture.Event.label(
          values(row, "authority") + values(row, "actor"), values(row, "target"), values(row, "instrument")))
    }
    let title =
      session.arguments.positionals.isEmpty
      ? "Events in time" : session.arguments.positionals.joined(separator: ", ")
    session.output.write(TimelinePicture(events, title: title).svg(.alone).markup)
    return events.isEmpty ? .nothingFound : .done
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
      ArgumentSpec("FROM", .one, HelpCommands.Lookup.entity.kind, help: "A name or identifier."),
      ArgumentSpec("TO", .one, HelpCommands.Lookup.entity.kind, help: "Another one."),
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
