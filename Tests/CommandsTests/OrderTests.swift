import Foundation
import Testing

/// What the database holds depends on the set of posts, however they came.
struct OrderTests {
  @Test(arguments: [(1, 1), (2, 7)])
  func anyOrderInAnyBatchesGivesTheSameTables(seed: UInt64, batch: Int) throws {
    var noise = Noise(state: seed)
    let posts = try SeedPosts.lines()
    let expected = try Tool.read(posts)
    let tool = try Tool()
    // Some come twice, some once more in a second run.
    let mixed = (posts + posts.prefix(5)).shuffled(using: &noise)
    let half = mixed.prefix(mixed.count / 2).joined(separator: "\n")
    #expect(try tool.run(["ingest", "--batch", "\(batch)"], input: half).code == 0)
    let all = mixed.joined(separator: "\n")
    #expect(try tool.run(["ingest", "--batch", "\(batch)"], input: all).code == 0)
    try tool.expectTables(expected, "in order \(seed)")
  }

  @Test func whatIsChangedOrRemovedAndComesBackLeavesNoTrace() throws {
    let posts = try SeedPosts.lines()
    let tool = try Tool()
    let input = posts.joined(separator: "\n")
    #expect(try tool.run(["ingest"], input: input).code == 0)
    let expected = try tool.exported()
    let other = posts.map { $0.replacingOccurrences(of: "Koryo", with: "Wibble") }
    #expect(try tool.run(["ingest"], input: other.joined(separator: "\n")).errors.contains(" changed"))
    let removed = SeedPosts.split(
      try tool.run(["sql", "SELECT id FROM post WHERE number % 3 = 0", "--format", "tsv"]).output)
    #expect(try tool.run(["remove"] + removed.dropFirst()).code == 0)
    #expect(try tool.run(["verify"]).code == 0)
    #expect(try tool.exported() != expected)
    #expect(try tool.run(["ingest"], input: input).code == 0)
    try tool.expectTables(expected)
    #expect(try tool.run(["ingest", "--refresh"], input: input).errors.contains("18 unchanged"))
  }

  @Test func aPostAloneIsWhatRemovingAllOthersLeaves() throws {
    let posts = try SeedPosts.lines()
    let alone = try Tool.read([posts[3]])
    let tool = try Tool()
    #expect(try tool.run(["ingest"], input: posts.joined(separator: "\n")).code == 0)
    let ids = SeedPosts.split(
      try tool.run(["sql", "SELECT id FROM post ORDER BY number", "--format", "tsv"]).output)
    #expect(
      try tool.run(["remove"] + ids.dropFirst().enumerated().filter { $0.offset != 3 }.map(\.element)).code
        == 0)
    try tool.expectTables(alone)
  }
}

extension Tool {
  /// The tables of a database that read these posts, one after the other.
  static func read(_ posts: [String]) throws -> [String: Data] {
    let tool = try Tool()
    #expect(try tool.run(["ingest"], input: posts.joined(separator: "\n")).code == 0)
    return try tool.exported()
  }
}
