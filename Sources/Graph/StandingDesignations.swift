import Model
import SQLite

/// Tells which designations stood at the end of a day.
struct StandingDesignations {
  private let connection: Connection
  private let end: String

  init(_ connection: Connection, end: String) {
    self.connection = connection
    self.end = end
  }

  /// The event with the targets that it had hit by the day and that were not taken off again; nil where none is left.
  ///
  /// With `includingUndated` what may have happened by then counts as well.
  func standing(_ event: FoundEvent, includingUndated: Bool) throws -> FoundEvent? {
    let start = includingUndated ? event.first : event.day
    if let start, start > end { return nil }
    if start == nil && !includingUndated { return nil }
    var event = event
    let doers = event.parties(in: .authority).map(\.id)
    let hadTargets = !event.parties(in: .target).isEmpty
    event.parties = try event.parties.filter { party in
      try party.role != Role.target.rawValue || !isDelisted(party.id, by: doers, after: event.first)
    }
    return hadTargets && event.parties(in: .target).isEmpty ? nil : event
  }

  private func isDelisted(_ target: String, by doers: [String], after start: String?) throws -> Bool {
    let sql = """
      SELECT event.id FROM participant JOIN event ON event.id = participant.event
      WHERE entity = ?1 AND role = 'target' AND kind = 'delisting' AND status = 'actual'
      AND coalesce(date_from, date_to) <= ?2 AND (?3 IS NULL OR date_to IS NULL OR date_to >= ?3)
      """
    for delisting in try connection.texts(sql, target, end, start) {
      let others = try connection.texts(
        "SELECT entity FROM participant WHERE event = ? AND role = 'authority'", delisting)
      if try agree(doers, others) { return true }
    }
    return try isOffItsList(target, by: doers, after: start)
  }

  /// Whether the newest snapshot up to the day of a list that had the target lacks it.
  private func isOffItsList(_ target: String, by doers: [String], after start: String?) throws -> Bool {
    let sql = """
      SELECT authority FROM list_event AS gone JOIN list_entry ON list_entry.id = gone.entry
      JOIN snapshot ON snapshot.id = gone.snapshot
      WHERE entity = ?1 AND gone.kind = 'delisting' AND snapshot.date <= ?2 AND (?3 IS NULL OR date_to >= ?3)
      AND authority IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM list_event AS back JOIN list_entry AS other ON other.id = back.entry
        WHERE other.entity = ?1 AND other.list = list_entry.list AND back.kind = 'designation'
        AND back.snapshot >= gone.snapshot AND substr(back.snapshot, length(other.list) + 2) <= ?2
      )
      """
    for authority in try connection.texts(sql, target, end, start) where try agree(doers, [authority]) {
      return true
    }
    return false
  }

  /// Whether those on both sides are the same or parts of one another; nobody told can be anyone.
  private func agree(_ left: [String], _ right: [String]) throws -> Bool {
    try left.isEmpty || right.isEmpty || Parts(connection).areRelated(left, right)
  }
}
