import Foundation
import Testing

/// What Datasette is told about the tables.
struct DatasetteTests {
  let tool: Tool
  let database: [String: Any]

  init() throws {
    tool = try Tool.withSeeds()
    let data = Data(try tool.run(["export", "--format", "datasette"]).output.utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let databases = try #require(document["databases"] as? [String: Any])
    database = try #require(databases["sanctions"] as? [String: Any])
  }

  @Test func everyTableAndColumnIsDescribed() throws {
    let tables = try #require(database["tables"] as? [String: [String: Any]])
    let sql = """
      SELECT m.type || '|' || m.name || '|' || p.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS p
      WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'post_text%'
      """
    let lines = try tool.run(executable: "/usr/bin/sqlite3", ["sanctions.db", sql], input: Data()).output
    var count = 0
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      let table = try #require(tables[parts[1]], "\(parts[1]) is not described")
      #expect((table["description"] as? String)?.isEmpty == false, "\(parts[1])")
      // A view of all columns of another has theirs.
      guard let columns = table["columns"] as? [String: String], !columns.isEmpty else { continue }
      count += 1
      #expect(columns[parts[2]]?.isEmpty == false, "\(parts[1]).\(parts[2]) is not described")
    }
    #expect(count > 150)
  }

  @Test func everyQuestionIsAStatementThatRuns() throws {
    let queries = try #require(database["queries"] as? [String: [String: String]])
    #expect(queries.count == 5)
    for (name, query) in queries {
      let sql = try #require(query["sql"])
      let values =
        ".parameter set :name 'Air Koryo'\n.parameter set :authority Korea\n.parameter set :words coal\n"
      let result = try tool.run(
        executable: "/usr/bin/sqlite3", ["sanctions.db"], input: Data((values + sql + ";\n").utf8))
      #expect(result.code == 0 && result.errors.isEmpty, "\(name): \(result.errors)")
      #expect(result.output.isEmpty == (name == "on_lists"), "\(name)")
    }
  }
}
