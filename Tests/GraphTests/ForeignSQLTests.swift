import Graph
import Testing

@Suite struct ForeignSQLTests {
  @Test func whatReadsIsRun() throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    let graph = try Graph(readingFrom: scratch.file())
    #expect(
      try graph.readOnlySQL("SELECT id, length(title) AS n FROM post WHERE id = 'p1'; -- done")
        == Table(columns: ["id", "n"], rows: [[.text("p1"), .int(8)]]))
    #expect(
      try graph.readOnlySQL("SELECT count(*) FROM post_text WHERE post_text MATCH 'harad'").rows == [
        [.int(3)]
      ])
    #expect(try graph.readOnlySQL("PRAGMA user_version").rows == [[.int(3)]])
    #expect(
      try graph.readOnlySQL("WITH a AS (SELECT 1.5) SELECT x'0aff', * FROM a").rows == [
        [.text("0aff"), .real(1.5)]
      ])
  }

  @Test(arguments: [
    "DELETE FROM post", "ATTACH 'x.db' AS x", "PRAGMA user_version = 9", "PRAGMA journal_mode = wal", "BEGIN",
    "VACUUM INTO 'copy.db'", "CREATE TABLE x (y)", "SELECT 1; SELECT 2", "SELECT 1; garbage", "SELEC 1", "",
    "SELECT load_extension('x')", "SELECT * FROM nothing", "PRAGMA writable_schema = on",
  ])
  func whatIsWrongOrWritesIsRefused(sql: String) throws {
    let scratch = try Scratch()
    for graph in [try graph(scratch), try Graph(readingFrom: scratch.file())] {
      let error = #expect(throws: GraphError.self) { try graph.readOnlySQL(sql) }
      #expect(error?.category == .badStatement)
    }
    #expect(try Graph(readingFrom: scratch.file()).allPosts().count == 3)
  }
}
