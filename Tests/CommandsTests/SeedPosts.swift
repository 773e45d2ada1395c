import Foundation
import Testing

/// The posts of the seeds as JSON Lines, and what tells two databases apart.
enum SeedPosts {
  /// A line a post, as often as asked, each time under other ids.
  static func lines(copies: Int = 1) throws -> [String] {
    let tool = try Tool.withSeeds()
    let posts = try (0..<copies).flatMap { copy in
      let id = copy == 0 ? "id" : "'copy \(copy) of ' || id"
      let query = "SELECT \(id) AS id, title, text, url, published FROM post ORDER BY number"
      return split(try tool.run(["sql", query, "--format", "jsonl"]).output)
    }
    #expect(posts.count == 18 * copies)
    return posts
  }

  /// Enough posts that something can happen meanwhile, and the tables of a database that read them undisturbed.
  static func many() throws -> (posts: [String], tables: [String: Data]) { try threefold.get() }

  private static let threefold = Swift.Result {
    let posts = try lines(copies: 3)
    return (posts: posts, tables: try Tool.read(posts))
  }

  static func split(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

extension Tool {
  /// Every exported table, by the name of its file.
  func exported(_ options: String...) throws -> [String: Data] {
    let result = try run(["export", "exported", "--force"] + options)
    #expect(result.code == 0, "\(result.errors)")
    defer { try? FileManager.default.removeItem(at: file("exported")) }
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: file("exported").path) {
      files[name] = try Data(contentsOf: file("exported").appendingPathComponent(name))
    }
    #expect(files.count > 20)
    return files
  }

  /// Fails where the database is not sound, or its tables are not these.
  func expectTables(_ expected: [String: Data], _ occasion: String = "") throws {
    let check = try run(["verify"])
    #expect(check.code == 0, "\(occasion) \(check.output)\(check.errors)")
    let found = try exported()
    for (name, data) in expected { #expect(found[name] == data, "\(name) differs \(occasion)") }
  }

  /// How many posts are stored.
  func postCount() throws -> Int? {
    Int(try run(["sql", "SELECT count(*) FROM post", "--format", "tsv"]).output.dropFirst(9).dropLast())
  }

  /// Changes the database behind the program's back.
  func sqlite(_ statements: String, _ database: String = "sanctions.db") throws {
    let result = try run(
      executable: "/usr/bin/sqlite3", [file(database).path, statements], input: Data())
    #expect(result.code == 0, "\(result.errors)")
  }
}

/// Numbers that look random and are the same every time.
struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    // The steps of SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
