import Model
import SQLite

/// What official lists tell of coming and going, as rows among those of events.
///
/// Where posts tell the same (the same party, an authority that is equal or a part, days in common) the row of the
/// posts stays and takes the list's own date; all else has a row of its own.
struct ListedEvents {
  /// A party that came onto a list or went off it.
  struct Listed {
    var kind: String
    var entry: String
    var date: String
    var first: String?
    var last: String
    var basis: String
    var snapshot: String
    var authority: (id: String, name: String)?
    var target: (id: String, name: String, kind: String)
    var programmes: String
    var name: String

    /// Whether the date is more than a bound.
    var isFirm: Bool { first != nil && basis == "list" }
  }

  private let connection: Connection
  private let query: EventQuery

  init(_ connection: Connection, _ query: EventQuery) {
    self.connection = connection
    self.query = query
  }

  /// What passes the filters of the query, and how many the date filters left out.
  func found() throws -> (listed: [Listed], undated: Int) {
    guard isAsked, try connection.int("SELECT 1 FROM list_event LIMIT 1") != nil else { return ([], 0) }
    var listed: [Listed] = []
    var undated = 0
    try connection.each(try statement()) { row in
      let one = try ListedEvents.listed(row)
      if filtersByDate, !query.includesUndated, !one.isFirm { undated += 1 } else { listed.append(one) }
    }
    return (ListedEvents.withoutCopies(listed), undated)
  }

  /// The rows without those that another list of the same authority tells of the same party, such as the copy of the SDN
  /// list in the Consolidated Screening List; of several the firmest and closest date stays.
  private static func withoutCopies(_ listed: [Listed]) -> [Listed] {
    func rank(_ one: Listed) -> (Int, String, String, String) {
      (one.basis == "list" ? 0 : 1, one.first == nil ? "1" : "0", one.last, one.entry)
    }
    let groups = Dictionary(grouping: listed.indices) { place in
      "\(listed[place].kind) \(listed[place].target.id) \(listed[place].authority?.id ?? "")"
    }
    var dropped: Set<Int> = []
    for (_, places) in groups where places.count > 1 {
      var kept: [Listed] = []
      for place in places.sorted(by: { rank(listed[$0]) < rank(listed[$1]) }) {
        let one = listed[place]
        let isCopy = kept.contains { other in
          other.snapshot.prefix { $0 != "/" } != one.snapshot.prefix { $0 != "/" }
            && (EDTF(other.date)?.overlaps(EDTF(one.date) ?? EDTF(year: 0), within: ListedAgreement.leeway)
              ?? false)
        }
        if isCopy { dropped.insert(place) } else { kept.append(one) }
      }
    }
    return listed.indices.filter { !dropped.contains($0) }.map { listed[$0] }
  }

  /// Whether the query can have rows of lists at all: they have no instruments, actors, posts or claims.
  private var isAsked: Bool {
    query.instruments.isEmpty && query.actors.isEmpty && query.post == nil && !query.showsClaims
      && (query.statuses.isEmpty || query.statuses.contains(.actual))
      && (query.kinds.isEmpty || query.kinds.contains(.designation) || query.kinds.contains(.delisting))
  }

  private var filtersByDate: Bool { query.on != nil || query.from != nil || query.to != nil }

  static let columns = """
    list_event.kind, list_event.entry, list_event.date, list_event.date_from, list_event.date_to, list_event.basis,
      list_event.snapshot, authority.id, authority.name, coalesce(entity.id, list_entry.party),
      coalesce(entity.name, list_entry.name), coalesce(entity.kind, list_entry.kind), list_entry.name,
      (SELECT programmes FROM list_state JOIN list_content ON list_content.id = content
        WHERE list_state.entry = list_event.entry AND list_state.snapshot = list_event.snapshot)
    FROM list_event JOIN list_entry ON list_entry.id = list_event.entry
    LEFT JOIN entity ON entity.id = list_entry.entity LEFT JOIN entity AS authority ON authority.id = list_event.authority
    """

  static func listed(_ row: borrowing Row) throws -> Listed {
    let authority = try row.optionalText(7)
    let name = try row.optionalText(8)
    return Listed(
      kind: try row.text(0), entry: try row.text(1), date: try row.text(2), first: try row.optionalText(3),
      last: try row.text(4), basis: try row.text(5), snapshot: try row.text(6),
      authority: authority.map { ($0, name ?? $0) },
      target: (try row.text(9), try row.text(10), try row.text(11)),
      programmes: try row.optionalText(13) ?? "", name: try row.text(12))
  }

  private func statement() throws -> SQLText {
    var sql = SQLText("SELECT \(ListedEvents.columns) WHERE true")
    if !query.kinds.isEmpty { sql.add("AND list_event.kind IN", anyOf: query.kinds.map(\.rawValue)) }
    for group in query.participants {
      sql.add("AND list_event.rowid IN (SELECT rowid FROM list_event WHERE authority IN", anyOf: group)
      sql.add(
        "UNION SELECT list_event.rowid FROM list_event JOIN list_entry ON list_entry.id = entry WHERE entity IN",
        anyOf: group)
      sql.add(
        "UNION SELECT list_event.rowid FROM list_event JOIN list_entry ON list_entry.id = entry WHERE party IN",
        anyOf: group, then: ")")
    }
    if !query.targets.isEmpty {
      sql.add("AND list_event.entry IN (SELECT id FROM list_entry WHERE entity IN", anyOf: query.targets)
      sql.add("UNION SELECT id FROM list_entry WHERE party IN", anyOf: query.targets, then: ")")
    }
    if !query.authorities.isEmpty {
      let ids = query.isExact ? query.authorities : try Parts(connection).authorities(query.authorities)
      sql.add("AND authority.id IN", anyOf: ids)
    }
    if !query.targetKinds.isEmpty {
      sql.add("AND coalesce(entity.kind, list_entry.kind) IN", anyOf: query.targetKinds.map(\.rawValue))
    }
    for start in [query.on?.first, query.from?.first] {
      if let start { sql.add("AND list_event.date_to >= ?", start.text) }
    }
    for end in [query.on?.last, query.to?.last] {
      if let end { sql.add("AND (list_event.date_from IS NULL OR list_event.date_from <= ?)", end.text) }
    }
    if let end = query.asOf?.last?.text {
      // On the list by its own date or by a snapshot, and not missing from a later snapshot up to the day.
      sql.add(
        """
        AND list_event.kind = 'designation' AND CASE basis WHEN 'list' THEN list_event.date_to
          ELSE (SELECT date FROM snapshot WHERE id = list_event.snapshot) END <= ?
        """, end)
      sql.add(
        """
        AND NOT EXISTS (SELECT 1 FROM list_event AS gone JOIN snapshot ON snapshot.id = gone.snapshot
        WHERE gone.entry = list_event.entry AND gone.kind = 'delisting' AND gone.snapshot > list_event.snapshot
        AND snapshot.date <= ?)
        """, end)
      // What one list holds is outdone by a newer state of another list of the same authority that lacks the party.
      sql.add(
        """
        AND NOT EXISTS (SELECT 1 FROM list_entry AS other JOIN list_event AS gone ON gone.entry = other.id
        JOIN snapshot ON snapshot.id = gone.snapshot
        WHERE other.party = list_entry.party AND other.list <> list_entry.list AND gone.kind = 'delisting'
        AND +gone.authority = list_event.authority AND snapshot.date <= ? AND snapshot.date > (
          SELECT max(date) FROM snapshot AS own WHERE own.list = list_entry.list AND own.date <= ?))
        """, end, end)
    }
    return sql
  }
}

extension ListedEvents.Listed {
  /// The row of a list among those of events.
  var row: EventRows.Row {
    let programmes = ListContent.parts(programmes)
    let day = date.split(separator: "/").joined(separator: "--")
    return EventRows.Row(
      day: first ?? last,
      cells: [
        .text(kind), .text(Status.actual.rawValue), .text(date), .list(authority.map { [$0.name] } ?? []),
        .text(target.name), .text(target.kind), .list([]), .int(0), .null, .null, .null,
        .text(programmes.isEmpty ? name : "\(name) [\(programmes.joined(separator: "; "))]"), .list([]),
        .text(basis),
        .text("\(kind)/\(entry)/\(day)"), .text(target.id), .list(authority.map { [$0.id] } ?? []),
        .text("list \(snapshot)"),
      ])
  }
}
