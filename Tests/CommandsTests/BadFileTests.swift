import Foundation
import Testing

/// Files that cannot be read: one clear line each, the documented exit code, and nothing stored.
struct BadFileTests {
  /// What is wrong with an input.
  struct Case: CustomTestStringConvertible {
    var file: String
    var bytes: [UInt8]
    var code: Int32 = 3
    var message: String
    var testDescription: String { message }

    init(_ file: String, _ text: String, _ message: String) {
      self.init(file, Array(text.utf8), message)
    }

    init(_ file: String, _ bytes: [UInt8], _ message: String) {
      (self.file, self.bytes, self.message) = (file, bytes, message)
    }
  }

  static let cases = [
    Case("void.jsonl", "", "void.jsonl: error: the input is empty"),
    Case(
      "cut.jsonl", BadInputTests.good + "\n{\"id\":\"b\",\"te",
      "cut.jsonl:2:14: error: the line ends inside a JSON string: is it cut off?"),
    Case(
      "bytes.jsonl", Array(BadInputTests.good.utf8) + [0x0A, 0xC3, 0x28],
      "bytes.jsonl:2:1: error: the text is not UTF-8"),
    Case("bytes.txt", Array("Title\n\nText ".utf8) + [0xFF], "bytes.txt:3:6: error: the text is not UTF-8"),
    Case("mute.jsonl", #"{"id":"b","title":"t","text":"  "}"#, "mute.jsonl:1: error: the post has no text"),
    Case(
      "day.jsonl", #"{"id":"b","text":"x","published":"2016-02-30"}"#,
      "day.jsonl:1:34: error: '2016-02-30' is no date"),
    Case("posts.csv", "title\nOne\n", "posts.csv: error: this is the table of a collection"),
  ]

  @Test(arguments: cases) func whatCannotBeReadIsToldWithItsPlace(wrong: Case) throws {
    let tool = try Tool()
    try Data(wrong.bytes).write(to: tool.file(wrong.file))
    let result = try tool.run(["ingest", wrong.file])
    #expect(result.code == wrong.code && result.output.isEmpty, "\(result.errors)")
    let lines = SeedPosts.split(result.errors)
    #expect(lines.first?.hasPrefix(wrong.message) == true, "\(result.errors)")
    let rest = "sanctions: 0 posts are stored; nothing of the batch with the bad one is"
    #expect(lines.dropFirst().allSatisfy { $0 == rest }, "\(result.errors)")
    let database = tool.file("sanctions.db").path
    #expect(try !FileManager.default.fileExists(atPath: database) || tool.postCount() == 0)
  }

  @Test(arguments: ["extract", "explain"]) func whoStoresNothingTellsTheSame(command: String) throws {
    let tool = try Tool()
    let result = try tool.run([command], input: BadInputTests.good + "\n{\"id\"")
    #expect(result.code == 3 && result.output.contains("Arnor Trust Bank"))
    #expect(result.errors.hasPrefix("standard input:2:6: error: the line ends inside a JSON object"))
    #expect(SeedPosts.split(result.errors).count == 1)
  }

  @Test func whatIsGoodIsStoredWhereOneGoesOn() throws {
    let tool = try Tool()
    let lines = [BadInputTests.good, "{\"id\":\"b\",\"te", "[]", #"{"id":"c","text":"OFAC."}"#]
    let result = try tool.run(["ingest", "--keep-going"], input: lines.joined(separator: "\n"))
    #expect(result.code == 3)
    #expect(result.errors.contains("standard input:2:14: error: the line ends inside a JSON string"))
    #expect(result.errors.contains("standard input:3:1: error: a post must be a JSON object"))
    #expect(result.errors.hasSuffix("2 posts added, 0 changed, 0 read again, 0 unchanged, 2 skipped\n"))
    #expect(try tool.postCount() == 2)
  }

  @Test func earlierBatchesStay() throws {
    let tool = try Tool()
    let posts = (1...5).map { #"{"id":"\#($0)","text":"OFAC."}"# }.joined(separator: "\n")
    let result = try tool.run(["ingest", "--batch", "2"], input: posts + "\n{")
    #expect(result.code == 3)
    #expect(
      result.errors.hasSuffix("sanctions: 4 posts are stored; nothing of the batch with the bad one is\n"))
    #expect(try tool.postCount() == 4)
  }

  @Test func aLineOfAHundredMegabytesIsRefusedInLittleMemory() throws {
    let tool = try Tool()
    let long = "{ head -c 100000000 /dev/zero | tr '\\0' x; echo; printf '%s\\n' '\(BadInputTests.good)'; }"
    let result = try tool.shell("\(long) | sanctions ingest --keep-going")
    #expect(result.code == 3 && result.errors.hasPrefix("standard input:1: error: the line is over 64 MiB\n"))
    #expect(try tool.postCount() == 1)
    // 64 MiB for the line and some for the knowledge; the limit is on addresses, of which a process has more.
    let narrow = try tool.shell("ulimit -v 600000; \(long) | sanctions extract --keep-going | wc -l")
    #expect(narrow.output == "1\n", "\(narrow.errors)")
  }

  @Test func namesAndKnowledgeThatAreWrongAreTold() throws {
    let tool = try Tool()
    try Data("name,kind\nArnor,kingdom\n".utf8).write(to: tool.file("names.csv"))
    for (words, code, message) in [
      (
        ["--names", "names.csv"], Int32(3),
        "names.csv:2:1: error: unknown kind 'kingdom'; it is one of person, bank"
      ),
      (["--names", "none.csv"], 4, "none.csv: "), (["--data", "none"], 4, "none"),
      (["--data", "seeds"], 4, "seeds: error: no knowledge files here"),
    ] {
      let result = try tool.run(["ingest", "seeds"] + words)
      #expect(result.code == code && result.errors.contains(message), "\(words): \(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: tool.file("sanctions.db").path))
    }
  }
}
