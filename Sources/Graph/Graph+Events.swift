import Model
import SQLite

extension Graph {
  /// The events that a query asks for.
  ///
  /// What official lists tell has rows of its own where no post tells it.
  /// One row an event and target, one where there is no target; sorted by what the query says, then by date (missing
  /// last), kind, authority, target and identifier. All of it is of one moment, whoever writes meanwhile.
  public func events(_ query: EventQuery) throws(GraphError) -> EventAnswer {
    try guarded(path) {
      try connection.snapshot {
        for column in query.sort.map(\.column) + [query.countBy].compactMap(\.self)
        where !EventQuery.columns.contains(column) {
          throw GraphError(.badStatement, "there is no column \(column)")
        }
        let (found, undated) = try EventFinder(connection, query).events()
        let (listed, undatedListed) = try ListedEvents(connection, query).found()
        // What posts tell counts also where the filters leave it out.
        var told = EventQuery()
        told.kinds = [.designation, .delisting]
        told.statuses = [.actual]
        let targets = Set(listed.map(\.target.id))
        if targets.count < 500 { told.targets = targets.sorted() }
        var agreement = ListedAgreement(
          connection, events: listed.isEmpty ? [] : try EventFinder(connection, told).events().found)
        let untold = try agreement.untold(listed)
        let maker = EventRows(connection, query, agreement)
        var rows = try found.flatMap { try maker.rows(of: $0) } + untold.map(\.row)
        let order = EventOrder(query.sort)
        rows.sort { order.isBefore($0, $1) }
        var table = Table(columns: EventQuery.columns, rows: rows.map(\.cells))
        if let column = query.countBy { table = Graph.counts(table, by: column) }
        if let limit = query.limit, table.rows.count > limit {
          table.rows.removeLast(table.rows.count - limit)
        }
        return EventAnswer(table: table, undatedCount: undated + undatedListed)
      }
    }
  }

  /// How many rows have each value of a column, the most frequent first; of several values each counts.
  private static func counts(_ table: Table, by column: String) -> Table {
    var counts: [String: Int] = [:]
    for cell in table[column] {
      let values = cell.values
      for value in values.isEmpty ? [""] : values { counts[value, default: 0] += 1 }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Table(
      columns: [column, "count"],
      rows: sorted.map { [$0.key.isEmpty ? .null : .text($0.key), .int($0.value)] })
  }
}

/// The order of the rows of events.
struct EventOrder {
  private let keys: [(index: Int, isDescending: Bool)]
  private static let date = EventQuery.columns.firstIndex(of: "date") ?? 0

  init(_ sort: [EventQuery.Sort]) {
    let asked = sort.compactMap { key in
      EventQuery.columns.firstIndex(of: key.column).map { (index: $0, isDescending: key.isDescending) }
    }
    let usual = ["date", "event", "authority", "target", "event_id", "target_id", "post", "quote"]
    keys =
      asked
      + usual.compactMap { EventQuery.columns.firstIndex(of: $0) }.map { (index: $0, isDescending: false) }
  }

  func isBefore(_ left: EventRows.Row, _ right: EventRows.Row) -> Bool {
    for (index, isDescending) in keys {
      if index == EventOrder.date,
        let order = EventOrder.compare(Cell(left.day), Cell(right.day), isDescending)
      {
        return order
      }
      if let order = EventOrder.compare(left.cells[index], right.cells[index], isDescending) { return order }
    }
    return false
  }

  /// Whether one cell comes before another; nil where they are the same.
  ///
  /// Missing values come last either way.
  private static func compare(_ left: Cell, _ right: Cell, _ isDescending: Bool) -> Bool? {
    if left == right { return nil }
    if case .int(let one) = left, case .int(let other) = right { return (one < other) != isDescending }
    let (one, other) = (left.values, right.values)
    if one.isEmpty != other.isEmpty { return other.isEmpty }
    if one == other { return nil }
    return one.lexicographicallyPrecedes(other) != isDescending
  }
}
