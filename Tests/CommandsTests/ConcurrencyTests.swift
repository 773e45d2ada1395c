import Foundation
import Testing

/// Several who use one database at once.
struct ConcurrencyTests {
  /// Whether a run ended well, or said in one line that somebody else is writing.
  func endedWellOrBusy(_ result: Tool.Result) -> Bool {
    result.code == 0 || result.code == 4 && result.errors.contains("busy")
  }

  @Test func twoReadingsAtOnceGiveWhatOneGives() throws {
    let (posts, tables) = try SeedPosts.many()
    let tool = try Tool()
    let halves = [posts.prefix(40), posts.suffix(40)].map { $0.joined(separator: "\n") }
    let running = try halves.map { try tool.start(["ingest", "--batch", "4"], input: $0) }
    for (half, result) in zip(halves, try running.map { try $0.end() }) {
      #expect(endedWellOrBusy(result), "\(result.code): \(result.errors)")
      if result.code != 0 { #expect(try tool.run(["ingest"], input: half).code == 0) }
    }
    try tool.expectTables(tables)
  }

  @Test func questionsAreAnsweredWhileSomebodyReads() throws {
    let (posts, tables) = try SeedPosts.many()
    let tool = try Tool()
    #expect(try tool.run(["ingest"], input: posts[0]).code == 0)
    let writer = try tool.start(["ingest", "--batch", "2"], input: posts.joined(separator: "\n"))
    var counts: [Int] = []
    while writer.process.isRunning {
      let answer = try tool.run(["query", "North Korea", "--format", "csv"])
      #expect(answer.code == 0 && answer.output.hasPrefix("event,"), "\(answer.code): \(answer.errors)")
      counts.append(try #require(try tool.postCount()))
    }
    #expect(try writer.end().code == 0)
    // Each sees whole batches, and never fewer than the one before.
    #expect(counts == counts.sorted() && counts.first ?? 99 < posts.count, "\(counts)")
    try tool.expectTables(tables)
  }

  @Test func aDatabaseInTheMakingIsMissingOrEmpty() throws {
    let tool = try Tool()
    let writer = try tool.start(["ingest", "seeds"])
    while writer.process.isRunning {
      let answer = try tool.run(["authorities"])
      let isMissing = answer.code == 4 && answer.errors.hasSuffix("there is no such database\n")
      #expect(answer.code < 2 || isMissing, "\(answer.code): \(answer.errors)")
    }
    #expect(try writer.end().code == 0)
  }

  /// Another tool stays in a transaction, in which it only reads.
  @Test func whoFindsItOccupiedSaysSoAfterAWhile() throws {
    let tool = try Tool.withSeeds()
    let commands = ["ingest --refresh seeds", "query 'Air Koryo' --format csv --columns target --limit 1"]
    let lines = commands.map { #"".shell sanctions \#($0); echo \$?""# }.joined(separator: " ")
    let clock = ContinuousClock()
    let start = clock.now
    let result = try tool.shell(#"sqlite3 sanctions.db "BEGIN; SELECT count(*) FROM post" \#(lines) COMMIT"#)
    #expect(clock.now - start < .seconds(30))
    #expect(result.output == "4\ntarget\nAir Koryo\n0\n18\n", "\(result.output)")
    #expect(result.errors == "sanctions.db: the database is busy: another process is using it\n")
    #expect(try tool.run(["verify"]).code == 0)
  }
}
