import Model
import SQLite

/// Brings the events up to date with the claims that changed.
struct EventDesk {
  private let connection: Connection
  private let making: EventMaking
  /// Keys of claims that came or went.
  private var keys: Set<String> = []

  init(_ connection: Connection, making: EventMaking) {
    self.connection = connection
    self.making = making
  }

  /// Removes the events that rested on claims that have gone.
  mutating func forget(_ removal: PostRemoval) throws {
    for event in removal.events { try connection.run("DELETE FROM event WHERE id = ?", event) }
    keys.formUnion(removal.keys)
  }

  /// Takes a claim in that has just been stored, or whose entities have other identifiers now.
  mutating func take(_ claim: StoredClaim) throws {
    for key in Set(making.keys(claim)) {
      try connection.run("INSERT INTO claim_key VALUES (?, ?)", claim.id, key)
      keys.insert(key)
    }
  }

  /// Takes all claims in which the entities in these rows take part.
  mutating func reread(claimsOf entities: [Int]) throws {
    var claims: Set<String> = []
    for number in entities {
      claims.formUnion(
        try connection.texts(
          """
          SELECT DISTINCT claim FROM entity JOIN claim_participant ON claim_participant.entity = entity.id
          WHERE entity.rowid = ?
          """, number))
    }
    for id in claims.sorted() {
      let old = try connection.texts("SELECT key FROM claim_key WHERE claim = ?", id)
      keys.formUnion(old)
      try connection.run("DELETE FROM claim_key WHERE claim = ?", id)
      if let claim = try StoredClaim.load(id, from: connection) { try take(claim) }
    }
  }

  /// Replaces the events of all claims that are reached from the changed ones by common keys.
  func settle() throws {
    let reached = try ClaimTies.claims(reachedFrom: keys, in: connection)
    guard !reached.isEmpty else { return }
    var claims: [StoredClaim] = []
    for id in reached.sorted() {
      if let claim = try StoredClaim.load(id, from: connection) { claims.append(claim) }
      try connection.run(
        "DELETE FROM event WHERE id = (SELECT event FROM event_claim WHERE claim = ?)", id)
    }
    for event in try making.events(claims) { try insert(event) }
  }

  private func insert(_ event: ResolvedEvent) throws {
    try connection.run(
      "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", event.id, event.kind.rawValue, event.status.rawValue,
      event.date?.text, event.date?.first?.text, event.date?.last?.text, event.basis?.rawValue)
    for participant in event.participants {
      try connection.run(
        "INSERT INTO participant VALUES (?, ?, ?)", event.id, participant.role.rawValue, participant.entity)
    }
    for (position, claim) in event.claims.enumerated() {
      try connection.run("INSERT INTO event_claim VALUES (?, ?, ?)", claim, event.id, position)
    }
  }
}
