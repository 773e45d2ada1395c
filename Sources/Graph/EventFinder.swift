import Model
import SQLite

/// Finds the events that pass the filters of a query.
struct EventFinder {
  private let connection: Connection
  private let query: EventQuery

  init(_ connection: Connection, _ query: EventQuery) {
    self.connection = connection
    self.query = query
  }

  /// The events, and how many the date filters left out because their date is only a bound or missing.
  func events() throws -> (found: [FoundEvent], undated: Int) {
    var found: [FoundEvent] = []
    try connection.each(try statement()) { row in found.append(try FoundEvent(row)) }
    for index in found.indices {
      found[index].parties = try FoundEvent.parties(of: found[index].id, in: connection)
    }
    if let end = query.asOf?.last?.text {
      let standing = StandingDesignations(connection, end: end)
      found = try found.compactMap { try standing.standing($0, includingUndated: true) }
    }
    guard filtersByDate, !query.includesUndated else { return (found, 0) }
    let certain = found.filter(isCertain)
    return (certain, found.count - certain.count)
  }

  private var filtersByDate: Bool {
    query.on != nil || query.from != nil || query.to != nil || query.asOf != nil
  }

  /// Whether the date of an event that may pass the date filters is sure enough to do so.
  private func isCertain(_ event: FoundEvent) -> Bool {
    if let end = query.asOf?.last?.text {
      // What was told by a day had happened by then, even where only a post bounds it.
      guard let day = event.day, day <= end else { return false }
      if query.on == nil && query.from == nil && query.to == nil { return true }
    }
    return event.isFirm
  }

  private func statement() throws -> SQLText {
    var sql = SQLText("SELECT \(FoundEvent.columns) FROM event WHERE true")
    if query.asOf != nil { sql.add("AND kind = 'designation' AND status = 'actual'") }
    if !query.kinds.isEmpty { sql.add("AND kind IN", anyOf: query.kinds.map(\.rawValue)) }
    if !query.statuses.isEmpty { sql.add("AND status IN", anyOf: query.statuses.map(\.rawValue)) }
    for group in query.participants {
      sql.add("AND id IN (SELECT event FROM participant WHERE entity IN", anyOf: group, then: ")")
    }
    let authorities = query.isExact ? query.authorities : try Parts(connection).authorities(query.authorities)
    let instruments = query.isExact ? query.instruments : try Parts(connection).instruments(query.instruments)
    let roles: [(Role, [String])] = [
      (.target, query.targets), (.authority, authorities), (.instrument, instruments), (.actor, query.actors),
    ]
    for (role, ids) in roles where !ids.isEmpty {
      sql.add("AND id IN (SELECT event FROM participant WHERE role = ?", role.rawValue)
      sql.add("AND entity IN", anyOf: ids, then: ")")
    }
    if !query.targetKinds.isEmpty {
      sql.add(
        """
        AND id IN (SELECT event FROM participant JOIN entity ON entity.id = participant.entity
        WHERE role = 'target' AND entity.kind IN
        """, anyOf: query.targetKinds.map(\.rawValue), then: ")")
    }
    if let post = query.post {
      sql.add("AND id IN (SELECT event FROM event_claim JOIN claim ON claim.id = claim WHERE post = ?)", post)
    }
    for start in [query.on?.first, query.from?.first] {
      if let start { sql.add("AND (date_to IS NULL OR date_to >= ?)", start.text) }
    }
    for end in [query.on?.last, query.to?.last] {
      if let end { sql.add("AND (date_from IS NULL OR date_from <= ?)", end.text) }
    }
    return sql
  }
}
