public import Model
import SQLite

/// All that the graph holds on one entity.
public struct Dossier: Hashable, Sendable {
  /// The entity.
  public var entity: EntityRow
  /// Its other names: `alias,source`.
  public var names: Table
  /// What it belongs to and what belongs to it: `relation,entity_id,name,side`.
  public var relations: Table
  /// The events in which it takes part, as `Graph.events` gives them.
  public var events: Table
  /// How many events there are by year, kind, authority and status: `year,event,authority,status,count`.
  public var overTime: Table
  /// The posts that mention it, as `Graph.posts` gives them.
  public var posts: Table
  /// What official lists hold or held on it: `entry,name,state,snapshot,date,basis,programmes,…`.
  public var lists: Table
  /// What changed in its entries: `snapshot,entry,change,field,was,now`.
  public var changes: Table
  /// Who is named beside it: `entity_id,name,kind,events,posts`.
  public var related: Table
}

extension Graph {
  /// All that the graph holds on the entity, or the party of lists, with an identifier; nil where there is none.
  ///
  /// With a date the events are the designations that stood then, and lists are as they were; with a limit no table of
  /// events or posts has more rows.
  public func dossier(on id: String, asOf date: EDTF? = nil, limit: Int? = nil) throws(GraphError) -> Dossier?
  {
    let stored = try entity(id)
    let listed = stored == nil ? try listedParty(withID: id) : nil
    guard let entity = stored ?? listed else { return nil }
    var query = EventQuery()
    query.participants = [[id]]
    query.asOf = date
    query.limit = limit
    var posts = PostQuery()
    posts.entities = [[id]]
    posts.limit = limit
    return Dossier(
      entity: entity, names: stored == nil ? try listedNames(ofParty: id) : try names(of: id),
      relations: try relations(of: id), events: try events(query).table, overTime: try overTime(id),
      posts: try self.posts(posts), lists: try listings(of: id, asOf: date?.last?.text),
      changes: try listChanges(of: id, asOf: date?.last?.text), related: try related(to: id))
  }

  /// The events in order of time, one row an event with all its targets; undated ones come last.
  public func timeline(_ query: EventQuery) throws(GraphError) -> EventAnswer {
    var query = query
    query.showsClaims = false
    query.countBy = nil
    let limit = query.limit
    query.limit = nil
    var answer = try events(query)
    let columns = [
      "date", "basis", "event", "status", "authority", "target", "instrument", "actor", "posts", "quote",
      "event_id",
    ]
    let indices = columns.compactMap { EventQuery.columns.firstIndex(of: $0) }
    var table = Table(columns: columns)
    var places: [Cell: Int] = [:]
    for row in answer.table.rows {
      var cells = indices.map { row[$0] }
      cells[5] = .list(cells[5].values)
      if let id = cells.last, let place = places[id] {
        table.rows[place][5] = .list(table.rows[place][5].values + cells[5].values)
      } else {
        if let id = cells.last { places[id] = table.rows.count }
        table.rows.append(cells)
      }
    }
    if let limit, table.rows.count > limit { table.rows.removeLast(table.rows.count - limit) }
    answer.table = table
    return answer
  }

  private func overTime(_ id: String) throws(GraphError) -> Table {
    try guarded(path) {
      let sql = """
        SELECT substr(coalesce(date_from, date_to), 1, 4), kind, (
          SELECT min(name) FROM participant AS doer JOIN entity ON entity.id = doer.entity
          WHERE doer.event = event.id AND doer.role = 'authority'
        ), status, count(*)
        FROM event WHERE id IN (SELECT event FROM participant WHERE entity = ?)
        GROUP BY 1, 2, 3, 4 ORDER BY 1 IS NULL, 1, 2, 3, 4
        """
      return try connection.table(
        sql, columns: ["year", "event", "authority", "status", "count"], [.text(id)])
    }
  }
}
