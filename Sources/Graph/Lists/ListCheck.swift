public import Model
import SQLite

/// What official lists say of a designation or delisting that posts tell.
public enum ListVerdict: String, Sendable, CaseIterable {
  /// The list has it, and the dates agree; a denial is confirmed by absence.
  case confirmed
  /// The list has the party, at another time than told.
  case dateConflict = "date-conflict"
  /// The list of that authority does not show it.
  case unlisted
  /// The list had it as told, and it has gone since.
  case sinceDelisted = "since-delisted"
  /// Several entries may be meant, or the snapshots leave it open.
  case ambiguous
  /// No list of that authority is loaded.
  case notCovered = "not-covered"
  /// The list tells it and no post does.
  case untold
}

/// How the story is to be checked against the lists.
public struct ListChecking: Sendable {
  /// Which events are checked.
  public var query: EventQuery
  /// How many days a told date and that of a list may lie apart.
  public var days: Int
  /// Whose designations each list holds beside those of its keeper: identifiers of entities.
  public var covers: [String: Set<String>]
  /// The keys under which lists may hold the names of an entity.
  public var partyKeys: @Sendable (_ names: [String], EntityKind) -> [String]

  /// A check with these settings.
  public init(
    query: EventQuery, days: Int, covers: [String: Set<String>],
    partyKeys: @escaping @Sendable ([String], EntityKind) -> [String]
  ) {
    self.query = query
    self.days = days
    self.covers = covers
    self.partyKeys = partyKeys
  }
}

extension Graph {
  /// The columns of a check.
  public static let checkColumns = [
    "verdict", "event", "status", "date", "authority", "target", "entry", "list_date", "list_basis",
    "delisted",
    "snapshot", "posts", "post", "published", "url", "quote", "event_id", "target_id",
  ]

  /// The designations and delistings that posts tell, each with what the lists say of it, in the order of events.
  public func check(_ checking: ListChecking) throws(GraphError) -> (table: Table, undated: Int) {
    try guarded(path) {
      try connection.snapshot {
        var checking = checking
        if checking.query.kinds.isEmpty { checking.query.kinds = [.designation, .delisting] }
        let (found, undated) = try EventFinder(connection, checking.query).events()
        let rows = EventRows(connection, checking.query, ListedAgreement(connection, events: []))
        let judge = try ListJudge(connection, checking)
        var judged: [(row: EventRows.Row, cells: [Cell])] = []
        for event in found {
          for row in try rows.rows(of: event) {
            guard case .text(let target) = row.cells[15] else { continue }
            judged.append((row, try judge.cells(of: event, target, row)))
          }
        }
        let order = EventOrder(checking.query.sort)
        judged.sort { order.isBefore($0.row, $1.row) }
        return (Table(columns: Graph.checkColumns, rows: judged.map(\.cells)), undated)
      }
    }
  }

  /// What lists tell of coming and going and no post tells, in the columns of a check.
  public func untoldListings(_ query: EventQuery) throws(GraphError) -> (table: Table, undated: Int) {
    let answer = try events(query)
    var table = Table(columns: Graph.checkColumns)
    for row in answer.table.rows where row[7] == .int(0) {
      let rule = row[17].values.first ?? ""
      let entry = row[14].values.first?.split(separator: "/").dropFirst().prefix(2).joined(separator: "/")
      table.rows.append([
        .text(ListVerdict.untold.rawValue), row[0], row[1], .null, row[3], row[4], .list([entry ?? ""]),
        row[2], row[13],
        .null, .text(String(rule.dropFirst("list ".count))), row[7], .null, .null, .null, row[11], row[14],
        row[15],
      ])
    }
    return (table, answer.undatedCount)
  }
}
