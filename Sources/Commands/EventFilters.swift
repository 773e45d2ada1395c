import Arguments
import Graph
import Model

extension QueryOptions {
  /// What the options ask for that needs no database; wrong dates are told before it is opened.
  static func query(_ session: Session) throws(Failure) -> EventQuery {
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
  static func filled(_ query: EventQuery, _ graph: Graph, _ session: Session) throws(Failure)
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
