import Foundation
import Testing

/// The graph as a site that works from a folder.
struct ReportTests {
  let tool: Tool

  init() throws { tool = try Tool.withSeeds() }

  /// The text of a file of the site.
  func text(_ path: String) throws -> String {
    try String(contentsOf: tool.file("site/" + path), encoding: .utf8)
  }

  /// The paths of all files of the site that end so.
  func files(_ ending: String) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: tool.file("site").path)
    return (all?.allObjects as? [String] ?? []).filter { $0.hasSuffix(ending) }.sorted()
  }

  @Test func everyEntityEventAndPostHasAPageAndEveryLinkLeadsToOne() throws {
    let result = try tool.run(["report", "site"])
    #expect(result.code == 0 && result.errors.contains("pages written to site"), "\(result.errors)")
    let pages = try files(".html")
    let known = Set(try files(""))
    var links = 0
    for page in pages {
      let folder = page.contains("/") ? "../" : ""
      for match in try text(page).matches(of: /(?:href|src|action)="([^"]*)"/) {
        let target = String(match.1.prefix { $0 != "#" && $0 != "?" })
        if target.isEmpty || target.hasPrefix("https://") || target.hasPrefix("http://")
          || target.hasPrefix("data:")
        {
          continue
        }
        links += 1
        #expect(
          target.hasPrefix(folder) && known.contains(String(target.dropFirst(folder.count))),
          "\(page): \(target)")
      }
    }
    #expect(links > 500)
    #expect(try files("").filter { $0.hasPrefix("post/") }.count == 18)
  }

  @Test func aClaimLeadsToItsSentenceInThePost() throws {
    try tool.run(["report", "site"])
    let event = try #require(
      try files(".html").first { $0.hasPrefix("event/designation-airline-air-koryo-office") })
    let link = try #require(try text(event).firstMatch(of: /href="\.\.\/(post\/[^"#]*)#(c[0-9a-f]{8})"/))
    let post = try text(String(link.1))
    #expect(post.contains("id=\"\(link.2)\""))
    #expect(post.matches(of: try Regex("data-groups=\"[^\"]*\(link.2)")).count > 1)
  }

  @Test func textFromPostsIsTextWhateverItHolds() throws {
    let hostile =
      "<script>alert(1)</script> \\\"onload=x \\u001b[31m OFAC designated Arnor </p> Trust Bank & Sons."
    let post =
      "{\"id\":\"<b>\",\"title\":\"\(hostile)\",\"text\":\"\(hostile)\",\"url\":\"javascript:alert(2)\",\"author\":\"<i>\"}"
    try tool.run(["ingest"], input: post)
    #expect(try tool.run(["report", "site"]).code == 0)
    for page in try files(".html") {
      let text = try text(page)
      #expect(
        !text.contains("<script>alert") && !text.contains("href=\"javascript:") && !text.contains("\u{1B}"))
      #expect(text.matches(of: /<script[ >]/).count == 1, "\(page)")
    }
    for data in try files(".js") where data.hasPrefix("data/") { #expect(try !text(data).contains("\u{1B}")) }
  }

  @Test func theSameGraphGivesTheSameSiteAndAFullFolderIsRefused() throws {
    try tool.run(["report", "site"])
    let first = try files(".html").map { try text($0) } + files(".js").map { try text($0) }
    #expect(try tool.run(["report", "site"]).code == 4)
    #expect(try tool.run(["report", "site", "--force"]).code == 0)
    #expect(try files(".html").map { try text($0) } + files(".js").map { try text($0) } == first)
  }

  @Test func searchLooksUpNamesAndWordsByTheirFirstTwoLetters() throws {
    try tool.run(["report", "site"])
    #expect(try text("data/names-6b_6f.js").contains("\"Air Koryo\",\"airline\",\"entity/airline-air-koryo"))
    #expect(try text("data/words-6b_6f.js").contains("\"koryo\":["))
  }
}
