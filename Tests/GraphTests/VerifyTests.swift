import Graph
import SQLite
import Testing

@Suite struct VerifyTests {
  static let changes: [(sql: String, finding: String)] = [
    (
      "UPDATE post SET text = replace(text, 'Harad', 'Umbar') WHERE id = 'p1'",
      "post p1: the title, text, url, date or author"
    ),
    ("UPDATE post SET text = text || '!' WHERE id = 'p2'", "post p2: the length is"),
    (
      "UPDATE claim SET quote_start = quote_start + 1 WHERE post = 'p1'",
      "post p1: quote of claim p1#designation-"
    ),
    ("UPDATE claim_trigger SET start = start + 1", "trigger of claim p1#designation-"),
    ("UPDATE evidence SET text = 'sung'", "evidence of claim p1#designation-"),
    (
      "DELETE FROM entity WHERE id = 'country/rohan'",
      "mention p3 0 5: entity points at 'country/rohan', no such entity"
    ),
    ("DELETE FROM post WHERE id = 'p3'", "post points at 'p3', no such post"),
    ("DELETE FROM event WHERE kind = 'restriction'", "no such event"),
    ("DELETE FROM event_claim WHERE position = 0", "it belongs to no event"),
    ("DELETE FROM claim WHERE kind = 'restriction'", "claim points at 'p3#restriction-"),
    (
      "DELETE FROM participant WHERE role = 'authority'",
      "somebody takes part by a claim but not in the event"
    ),
    (
      "INSERT INTO participant SELECT id, 'authority', 'country/mordor' FROM event WHERE kind = 'designation'",
      "somebody takes part by no claim"
    ),
    ("UPDATE event SET status = 'planned'", "its status is that of none of its claims"),
    ("UPDATE event SET date_to = '2020-01-01' WHERE kind = 'weapons-test'", "does not span"),
    ("UPDATE event SET date = 'soon' WHERE kind = 'weapons-test'", "\"soon\" is no date"),
    ("DELETE FROM role_kind WHERE kind = 'aircraft'", "role_kind: \"target aircraft\" is missing"),
    ("INSERT INTO entity_kind VALUES ('dragon')", "entity_kind: \"dragon\" is not of this version"),
    (
      "UPDATE event SET date = '2016-09-10', date_from = '2016-09-10', date_to = '2016-09-10' WHERE date = '2016-09-09'",
      "it is not what its claims tell"
    ),
  ]

  static let damages: [(sql: String, finding: String)] = [
    (
      """
      INSERT INTO post_text (post_text, rowid, title, text)
      SELECT 'delete', number, title, text FROM post WHERE id = 'p2'
      """, "post p2: post_text is not what its words are"
    ),
    (
      "INSERT INTO post_text (rowid, title, text) SELECT number, '', 'umbar' FROM post WHERE id = 'p3'",
      "post p3: post_text is not what its words are"
    ),
    (
      "INSERT INTO post_text (rowid, title, text) VALUES (77, '', 'umbar')",
      "post_text: it has words of row 77, where no post is"
    ),
    (
      "INSERT INTO post_text (post_text) VALUES ('delete-all')",
      "post p1: post_text is not what its words are"
    ),
    (
      "UPDATE post_text_data SET block = x'0011' WHERE id > 10",
      "post_text: the index for full text is damaged"
    ),
  ]

  @Test(arguments: damages) func anIndexThatIsNotThatOfThePostsIsFound(sql: String, finding: String) throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    let raw = try Connection(scratch.file(), for: .writing)
    try raw.execute(sql)
    let findings = try Graph(readingFrom: scratch.file()).verify()
    #expect(findings.contains { $0.hasPrefix(finding) }, "\(findings)")
    try raw.execute("INSERT INTO post_text (post_text) VALUES ('rebuild')")
    #expect(try Graph(readingFrom: scratch.file()).verify() == [])
  }

  @Test(arguments: changes) func whatSomebodyChangedIsFound(sql: String, finding: String) throws {
    let scratch = try Scratch()
    #expect(try graph(scratch).verify(making: plainMaking) == [])
    let raw = try Connection(scratch.file(), for: .writing)
    try raw.execute("PRAGMA foreign_keys = off")
    try raw.execute(sql)
    let findings = try Graph(readingFrom: scratch.file()).verify(making: plainMaking)
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
  }
}
