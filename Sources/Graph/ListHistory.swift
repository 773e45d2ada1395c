import Model
import SQLite

/// What follows from all snapshots of a list together: its changes, the present names and kinds of its entries.
struct ListHistory {
  private let connection: Connection
  private let list: String

  init(_ connection: Connection, list: String) {
    self.connection = connection
    self.list = list
  }

  func rewrite(keys: (String, EntityKind) -> [String]) throws {
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
    guard let newest = snapshots.last else { return }
    try rename(newest)
    try rewriteNames(newest, keys: keys)
    try connection.run("DELETE FROM list_content WHERE id NOT IN (SELECT content FROM list_state)")
  }

  /// Names entries as the newest snapshot that has them does.
  private func rename(_ newest: String) throws {
    try connection.run(
      """
      UPDATE list_entry SET kind = (
        SELECT list_content.kind FROM list_state JOIN list_content ON list_content.id = content
        WHERE snapshot = ?1 AND entry = list_entry.id
      ) WHERE id IN (SELECT entry FROM list_state WHERE snapshot = ?1)
      """, newest)
  }

  private func rewriteNames(_ newest: String, keys: (String, EntityKind) -> [String]) throws {
    try connection.run(
      """
      DELETE FROM screen_key WHERE name IN (
        SELECT list_name.id FROM list_name JOIN list_entry ON list_entry.id = entry WHERE list = ?
      )
      """, list)
    try connection.run(
      "DELETE FROM list_name WHERE entry IN (SELECT id FROM list_entry WHERE list = ?)", list)
    let states = try connection.rows(
      """
      SELECT entry, kind, names FROM list_state JOIN list_content ON list_content.id = content WHERE snapshot = ?
      ORDER BY entry
      """, newest
    ) { (try $0.text(0), try $0.text(1), try $0.text(2)) }
    var number = try connection.int("SELECT coalesce(max(id), 0) FROM list_name") ?? 0
    for (entry, kindText, names) in states {
      let kind = EntityKind(rawValue: kindText) ?? .party
      for (place, name) in ListContent.names(names).enumerated() {
        if place == 0 { try connection.run("UPDATE list_entry SET name = ? WHERE id = ?", name.text, entry) }
        number += 1
        try connection.run(
          "INSERT INTO list_name VALUES (?, ?, ?, ?)", number, entry, name.text, name.use.rawValue)
        for key in Set(keys(name.text, kind)) {
          try connection.run("INSERT INTO screen_key VALUES (?, ?)", key, number)
        }
      }
    }
  }
}
