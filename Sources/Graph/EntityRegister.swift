import Model
import SQLite

/// Finds the entities of a batch across posts, and settles their names and identifiers.
///
/// An entity is one kind and key. Its name, identifier and aliases follow from all posts that name it and from
/// `data/`, whatever came first.
struct EntityRegister {
  private let connection: Connection
  /// What `data/` tells; nil where nobody asked it, so that what is stored stands.
  private let facts: KnownEntities?
  private var numbers: [EntityIdentity: Int] = [:]
  /// The names under which the batch has entities, by their rows.
  private var spelled: [Int: Set<String>] = [:]
  /// Entities whose names have to be looked up in all posts.
  private var doubtful: Set<Int> = []
  private var informed: Set<Int> = []
  private var created: Set<Int> = []
  private var hasForgotten = false
  /// The rows of the entities that had another identifier before the batch.
  private(set) var renamed: [Int] = []

  init(_ connection: Connection, facts: [EntityFacts]?) {
    self.connection = connection
    self.facts = facts.map(KnownEntities.init)
  }

  /// Takes in the entities of a reading, whose post is stored already.
  mutating func enter(_ reading: PostReading) throws {
    for entity in reading.entities {
      let number = try number(of: EntityIdentity(entity), name: entity.name)
      try connection.run(
        """
        INSERT INTO spelling SELECT ?, id, ?, ? FROM entity WHERE rowid = ?
        ON CONFLICT DO UPDATE SET known = max(known, excluded.known)
        """, reading.postID, entity.name, entity.isKnown, number)
      spelled[number, default: []].insert(entity.name)
      try inform(number, facts?.facts(of: entity))
    }
  }

  /// Takes in an entity that `data/` knows and an official list names or is kept by.
  mutating func enter(_ known: EntityFacts) throws {
    try inform(try number(of: EntityIdentity(known), name: known.name), known)
  }

  /// The identifiers of the entities of a reading, by index.
  func ids(of reading: PostReading) throws -> [String] {
    try reading.entities.map { entity in
      let number = numbers[EntityIdentity(entity)] ?? -1
      return try connection.first("SELECT id FROM entity WHERE rowid = ?", number) { try $0.text(0) }
        ?? entity.id
    }
  }

  /// Gives every entity its name and identifier, after posts with the entities in these rows have gone.
  ///
  /// With `forgetting` those go that nothing needs any more, though no post went.
  mutating func settle(after gone: Set<Int>, forgetting: Bool = false) throws {
    doubtful.formUnion(gone)
    if !gone.isEmpty || hasForgotten || forgetting { try removeUnneeded() }
    var bases: Set<String> = []
    for number in Set(spelled.keys).union(doubtful).union(informed) {
      bases.formUnion(try settleName(of: number))
    }
    for base in bases.sorted() { try settleIdentifiers(base) }
  }

  /// Writes down the names by which entities are found, after all mentions of the posts are stored.
  func settleNames(in posts: [String] = []) throws {
    let writer = AliasWriter(connection)
    for number in doubtful { try writer.rewriteAll(of: number) }
    for (number, names) in spelled where !doubtful.contains(number) {
      try writer.addIdentifiers(names, to: number)
    }
    for post in posts { try writer.addWords(ofPost: post, except: doubtful) }
  }

  private mutating func number(of identity: EntityIdentity, name: String) throws -> Int {
    if let number = numbers[identity] { return number }
    let find = "SELECT rowid FROM entity WHERE kind = ? AND key = ?"
    var number = try connection.int(find, identity.kind.rawValue, identity.key)
    if number == nil {
      // Mostly this is the identifier that it keeps; else one that no entity can have, until the true one is known.
      var id = "\(identity.kind.rawValue)/\(name.slug)"
      if try name.slug.isEmpty || connection.int("SELECT 1 FROM entity WHERE id = ?", id) != nil {
        id = "\(identity.kind.rawValue)/?\(identity.key)"
      }
      try connection.run(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, 0)", id, identity.kind.rawValue, name, identity.key, id)
      number = try connection.int(find, identity.kind.rawValue, identity.key)
      if let number {
        doubtful.insert(number)
        created.insert(number)
      }
    }
    numbers[identity] = number
    return number ?? -1
  }

  /// Writes what `data/` tells of an entity and of all that it belongs to.
  private mutating func inform(_ number: Int, _ entity: EntityFacts?) throws {
    guard facts != nil, informed.insert(number).inserted else { return }
    let had = try connection.int(
      """
      SELECT count(*) FROM entity JOIN alias ON alias.entity = entity.id AND alias.source = 'data'
      WHERE entity.rowid = ?
      """, number)
    guard let entity else {
      // What data/ knew once and knows no more is named as the posts name it.
      if let had, had > 0 {
        try forgetFacts(of: number)
        try connection.run("UPDATE entity SET known = 0 WHERE rowid = ?", number)
      }
      return
    }
    if let had, had > 0 { try forgetFacts(of: number) }
    try connection.run(
      "UPDATE entity SET name = ?, known = 1 WHERE rowid = ?", entity.name, number)
    for name in [entity.name] + entity.aliases {
      try AliasWriter(connection).add(name, source: "data", to: number)
    }
    for (kind, id) in [("part-of", entity.partOf), ("country", entity.country)] {
      guard let id, id != entity.id, let whole = facts?.facts(withID: id) else { continue }
      let other = try self.number(of: EntityIdentity(whole), name: whole.name)
      try inform(other, whole)
      try connection.run(
        """
        INSERT INTO relation SELECT part.id, ?, whole.id FROM entity AS part, entity AS whole
        WHERE part.rowid = ? AND whole.rowid = ? ON CONFLICT DO NOTHING
        """, kind, number, other)
    }
  }

  private mutating func forgetFacts(of number: Int) throws {
    hasForgotten = true
    doubtful.insert(number)
    let id = "(SELECT id FROM entity WHERE rowid = ?)"
    try connection.run("DELETE FROM alias WHERE source = 'data' AND entity = \(id)", number)
    try connection.run("DELETE FROM relation WHERE entity = \(id)", number)
  }

  /// Removes the entities that no post names, nor a list that `data/` joins with them, and that nothing named belongs to.
  private mutating func removeUnneeded() throws {
    let needed = """
      WITH RECURSIVE needed (id) AS (
        SELECT entity FROM spelling
        UNION SELECT entity FROM list_entry WHERE entity IN (SELECT entity FROM alias WHERE source = 'data')
        UNION SELECT authority FROM list_event WHERE authority IS NOT NULL
        UNION SELECT whole FROM needed JOIN relation ON relation.entity = needed.id
      )
      """
    let unneeded = "\(needed) SELECT rowid FROM entity WHERE id NOT IN (SELECT id FROM needed)"
    for number in try connection.rows(unneeded, make: { try $0.int(0) }) {
      let base = try connection.first("SELECT base FROM entity WHERE rowid = ?", number) { try $0.text(0) }
      try connection.run("DELETE FROM entity WHERE rowid = ?", number)
      doubtful.remove(number)
      if let base { try settleIdentifiers(base) }
    }
  }

  /// Finds the name of an entity; returns the identifiers without suffix that it had and has.
  private mutating func settleName(of number: Int) throws -> Set<String> {
    let sql = "SELECT kind, key, name, base FROM entity WHERE rowid = ?"
    let row = try connection.first(sql, number) { row in
      (try row.text(0), try row.text(1), try row.text(2), try row.text(3))
    }
    guard let (kind, key, name, base) = row else { return [] }
    var best = (name: name, known: true, base: "")
    if let known = try knownName(of: number) {
      best = (known.name, true, known.id ?? "")
    } else {
      let found = try fullestName(of: number, current: name)
      best = (found.name, found.isKnown, "")
    }
    if best.base.isEmpty {
      let slug = best.name.slug
      best.base = "\(kind)/\(slug.isEmpty ? String(Graph.digest(of: [key]).prefix(8)) : slug)"
    }
    if best.name != name || best.base != base || doubtful.contains(number) {
      try connection.run(
        "UPDATE entity SET name = ?, base = ?, known = ? WHERE rowid = ?", best.name, best.base, best.known,
        number)
    }
    return best.base == base && !doubtful.contains(number) ? [] : [base, best.base]
  }

  /// The name and identifier that `data/` gives an entity; nil where it does not know it.
  private func knownName(of number: Int) throws -> (name: String, id: String?)? {
    let sql = """
      SELECT name, kind, key, base FROM entity WHERE rowid = ? AND EXISTS (
        SELECT 1 FROM alias WHERE alias.entity = entity.id AND alias.source = 'data'
      )
      """
    let row = try connection.first(sql, number) { row in
      (try row.text(0), try row.text(1), try row.text(2), try row.text(3))
    }
    guard let (name, kind, key, base) = row else { return nil }
    let identity = EntityKind(rawValue: kind).map { EntityIdentity(kind: $0, key: key) }
    if let entity = identity.flatMap({ facts?.facts(of: $0) }) { return (entity.name, entity.id) }
    return (name, base.contains("?") ? nil : base)
  }

  /// The fullest name in posts, those of `data/` before others.
  private func fullestName(of number: Int, current: String) throws -> (name: String, isKnown: Bool) {
    let all = """
      SELECT DISTINCT spelling.name, spelling.known FROM entity JOIN spelling ON spelling.entity = entity.id
      WHERE entity.rowid = ?
      """
    var best: (name: String, isKnown: Bool)?
    for (name, isKnown) in try connection.rows(all, number, make: { (try $0.text(0), try $0.int(1) == 1) }) {
      guard let rival = best else {
        best = (name, isKnown)
        continue
      }
      if isKnown == rival.isKnown ? NameFolding.isFuller(name, than: rival.name) : isKnown {
        best = (name, isKnown)
      }
    }
    return best ?? (current, false)
  }

  /// Gives the entities that share an identifier theirs: the known one keeps it, the others get a suffix of their key.
  private mutating func settleIdentifiers(_ base: String) throws {
    let alike = "SELECT rowid, key, id FROM entity WHERE base = ? ORDER BY known DESC, key"
    let entities = try connection.rows(alike, base) { (try $0.int(0), try $0.text(1), try $0.text(2)) }
    for (place, (number, key, id)) in entities.enumerated() {
      let wanted = place == 0 ? base : "\(base)-\(Graph.digest(of: [key]).prefix(8))"
      guard wanted != id else { continue }
      // Who still has it gets another one, now or when its own turn comes.
      try connection.run("UPDATE entity SET id = kind || '/?' || rowid WHERE id = ?", wanted)
      try connection.run("UPDATE entity SET id = ? WHERE rowid = ?", wanted, number)
      if !created.contains(number) { renamed.append(number) }
    }
  }
}
