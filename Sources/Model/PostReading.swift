/// What was read in one post: who and what it names, the times it tells and the events it claims.
///
/// Participants, mentions and sources name entities by their index in `entities`.
public struct PostReading: Hashable, Sendable {
  /// The post that was read.
  public var postID: String
  /// The entities of the post, in order of their first mention.
  public var entities: [ReadEntity]
  /// The names and descriptions of entities, in text order, never overlapping.
  public var mentions: [Mention]
  /// The calendar expressions, in text order.
  public var times: [TimeExpression]
  /// The claims about events, in order of their first trigger.
  public var claims: [Claim]

  /// What was read in the post `postID`; empty unless filled.
  public init(
    postID: String, entities: [ReadEntity] = [], mentions: [Mention] = [], times: [TimeExpression] = [],
    claims: [Claim] = []
  ) {
    self.postID = postID
    self.entities = entities
    self.mentions = mentions
    self.times = times
    self.claims = claims
  }
}

/// An entity as one post shows it.
public struct ReadEntity: Hashable, Sendable {
  /// A readable identifier, `airline/air-koryo`.
  public var id: String
  /// What it is.
  public var kind: EntityKind
  /// The name in `data/` where it is known, else the fullest form in the post.
  public var name: String
  /// What is the same for every spelling of the name.
  ///
  /// Entities of one kind and key are one across posts. Empty where
  /// the post was read without explanation, for the stream alone.
  public var key: String
  /// Whether `data/` knows it.
  public var isKnown: Bool

  /// An entity with these fields.
  public init(id: String, kind: EntityKind, name: String, key: String, isKnown: Bool) {
    self.id = id
    self.kind = kind
    self.name = name
    self.key = key
    self.isKnown = isKnown
  }
}

/// A place in a post that names an entity or describes one.
public struct Mention: Hashable, Sendable {
  /// Where it stands.
  public var span: TextSpan
  /// The entity, by index.
  public var entity: Int
  /// Whether it describes without naming ("that resolution").
  public var isNominal: Bool
  /// The rule that found it and the one that told who is meant.
  public var rule: String

  /// A mention with these fields.
  public init(span: TextSpan, entity: Int, isNominal: Bool, rule: String) {
    self.span = span
    self.entity = entity
    self.isNominal = isNominal
    self.rule = rule
  }
}

/// A calendar expression and what it means.
public struct TimeExpression: Hashable, Sendable {
  /// Where it stands.
  public var span: TextSpan
  /// The days it fixes.
  public var value: EDTF
  /// The rule that found it, and what filled in the parts that it leaves open.
  public var rule: String

  /// A time with these fields.
  public init(span: TextSpan, value: EDTF, rule: String) {
    self.span = span
    self.value = value
    self.rule = rule
  }
}
