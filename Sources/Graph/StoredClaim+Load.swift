import Model
import SQLite

extension StoredClaim {
  /// The claim with an identifier; nil where there is none.
  static func load(_ id: String, from connection: Connection) throws -> StoredClaim? {
    let participants = try connection.rows(
      "SELECT role, entity FROM claim_participant WHERE claim = ? ORDER BY position", id
    ) { row in
      Role(rawValue: try row.text(0)).map { role in (role, row.value(1)) }
    }
    let sql = """
      SELECT claim.kind, claim.status, claim.date, claim.basis, claim.post, post.published, claim.position
      FROM claim JOIN post ON post.id = claim.post WHERE claim.id = ?
      """
    return try connection.first(sql, id) { row -> StoredClaim? in
      guard let kind = EventKind(rawValue: try row.text(0)), let status = Status(rawValue: try row.text(1))
      else { return nil }
      return StoredClaim(
        id: id, kind: kind, status: status, date: try row.optionalText(2).flatMap { EDTF($0) },
        basis: try row.optionalText(3).flatMap { DateBasis(rawValue: $0) }, postID: try row.text(4),
        published: try row.optionalText(5).flatMap { EDTF($0) }, order: try row.int(6),
        participants: participants.compactMap { found in
          guard case (let role, .text(let entity))? = found else { return nil }
          return StoredParticipant(role: role, entity: entity)
        })
    } ?? nil
  }
}
