/// A claim as the graph keeps it: with an identifier of its own and entities by theirs.
///
/// Events are a function of the set of these, so it holds all that resolution looks at and nothing else.
public struct StoredClaim: Hashable, Sendable {
  /// The post, the kind and the first trigger: `POST#designation-123`.
  public var id: String
  /// What happens.
  public var kind: EventKind
  /// Whether the post tells it as done, coming, conceivable or not done.
  public var status: Status
  /// The day of the act as the text or knowledge gives it; nil where neither does.
  public var date: EDTF?
  /// What the date rests on; nil where there is none.
  public var basis: DateBasis?
  /// The post that says so.
  public var postID: String
  /// When that post was published, where known.
  public var published: EDTF?
  /// Where in the post it is told: the first code point of the first trigger.
  public var order: Int
  /// Who takes part.
  public var participants: [StoredParticipant]

  /// A claim with these fields.
  public init(
    id: String, kind: EventKind, status: Status, date: EDTF?, basis: DateBasis?, postID: String,
    published: EDTF?,
    order: Int, participants: [StoredParticipant]
  ) {
    self.id = id
    self.kind = kind
    self.status = status
    self.date = date
    self.basis = basis
    self.postID = postID
    self.published = published
    self.order = order
    self.participants = participants
  }

  /// The entities in a role, in order of mention.
  public func entities(in role: Role) -> [String] { participants.filter { $0.role == role }.map(\.entity) }
}

/// An entity of the graph in a role.
public struct StoredParticipant: Hashable, Comparable, Sendable {
  /// The part it plays.
  public var role: Role
  /// The entity's identifier, `airline/air-koryo`.
  public var entity: String

  /// The entity with this identifier in this role.
  public init(role: Role, entity: String) {
    self.role = role
    self.entity = entity
  }

  /// In order of role, then identifier.
  public static func < (left: StoredParticipant, right: StoredParticipant) -> Bool {
    (left.role.rawValue, left.entity) < (right.role.rawValue, right.entity)
  }
}

extension PostReading {
  /// The claims of the reading as the graph keeps them, in the same order.
  ///
  /// `published` is when the post came out; `entityIDs` are the identifiers of `entities`, by index, which the graph
  /// may know better than the reading does. Claims of one kind on one trigger are numbered: `POST#designation-123-2`.
  public func storedClaims(published: EDTF?, entityIDs: [String]) -> [StoredClaim] {
    var taken: [String: Int] = [:]
    return claims.map { claim in
      let order = claim.triggers.map(\.start).min() ?? claim.quote.start
      let name = "\(postID)#\(claim.kind.rawValue)-\(order)"
      let count = (taken[name] ?? 0) + 1
      taken[name] = count
      let participants = claim.participants.compactMap { participant in
        entityIDs.indices.contains(participant.entity)
          ? StoredParticipant(role: participant.role, entity: entityIDs[participant.entity]) : nil
      }
      return StoredClaim(
        id: count == 1 ? name : "\(name)-\(count)", kind: claim.kind, status: claim.status, date: claim.date,
        basis: claim.basis, postID: postID, published: published, order: order, participants: participants)
    }
  }
}
