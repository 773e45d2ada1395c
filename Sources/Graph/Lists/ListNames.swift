import Model
import SQLite

/// Writes down the names of a list's entries, each as the newest snapshot that has the entry tells, and by what they
/// are found.
struct ListNames {
  private let connection: Connection
  private let list: String
  private let keys: ([(name: String, kind: EntityKind)]) -> [ListMaking.NameKeys]

  init(
    _ connection: Connection, list: String,
    keys: @escaping ([(name: String, kind: EntityKind)]) -> [ListMaking.NameKeys]
  ) {
    self.connection = connection
    self.list = list
    self.keys = keys
  }

  /// A name with what its row tells.
  private struct Item {
    var entry: String
    var name: ListEntry.Name
    var kind: EntityKind
    var isCurrent: Bool
  }

  func rewrite() throws {
    try forget()
    let items = try self.items()
    let found = keys(items.map { ($0.name.text, $0.kind) })
    let first = try (connection.int("SELECT coalesce(max(id), 0) FROM list_name") ?? 0) + 1
    var sounds: [(key: Int, name: Int)] = []
    for (place, (item, keys)) in zip(items, found).enumerated() {
      try connection.run(
        "INSERT INTO list_name VALUES (?, ?, ?, ?, ?, ?)", first + place, item.entry, item.name.text,
        item.name.use.rawValue, keys.key, item.isCurrent)
      if item.isCurrent { sounds += keys.screening.map { ($0, first + place) } }
    }
    sounds.sort { ($0.key, $0.name) < ($1.key, $1.name) }
    var open: (key: Int, names: [UInt8])?
    func close() throws {
      guard let open else { return }
      try connection.run(
        "INSERT INTO screen_key VALUES (?, ?, ?)",
        with: [.text(list), .integer(Int64(open.key)), .blob(open.names)])
    }
    for sound in sounds {
      if open?.key != sound.key {
        try close()
        open = (sound.key, [])
      }
      open?.names += ScreenedNames.bytes(of: sound.name)
    }
    try close()
  }

  private func forget() throws {
    try connection.run("DELETE FROM screen_key WHERE list = ?", list)
    try connection.run(
      "DELETE FROM list_name WHERE entry IN (SELECT id FROM list_entry WHERE list = ?)", list)
  }

  /// The names of all entries that the list ever held; the entries take the kind and first name of their last state.
  private func items() throws -> [Item] {
    let newest = try connection.texts("SELECT max(date) FROM snapshot WHERE list = ?", list).first ?? ""
    var items: [Item] = []
    var firsts: [(entry: String, name: String, kind: String)] = []
    var last = ""
    try connection.each(
      """
      SELECT entry, list_content.kind, names, date, list_entry.name, list_entry.kind FROM list_state
      JOIN list_content ON list_content.id = content JOIN snapshot ON snapshot.id = list_state.snapshot
      JOIN list_entry ON list_entry.id = entry
      WHERE snapshot.list = ? ORDER BY entry, date DESC
      """, with: [.text(list)]
    ) { row in
      let entry = try row.text(0)
      guard entry != last else { return }
      last = entry
      let text = try row.text(1)
      let kind = EntityKind(rawValue: text) ?? .party
      let isCurrent = try row.text(3) == newest
      let names = ListContent.names(try row.text(2))
      items += names.map { Item(entry: entry, name: $0, kind: kind, isCurrent: isCurrent) }
      if let name = names.first?.text, try name != row.text(4) || text != row.text(5) {
        firsts.append((entry, name, text))
      }
    }
    for (entry, name, kind) in firsts {
      try connection.run("UPDATE list_entry SET name = ?, kind = ? WHERE id = ?", name, kind, entry)
    }
    return items
  }
}
