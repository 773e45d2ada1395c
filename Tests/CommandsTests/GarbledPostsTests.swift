import Foundation
import Testing

/// Posts that no person would write: words left out, doubled, torn and mixed with whatever breaks readers of text.
struct GarbledPostsTests {
  static let oddities = [
    "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{FEFF}", "é", "e\u{301}", "😀", "\u{200D}", "ß", "İ", "ﬁ", "\u{A0}",
    "\u{2028}", "\"",
    "“", "”", "’", "'s", "—", "-", "...", "…", ".", ",", ";", "(", ")", "[", "\n\n", "\n", "\t", "U.S.",
    "No.",
    "section 311 of the", "UNSCR", "Resolution", "2270", "and", "or", "not", "will", "last week", "on Friday",
    "December 2, 2016", "2016-12-02", "EO 13722", "Mr.", "Ltd.", "Co.", "M/V", "designated", "to designate",
    "failed",
    "adopt", "by", "under", "the", "of", "In", "31 CFR 510", "9999999999999999999999", "Sept. 31",
    "February 30", "Q1",
    "the 1990s", "fiscal year", "two weeks ago", "10000 years ago", "next 999999999 months", "0", "-1", "½",
    "１２", "Ⅻ",
    "중국", "ООН",
  ]

  /// A post made of one of the seeds.
  static func garbled(_ number: Int, _ seeds: [[String]], _ noise: inout Noise) throws -> String {
    var words = seeds[Int.random(in: 0..<seeds.count, using: &noise)]
    let isNonsense = Int.random(in: 0..<3, using: &noise) == 0
    for _ in 0..<(isNonsense ? 200 : Int.random(in: 1..<30, using: &noise)) {
      let place = Int.random(in: 0..<words.count, using: &noise)
      let oddity = oddities[Int.random(in: 0..<oddities.count, using: &noise)]
      switch Int.random(in: 0..<4, using: &noise) {
      case 0 where words.count > 1: words.remove(at: place)
      case 1: words.insert(oddity, at: place)
      case 2: words.swapAt(place, Int.random(in: 0..<words.count, using: &noise))
      default:
        let cut = words[place].unicodeScalars.count / 2
        let (head, tail) = (
          words[place].unicodeScalars.prefix(cut), words[place].unicodeScalars.dropFirst(cut)
        )
        words[place] = String(head) + oddity + String(tail)
      }
    }
    // Where posts begin and end in the middle of something is another test's concern.
    words[0] = "Then " + words[0]
    let dates = ["2016-12-04", "2016", "0001-01-01", "2016-11-28/2016-12-04", "2016-02-29"]
    let post = [
      "id": "\(number)", "title": words.prefix(number % 9).joined(separator: " "),
      "text": words.joined(separator: number % 5 == 0 ? "" : " ") + " .",
      "published": dates[number % dates.count],
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(post), as: UTF8.self)
  }

  /// The words of each of the seeds.
  static func seeds() throws -> [[String]] {
    try SeedPosts.lines().map { line in
      let post = try JSONDecoder().decode([String: String?].self, from: Data(line.utf8))
      return ((post["text"] ?? nil) ?? "").components(separatedBy: " ")
    }
  }

  static func posts(_ count: Int, seed: UInt64) throws -> [String] {
    var noise = Noise(state: seed)
    let seeds = try seeds()
    return try (0..<count).map { try garbled($0, seeds, &noise) }
  }

  @Test(arguments: [1, 2] as [UInt64]) func theyAreReadAndStoredInAnyOrder(seed: UInt64) throws {
    let posts = try GarbledPostsTests.posts(100, seed: seed)
    let tool = try Tool()
    let result = try tool.run(["ingest"], input: posts.joined(separator: "\n"))
    try #require(result.code == 0, "\(result.errors.prefix(500))")
    var noise = Noise(state: seed)
    let other = try Tool()
    let mixed = posts.shuffled(using: &noise).joined(separator: "\n")
    #expect(try other.run(["ingest", "--batch", "7"], input: mixed).code == 0)
    #expect(try tool.run(["verify"]).output == "no findings\n")
    try other.expectTables(try tool.exported())
  }

  @Test func everySpanLiesInItsPost() throws {
    let posts = try GarbledPostsTests.posts(100, seed: 3)
    let tool = try Tool()
    let result = try tool.run(["extract"], input: posts.joined(separator: "\n"))
    #expect(result.code == 0)
    let lines = SeedPosts.split(result.output)
    #expect(lines.count == posts.count)
    for (post, line) in zip(posts, lines) {
      let given = try JSONDecoder().decode([String: String].self, from: Data(post.utf8))
      let title = given["title"] ?? ""
      let document = (title.isEmpty ? "" : title + "\n\n") + (given["text"] ?? "")
      let read = try JSONDecoder().decode(Reading.self, from: Data(line.utf8))
      let length = document.unicodeScalars.count
      #expect(read.id == given["id"])
      for span in read.mentions + read.times + read.events.flatMap({ $0.triggers + [$0.quote] }) {
        #expect(span.start >= 0 && span.start < span.end && span.end <= length, "\(read.id): \(span)")
      }
      // Mentions stand one after the other.
      for (left, right) in zip(read.mentions, read.mentions.dropFirst()) { #expect(left.end <= right.start) }
    }
  }

  @Test func aPostMayBeginAndEndAnywhere() throws {
    var noise = Noise(state: 5)
    let words = try GarbledPostsTests.seeds().flatMap(\.self)
    let posts = (0..<600).map { number in
      let text = (0..<Int.random(in: 1...6, using: &noise)).map { _ in
        let pool = Bool.random(using: &noise) ? words : GarbledPostsTests.oddities
        return pool[Int.random(in: 0..<pool.count, using: &noise)]
      }
      return ["id": "\(number)", "text": "Then \(text.joined(separator: " ")) .", "published": "2016-12-04"]
    }
    let tool = try Tool()
    let lines = try posts.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    let result = try tool.run(["extract"], input: lines.joined(separator: "\n"))
    #expect(result.code == 0, "\(result.errors.prefix(500))")
  }

  /// What reads on from the first or last word must see that there is nothing.
  @Test(arguments: ["Under section 311 of the", "reports February", "section 311 of"])
  func aPostMayBeCutAnywhere(text: String) throws {
    let post = #"{"id":"a","text":"\#(text)","published":"2016-12-04"}"#
    let result = try Tool().run(["extract"], input: post)
    #expect(result.code == 0)
  }

  struct Span: Decodable {
    var start: Int
    var end: Int
  }

  struct Event: Decodable {
    var triggers: [Span]
    var quote: Span
  }

  struct Reading: Decodable {
    var id: String
    var mentions: [Span]
    var times: [Span]
    var events: [Event]
  }
}
