import Model
import SQLite

/// Checks that events follow from claims.
struct EventCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// What can be seen without making the events anew.
  func findings() throws -> [String] {
    let checks = [
      (
        "claim %: it belongs to no event",
        "SELECT id FROM claim WHERE id NOT IN (SELECT claim FROM event_claim) ORDER BY id"
      ),
      (
        "event %: it rests on no claim",
        "SELECT id FROM event WHERE id NOT IN (SELECT event FROM event_claim) ORDER BY id"
      ),
      (
        "claim %: it is about another kind of event than the event it belongs to",
        """
        SELECT claim.id FROM event_claim JOIN claim ON claim.id = claim JOIN event ON event.id = event
        WHERE claim.kind <> event.kind ORDER BY 1
        """
      ),
      (
        "event %: somebody takes part by no claim",
        """
        SELECT DISTINCT event FROM participant WHERE NOT EXISTS (
          SELECT 1 FROM event_claim JOIN claim_participant ON claim_participant.claim = event_claim.claim
          WHERE event_claim.event = participant.event AND claim_participant.role = participant.role
          AND claim_participant.entity = participant.entity
        ) ORDER BY 1
        """
      ),
      (
        "event %: somebody takes part by a claim but not in the event",
        """
        SELECT DISTINCT event_claim.event FROM event_claim
        JOIN claim_participant ON claim_participant.claim = event_claim.claim
        WHERE NOT EXISTS (
          SELECT 1 FROM participant WHERE participant.event = event_claim.event
          AND participant.role = claim_participant.role AND participant.entity = claim_participant.entity
        ) ORDER BY 1
        """
      ),
      (
        "event %: its status is that of none of its claims",
        """
        SELECT id FROM event WHERE status NOT IN (
          SELECT claim.status FROM event_claim JOIN claim ON claim.id = claim WHERE event = event.id
        ) ORDER BY id
        """
      ),
      (
        "event %: the kind lacks a role of somebody who takes part",
        """
        SELECT DISTINCT event.id FROM participant JOIN event ON event.id = event WHERE NOT EXISTS (
          SELECT 1 FROM event_kind_role WHERE event_kind_role.kind = event.kind AND role = participant.role
        ) ORDER BY 1
        """
      ),
    ]
    return try checks.flatMap { message, sql in
      try connection.texts(sql).map { id in
        message.split(separator: "%", omittingEmptySubsequences: false).joined(separator: id)
      }
    }
  }

  /// The events that come out otherwise when they are made anew.
  func differences(from making: EventMaking) throws -> [String] {
    var findings: [String] = []
    var seen: Set<String> = []
    try connection.each("SELECT id FROM claim ORDER BY id") { row in
      let id = try row.text(0)
      guard !seen.contains(id), let claim = try StoredClaim.load(id, from: connection) else { return }
      let reached = try ClaimTies.claims(reachedFrom: Set(making.keys(claim)), in: connection)
      seen.formUnion(reached)
      let claims = try reached.sorted().compactMap { try StoredClaim.load($0, from: connection) }
      for event in try making.events(claims) where try stored(event.id, as: event.kind) != event {
        findings.append("event \(event.id): it is not what its claims tell")
      }
      if reached.isEmpty { findings.append("claim \(id): nothing ties it to others; it has no key") }
    }
    return findings
  }

  private func stored(_ id: String, as kind: EventKind) throws -> ResolvedEvent? {
    let participants = try connection.rows("SELECT role, entity FROM participant WHERE event = ?", id) {
      row in
      (role: Role(rawValue: try row.text(0)), entity: try row.text(1))
    }
    let claims = try connection.texts("SELECT claim FROM event_claim WHERE event = ? ORDER BY position", id)
    let sql = "SELECT status, date, basis FROM event WHERE id = ? AND kind = ?"
    return try connection.first(sql, id, kind.rawValue) { row -> ResolvedEvent? in
      guard let status = Status(rawValue: try row.text(0)) else { return nil }
      return ResolvedEvent(
        id: id, kind: kind, status: status, date: try row.optionalText(1).flatMap { EDTF($0) },
        basis: try row.optionalText(2).flatMap { DateBasis(rawValue: $0) },
        participants: participants.compactMap { part in
          part.role.map { StoredParticipant(role: $0, entity: part.entity) }
        }.sorted(), claims: claims)
    } ?? nil
  }
}
