import Foundation
import Testing

/// Each with one clear line, the documented exit code, and nothing of its batch stored.
struct BadInputTests {
  static let good =
    #"{"id":"a","title":"t","text":"OFAC designated Arnor Trust Bank.","published":"2016-12-04"}"#

  @Test(arguments: [
    (["ingest", "nowhere"], Int32(4), "nowhere"), (["query", "--db", "nowhere.db"], 4, "nowhere.db"),
    (["query", "--event", "party"], 2, "designation"), (["query", "--from", "2016-02-30"], 2, "2016-02-30"),
    (["frobnicate"], 2, "frobnicate"), (["query", "--columns", "colour"], 2, "colour"),
    (["export"], 2, "folder"), (["ingest", "empty"], 3, "empty"),
  ])
  func wrongCallsGetOneClearLine(words: [String], code: Int32, part: String) throws {
    let tool = try Tool()
    try FileManager.default.createDirectory(
      at: tool.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let result = try tool.run(words)
    #expect(result.code == code, "\(words): \(result.errors)")
    #expect(result.errors.contains(part))
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("nowhere.db").path))
  }

  @Test(arguments: [
    (#"{"id":"b","title":"t","te"#, ":2"), (#"{"id":"b","title":"t"}"#, "text"),
    (#"{"id":"b","title":"t","text":"x","published":"2016-02-30"}"#, "2016-02-30"),
    (#"{"id":"a","title":"t","text":"another"}"#, "a"),
  ])
  func aBadLineStoresNothingOfItsBatch(line: String, part: String) throws {
    let tool = try Tool()
    let result = try tool.run(["ingest"], input: BadInputTests.good + "\n" + line + "\n")
    #expect(result.code == 3)
    #expect(result.errors.contains(part), "\(result.errors)")
    #expect(result.errors.contains("0 posts are stored"))
    let kept = try tool.run(["ingest", "--keep-going"], input: line + "\n" + BadInputTests.good + "\n")
    #expect(kept.code == 3)
  }

  @Test func textFromPostsReachesNoTerminalAndNoFormula() throws {
    let tool = try Tool()
    let text = "=HYPERLINK(\\\"x\\\") \\u001b[31m OFAC designated Arnor Trust Bank, \\u202e it \\u0000 said."
    let post = "{\"id\":\"=1+1\",\"title\":\"=cmd\",\"text\":\"\(text)\",\"published\":\"2016-12-04\"}"
    #expect(try tool.run(["ingest"], input: post).code == 0)
    for format in ["table", "csv", "tsv", "markdown", "json"] {
      let output = try tool.run(["query", "Arnor Trust Bank", "--format", format]).output
      #expect(!output.isEmpty)
      #expect(!output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0 })
    }
    let csv = try tool.run(["query", "Arnor Trust Bank", "--format", "csv", "--columns", "post"]).output
    #expect(csv == "post\n'=1+1\n")
    for name in ["\" OR *", "'; DROP TABLE post; --"] {
      #expect(try tool.run(["query", name]).code == 1)
      #expect(try tool.run(["posts", "--text", name]).code == 1)
    }
    #expect(try tool.run(["verify"]).code == 0)
  }
}
