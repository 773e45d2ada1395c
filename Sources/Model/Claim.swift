/// What one post says about one event.
public struct Claim: Hashable, Sendable {
  /// What happens.
  public var kind: EventKind
  /// The words that name the event, in text order; at least one.
  public var triggers: [TextSpan]
  /// Whether it is told as done, coming, conceivable or not done.
  public var status: Status
  /// The day of the act as the text or knowledge tells it; nil where neither does.
  public var date: EDTF?
  /// What the date rests on; nil where there is none.
  public var basis: DateBasis?
  /// Who is cited for it, by index; nil where the post itself says so.
  public var source: Int?
  /// The rule that found it.
  public var rule: String
  /// Who takes part, in order of role and text.
  public var participants: [Participant]
  /// The sentence that tells it.
  public var quote: TextSpan
  /// How each part was found, in reading order: for people who ask why.
  public var evidence: [Evidence]

  /// A claim with these fields.
  public init(
    kind: EventKind, triggers: [TextSpan], status: Status, date: EDTF?, basis: DateBasis?, source: Int?,
    rule: String,
    participants: [Participant], quote: TextSpan, evidence: [Evidence] = []
  ) {
    self.kind = kind
    self.triggers = triggers
    self.status = status
    self.date = date
    self.basis = basis
    self.source = source
    self.rule = rule
    self.participants = participants
    self.quote = quote
    self.evidence = evidence
  }
}

/// An entity in a role.
public struct Participant: Hashable, Sendable {
  /// The part it plays.
  public var role: Role
  /// The entity, by index in the reading.
  public var entity: Int

  /// The entity with this index in this role.
  public init(role: Role, entity: Int) {
    self.role = role
    self.entity = entity
  }
}

/// A reason for one part of a claim: the words it rests on and the rule that read them.
public struct Evidence: Hashable, Sendable {
  /// What part of a claim a reason is for.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The words that name the event.
    case trigger
    /// Who acts.
    case authority
    /// Who is hit.
    case target
    /// Under what.
    case instrument
    /// Who breaks a rule or tests.
    case actor
    /// Whether it is told as done.
    case status
    /// When.
    case date
    /// Who is cited for it.
    case source
  }

  /// The part of the claim.
  public var part: Part
  /// The words; nil where the reason is not in the text, such as a fact in `data/`.
  public var span: TextSpan?
  /// Why, in a few words.
  public var note: String

  /// A reason for `part`.
  public init(part: Part, span: TextSpan?, note: String) {
    self.part = part
    self.span = span
    self.note = note
  }
}
