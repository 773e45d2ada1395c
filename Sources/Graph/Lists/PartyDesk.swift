import Model
import SQLite

/// Joins the entries of official lists with entities and with each other, and tells who keeps the lists.
struct PartyDesk {
  private let connection: Connection
  private let making: ListMaking
  private let facts: [String: EntityFacts]

  init(_ connection: Connection, _ making: ListMaking) {
    self.connection = connection
    self.making = making
    facts = Dictionary(making.facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Joins all entries anew; it follows from the sets of posts and lists, whatever came first.
  ///
  /// The events of the lists that changed are made anew. Returns the rows of entities whose identifiers changed by it.
  func settle(changed: Set<String>) throws -> [Int] {
    let lists = try connection.texts("SELECT DISTINCT list FROM snapshot ORDER BY list")
    let had = try connection.int("SELECT 1 FROM list_entry WHERE entity IS NOT NULL LIMIT 1") != nil
    guard !lists.isEmpty || had else { return [] }
    let joining = making.join(try entities(), try entries())
    var register = EntityRegister(connection, facts: making.facts)
    var wanted = Set(joining.entities.values)
    for list in lists {
      let parts = try connection.texts(
        """
        SELECT DISTINCT programmes FROM list_state JOIN list_content ON list_content.id = content
        WHERE snapshot IN (SELECT id FROM snapshot WHERE list = ?)
        """, list)
      wanted.formUnion(parts.compactMap { making.authority(list, ListContent.parts($0)) })
    }
    for id in wanted.sorted() {
      if let facts = facts[id] { try register.enter(facts) }
    }
    try write(joining)
    for list in lists where changed.contains(list) {
      try ListEvents(connection, list: list) { list, programmes in
        try entityID(making.authority(list, programmes))
      }.rewrite()
    }
    try register.settle(after: [], forgetting: true)
    try register.settleNames()
    return register.renamed
  }

  /// The doubts that stay, and the pairs that verdicts or rules made, for review.
  func joining() throws -> PartyJoining { making.join(try entities(), try entries()) }

  /// The identifier under which the graph has what `data/` knows by one; nil for none.
  private func entityID(_ id: String?) throws -> String? {
    guard let id, let facts = facts[id] else { return nil }
    return try connection.texts(
      "SELECT id FROM entity WHERE kind = ? AND key = ?", facts.kind.rawValue, facts.key
    ).first
  }

  private func write(_ joining: PartyJoining) throws {
    try connection.run("UPDATE list_entry SET entity = NULL WHERE entity IS NOT NULL")
    try connection.run("UPDATE list_entry SET party = id WHERE party <> id")
    for (entry, entity) in joining.entities.sorted(by: { $0.key < $1.key }) {
      let id = try entityID(entity) ?? entity
      try connection.run(
        "UPDATE list_entry SET entity = (SELECT id FROM entity WHERE id = ?) WHERE id = ?", id, entry)
    }
    for (entry, party) in joining.parties where entry != party {
      try connection.run("UPDATE list_entry SET party = ? WHERE id = ?", party, entry)
    }
  }

  /// Those that posts name, with all names that tell them for sure, and those that only `data/` knows.
  private func entities() throws -> [NamedParty] {
    var named: [(id: String, kind: EntityKind, key: String, names: [String], isKnown: Bool)] = []
    try connection.each(
      """
      SELECT id, kind, key, name, known, (
        SELECT group_concat(name, char(31)) FROM (SELECT DISTINCT name FROM spelling WHERE entity = entity.id ORDER BY name)
      ) FROM entity WHERE kind NOT IN ('country', 'place', 'resolution', 'law', 'agreement') ORDER BY id
      """
    ) { row in
      guard let kind = EntityKind(rawValue: try row.text(1)) else { return }
      let spellings = try row.optionalText(5).map(ListContent.parts) ?? []
      named.append(
        (try row.text(0), kind, try row.text(2), [try row.text(3)] + spellings, try row.int(4) == 1))
    }
    var stored: [EntityIdentity: Int] = [:]
    for (place, entity) in named.enumerated() {
      stored[EntityIdentity(kind: entity.kind, key: entity.key)] = place
    }
    for facts in making.facts where facts.kind.listedKind != nil {
      if let place = stored[EntityIdentity(facts)] {
        named[place].names += facts.aliases
      } else {
        named.append((facts.id, facts.kind, facts.key, [facts.name] + facts.aliases, true))
      }
    }
    return named.map { entity in
      NamedParty(
        id: entity.id, kind: entity.kind, keys: making.partyKeys(entity.names, entity.kind),
        isKnown: entity.isKnown)
    }
  }

  private func entries() throws -> [ListParty] {
    var found: [ListParty] = []
    try connection.each(
      """
      SELECT entry, list, kind, key FROM list_name JOIN list_entry ON list_entry.id = entry WHERE use <> 'weak'
      ORDER BY list_name.id
      """
    ) { row in
      let (entry, key) = (try row.text(0), try row.text(3))
      if found.last?.entry == entry {
        found[found.count - 1].keys.append(key)
      } else {
        let kind = EntityKind(rawValue: try row.text(2)) ?? .party
        found.append(ListParty(entry: entry, list: try row.text(1), kind: kind, keys: [key]))
      }
    }
    guard Set(found.map(\.list)).count > 1 else { return found }
    let places = Dictionary(
      found.enumerated().map { ($1.entry, $0) }, uniquingKeysWith: { first, _ in first })
    try connection.each(
      """
      SELECT entry, births, identifiers FROM list_state JOIN snapshot ON snapshot.id = snapshot
      JOIN list_content ON list_content.id = content WHERE births <> '' OR identifiers <> '' ORDER BY snapshot.date
      """
    ) { row in
      guard let place = places[try row.text(0)] else { return }
      found[place].births = PartyTraits.years(in: try row.text(1))
      found[place].numbers = Set(ListContent.parts(try row.text(2)).compactMap(PartyTraits.number))
    }
    return found
  }
}
