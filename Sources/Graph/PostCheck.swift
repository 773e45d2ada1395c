import Model
import SQLite

/// Compares posts with their digests, and the words of what was read in them with their texts, a post at a time.
struct PostCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func findings() throws -> [String] {
    var findings: [String] = []
    let sql = "SELECT \(Post.columns), sha256, length, readable FROM post ORDER BY id"
    try connection.each(sql) { row in
      let post = try Post(row)
      let id = post.id
      if Graph.digest(of: post) != (try row.text(7)) {
        findings.append(
          "post \(id): the title, text, url, date or author is not what was read; its digest differs")
      }
      let document = post.document
      var reader = SpanReader(document)
      if reader.length != (try row.int(8)) {
        findings.append("post \(id): the length is \(reader.length) code points, not \(try row.int(8))")
      }
      let readable = document.utf8.contains(0) ? PostWriter.readable(document) : nil
      if try row.optionalText(9) != readable { findings.append("post \(id): readable is not the document") }
      findings += try spans(of: id, &reader)
    }
    return findings
  }

  /// What stands elsewhere than it says.
  private func spans(of post: String, _ document: inout SpanReader) throws -> [String] {
    let sql = """
      SELECT 'mention', entity, start, "end", text FROM mention WHERE post = ?1
      UNION ALL SELECT 'time', value, start, "end", text FROM time_expression WHERE post = ?1
      UNION ALL SELECT 'quote of claim', id, quote_start, quote_end, quote FROM claim WHERE post = ?1
      UNION ALL SELECT 'trigger of claim', id, start, "end", text
        FROM claim JOIN claim_trigger ON claim_trigger.claim = claim.id WHERE post = ?1
      UNION ALL SELECT 'evidence of claim', id, start, "end", text
        FROM claim JOIN evidence ON evidence.claim = claim.id WHERE post = ?1 AND start IS NOT NULL
      ORDER BY 3, 4, 1, 2
      """
    var findings: [String] = []
    try connection.each(sql, with: [.text(post)]) { row in
      let span = TextSpan(try row.int(2), try row.int(3))
      let words = document.words(span)
      guard words != (try row.text(4)) else { return }
      let there = words.map { "the post has \"\(Snippet.oneLine(String($0.prefix(60))))\" there" }
      findings.append(
        """
        post \(post): \(try row.text(0)) \(try row.text(1)) at \(span.start)-\(span.end) reads \
        "\(Snippet.oneLine(String(try row.text(4).prefix(60))))", \(there ?? "which is outside the post")
        """)
    }
    return findings
  }
}
