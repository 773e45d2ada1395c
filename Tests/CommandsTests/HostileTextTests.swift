import Foundation
import Testing

/// A post that tries to command terminals, spreadsheets and the database.
struct HostileTextTests {
  static let marks =
    "\u{1B}[31m\u{1B}]0;pwned\u{7}\u{9B}2J\u{0}\u{8}\u{7F}\u{202E}\u{2066}\u{200F}\u{FEFF}\u{2028}"
  static let id = "=1+1\u{1B}[2J"
  static let title = "=HYPERLINK(\"http://x.example\",\"a\")\t, \u{1B}[31m'quoted'\r\n\u{202E}title"
  static let url = "https://x.example/?a=\"b\",\u{1B}[31m\n'c'"
  /// The names stand between the marks, so that the marks are in quotes, mentions and snippets too.
  static let text =
    "OFAC designated Arnor \u{1B}[31m Trust Bank of \"Umbar\", \(marks) and on December 2, 2016 it blocked "
    + "+Harad Air Lines\u{1B}[0m, =SUM(A1) said OFAC.\n\n-2+3 \(marks)\n@cmd \u{202E}Treasury designated Harad Air Lines."

  static func tool() throws -> Tool {
    let post = ["id": id, "title": title, "url": url, "text": text, "published": "2016-12-04"]
    let tool = try Tool()
    let line = String(decoding: try JSONEncoder().encode(post), as: UTF8.self)
    #expect(try tool.run(["ingest"], input: line).code == 0)
    try Data(line.utf8).write(to: tool.file("hostile.jsonl"))
    return tool
  }

  /// Everything that is written about a post, in every way.
  static let questions = [
    ["query"], ["query", "--claims"], ["query", "OFAC"], ["query", "--post", id],
    ["query", "--count-by", "quote"],
    ["posts"], ["posts", "OFAC"], ["posts", "--text", "Umbar"], ["timeline"], ["entity", "OFAC"],
    ["entity", "Harad Air Lines"], ["related", "OFAC"], ["path", "OFAC", "Harad Air Lines"], ["entities"],
    ["authorities"], ["verify"], ["explain", "hostile.jsonl"], ["explain", id], ["extract", "hostile.jsonl"],
    ["sql", "SELECT * FROM post"], ["sql", "SELECT * FROM mention"],
    ["sql", "SELECT text AS \"a\u{1B}[31m\" FROM post"],
    ["export", "--table", "post"], ["export", "--table", "claim"], ["export", "--table", "evidence"],
    ["export", "--table", "post", "--format", "jsonl"],
    // What somebody types comes back in errors.
    ["query", "\u{1B}[31m"], ["explain", "\u{1B}[31m"], ["query", "--post", marks.filter { $0 != "\0" }],
    ["ingest", "\u{1B}[31m.jsonl"], ["sql", "SELECT '\u{1B}[31m' FROM"], ["query", "--db", "\u{1B}[31m"],
    ["\u{1B}[31m"], ["query", "--\u{1B}[31m"], ["query", "--columns", "\u{1B}[31m"],
    ["query", "--from", "\u{1B}"],
    ["export", "\u{1B}[31m/out"], ["query", "--event", "\u{1B}[31m"], ["ingest", "--names", "\u{1B}[31m"],
    ["data", "check", "\u{1B}[31m"], ["export", "--table", "\u{1B}"],
  ]

  @Test func nothingThatATerminalObeysIsWritten() throws {
    let tool = try HostileTextTests.tool()
    for words in HostileTextTests.questions {
      let result = try tool.run(words)
      #expect(!result.output.isEmpty || !result.errors.isEmpty, "\(words)")
      for text in [result.output, result.errors] {
        let bad = text.unicodeScalars.filter(HostileTextTests.isObeyed)
        #expect(bad.isEmpty, "\(words): \(bad.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test(arguments: ["table", "csv", "tsv", "json", "jsonl", "markdown"])
  func inEveryFormat(format: String) throws {
    let tool = try HostileTextTests.tool()
    for words in [["query", "--claims"], ["posts"], ["timeline"], ["sql", "SELECT * FROM post"]] {
      let result = try tool.run(words + ["--format", format])
      #expect(result.code == 0 && !result.output.isEmpty, "\(words)")
      #expect(
        !result.output.unicodeScalars.contains { $0 != "\t" && HostileTextTests.isObeyed($0) }, "\(words)")
      if format == "markdown" || format == "table" || format.hasPrefix("tsv") {
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { !$0.contains("\r") })
      }
    }
  }

  @Test func noCellIsAFormula() throws {
    let tool = try HostileTextTests.tool()
    for table in ["post", "mention", "claim", "evidence", "entity", "alias", "event", "spelling"] {
      let rows = CSV.rows(try tool.run(["export", "--table", table]).output)
      #expect(rows.count > 1 && Set(rows.map(\.count)).count == 1)
      for cell in rows.joined() where Double(cell) == nil {
        #expect(!"=+-@\t\r".contains(cell.first ?? "x"), "\(table): \(cell)")
      }
    }
  }

  @Test func rawCellsAreThoseThatWereGiven() throws {
    let tool = try HostileTextTests.tool()
    let question = ["sql", "SELECT id, title, url, text FROM post", "--raw", "--format"]
    let expected = [HostileTextTests.id, HostileTextTests.title, HostileTextTests.url, HostileTextTests.text]
    #expect(CSV.rows(try tool.run(question + ["csv"]).output).last == expected)
    let cells = try tool.run(question + ["tsv"]).output.dropLast().split(separator: "\n").last?
      .split(separator: "\t").map { CSV.unescaped(String($0)) }
    #expect(cells == expected)
    let export = CSV.rows(try tool.run(["export", "--table", "post", "--raw"]).output)
    #expect(export.last.map { Set($0).isSuperset(of: expected) } == true)
  }

  @Test func whatIsWrittenForSafetyCanBeTakenBack() throws {
    let tool = try HostileTextTests.tool()
    let safe = try tool.run(["sql", "SELECT id, title, url, text FROM post", "--format", "csv"]).output
    let expected = [HostileTextTests.id, HostileTextTests.title, HostileTextTests.url, HostileTextTests.text]
    #expect(CSV.rows(safe).last?.map(CSV.restored) == expected)
  }

  @Test(arguments: ["\" OR *", "'; DROP TABLE post; --", "*", "NEAR(", "%"])
  func namesAreOnlyNames(name: String) throws {
    let tool = try Tool.withSeeds()
    let before = try Data(contentsOf: tool.file("sanctions.db"))
    for words in [
      ["query", name], ["query", "--target", name], ["query", "--authority", name], ["entity", name],
      ["posts", name], ["posts", "--text", name], ["related", name], ["path", name, "OFAC"],
      ["timeline", name],
      ["query", "--post", name], ["remove", name],
    ] {
      let result = try tool.run(words)
      // "or" is a word, and some post may hold it.
      let isFound = words[1] == "--text" && name.hasSuffix(" OR *")
      #expect(result.code == (isFound ? 0 : 1), "\(words): \(result.code) \(result.errors)")
      #expect(!result.errors.contains("SQL") && !result.errors.contains("syntax"), "\(result.errors)")
    }
    #expect(try Data(contentsOf: tool.file("sanctions.db")) == before)
  }

  /// Whether a terminal acts on a character, or it turns the direction of what follows.
  static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
