import Graph
import SQLite
import Testing

/// What any tool with default settings is refused.
@Suite struct SchemaTests {
  static let refused: [(sql: String, message: String)] = [
    (
      "INSERT INTO participant SELECT id, 'instrument', 'airline/harad-air-lines-co' FROM event WHERE kind = 'adoption'",
      "participant.entity: an entity of this kind cannot play this role"
    ),
    (
      "INSERT INTO participant SELECT id, 'target', 'country/rohan' FROM event WHERE kind = 'adoption'",
      "participant.role: this kind of event has no such role"
    ),
    ("UPDATE participant SET role = 'instrument'", "cannot play this role"),
    ("UPDATE participant SET entity = 'airline/nobody'", "participant.entity: no such entity"),
    (
      "UPDATE claim_participant SET role = 'actor' WHERE role = 'target'",
      "this kind of event has no such role"
    ),
    ("UPDATE claim_participant SET role = 'chorus'", "claim_participant.role: no such role"),
    ("UPDATE event SET kind = 'adoption' WHERE kind = 'designation'", "its participants have roles"),
    ("UPDATE claim SET kind = 'violation' WHERE kind = 'designation'", "its participants have roles"),
    ("UPDATE event SET kind = 'coronation'", "event.kind: no such event kind"),
    ("UPDATE event SET status = 'sung'", "event.status: no such status"),
    ("UPDATE event SET basis = 'rumour'", "event.basis: no such basis"),
    ("UPDATE event SET date = NULL WHERE date IS NOT NULL", "CHECK constraint failed"),
    ("UPDATE claim SET status = 'sung'", "claim.status: no such status"),
    ("UPDATE claim SET post = 'p99'", "claim.post: no such post"),
    ("UPDATE claim SET source = 'person/nobody'", "claim.source: no such entity"),
    ("UPDATE claim SET quote_end = 9999", "the span lies outside the document"),
    ("UPDATE claim_trigger SET \"end\" = 9999", "the span lies outside the document"),
    ("UPDATE entity SET kind = 'dragon'", "entity.kind: no such entity kind"),
    ("UPDATE entity SET kind = 'law' WHERE kind = 'airline'", "it plays a role in an event"),
    ("UPDATE mention SET entity = 'person/nobody'", "mention.entity: no such entity"),
    ("UPDATE mention SET post = 'p99'", "mention.post: no such post"),
    ("UPDATE mention SET \"end\" = 9999", "the span lies outside the document"),
    ("UPDATE mention SET start = start + 1", "the document of its post has other words there"),
    ("UPDATE mention SET text = 'Umbar Air'", "the document of its post has other words there"),
    ("UPDATE alias SET source = 'gossip'", "alias.source: no such alias source"),
    ("UPDATE relation SET kind = 'cousin'", "relation.kind: no such relation kind"),
    ("UPDATE event_claim SET event = 'nothing'", "event_claim.event: no such event"),
    ("INSERT INTO list_entry VALUES ('x/1', 'x', 'Name', 'dragon', NULL, 'x/1')", "no such entity kind"),
    ("INSERT INTO list_change VALUES ('x/1', 'x/2016', 'added', '', NULL, NULL)", "no such list entry"),
    ("INSERT INTO list_state VALUES ('x/2016', 'x/1', 1)", "no such snapshot"),
    ("INSERT INTO snapshot_file VALUES ('x/2016', '', 'x', 'x')", "no such snapshot"),
    ("INSERT INTO list_link VALUES ('x/1', 0, 'owner', 'Name', NULL)", "list_link.entry: no such list entry"),
    ("INSERT INTO list_name VALUES (1, 'x/1', 'Name', 'aka', 'name', 1)", "no such list entry"),
    (
      "INSERT INTO list_event VALUES ('x/1', 'designation', 'x/2016', '2016', NULL, '2016-12-31', 'list', NULL)",
      "no such list entry"
    ),
    (
      "INSERT INTO event VALUES (1, 'adoption', 'actual', 'soon', NULL, NULL, NULL)",
      "CHECK constraint failed"
    ),
    ("INSERT INTO claim_key VALUES ('nothing', 'key')", "claim_key.claim: no such claim"),
    (
      "INSERT INTO evidence VALUES ('nothing', 0, 'date', NULL, NULL, NULL, '')",
      "evidence.claim: no such claim"
    ),
    (
      "INSERT INTO time_expression VALUES ('p1', 3, 999, '2016', NULL, NULL, '', '')", "the span lies outside"
    ),
    (
      "INSERT INTO spelling VALUES ('p9', 'airline/harad-air-lines-co', 'x', 0)",
      "spelling.post: no such post"
    ),
  ]

  @Test(arguments: refused) func isRefused(sql: String, message: String) throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    let raw = try Connection(scratch.file(), for: .writing)
    try raw.execute("PRAGMA foreign_keys = off")
    try raw.execute("INSERT INTO event VALUES ('adoption/x', 'adoption', 'actual', NULL, NULL, NULL, NULL)")
    let error = #expect(throws: SQLiteError.self) { try raw.execute(sql) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func theViewsReadAsSentences() throws {
    let scratch = try Scratch()
    let graph = try graph(scratch)
    let views = [
      "designations": 4, "delistings": 0, "restrictions": 1, "reliefs": 0, "adoptions": 0, "enforcements": 0,
      "violations": 0, "weapons_tests": 1, "claims": 5,
    ]
    for (view, count) in views {
      let rows = try graph.readOnlySQL("SELECT * FROM \(view)").rows
      #expect(rows.count == (view == "designations" ? 3 : count), "\(view)")
    }
  }
}
