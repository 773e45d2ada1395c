public import Model
import SQLite

/// What was read in a stored post: its mentions, times and claims, in order of place.
public struct StoredReading: Sendable {
  /// A place that names or describes an entity.
  public struct Mention: Sendable {
    /// Where it stands.
    public var span: TextSpan
    /// Who or what is meant.
    public var entity: EntityRow
    /// Whether it describes without naming.
    public var isNominal: Bool
  }

  /// An expression that fixes a date.
  public struct Time: Sendable {
    /// Where it stands.
    public var span: TextSpan
    /// The date, EDTF.
    public var value: String
  }

  /// The mentions.
  public var mentions: [Mention] = []
  /// The times.
  public var times: [Time] = []
  /// The claims.
  public var claims: [ToldClaim] = []
}

/// What one post says about one event, with who takes part.
public struct ToldClaim: Sendable {
  /// Its identifier.
  public var id: String
  /// The event that it tells.
  public var event: String
  /// The post that says so.
  public var post: String
  /// The title of the post.
  public var title: String
  /// The day of the post, EDTF.
  public var published: String?
  /// What happens.
  public var kind: String
  /// Whether it is told as done.
  public var status: String
  /// The date, EDTF.
  public var date: String?
  /// What the date rests on.
  public var basis: String?
  /// Who is cited for it.
  public var source: String?
  /// The rule that found it.
  public var rule: String
  /// Where the sentence stands that tells it.
  public var quoteSpan: TextSpan
  /// The sentence.
  public var quote: String
  /// Where the words stand that name the event.
  public var triggers: [TextSpan] = []
  /// Who takes part, by role.
  public var parties: [(role: String, entity: EntityRow)] = []
  /// Why it says what it says, step by step: the part of the claim, the words and the reason.
  public var evidence: [(part: String, words: String?, note: String)] = []
}

extension Graph {
  /// What was read in a post.
  public func reading(of post: String) throws(GraphError) -> StoredReading {
    try guarded(path) {
      var reading = StoredReading()
      try connection.each(
        """
        SELECT start, "end", nominal, entity.id, kind, name, known FROM mention JOIN entity ON entity.id = entity
        WHERE post = ? ORDER BY start, "end"
        """, with: [.text(post)]
      ) { row in
        let entity = EntityRow(
          id: try row.text(3), kind: EntityKind(rawValue: try row.text(4)) ?? .party, name: try row.text(5),
          isKnown: try row.int(6) == 1, match: .identifier)
        reading.mentions.append(
          StoredReading.Mention(
            span: TextSpan(try row.int(0), try row.int(1)), entity: entity, isNominal: try row.int(2) == 1))
      }
      try connection.each(
        "SELECT start, \"end\", value FROM time_expression WHERE post = ? ORDER BY start", with: [.text(post)]
      ) { row in
        reading.times.append(
          StoredReading.Time(span: TextSpan(try row.int(0), try row.int(1)), value: try row.text(2)))
      }
      reading.claims = try told("claim.post = ? ORDER BY claim.position, claim.id", post)
      return reading
    }
  }

  /// The claims on which an event rests, in order of publication.
  public func claims(of event: String) throws(GraphError) -> [ToldClaim] {
    try guarded(path) { try told("event_claim.event = ? ORDER BY event_claim.position", event) }
  }

  private func told(_ condition: String, _ value: String) throws -> [ToldClaim] {
    var claims: [ToldClaim] = try connection.rows(
      """
      SELECT claim.id, event_claim.event, post.id, post.title, post.published, claim.kind, claim.status, claim.date,
        claim.basis, entity.name, claim.rule, claim.quote_start, claim.quote_end, claim.quote
      FROM claim JOIN event_claim ON event_claim.claim = claim.id JOIN post ON post.id = claim.post
      LEFT JOIN entity ON entity.id = claim.source WHERE \(condition)
      """, value
    ) { row in
      ToldClaim(
        id: try row.text(0), event: try row.text(1), post: try row.text(2), title: try row.text(3),
        published: try row.optionalText(4), kind: try row.text(5), status: try row.text(6),
        date: try row.optionalText(7), basis: try row.optionalText(8), source: try row.optionalText(9),
        rule: try row.text(10), quoteSpan: TextSpan(try row.int(11), try row.int(12)), quote: try row.text(13)
      )
    }
    for index in claims.indices {
      let id = claims[index].id
      claims[index].triggers = try connection.rows(
        "SELECT start, \"end\" FROM claim_trigger WHERE claim = ? ORDER BY start", id
      ) { row in TextSpan(try row.int(0), try row.int(1)) }
      claims[index].parties = try FoundEvent.parties(of: id, in: connection, isClaim: true).map { party in
        let kind = EntityKind(rawValue: party.kind) ?? .party
        return (
          party.role, EntityRow(id: party.id, kind: kind, name: party.name, isKnown: true, match: .identifier)
        )
      }
      claims[index].evidence = try connection.rows(
        "SELECT part, text, note FROM evidence WHERE claim = ? ORDER BY position", id
      ) { row in (try row.text(0), try row.optionalText(1), try row.text(2)) }
    }
    return claims
  }
}

extension Graph {
  /// All posts without their texts, in order of publication and identifier.
  public func postHeads() throws(GraphError) -> [Post] {
    try guarded(path) {
      try connection.rows(
        "SELECT id, title, '', source, url, published, author FROM post ORDER BY published_from IS NULL, published_from, id"
      ) { try Post($0) }
    }
  }

  /// Every name of every entity, in order of both.
  public func namesOfAll() throws(GraphError) -> [(entity: String, name: String)] {
    try guarded(path) {
      try connection.rows(
        "SELECT entity, alias FROM alias WHERE source <> 'former id' AND alias <> entity GROUP BY 1, 2 ORDER BY 1, 2"
      ) { row in (try row.text(0), try row.text(1)) }
    }
  }
}
