public import Model
import SQLite

/// The files of one list that tell its state on one day.
public struct ListSnapshot: Sendable {
  /// The name of the list.
  public var list: String
  /// The day, YYYY-MM-DD.
  public var date: String
  /// The files with their digests.
  public var files: [(name: String, sha256: String, format: String)] = []
  /// The entries.
  public var entries: [ListEntry] = []
  /// What files without entries of their own add to them, under their numbers.
  public var additions: [ListEntry] = []

  /// Nothing yet of a list on a day.
  public init(list: String, date: String) {
    self.list = list
    self.date = date
  }
}

/// What an import did.
public struct ListCounts: Hashable, Sendable {
  /// The entries, names and addresses that the snapshot holds now.
  public var entries = 0
  /// The names of its entries.
  public var names = 0
  /// The addresses of its entries.
  public var addresses = 0
  /// Numbers to which a file adds something and that the snapshot does not hold; what it adds is left out.
  public var unknown: [String] = []
  /// Whether all its files were there already.
  public var isUnchanged = false
}

extension Graph {
  /// The SHA-256 of a file's bytes, in hexadecimal.
  public static func digest(ofFile bytes: [UInt8]) -> String { digest(of: bytes) }

  /// Stores states of lists; files of one day that come one after the other make one state.
  ///
  /// All or nothing. What changed from state to state, what entries are which entities and the names for screening are
  /// made anew, so that the graph does not depend on the order in which states and posts come. Returns what each holds.
  /// Throws where a state has lost most of what the one before held, as one of a file that was cut off has, unless it
  /// `mayShrink`.
  public func importLists(
    _ snapshots: [ListSnapshot], making: ListMaking, events: EventMaking, mayShrink: Bool = false
  ) throws(GraphError) -> [ListCounts] {
    try guarded(path) {
      try connection.transaction {
        var changed: Set<String> = []
        let counts = try snapshots.map { snapshot in
          let writer = ListWriter(connection, snapshot)
          if try writer.isKnown() { return try writer.storedCounts() }
          changed.insert(snapshot.list)
          let counts = try writer.write()
          if !mayShrink { try writer.checkLosses() }
          return counts
        }
        for list in changed.sorted() { try ListHistory(connection, list: list).rewrite(making) }
        if !changed.isEmpty { try joinParties(making, events, changed: changed) }
        return counts
      }
    }
  }

  /// Joins the entries of lists with entities anew, after posts came or went; nothing where there are no lists.
  public func joinLists(_ making: ListMaking, events: EventMaking) throws(GraphError) {
    try guarded(path) { try connection.transaction { try joinParties(making, events) } }
  }

  private func joinParties(_ making: ListMaking, _ events: EventMaking, changed: Set<String> = []) throws {
    let renamed = try PartyDesk(connection, making).settle(changed: changed)
    guard !renamed.isEmpty else { return }
    var desk = EventDesk(connection, making: events)
    try desk.reread(claimsOf: renamed)
    try desk.settle()
  }

  /// Whether an official list is there.
  public func hasLists() throws(GraphError) -> Bool {
    try guarded(path) { try connection.int("SELECT 1 FROM snapshot LIMIT 1") != nil }
  }

  /// The lists with their snapshots, in order of list and day.
  public func listSnapshots() throws(GraphError) -> [(list: String, date: String, entries: Int)] {
    try guarded(path) {
      try connection.rows(
        """
        SELECT list, date, (SELECT count(*) FROM list_state WHERE snapshot = snapshot.id) FROM snapshot
        ORDER BY list, date
        """
      ) { (try $0.text(0), try $0.text(1), try $0.int(2)) }
    }
  }
}

/// Writes one state of a list.
private struct ListWriter {
  private let connection: Connection
  private let snapshot: ListSnapshot
  private let id: String

  init(_ connection: Connection, _ snapshot: ListSnapshot) {
    self.connection = connection
    self.snapshot = snapshot
    id = "\(snapshot.list)/\(snapshot.date)"
  }

  /// Whether all files of the state are stored.
  func isKnown() throws -> Bool {
    try snapshot.files.allSatisfy { file in
      try connection.int("SELECT 1 FROM snapshot_file WHERE snapshot = ? AND sha256 = ?", id, file.sha256)
        != nil
    }
  }

  /// Stores the state; tells what it holds then and to which unknown numbers something would be added.
  func write() throws -> ListCounts {
    let stored = try storedEntries()
    var entries: [String: ListEntry] = [:]
    // A file with entries of its own takes the place of what an earlier one of its kind said.
    let replaces = try !snapshot.entries.isEmpty && hasFileOfSameFormat()
    if !replaces { entries = stored }
    for entry in snapshot.entries {
      entries[entry.number] = entry.adding(entries[entry.number])
    }
    var unknown: Set<String> = []
    for addition in snapshot.additions {
      if let entry = entries[addition.number] {
        entries[addition.number] = entry.adding(addition)
      } else {
        unknown.insert(addition.number)
      }
    }
    try connection.run(
      "INSERT OR IGNORE INTO snapshot VALUES (?, ?, ?, ?)", id, snapshot.list, snapshot.date,
      Graph.digest(of: [id]))
    if replaces { try forget() }
    for file in snapshot.files {
      try connection.run(
        "INSERT OR IGNORE INTO snapshot_file VALUES (?, ?, ?, ?)", id, file.sha256, file.name, file.format)
    }
    let digests = try connection.texts("SELECT sha256 FROM snapshot_file WHERE snapshot = ? ORDER BY 1", id)
    try connection.run("UPDATE snapshot SET sha256 = ? WHERE id = ?", Graph.digest(of: digests), id)
    for entry in entries.values.sorted(by: { $0.number < $1.number }) { try insert(entry) }
    var counts = counts(of: entries.values)
    counts.unknown = unknown.sorted()
    return counts
  }

  /// Refuses a state that has lost most of a long list.
  func checkLosses() throws {
    let former = "(SELECT id FROM snapshot WHERE list = ?1 AND date < ?2 ORDER BY date DESC LIMIT 1)"
    let kept = try connection.first(
      """
      SELECT count(*), count(now.entry), substr(\(former), length(?1) + 2) FROM list_state AS was
      LEFT JOIN list_state AS now ON now.snapshot = ?3 AND now.entry = was.entry WHERE was.snapshot = \(former)
      """, snapshot.list, snapshot.date, id
    ) { row in (of: try row.int(0), now: try row.int(1), day: try row.optionalText(2)) }
    // A short list may well be emptied; no long one has lost a half from one state to the next.
    guard let kept, let day = kept.day, kept.of >= 100, kept.now * 2 < kept.of else { return }
    throw GraphError(
      .badData,
      "\(snapshot.list) \(snapshot.date): only \(kept.now) of the \(kept.of) entries of \(day) are left: is a file cut off?"
        + " --keep-going takes it as it is")
  }

  private func hasFileOfSameFormat() throws -> Bool {
    let formats = try connection.texts("SELECT format FROM snapshot_file WHERE snapshot = ?", id)
    return snapshot.files.contains { formats.contains($0.format) }
  }

  /// Forgets the state, and with it what other files added, which are then read again when they are given again.
  private func forget() throws {
    try connection.run("DELETE FROM list_state WHERE snapshot = ?", id)
    try connection.run("DELETE FROM snapshot_file WHERE snapshot = ?", id)
  }

  private func storedEntries() throws -> [String: ListEntry] {
    let columns = ListContent.columns.joined(separator: ", ")
    let prefix = snapshot.list.utf8.count + 2
    var found: [String: ListEntry] = [:]
    try connection.each(
      """
      SELECT substr(entry, \(prefix)), \(columns) FROM list_state JOIN list_content ON list_content.id = content
      WHERE snapshot = ?
      """, with: [.text(id)]
    ) { row in
      var fields: [String] = []
      for column in 1...ListContent.columns.count { fields.append(try row.text(column)) }
      let number = try row.text(0)
      found[number] = ListContent.entry(number, fields)
    }
    return found
  }

  private func insert(_ entry: ListEntry) throws {
    let fields = ListContent.fields(of: entry)
    let content = Graph.number(of: fields)
    let name = entry.names.first?.text ?? entry.number
    let key = "\(snapshot.list)/\(entry.number)"
    try connection.run(
      "INSERT OR IGNORE INTO list_content VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      with: [content] + fields.map(Value.text))
    try connection.run(
      """
      INSERT INTO list_entry VALUES (?1, ?2, ?3, ?4, NULL, ?1) ON CONFLICT DO NOTHING
      """, key, snapshot.list, name, entry.kind.rawValue)
    try connection.run(
      """
      INSERT INTO list_state VALUES (?, ?, ?) ON CONFLICT (snapshot, entry) DO UPDATE SET content = excluded.content
      """, with: [.text(id), .text(key), content])
  }

  /// What is stored of the state already.
  func storedCounts() throws -> ListCounts {
    var counts = counts(of: try storedEntries().values)
    counts.isUnchanged = true
    return counts
  }

  private func counts(of entries: some Collection<ListEntry>) -> ListCounts {
    var counts = ListCounts()
    counts.entries = entries.count
    counts.names = entries.reduce(0) { $0 + $1.names.count }
    counts.addresses = entries.reduce(0) { $0 + $1.addresses.count }
    return counts
  }
}

extension ListEntry {
  /// The entry with names, addresses and remarks that another part of the list adds.
  fileprivate func adding(_ part: ListEntry?) -> ListEntry {
    guard let part else { return self }
    var entry = self
    for name in part.names where !entry.names.contains(name) { entry.names.append(name) }
    for address in part.addresses where !entry.addresses.contains(address) { entry.addresses.append(address) }
    // Comments go on where the primary record was cut off, often within a word.
    if !part.remarks.isEmpty, part.kind == .party, part.names.isEmpty, !entry.remarks.hasSuffix(part.remarks)
    {
      entry.remarks += part.remarks
      for link in part.links where !entry.links.contains(link) { entry.links.append(link) }
      for (path, values) in [
        (\ListEntry.identifiers, part.identifiers), (\.births, part.births),
        (\.nationalities, part.nationalities),
      ] {
        entry[keyPath: path] += values.filter { !entry[keyPath: path].contains($0) }
      }
    }
    return entry
  }
}
