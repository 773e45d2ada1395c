import Model
import SQLite

/// What changed in a list between two of its snapshots.
struct ListDifference {
  /// A change of one field, or the coming or going of an entry.
  struct Change {
    var entry: String
    var change: String
    var field = ""
    var was: String?
    var now: String?
  }

  private let connection: Connection
  private let before: String
  private let after: String

  init(_ connection: Connection, from before: String, to after: String) {
    self.connection = connection
    self.before = before
    self.after = after
  }

  /// The changes in order of entry and field.
  func changes() throws -> [Change] {
    let missing = """
      SELECT entry FROM list_state AS there WHERE snapshot = ?1
      AND NOT EXISTS (SELECT 1 FROM list_state WHERE snapshot = ?2 AND entry = there.entry) ORDER BY entry
      """
    var changes = try connection.texts(missing, after, before).map { Change(entry: $0, change: "added") }
    changes += try connection.texts(missing, before, after).map { Change(entry: $0, change: "removed") }
    let columns = { (table: String) in ListContent.columns.map { "\(table).\($0)" }.joined(separator: ", ") }
    let width = ListContent.columns.count
    try connection.each(
      """
      SELECT old.entry, \(columns("was")), \(columns("now")) FROM list_state AS old
      JOIN list_state AS new ON new.snapshot = ?2 AND new.entry = old.entry AND new.content <> old.content
      JOIN list_content AS was ON was.id = old.content JOIN list_content AS now ON now.id = new.content
      WHERE old.snapshot = ?1
      """, with: [.text(before), .text(after)]
    ) { row in
      var fields: [String] = []
      for column in 1...2 * width { fields.append(try row.text(column)) }
      let (was, now) = (Array(fields[..<width]), Array(fields[width...]))
      let (old, new) = (ListContent.shown(was), ListContent.shown(now))
      for (place, field) in ListContent.columns.enumerated() where was[place] != now[place] {
        changes.append(
          Change(entry: try row.text(0), change: "changed", field: field, was: old[place], now: new[place]))
      }
    }
    return changes.sorted { ($0.entry, $0.field) < ($1.entry, $1.field) }
  }
}

/// How two states of a list differ.
public struct ListDiff: Sendable {
  /// A row for each entry that came or went and each field that changed.
  public var table: Table
  /// The days of the two snapshots that were compared.
  public var from: String
  /// The later one.
  public var to: String
  /// How many entries came, went, and are in both.
  public var added = 0
  /// How many entries went.
  public var removed = 0
  /// How many entries are in both.
  public var kept = 0

  /// The columns of the table.
  public static let columns = ["change", "entry", "name", "kind", "field", "was", "now"]
}

extension Graph {
  /// How a list differs between the newest snapshots up to two days; nil where there is none up to one of them.
  public func diff(list: String, from: String, to: String) throws(GraphError) -> ListDiff? {
    try guarded(path) {
      try connection.snapshot {
        let newest = "SELECT date FROM snapshot WHERE list = ? AND date <= ? ORDER BY date DESC LIMIT 1"
        guard let first = try connection.texts(newest, list, from + "~").first,
          let second = try connection.texts(newest, list, to + "~").first
        else { return nil }
        var diff = ListDiff(table: Table(columns: ListDiff.columns), from: first, to: second)
        let changes = try ListDifference(connection, from: "\(list)/\(first)", to: "\(list)/\(second)")
          .changes()
        for change in changes {
          let entry = try connection.first("SELECT name, kind FROM list_entry WHERE id = ?", change.entry) {
            (try $0.text(0), try $0.text(1))
          }
          diff.table.rows.append([
            .text(change.change), .text(change.entry), Cell(entry?.0), Cell(entry?.1),
            change.field.isEmpty ? .null : .text(change.field), Cell(change.was), Cell(change.now),
          ])
        }
        diff.added = changes.count { $0.change == "added" }
        diff.removed = changes.count { $0.change == "removed" }
        let count = try connection.int(
          "SELECT count(*) FROM list_state WHERE snapshot = ?", "\(list)/\(first)")
        diff.kept = (count ?? 0) - diff.removed
        return diff
      }
    }
  }
}
