import Foundation
import Testing

/// A reading that is killed leaves a sound database, which the next one completes.
struct InterruptionTests {
  /// How far the log beside the database has grown when the blow falls, in bytes; nil for as soon as there is a file.
  static let moments: [Int?] = [nil, 0, 200_000, 700_000]

  @Test(arguments: moments) func aKilledReadingIsCompletedByTheNext(moment: Int?) throws {
    let (posts, tables) = try SeedPosts.many()
    let tool = try Tool()
    let input = posts.joined(separator: "\n")
    let running = try tool.start(["ingest", "--batch", "3"], input: input)
    tool.wait(for: running, untilLogHolds: moment)
    running.kill()
    #expect(try running.end().code == 128 + SIGKILL, "it was too quick for the blow")
    // Nobody may tidy up before the check, so it is the first to open the database.
    #expect(try tool.run(["verify"]).code == 0)
    let left = try #require(try tool.postCount())
    #expect(left < posts.count && left % 3 == 0, "\(left) posts are left: half a batch")
    let again = try tool.run(["ingest", "--batch", "3"], input: input)
    #expect(again.errors.contains("\(posts.count - left) posts added"), "\(again.errors)")
    try tool.expectTables(tables, "after \(left) posts")
    #expect(!FileManager.default.fileExists(atPath: tool.file("sanctions.db-wal").path))
  }

  @Test func aReadingThatIsStoppedSaysHowToGoOn() throws {
    let (posts, tables) = try SeedPosts.many()
    let tool = try Tool()
    let input = posts.joined(separator: "\n")
    let running = try tool.start(["ingest", "--batch", "3"], input: input)
    tool.wait(for: running, untilLogHolds: 0)
    kill(running.process.processIdentifier, SIGINT)
    let result = try running.end()
    #expect(result.code == 128 + SIGINT, "it was too quick to be stopped")
    #expect(result.errors.contains("posts added"))
    let last = result.errors.split(separator: "\n").last
    #expect(last == "sanctions: stopped; the same command goes on, what is stored is left alone")
    #expect(try tool.run(["verify"]).code == 0)
    #expect(try tool.run(["ingest"], input: input).code == 0)
    try tool.expectTables(tables)
  }

  @Test func blowAfterBlowComesToAnEnd() throws {
    let (posts, tables) = try SeedPosts.many()
    let input = posts.joined(separator: "\n")
    let tool = try Tool()
    var noise = Noise(state: 20_161_204)
    for _ in 0..<3 {
      let running = try tool.start(["ingest", "--batch", "2"], input: input)
      tool.wait(for: running, untilLogHolds: nil)
      usleep(UInt32.random(in: 200_000...600_000, using: &noise))
      running.kill()
      try running.end()
      #expect(try tool.run(["verify"]).code == 0)
    }
    #expect(try tool.run(["ingest"], input: input).code == 0)
    try tool.expectTables(tables)
  }

  @Test func aKilledRemovalTakesAllOrNothing() throws {
    let (posts, _) = try SeedPosts.many()
    let tool = try Tool()
    #expect(try tool.run(["ingest"], input: posts.joined(separator: "\n")).code == 0)
    let ids = SeedPosts.split(try tool.run(["sql", "SELECT id FROM post", "--format", "tsv"]).output)
    let running = try tool.start(["remove"] + ids.dropFirst())
    tool.wait(for: running, untilLogHolds: 0)
    running.kill()
    try running.end()
    #expect(try tool.run(["verify"]).code == 0)
    #expect([0, posts.count].contains(try tool.postCount()))
  }
}

extension Tool {
  /// Waits until the database is there and its log holds some bytes, or the run is over.
  func wait(for running: Running, untilLogHolds bytes: Int?) {
    let name = file(bytes == nil ? "sanctions.db" : "sanctions.db-wal").path
    while running.process.isRunning {
      var status = stat()
      if stat(name, &status) == 0, Int(status.st_size) >= bytes ?? 0 { return }
      usleep(200)
    }
  }
}
