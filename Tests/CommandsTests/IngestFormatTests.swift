import Foundation
import Testing

/// What people have, read from the command line.
struct IngestFormatTests {
  static let fixtures = Tool.root.appendingPathComponent("Tests/PostsTests/Fixtures").path

  @Test func aFolderOfPagesFeedsAndNotesIsReadAndKeepsItsAuthors() throws {
    let tool = try Tool()
    let folders = ["html", "feeds", "wxr", "markdown", "mail", "duplicate"].map {
      IngestFormatTests.fixtures + "/" + $0
    }
    let dry = try tool.run(["ingest", "--dry-run", "--format", "csv"] + folders)
    #expect(dry.code == 0, "\(dry.errors)")
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("sanctions.db").path))
    let rows = dry.output.split(separator: "\n").dropFirst()
    #expect(rows.allSatisfy { $0.hasPrefix("new,") })
    let result = try tool.run(["ingest"] + folders)
    #expect(result.code == 0 && result.errors.contains("\(rows.count) posts added"), "\(result.errors)")
    #expect(result.errors.contains("5 items are left out: they are no published posts"))
    let again = try tool.run(["ingest", "--dry-run", "--format", "csv"] + folders).output
    #expect(again.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("unchanged,") })
    let posts = try tool.run([
      "posts", "--text", "Delisting", "--format", "csv", "--columns", "published,title,author",
    ])
    #expect(
      posts.output.contains(
        "2016-12-05,\"How a Delisting Really Works, and Why It Takes So Long\",Miriam Solane"))
    #expect(try tool.run(["verify"]).code == 0)
  }

  @Test func aPageWithoutAnArticleStopsTheReadingUnlessItIsPassedOver() throws {
    let tool = try Tool()
    let pages = ["no-article", "nul"].map { IngestFormatTests.fixtures + "/hostile/\($0).html" }
    let stopped = try tool.run(["ingest"] + pages)
    #expect(stopped.code == 3 && stopped.errors.contains("no-article.html: error: no article is found here"))
    let kept = try tool.run(["ingest", "--keep-going"] + pages)
    #expect(kept.code == 3 && kept.errors.contains("1 posts added") && kept.errors.contains("1 skipped"))
  }

  @Test func aDatabaseOfVersionOneIsRenewedByWhatWritesToIt() throws {
    let tool = try Tool()
    _ = try tool.run(["ingest", Tool.root.appendingPathComponent("seeds").path])
    let before = try tool.run(["query", "--format", "csv"]).output
    try tool.shell(
      #"sqlite3 sanctions.db "ALTER TABLE post DROP COLUMN author; DROP VIEW list_links; DROP TABLE list_link; PRAGMA user_version = 1""#
    )
    let asked = try tool.run(["query"])
    #expect(asked.code == 4)
    #expect(
      asked.errors.contains(
        "the database has version 1; whatever writes to it, such as 'sanctions ingest', renews it"))
    let renewed = try tool.run(["ingest", Tool.root.appendingPathComponent("seeds").path])
    #expect(renewed.code == 0 && renewed.errors.contains("18 unchanged"), "\(renewed.errors)")
    #expect(try tool.run(["query", "--format", "csv"]).output == before)
    #expect(try tool.run(["verify"]).code == 0)
  }
}
