import Foundation
import Testing

/// Disks without room, files that may not grow, folders that are read-only, readers that go away.
struct FullDiskTests {
  @Test(arguments: [
    "query", "entity 'Air Koryo'", "posts", "timeline", "entities", "sql 'SELECT * FROM mention'",
    "export --table mention", "verify", "explain seeds", "extract seeds", "help", "completions bash",
  ])
  func outputThatFindsNoRoomIsTold(words: String) throws {
    let result = try Tool.withSeeds().shell("sanctions \(words) >/dev/full")
    #expect(result.code == 4)
    #expect(result.errors == "sanctions: cannot write standard output: No space left on device\n")
  }

  @Test func anExportThatFindsNoRoomIsTold() throws {
    let tool = try Tool.withSeeds()
    try FileManager.default.createDirectory(at: tool.file("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: tool.file("out/mention.csv").path, withDestinationPath: "/dev/full")
    let result = try tool.run(["export", "out", "--force"])
    #expect(result.code == 4)
    #expect(result.errors == "sanctions: cannot write out/mention.csv: No space left on device\n")
  }

  @Test func aFileThatMayNotGrowKeepsWhatItHas() throws {
    let tool = try Tool()
    // In blocks of 512 bytes or of 1024, as the shell has it.
    let small = try tool.shell("ulimit -f 40; sanctions ingest seeds")
    #expect(small.code == 4 && small.errors.contains("sanctions.db: reading or writing failed"))
    #expect(try tool.run(["verify"]).code == 0)
    let larger = try tool.shell("ulimit -f 1800; sanctions ingest --batch 1 seeds")
    #expect(larger.code == 4, "\(larger.errors)")
    let left = try #require(try tool.postCount())
    #expect(left > 0 && larger.errors.contains("\(left) post"), "\(left): \(larger.errors)")
    #expect(try tool.run(["verify"]).code == 0)
    #expect(try tool.run(["ingest", "seeds"]).errors.hasPrefix("\(18 - left) posts added"))
    try tool.expectTables(try Tool.withSeeds().exported())
  }

  @Test(arguments: [
    "sql 'SELECT * FROM alias' --format csv", "export --table mention",
    "extract seeds seeds/one-free-korea-2016.txt",
  ])
  func aReaderWhoGoesAwayIsNoTrouble(words: String) throws {
    // The shell has no status of the first of two, so it is written down.
    let result = try Tool.withSeeds().shell("{ sanctions \(words); echo $? >code; } | head -1; cat code")
    #expect(result.errors.isEmpty && SeedPosts.split(result.output).count == 2)
    #expect(result.output.hasSuffix("\n0\n"), "\(result.output.suffix(20))")
  }

  @Test func closedOutputIsTold() throws {
    let result = try Tool.withSeeds().shell("sanctions query >&-")
    #expect(result.code == 4 && SeedPosts.split(result.errors).count == 1)
  }
}
