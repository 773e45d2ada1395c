import Model
import SQLite

/// Writes a post and what was read in it.
enum PostWriter {
  /// Inserts the post itself.
  static func insert(_ item: ReadPost, into connection: Connection) throws {
    let post = item.post
    let document = post.document
    let hasNul = document.utf8.contains(0)
    try connection.run(
      """
      INSERT INTO post (
        id, title, text, source, url, published, published_from, published_to, sha256, reader, length, readable,
        author
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      post.id, post.title, post.text, post.source, post.url, post.published?.text,
      post.published?.first?.text, post.published?.last?.text, Graph.digest(of: post), item.reader,
      document.unicodeScalars.count, hasNul ? readable(document) : nil, post.author)
  }

  /// The document with a visible sign for NUL.
  static func readable(_ document: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in document.unicodeScalars { result.append(scalar == "\0" ? "\u{2400}" : scalar) }
    return String(result)
  }

  /// Inserts mentions, times and claims with the graph's identifiers of the entities; returns the claims.
  static func insertReading(
    _ item: ReadPost, entities: [String], into connection: Connection
  ) throws -> [StoredClaim] {
    let (post, reading) = (item.post, item.reading)
    var document = SpanReader(post.document)
    for mention in reading.mentions {
      try connection.run(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)", post.id, mention.span.start, mention.span.end,
        try entity(mention.entity, entities, post), mention.isNominal,
        try words(mention.span, &document, post), mention.rule)
    }
    for time in reading.times {
      try connection.run(
        "INSERT INTO time_expression VALUES (?, ?, ?, ?, ?, ?, ?, ?)", post.id, time.span.start,
        time.span.end,
        time.value.text, time.value.first?.text, time.value.last?.text, try words(time.span, &document, post),
        time.rule)
    }
    let claims = reading.storedClaims(published: post.published, entityIDs: entities)
    for (claim, stored) in zip(reading.claims, claims) {
      let source = try claim.source.map { try entity($0, entities, post) }
      try connection.run(
        "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", stored.id, post.id,
        stored.kind.rawValue, stored.status.rawValue, stored.date?.text, stored.date?.first?.text,
        stored.date?.last?.text, stored.basis?.rawValue, source, stored.order, claim.quote.start,
        claim.quote.end, try words(claim.quote, &document, post), claim.rule)
      try insertParts(of: claim, stored, &document, post, into: connection)
    }
    return claims
  }

  private static func insertParts(
    of claim: Claim, _ stored: StoredClaim, _ document: inout SpanReader, _ post: Post,
    into connection: Connection
  ) throws {
    for (position, participant) in stored.participants.enumerated() {
      // Two names of the post may turn out to be one entity, which takes part once.
      try connection.run(
        "INSERT INTO claim_participant VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", stored.id,
        participant.role.rawValue, participant.entity, position)
    }
    for trigger in Set(claim.triggers).sorted() {
      try connection.run(
        "INSERT INTO claim_trigger VALUES (?, ?, ?, ?)", stored.id, trigger.start, trigger.end,
        try words(trigger, &document, post))
    }
    for (position, evidence) in claim.evidence.enumerated() {
      try connection.run(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)", stored.id, position, evidence.part.rawValue,
        evidence.span?.start, evidence.span?.end, try evidence.span.map { try words($0, &document, post) },
        evidence.note)
    }
  }

  private static func entity(_ index: Int, _ entities: [String], _ post: Post) throws -> String {
    guard entities.indices.contains(index) else {
      throw GraphError(.badData, "\(post.id): the reading speaks of entity \(index), which it does not have")
    }
    return entities[index]
  }

  private static func words(_ span: TextSpan, _ document: inout SpanReader, _ post: Post) throws -> String {
    guard let words = document.words(span) else {
      throw GraphError(.badData, "\(post.id): the span \(span.start)-\(span.end) lies outside the document")
    }
    return words
  }
}
