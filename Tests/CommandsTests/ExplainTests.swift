import Foundation
import Testing

/// `explain` takes files, and ids of what is stored.
struct ExplainTests {
  static let id = "2016-11-29-the-u-n-s-new-north-korea-resolution-wasnt-worth-the-wait"

  @Test func aStoredPostIsExplainedAsTheFileIs() throws {
    let tool = try Tool.withSeeds()
    let stored = try tool.run(["explain", ExplainTests.id])
    #expect(stored.code == 0 && stored.errors.isEmpty)
    #expect(stored.output.hasPrefix(ExplainTests.id + ": The U.N."))
    #expect(stored.output == (try tool.run(["explain", "seeds", "--post", ExplainTests.id]).output))
  }

  @Test func idsAndFilesStandSideBySide() throws {
    let tool = try Tool.withSeeds()
    let post = #"{"id":"a","text":"OFAC designated Arnor Trust Bank."}"#
    try Data(post.utf8).write(to: tool.file("a.jsonl"))
    let both = try tool.run(["explain", "a.jsonl", ExplainTests.id]).output
    #expect(both.hasPrefix("a: \n") && both.contains("\n\(ExplainTests.id): "))
    // A file goes before a post of the same name.
    #expect(
      try tool.run(["ingest"], input: post.replacingOccurrences(of: "\"a\"", with: "\"a.jsonl\"")).code == 0)
    #expect(try tool.run(["explain", "a.jsonl"]).output.hasPrefix("a: "))
  }

  @Test(arguments: ["wasnt-worth-the-wait", String(id.dropLast(2))])
  func anUnknownIdGetsTheNearest(typed: String) throws {
    let tool = try Tool.withSeeds()
    for words in [["explain", typed], ["query", "--post", typed], ["remove", typed]] {
      let result = try tool.run(words)
      #expect(result.code == 1 && result.output.isEmpty, "\(words)")
      #expect(result.errors.hasPrefix("sanctions: there is no post '\(typed)'"), "\(result.errors)")
      #expect(result.errors.hasSuffix("\nDid you mean '\(ExplainTests.id)'?\n"), "\(result.errors)")
    }
    #expect(try tool.postCount() == 18)
  }

  @Test func withoutADatabaseANameIsThatOfAFile() throws {
    let tool = try Tool()
    #expect(try tool.run(["explain", "p01"]).errors == "p01: error: no such file or folder\n")
    let result = try tool.run(["explain", "p01", "--db", "none.db"])
    #expect(result.code == 4 && result.errors == "none.db: there is no such database\n")
    #expect(try tool.run(["explain", "seeds", "--post", "p01"]).code == 1)
  }
}
