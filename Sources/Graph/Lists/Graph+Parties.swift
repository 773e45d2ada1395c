import Model
import SQLite

extension Graph {
  /// The entries of the entity or party whose identifier is the first value, in SQL.
  static let entriesOfParty =
    "(SELECT id FROM list_entry WHERE entity = ?1 UNION SELECT id FROM list_entry WHERE party = ?1)"

  /// The parties that only official lists name, by an entry's identifier or the keys of a name; each once.
  ///
  /// An entry that is an entity of posts or `data/` gives that entity where its identifier was asked for.
  public func listedParties(named name: String, keys: [String]) throws(GraphError) -> [EntityRow] {
    try guarded(path) {
      let marks = Array(repeating: "?", count: keys.count).joined(separator: ", ")
      var rows: [EntityRow] = []
      try connection.each(
        """
        SELECT DISTINCT coalesce(entity.id, first.id), coalesce(entity.kind, first.kind),
          coalesce(entity.name, first.name), coalesce(entity.known, 0)
        FROM list_entry JOIN list_entry AS first ON first.id = list_entry.party
        LEFT JOIN entity ON entity.id = list_entry.entity
        WHERE list_entry.id = ? OR list_entry.id IN (SELECT entry FROM list_name WHERE key IN (\(marks)))
        ORDER BY 1
        """, with: ([name] + keys).map(Value.text)
      ) { row in
        rows.append(
          try EntityRow(row))
      }
      return rows
    }
  }

  /// The party that only lists name, by the identifier of its first entry; nil where there is none.
  func listedParty(withID id: String) throws(GraphError) -> EntityRow? {
    try guarded(path) {
      try connection.first("SELECT id, kind, name FROM list_entry WHERE id = ? AND entity IS NULL", id) {
        row in
        EntityRow(
          id: try row.text(0), kind: EntityKind(rawValue: try row.text(1)) ?? .party, name: try row.text(2),
          isKnown: false, match: .identifier)
      }
    }
  }

  /// The names by which lists know a party that only they name.
  func listedNames(ofParty id: String) throws(GraphError) -> Table {
    try guarded(path) {
      try connection.table(
        """
        SELECT DISTINCT list_name.name, 'list ' || list FROM list_name JOIN list_entry ON list_entry.id = entry
        WHERE party = ? ORDER BY 2, 1
        """,
        columns: ["alias", "source"], [.text(id)])
    }
  }

  /// What official lists hold, or held, on an entity or party: a row an entry, as of a day or now.
  func listings(of id: String, asOf end: String?) throws(GraphError) -> Table {
    try guarded(path) {
      let columns = [
        "entry", "name", "state", "snapshot", "date", "basis", "programmes", "births", "nationalities",
        "identifiers",
        "names", "remarks",
      ]
      var table = Table(columns: columns)
      // Each entry with the newest snapshot that has it; it is listed where that is the newest of its list.
      try connection.each(
        """
        SELECT list_entry.id, list_entry.name, snapshot.id, programmes, births, nationalities, identifiers, names,
          remarks, snapshot.date = (
            SELECT max(date) FROM snapshot AS newest WHERE newest.list = list_entry.list AND (?2 IS NULL OR date <= ?2)
          ), max(snapshot.date)
        FROM list_entry JOIN list_state ON list_state.entry = list_entry.id
        JOIN snapshot ON snapshot.id = list_state.snapshot JOIN list_content ON list_content.id = content
        WHERE list_entry.id IN \(Graph.entriesOfParty)
        AND (?2 IS NULL OR snapshot.date <= ?2)
        GROUP BY list_entry.id ORDER BY list_entry.id
        """, with: [.text(id), end.map { .text($0) } ?? .null]
      ) { row in
        let parts = { (text: String) in Cell.list(ListContent.parts(text)) }
        let names = ListContent.names(try row.text(7)).map { name in
          name.use == .primary ? name.text : "\(name.use.rawValue) \(name.text)"
        }
        let isListed = try row.int(9) == 1
        table.rows.append([
          .text(try row.text(0)), .text(try row.text(1)), .text(isListed ? "listed" : "delisted"),
          .text(try row.text(2)), .null, .null, parts(try row.text(3)), parts(try row.text(4)),
          parts(try row.text(5)), parts(try row.text(6)), .list(names), .text(try row.text(8)),
        ])
      }
      for place in table.rows.indices {
        guard case .text(let entry) = table.rows[place][0] else { continue }
        let kind = table.rows[place][2] == .text("listed") ? "designation" : "delisting"
        try connection.each(
          """
          SELECT date, basis FROM list_event WHERE entry = ? AND kind = ? AND (?3 IS NULL OR date_to <= ?3)
          ORDER BY snapshot DESC LIMIT 1
          """, with: [.text(entry), .text(kind), end.map { .text($0) } ?? .null]
        ) { row in
          table.rows[place][4] = .text(try row.text(0))
          table.rows[place][5] = .text(try row.text(1))
        }
      }
      return table
    }
  }

  /// What changed in the entries of an entity or party from snapshot to snapshot.
  func listChanges(of id: String, asOf end: String?) throws(GraphError) -> Table {
    try guarded(path) {
      try connection.table(
        """
        SELECT snapshot, entry, change, field, was, now FROM list_change
        WHERE entry IN \(Graph.entriesOfParty)
        AND (?2 IS NULL OR (SELECT date FROM snapshot AS state WHERE state.id = list_change.snapshot) <= ?2) ORDER BY snapshot, entry, field
        """, columns: ["snapshot", "entry", "change", "field", "was", "now"],
        [.text(id), end.map { .text($0) } ?? .null])
    }
  }

  /// The parties that lists hold now, each with its names but weak ones, in order of their first entry.
  ///
  /// The kind and name of an entity come before those of lists; `isKnown` tells that `data/` has it.
  public func listedParties() throws(GraphError) -> [(entity: EntityRow, names: [String])] {
    try guarded(path) {
      var parties: [(entity: EntityRow, names: [String])] = []
      try connection.each(
        """
        SELECT list_entry.party, coalesce(entity.kind, first.kind), coalesce(entity.name, first.name),
          entity.id IN (SELECT entity FROM alias WHERE source = 'data'), list_name.name
        FROM list_name JOIN list_entry ON list_entry.id = entry JOIN list_entry AS first ON first.id = list_entry.party
        LEFT JOIN entity ON entity.id = list_entry.entity
        WHERE current = 1 AND use <> 'weak' ORDER BY list_entry.party, list_entry.id, list_name.id
        """
      ) { row in
        let (id, name) = (try row.text(0), try row.text(4))
        if parties.last?.entity.id == id {
          parties[parties.count - 1].names.append(name)
        } else {
          let entity = EntityRow(
            id: id, kind: EntityKind(rawValue: try row.text(1)) ?? .party, name: try row.text(2),
            isKnown: try row.optionalInt(3) == 1, match: .name)
          parties.append((entity, [name]))
        }
      }
      return parties
    }
  }

  /// What tells the states of lists from others: the digest of the digests of their newest snapshots; nil for none.
  public func listsDigest() throws(GraphError) -> String? {
    try guarded(path) {
      let digests = try connection.texts(
        """
        SELECT list || ' ' || sha256 FROM snapshot
        WHERE date = (SELECT max(date) FROM snapshot AS newest WHERE newest.list = snapshot.list) ORDER BY list
        """)
      return digests.isEmpty ? nil : Graph.digest(of: digests)
    }
  }
}
