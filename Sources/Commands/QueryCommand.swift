import Arguments
import Graph
import Model
import Posts

/// `sanctions query`: events by who takes part, what, when and under what.
enum QueryCommand {
  static let spec = CommandSpec(
    "query", "List events by entity, date, authority and more.",
    discussion: [
      "Events in which all NAMEs take part, in any role; where a NAME is a target, only its rows. One row an event and "
        + "target. Dates are YYYY, YYYY-MM or YYYY-MM-DD and match by overlap; an event dated only by its post is left "
        + "out of date filters unless --undated is given.",
      "US takes its departments, UN the Security Council, a law its sections; --exact does not.",
    ],
    group: "Ask",
    arguments: [
      ArgumentSpec(
        "NAME", .any, HelpCommands.Lookup.entity.kind,
        help: "Names or identifiers of entities; any alias will do.")
    ],
    options: [
      Database.option,
      QueryOptions.event,
      QueryOptions.target,
      filter(
        "kind", "KIND", .choice(EntityKind.allCases.map(\.rawValue)),
        "Only events that hit an entity of this kind."),
      QueryOptions.authority,
      filter(
        "instrument", "NAME", HelpCommands.Lookup.instrument.kind,
        "Only events under this instrument or its parts."),
      filter("actor", "NAME", HelpCommands.Lookup.entity.kind, "Only violations and tests by this actor."),
      filter("status", "STATUS", .choice(Status.allCases.map(\.rawValue)), "Only events with this status."),
      .value("on", "DATE", help: "Only events on this date.", section: "Filters"),
      QueryOptions.from, QueryOptions.to,
      .value(
        "as-of", "DATE", help: "What was designated by this date and not taken off.", section: "Filters"),
      .value("post", "ID", help: "Only events that this post tells.", section: "Filters"),
      .flag("claims", help: "A row a claim instead of a row an event and target.", section: "Filters"),
      .flag("exact", help: "Authorities and instruments without their parts.", section: "Filters"),
      QueryOptions.undated,
      .value("limit", "N", .integer(minimum: 0), help: "At most N rows.", section: "Output"),
      .value(
        "sort", "COLUMN", .choice(sortKeys), help: "Sort by a column first; -COLUMN turns the order.",
        section: "Output"),
      .value(
        "count-by", "COLUMN", .choice(EventQuery.columns), help: "Count the rows by the values of a column.",
        section: "Output"),
    ] + RowOptions.options(columns: EventQuery.columns + ["count"]),
    examples: [
      CommandExample("sanctions query \"Air Koryo\" --format csv", "All events with Air Koryo."),
      CommandExample("sanctions query --authority Seoul --event designation", "Whom South Korea designated."),
      CommandExample(
        "sanctions query --event adoption --from 2016-11 --to 2016-12", "What was adopted then."),
    ])

  private static let sortKeys = EventQuery.columns + EventQuery.columns.map { "-" + $0 }

  private static func filter(_ name: String, _ value: String, _ kind: ValueKind, _ help: String) -> OptionSpec
  {
    .value(name, value, kind, help: help, repeatable: true, section: "Filters")
  }

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let query = try QueryOptions.query(session)
    let graph = try Database.reading(session)
    let asked = try QueryOptions.filled(query, graph, session)
    let answer = try attempt { try graph.events(asked) }
    let code = try RowOptions.write(
      answer.table,
      narrow: ["date", "event", "status", "authority", "target", "instrument", "post", "quote"], session)
    QueryOptions.tellUndated(answer.undatedCount, session)
    return code
  }
}
