import Model

/// An event before it has an identifier.
struct EventDraft {
  let kind: EventKind
  let status: Status
  let date: EDTF?
  let basis: DateBasis?
  let participants: [StoredParticipant]
  /// In order of publication, post and place in the post.
  let claims: [StoredClaim]
  /// Who does it, as closely as it is told.
  let doers: [String]

  /// What these claims, at least one, tell together.
  init(_ claims: [StoredClaim], parts: PartRelations) {
    let claims = claims.sorted { EventDraft.key($0) < EventDraft.key($1) }
    let status = claims.map(\.status).max { $0.settledness < $1.settledness } ?? .possible
    let dated = EventDate.of(claims, status: status)
    let participants = Set(claims.flatMap(\.participants)).sorted()
    kind = claims.first?.kind ?? .designation
    self.status = status
    date = dated?.date
    basis = dated?.basis
    self.participants = participants
    self.claims = claims
    let role: Role = kind.roles.contains(.authority) ? .authority : .actor
    doers =
      kind == .weaponsTest ? [] : parts.mostSpecific(participants.filter { $0.role == role }.map(\.entity))
  }

  private static func key(_ claim: StoredClaim) -> (Int32, String, Int, String) {
    (claim.published?.first?.number ?? Int32.max, claim.postID, claim.order, claim.id)
  }
}
