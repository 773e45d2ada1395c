/// What the claims of all posts agree on: one act, with everyone who takes part in it.
public struct ResolvedEvent: Hashable, Sendable {
  /// A readable identifier, `designation/air-koryo/office-of-foreign-assets-control/2016-12-02`.
  public var id: String
  /// What happens.
  public var kind: EventKind
  /// The most settled status of its claims.
  public var status: Status
  /// When it happened, as firmly as the basis says; nil where nothing tells.
  public var date: EDTF?
  /// What the date rests on; nil exactly where there is no date.
  public var basis: DateBasis?
  /// Who takes part by any of the claims, each once, in order of role and identifier.
  public var participants: [StoredParticipant]
  /// The identifiers of the claims it rests on, in order of publication, post and place in the post.
  public var claims: [String]

  /// An event with these fields.
  public init(
    id: String, kind: EventKind, status: Status, date: EDTF?, basis: DateBasis?,
    participants: [StoredParticipant], claims: [String]
  ) {
    self.id = id
    self.kind = kind
    self.status = status
    self.date = date
    self.basis = basis
    self.participants = participants
    self.claims = claims
  }

  /// The entities in a role, in order of their identifiers.
  public func entities(in role: Role) -> [String] { participants.filter { $0.role == role }.map(\.entity) }
}
