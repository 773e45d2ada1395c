import Foundation
import Testing

/// What an analyst asks of the seeds, and what scripts rely on.
struct AcceptanceTests {
  func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test func airKoryoIsDesignatedByTwoAndSparedByOne() throws {
    let tool = try Tool.withSeeds()
    let columns = ["--format", "csv", "--columns", "event,status,date,authority"]
    let rows = lines(try tool.run(["query", "Air Koryo"] + columns).output)
    #expect(
      rows.contains("designation,actual,2016-12-02,Office of Foreign Assets Control; Treasury Department"))
    #expect(rows.contains { $0.hasPrefix("designation,actual,") && $0.hasSuffix(",South Korea") })
    #expect(rows.contains { $0.hasPrefix("designation,negated,") && $0.hasSuffix(",United Nations") })
    for name in ["air koryo", "AIR KORYO"] {
      #expect(lines(try tool.run(["query", name] + columns).output) == rows)
    }
  }

  @Test func anUnknownNameGetsTheNearest() throws {
    let result = try Tool.withSeeds().run(["query", "Air Korio"])
    #expect(result.code == 1 && result.output.isEmpty)
    #expect(result.errors.contains("Did you mean 'Air Koryo'"))
  }

  @Test func anAuthorityIsFoundByEveryName() throws {
    let tool = try Tool.withSeeds()
    let rest = ["--event", "designation", "--format", "csv", "--columns", "target"]
    let seoul = try tool.run(["query", "--authority", "Seoul"] + rest).output
    #expect(
      lines(seoul).dropFirst().sorted() == [
        "Air Koryo", "Choe Ryong-hae", "Dandong Hongxiang Industrial Development", "Hwang Pyong-so",
      ])
    for name in ["South Korea", "ROK"] {
      #expect(try tool.run(["query", "--authority", name] + rest).output == seoul)
    }
  }

  @Test func datesComeFromKnowledgeWhereThePostGivesNone() throws {
    let tool = try Tool.withSeeds()
    let adopted = try tool.run([
      "query", "--event", "adoption", "--from", "2016-11-01", "--to", "2016-12-31", "--format", "csv",
      "--columns",
      "instrument,date,basis",
    ]).output
    #expect(adopted.contains("UNSCR 2321,2016-11-30,knowledge"))
    #expect(try tool.run(["query", "--on", "2016-09-09", "--format", "csv"]).output.contains("weapons-test"))
  }

  @Test func postsThatSpeakOfAnEntityWithoutNamingItAreFound() throws {
    let tool = try Tool.withSeeds()
    let rest = ["--format", "csv", "--columns", "title"]
    #expect(lines(try tool.run(["posts", "UNSCR 2321"] + rest).output).count == 5)
    #expect(lines(try tool.run(["posts", "Air Koryo", "UNSCR 2321"] + rest).output).count == 3)
  }

  @Test func anInstrumentIncludesItsSections() throws {
    let tool = try Tool.withSeeds()
    #expect(try tool.run(["query", "--instrument", "Patriot Act"]).output.contains("section 311"))
    #expect(try tool.run(["query", "--instrument", "Patriot Act", "--exact"]).code == 1)
  }

  @Test func ingestingTwiceOrInAnotherOrderChangesNothing() throws {
    let posts = try Tool.withSeeds().run([
      "sql",
      "SELECT json_object('id', id, 'title', title, 'text', text, 'url', url, 'published', published) AS post FROM post ORDER BY id",
      "--format", "tsv", "--raw",
    ])
    let rows = lines(posts.output).dropFirst().map { $0.replacingOccurrences(of: "\\\\", with: "\\") }
    var exports: [[String: Data]] = []
    for order in [Array(rows), rows.reversed()] {
      let tool = try Tool()
      let input = order.joined(separator: "\n")
      #expect(try tool.run(["ingest", "--batch", "4"], input: input).code == 0)
      #expect(try tool.run(["ingest"], input: input).errors.contains("0 posts added"))
      #expect(try tool.run(["export", "out"]).code == 0)
      let out = tool.folder.appendingPathComponent("out")
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: out.path) {
        files[name] = try Data(contentsOf: out.appendingPathComponent(name))
      }
      exports.append(files)
    }
    #expect(exports[0].count > 10)
    for (name, data) in exports[0] { #expect(exports[1][name] == data, "\(name) depends on the order") }
  }

  @Test func plainSQLiteRefusesWhatTheTypesForbid() throws {
    let tool = try Tool.withSeeds()
    func refuses(_ statement: String) throws -> Bool {
      let file = tool.folder.appendingPathComponent("sanctions.db").path
      return try tool.run(executable: "/usr/bin/sqlite3", [file, statement], input: Data()).code != 0
    }
    #expect(
      try refuses(
        "INSERT INTO participant SELECT id, 'instrument', 'airline/air-koryo' FROM event WHERE kind = 'adoption' LIMIT 1"
      ))
    #expect(
      try refuses(
        "INSERT INTO participant SELECT id, 'actor', 'country/north-korea' FROM event WHERE kind = 'adoption' LIMIT 1"
      ))
  }

  @Test(arguments: [
    ("UPDATE post SET text = text || '!'", "post"), ("UPDATE claim SET quote = quote || '!'", "claim"),
  ])
  func verifyNamesWhatWasTamperedWith(statement: String, word: String) throws {
    let tool = try Tool.withSeeds()
    let file = tool.folder.appendingPathComponent("sanctions.db").path
    let triggers = try tool.run(
      executable: "/usr/bin/sqlite3",
      [file, "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type = 'trigger'"],
      input: Data())
    _ = try tool.run(executable: "/usr/bin/sqlite3", [file, triggers.output + statement], input: Data())
    let result = try tool.run(["verify"])
    #expect(result.code == 3)
    #expect(result.output.contains(word))
  }
}
