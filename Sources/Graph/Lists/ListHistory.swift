import Model
import SQLite

/// What follows from all snapshots of a list together: its changes, its events, the present names of its entries.
struct ListHistory {
  private let connection: Connection
  private let list: String

  init(_ connection: Connection, list: String) {
    self.connection = connection
    self.list = list
  }

  func rewrite(_ making: ListMaking) throws {
    let snapshots = try connection.texts("SELECT id FROM snapshot WHERE list = ? ORDER BY date", list)
    try connection.run(
      "DELETE FROM list_change WHERE snapshot IN (SELECT id FROM snapshot WHERE list = ?)", list)
    for (before, after) in zip(snapshots, snapshots.dropFirst()) {
      for change in try ListDifference(connection, from: before, to: after).changes() {
        try connection.run(
          "INSERT INTO list_change VALUES (?, ?, ?, ?, ?, ?)", change.entry, after, change.change,
          change.field,
          change.was, change.now)
      }
    }
    try ListNames(connection, list: list, keys: making.keys).rewrite()
    try ListLinks(connection, list: list).rewrite()
    try connection.run("DELETE FROM list_content WHERE id NOT IN (SELECT content FROM list_state)")
  }
}
