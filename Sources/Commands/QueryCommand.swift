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
    arguments: [ArgumentSpec("NAME", .any, help: "Names or identifiers of entities; any alias will do.")],
    options: [
      Database.option,
      QueryOptions.event,
      filter("target", "NAME", .text, "Only events that hit this entity."),
      filter(
        "kind", "KIND", .choice(EntityKind.allCases.map(\.rawValue)),
        "Only events that hit an entity of this kind."),
      filter("authority", "NAME", .text, "Only events by this authority or its parts."),
      filter("instrument", "NAME", .text, "Only events under this instrument or its parts."),
      filter("actor", "NAME", .text, "Only violations and tests by this actor."),
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
    let query = try query(session)
    let graph = try Database.reading(session)
    let asked = try filled(query, graph, session)
    let answer = try attempt { try graph.events(asked) }
    let code = try RowOptions.write(
      answer.table,
      narrow: ["date", "event", "status", "authority", "target", "instrument", "post", "quote"], session)
    QueryOptions.tellUndated(answer.undatedCount, session)
    return code
  }

  /// What the options ask for that needs no database; wrong dates are told before it is opened.
  private static func query(_ session: Session) throws(Failure) -> EventQuery {
    let arguments = session.arguments
    var query = EventQuery()
    query.kinds = arguments.values(for: "event").compactMap(EventKind.init(rawValue:))
    query.targetKinds = arguments.values(for: "kind").compactMap(EntityKind.init(rawValue:))
    query.statuses = arguments.values(for: "status").compactMap(Status.init(rawValue:))
    query.on = try QueryOptions.date("on", arguments)
    query.from = try QueryOptions.date("from", arguments)
    query.to = try QueryOptions.date("to", arguments)
    query.asOf = try QueryOptions.date("as-of", arguments)
    query.post = arguments.value("post")
    query.showsClaims = arguments.flag("claims")
    query.isExact = arguments.flag("exact")
    query.includesUndated = arguments.flag("undated")
    query.limit = arguments.integer("limit")
    query.countBy = arguments.value("count-by")
    if let sort = arguments.value("sort") {
      let isDescending = sort.hasPrefix("-")
      query.sort = [
        EventQuery.Sort(isDescending ? String(sort.dropFirst()) : sort, isDescending: isDescending)
      ]
    }
    return query
  }

  /// The query with the entities that names mean.
  private static func filled(_ query: EventQuery, _ graph: Graph, _ session: Session) throws(Failure)
    -> EventQuery
  {
    var query = query
    if let id = query.post { try graph.storedPost(id) }
    for name in session.arguments.positionals { query.participants.append(try graph.ids(of: name)) }
    func ids(_ option: String, _ role: Role) throws(Failure) -> [String] {
      var found: [String] = []
      for name in session.arguments.values(for: option) {
        found += try graph.ids(of: name) { $0.canPlay(role) }
      }
      return found
    }
    query.targets = try ids("target", .target)
    query.authorities = try ids("authority", .authority)
    query.instruments = try ids("instrument", .instrument)
    query.actors = try ids("actor", .actor)
    return query
  }
}
