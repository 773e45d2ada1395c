import Foundation
import Testing

/// Databases that are not ours, not of this version, damaged, or where nobody may write.
struct BadDatabaseTests {
  /// Commands that read, and one that writes.
  static let commands = [
    ["query"], ["entity", "OFAC"], ["posts"], ["sql", "SELECT 1"], ["verify"], ["export", "out"],
    ["remove", "p01"], ["ingest", "seeds"],
  ]

  static let cases: [(statements: String, message: String)] = [
    ("CREATE TABLE recipe (name TEXT)", "sanctions.db: the database belongs to another application"),
    ("PRAGMA application_id = 7", "sanctions.db: the database belongs to another application"),
    (
      "PRAGMA application_id = 1397637972; PRAGMA user_version = 9",
      "sanctions.db: the database has version 9, this program knows up to version 3; use a newer one"
    ),
  ]

  @Test(arguments: cases) func aForeignDatabaseIsToldAndLeftAlone(statements: String, message: String) throws
  {
    let tool = try Tool()
    try tool.sqlite(statements)
    let before = try Data(contentsOf: tool.file("sanctions.db"))
    for words in BadDatabaseTests.commands {
      let result = try tool.run(words)
      #expect(result.code == 4 && result.output.isEmpty, "\(words): \(result.code)")
      #expect(result.errors == message + "\n", "\(words)")
    }
    #expect(try Data(contentsOf: tool.file("sanctions.db")) == before)
  }

  @Test func aFileThatIsNoDatabaseOrDamagedIsTold() throws {
    let tool = try Tool.withSeeds()
    try Data("A letter.".utf8).write(to: tool.file("letter.db"))
    // The beginning is whole, so that only those who read on can see it.
    var bytes = try Data(contentsOf: tool.file("sanctions.db"))
    for index in stride(from: 8192, to: bytes.count, by: 97) { bytes[index] ^= 0x55 }
    try bytes.write(to: tool.file("damaged.db"))
    for words in BadDatabaseTests.commands {
      let letter = try tool.run(words + ["--db", "letter.db"])
      #expect(letter.code == 4 && letter.errors == "letter.db: the file is not a database\n", "\(words)")
      let damaged = try tool.run(words + ["--db", "damaged.db"])
      // Whoever does not touch the damaged part may answer; nobody may crash.
      #expect(damaged.code <= 4 && SeedPosts.split(damaged.errors).count <= 3, "\(words): \(damaged.errors)")
    }
    let check = try tool.run(["verify", "--db", "damaged.db"])
    #expect(check.code == 3 || check.code == 4)
    #expect((check.output + check.errors).contains("damaged") || check.output.hasPrefix("file: "))
  }

  @Test func aFolderIsNoDatabaseAndAMissingOneIsNotMade() throws {
    let tool = try Tool()
    for words in BadDatabaseTests.commands {
      let folder = try tool.run(words + ["--db", "seeds"])
      #expect(folder.code == 4 && folder.errors == "seeds: this is a folder, not a database\n", "\(words)")
      let missing = try tool.run(words + ["--db", "none/x.db"])
      #expect(missing.code == 4 && SeedPosts.split(missing.errors).count == 1, "\(words): \(missing.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: tool.file("none").path))
  }

  @Test func verifyNamesWhatOtherToolsDamaged() throws {
    for (statements, finding) in [
      ("INSERT INTO post_text (post_text) VALUES ('delete-all')", "post_text is not what its words are"),
      (
        "UPDATE post_text_data SET block = x'0011' WHERE id > 10",
        "post_text: the index for full text is damaged"
      ),
      ("PRAGMA foreign_keys = off; DELETE FROM entity WHERE id = 'airline/air-koryo'", "no such entity"),
    ] {
      let tool = try Tool.withSeeds()
      try tool.sqlite(statements)
      let result = try tool.run(["verify"])
      #expect(result.code == 3 && result.output.contains(finding), "\(result.output.prefix(500))")
    }
  }

  @Test func verifyMakesEventsAnewWhereTheKnowledgeIsTheSame() throws {
    let tool = try Tool.withSeeds()
    try tool.sqlite(
      """
      UPDATE event SET date = '2016-12-01', date_from = '2016-12-01', date_to = '2016-12-01'
      WHERE kind = 'designation' AND date = '2016-12-02'
      """)
    let same = try tool.run(["verify"])
    #expect(same.code == 3 && same.output.contains("it is not what its claims tell"), "\(same.output)")
    try tool.sqlite("UPDATE post SET reader = '0.x' WHERE number = 1")
    let other = try tool.run(["verify"])
    #expect(other.code == 0 && other.errors.hasPrefix("1 post was read by other rules"), "\(other)")
    #expect(try tool.run(["ingest", "--refresh", "seeds"]).errors.contains("1 read again"))
    try tool.sqlite("UPDATE post SET reader = '0.x'")
    #expect(try tool.run(["ingest", "--refresh", "seeds"]).errors.contains("18 read again"))
    try tool.expectTables(try Tool.withSeeds().exported())
  }
}
