import Arguments
import Graph
import Knowledge
import Matching
import Model

/// `sanctions check`: the story of the posts against the official lists.
enum CheckCommand {
  static let spec = CommandSpec(
    "check", "Check what posts tell against the official lists.",
    discussion: [
      "One row for each designation and delisting that posts tell, and target: confirmed, date-conflict, unlisted, "
        + "since-delisted, ambiguous, or not-covered where no list of that authority is imported. A denial is confirmed "
        + "by absence. With NAMEs only events in which all of them take part.",
      "Standard error counts the verdicts and what the lists tell that no post does; --untold lists that.",
    ],
    group: "Screen names",
    arguments: [
      ArgumentSpec("NAME", .any, HelpCommands.Lookup.entity.kind, help: "Names or identifiers of entities.")
    ],
    options: [
      Database.option,
      .value(
        "days", "N", .integer(minimum: 0), help: "How many days dates may lie apart.", defaultText: "7"),
      .flag("untold", help: "What the lists tell and no post does, instead."),
      .value(
        "verdict", "VERDICT", .choice(ListVerdict.allCases.map(\.rawValue)), help: "Only these verdicts.",
        repeatable: true, section: "Filters"),
      .value(
        "event", "KIND", .choice(["designation", "delisting"]), help: "Only events of this kind.",
        repeatable: true,
        section: "Filters"),
      QueryOptions.target, QueryOptions.authority, QueryOptions.from, QueryOptions.to, QueryOptions.undated,
      SharedOptions.data,
    ] + RowOptions.options(columns: Graph.checkColumns),
    examples: [
      CommandExample("sanctions check \"Air Koryo\"", "What the lists say of all that is told of an airline.")
    ])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    var query = try QueryOptions.query(session)
    if query.kinds.isEmpty { query.kinds = [.designation, .delisting] }
    let graph = try Database.reading(session)
    query = try QueryOptions.filled(query, graph, session)
    let narrow = [
      "verdict", "event", "date", "authority", "target", "entry", "list_date", "delisted", "quote",
    ]
    if session.arguments.flag("untold") {
      guard session.arguments.values(for: "verdict").isEmpty else {
        throw Failure(.wrongUsage, "sanctions: --untold has one verdict only; give it without --verdict")
      }
      let (table, undated) = try attempt { try graph.untoldListings(query) }
      let code = try RowOptions.write(table, narrow: narrow, session)
      QueryOptions.tellUndated(undated, session)
      return code
    }
    var (table, undated) = try attempt { try graph.check(try checking(query, session)) }
    try findNear(&table, graph, session)
    let counts = Dictionary(grouping: table["verdict"], by: \.self).mapValues(\.count)
    let wanted = session.arguments.values(for: "verdict")
    if !wanted.isEmpty { table.rows.removeAll { !wanted.contains($0[0].values.first ?? "") } }
    let code = try RowOptions.write(table, narrow: narrow, session)
    QueryOptions.tellUndated(undated, session)
    let told = ListVerdict.allCases.compactMap { verdict in
      counts[.text(verdict.rawValue)].map { "\($0) \(verdict.rawValue)" }
    }
    if !told.isEmpty { session.say(told.joined(separator: ", ")) }
    return code
  }

  /// What the lists say of all that posts tell, dates within a week; nil where no list is imported.
  static func findings(_ graph: Graph, _ session: Session) throws(Failure) -> Table? {
    guard try attempt({ try graph.hasLists() }) else { return nil }
    var query = EventQuery()
    query.kinds = [.designation, .delisting]
    query.includesUndated = true
    let asked = query
    var table = try attempt { try graph.check(try checking(asked, session)) }.table
    try findNear(&table, graph, session)
    return table
  }

  private static func checking(_ query: EventQuery, _ session: Session) throws(Failure) -> ListChecking {
    let knowledge = try session.knowledge()
    let ids = Dictionary(
      knowledge.names.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var covers: [String: Set<String>] = [:]
    for record in knowledge.lists {
      covers[record.list, default: []].formUnion(record.covers.compactMap { ids[$0] })
    }
    return ListChecking(
      query: query, days: session.arguments.integer("days") ?? 7, covers: covers,
      partyKeys: ListMaking.partyKeys)
  }

  /// Looks up what no list seems to hold once more, by names that are alike; whoever is near makes it ambiguous.
  private static func findNear(_ table: inout Table, _ graph: Graph, _ session: Session) throws(Failure) {
    let places = table.rows.indices.filter { table.rows[$0][0] == .text(ListVerdict.unlisted.rawValue) }
    guard !places.isEmpty else { return }
    let names = places.compactMap { table.rows[$0][5].values.first }
    let screening = try Screening(session, for: names)
    for (place, name) in zip(places, names) {
      let target = table.rows[place][17].values.first ?? ""
      guard let kind = try attempt({ try graph.entity(target) })?.kind.listedKind else { continue }
      let listed = try attempt { try graph.listedNames(havingKeys: screening.keys(of: name), limit: 200) }
      let near = screening.hits(for: name, among: listed.filter { $0.kind.listedKind == kind }).prefix(3)
      guard !near.isEmpty else { continue }
      table.rows[place][0] = .text(ListVerdict.ambiguous.rawValue)
      table.rows[place][6] = .list(near.map(\.entry))
    }
  }
}
