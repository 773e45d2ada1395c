import Model
import SQLite

/// Judges what posts tell by what lists hold.
struct ListJudge {
  private let connection: Connection
  private let checking: ListChecking
  private let parts: Parts
  /// Who keeps each list, with those whose designations it holds besides.
  private var holders: [String: [String]] = [:]

  init(_ connection: Connection, _ checking: ListChecking) throws {
    self.connection = connection
    self.checking = checking
    parts = Parts(connection)
    for list in try connection.texts("SELECT DISTINCT list FROM snapshot") {
      holders[list] = checking.covers[list].map(Array.init) ?? []
    }
    let keepers = try connection.rows(
      "SELECT DISTINCT list, authority FROM list_event JOIN list_entry ON list_entry.id = entry WHERE authority IS NOT NULL"
    ) { (try $0.text(0), try $0.text(1)) }
    for (list, authority) in keepers { holders[list]?.append(authority) }
  }

  /// An entry with its history.
  private struct Entry {
    var id: String
    var list: String
    var newest: String
    var came: [(date: EDTF, basis: String)] = []
    var went: [EDTF] = []
    var isListed = false
  }

  /// What is found: the verdict, and the entry that decides.
  private struct Finding {
    var verdict: ListVerdict
    var entry: Entry?
    var came: (date: EDTF, basis: String)?
    var went: EDTF?
    var others: [String] = []
  }

  /// The cells of a row for one target of an event.
  func cells(of event: FoundEvent, _ target: String, _ row: EventRows.Row) throws -> [Cell] {
    let finding = try judge(event, target)
    let entries = finding.entry.map { [$0.id] } ?? finding.others
    return [
      .text(finding.verdict.rawValue), row.cells[0], row.cells[1], row.cells[2], row.cells[3], row.cells[4],
      .list(entries), Cell(finding.came?.date.text), Cell(finding.came?.basis), Cell(finding.went?.text),
      Cell(finding.entry?.newest), row.cells[7], row.cells[8], row.cells[9], row.cells[10], row.cells[11],
      row.cells[14], row.cells[15],
    ]
  }

  private func judge(_ event: FoundEvent, _ target: String) throws -> Finding {
    let doers = event.parties(in: .authority).map(\.id)
    let lists = try holders.keys.sorted().filter { list in
      try doers.isEmpty || parts.areRelated(doers, holders[list] ?? [])
    }
    // What other lists say is told though they do not decide; countries and places are on no list.
    let isCovered = try !lists.isEmpty && kind(of: target)?.listedKind != nil
    let entries = try entries(of: target, isCovered ? lists : holders.keys.sorted())
    guard isCovered else {
      return Finding(
        verdict: .notCovered, entry: entries.first, came: entries.first?.came.last,
        went: entries.first.flatMap { $0.isListed ? nil : $0.went.last })
    }
    guard !entries.isEmpty else {
      let namesakes = try namesakes(of: target, lists)
      if !namesakes.isEmpty { return Finding(verdict: .ambiguous, others: namesakes) }
      return Finding(verdict: event.status == Status.negated.rawValue ? .confirmed : .unlisted)
    }
    let told = event.date.flatMap { EDTF($0) }
    let published = try connection.first(
      """
      SELECT min(published_to) FROM event_claim JOIN claim ON claim.id = event_claim.claim
      JOIN post ON post.id = claim.post WHERE event = ?
      """, event.id
    ) { try $0.optionalText(0) }.flatMap(\.self).flatMap { EDTF($0) }
    let findings = entries.map { entry in
      event.kind == EventKind.designation.rawValue
        ? designation(event.status, told, published, entry) : delisting(event.status, told, entry)
    }
    let order: [ListVerdict] = [.confirmed, .sinceDelisted, .dateConflict, .ambiguous, .unlisted]
    let ranked = findings.enumerated().min { left, right in
      let place = { (finding: Finding) in order.firstIndex(of: finding.verdict) ?? order.count }
      return (place(left.element), left.offset) < (place(right.element), right.offset)
    }
    // A denial is refuted by any list that had the party then.
    if event.status == Status.negated.rawValue,
      let refuted = findings.first(where: { $0.verdict == .dateConflict })
    {
      return refuted
    }
    return ranked?.element ?? Finding(verdict: .unlisted)
  }

  private func designation(_ status: String, _ told: EDTF?, _ published: EDTF?, _ entry: Entry) -> Finding {
    switch Status(rawValue: status) {
    case .negated: return denial(told ?? published, entry)
    case .planned, .possible:
      let came = entry.came.first { came in
        guard let last = came.date.last, let day = published?.first else { return true }
        return last + checking.days >= day
      }
      return Finding(
        verdict: came == nil ? .dateConflict : .confirmed, entry: entry, came: came ?? entry.came.last,
        went: entry.isListed ? nil : entry.went.last)
    default:
      let came = entry.came.first { told == nil || $0.date.overlaps(told ?? $0.date, within: checking.days) }
      let verdict: ListVerdict = came == nil ? .dateConflict : entry.isListed ? .confirmed : .sinceDelisted
      return Finding(
        verdict: verdict, entry: entry, came: came ?? entry.came.last,
        went: entry.isListed ? nil : entry.went.last)
    }
  }

  /// That somebody was not designated by a day: absence agrees, a listing by then conflicts.
  private func denial(_ day: EDTF?, _ entry: Entry) -> Finding {
    guard let day = day?.last, let came = entry.came.first else {
      return Finding(verdict: .ambiguous, entry: entry, came: entry.came.first)
    }
    if let last = came.date.last, last <= day {
      return Finding(verdict: .dateConflict, entry: entry, came: came)
    }
    // The snapshot before it came is of that day or earlier, or the list's own date is later: it was absent then.
    return Finding(verdict: came.date.first == nil ? .ambiguous : .confirmed, entry: entry, came: came)
  }

  private func delisting(_ status: String, _ told: EDTF?, _ entry: Entry) -> Finding {
    let went = entry.went.first { told == nil || $0.overlaps(told ?? $0, within: checking.days) }
    let came = entry.came.last
    switch Status(rawValue: status) {
    case .negated:
      return Finding(
        verdict: entry.isListed ? .confirmed : .dateConflict, entry: entry, came: came, went: entry.went.last)
    case .planned, .possible:
      return Finding(
        verdict: entry.isListed ? .unlisted : .confirmed, entry: entry, came: came, went: entry.went.last)
    default:
      return Finding(
        verdict: went == nil ? .dateConflict : .confirmed, entry: entry, came: came,
        went: went ?? entry.went.last)
    }
  }

  private func entries(of target: String, _ lists: [String]) throws -> [Entry] {
    let marks = Array(repeating: "?", count: lists.count).joined(separator: ", ")
    var entries: [Entry] = []
    try connection.each(
      """
      SELECT id, list, (SELECT id FROM snapshot WHERE snapshot.list = list_entry.list ORDER BY date DESC LIMIT 1)
      FROM list_entry WHERE entity = ? AND list IN (\(marks)) ORDER BY list, id
      """, with: ([target] + lists).map(Value.text)
    ) { row in entries.append(Entry(id: try row.text(0), list: try row.text(1), newest: try row.text(2))) }
    for place in entries.indices {
      try connection.each(
        "SELECT kind, date, basis FROM list_event WHERE entry = ? ORDER BY snapshot, kind",
        with: [.text(entries[place].id)]
      ) { row in
        guard let date = EDTF(try row.text(1)) else { return }
        if try row.text(0) == "designation" {
          entries[place].came.append((date, try row.text(2)))
        } else {
          entries[place].went.append(date)
        }
      }
      entries[place].isListed =
        try connection.int(
          "SELECT 1 FROM list_state WHERE snapshot = ? AND entry = ?", entries[place].newest,
          entries[place].id) != nil
    }
    return entries
  }

  private func kind(of entity: String) throws -> EntityKind? {
    try connection.texts("SELECT kind FROM entity WHERE id = ?", entity).first.flatMap(EntityKind.init)
  }

  /// The entries of some lists that have a name of the target and were joined with nobody.
  private func namesakes(of target: String, _ lists: [String]) throws -> [String] {
    guard let kind = try kind(of: target), let listed = kind.listedKind else { return [] }
    let names = try connection.texts(
      "SELECT name FROM entity WHERE id = ?1 UNION SELECT alias FROM alias WHERE entity = ?1 AND source <> 'former id'",
      target)
    let keys = checking.partyKeys(names, kind)
    let marks = { (values: [String]) in Array(repeating: "?", count: values.count).joined(separator: ", ") }
    return try connection.listed(
      """
      SELECT DISTINCT entry, list_entry.kind FROM list_name JOIN list_entry ON list_entry.id = entry
      WHERE key IN (\(marks(keys))) AND list IN (\(marks(lists))) AND entity IS NULL AND use <> 'weak' ORDER BY entry
      """, keys + lists
    ).filter { $0.kind?.listedKind == listed }.map(\.entry)
  }
}

extension Connection {
  fileprivate func listed(_ sql: String, _ values: [String]) throws -> [(entry: String, kind: EntityKind?)] {
    var found: [(entry: String, kind: EntityKind?)] = []
    try each(sql, with: values.map(Value.text)) {
      found.append((try $0.text(0), EntityKind(rawValue: try $0.text(1))))
    }
    return found
  }
}
