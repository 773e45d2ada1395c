import Foundation
import Testing

@Suite("The story against the lists")
struct CheckTests {
  /// What posts tell of invented parties that two states of the SDN list hold.
  private static let posts = [
    post("p1", "2024-02-20", "The Treasury Department designated Pak Chong-su on February 14, 2024."),
    post("p2", "2024-01-20", "On January 10, 2024, the Treasury Department sanctioned Arnor Trust Bank."),
    post("p3", "2023-12-20", "The Treasury Department designated the M/V Palandir 3 on December 18, 2023."),
    post(
      "p4", "2024-02-01",
      "The Treasury Department designated Shire Leaf Trading Co., Ltd. on January 30, 2024."),
    post("p5", "2024-03-05", "Japan designated Pak Chong-su on March 1, 2024."),
    post("p6", "2024-01-25", "The Treasury Department has not designated Pak Chong-su."),
    post("p7", "2024-05-02", "The Treasury Department designated Meriadoc Brandybuck on May 1, 2024."),
  ]

  private static func post(_ id: String, _ day: String, _ text: String) -> String {
    #"{"id":"\#(id)","published":"\#(day)","title":"","text":"\#(text)"}"#
  }

  /// A tool with posts and lists, in the order that is asked for.
  private func tool(postsFirst: Bool = true) throws -> Tool {
    let tool = try Tool()
    try ListFiles.write(ListFiles.january, "sdn-2024-01.csv", tool)
    try ListFiles.write(ListFiles.march, "sdn-2024-03.csv", tool)
    let ingest = { try tool.run(["ingest"], input: CheckTests.posts.joined(separator: "\n")).code }
    let imports = {
      try ["sdn-2024-03.csv", "sdn-2024-01.csv"].map { try tool.run(["import", $0]).code }
    }
    if postsFirst {
      #expect(try ingest() == 0)
      #expect(try imports() == [0, 0])
    } else {
      #expect(try imports() == [0, 0])
      #expect(try ingest() == 0)
    }
    return tool
  }

  private func verdicts(_ tool: Tool, _ words: String...) throws -> [String: String] {
    let rows = CSV.records(
      try tool.run(["check", "--format", "csv", "--columns", "verdict,post"] + words).output)
    return Dictionary(
      rows.map { ($0["post"] ?? "", $0["verdict"] ?? "") }, uniquingKeysWith: { $0 + "; " + $1 })
  }

  @Test func eachClaimGetsWhatTheListsSay() throws {
    let tool = try tool()
    #expect(
      try verdicts(tool) == [
        "p1": "confirmed", "p2": "confirmed", "p3": "since-delisted", "p4": "unlisted", "p5": "not-covered",
        "p6": "confirmed", "p7": "date-conflict",
      ])
    let row = try #require(
      CSV.records(try tool.run(["check", "Meriadoc Brandybuck", "--format", "csv"]).output).first)
    #expect(row["entry"] == "ofac-sdn/902")
    #expect(row["date"] == "2024-05-01")
    #expect(row["list_date"] == "../2024-01")
    #expect(row["snapshot"] == "ofac-sdn/2024-03")
    #expect(row["quote"]?.contains("Meriadoc Brandybuck") == true)
  }

  @Test func anAuthorityWithoutListStillShowsWhatOthersSay() throws {
    let row = try #require(
      CSV.records(try tool().run(["check", "--authority", "Japan", "--format", "csv"]).output).first)
    #expect(row["verdict"] == "not-covered")
    #expect(row["entry"] == "ofac-sdn/904")
  }

  @Test func theDaysThatDatesMayLieApartAreAChoice() throws {
    let tool = try tool()
    #expect(try verdicts(tool, "--days", "3000")["p7"] == "confirmed")
  }

  @Test func whatNoPostTellsIsListedOnRequest() throws {
    let rows = CSV.records(try tool().run(["check", "--untold", "--format", "csv"]).output)
    #expect(rows.allSatisfy { $0["verdict"] == "untold" })
    #expect(rows.contains { $0["event"] == "delisting" && $0["entry"] == "ofac-sdn/903" })
    #expect(!rows.contains { $0["entry"] == "ofac-sdn/904" })
  }

  @Test func aStateOfTheListAnswersForItsDay() throws {
    let tool = try tool()
    func listed(_ day: String) throws -> [String] {
      let words = [
        "query", "--as-of", day, "--kind", "vessel", "--format", "csv", "--columns", "target_id,date",
      ]
      return CSV.records(try tool.run(words).output).map { "\($0["target_id"] ?? "") \($0["date"] ?? "")" }
    }
    #expect(try listed("2024-01-31") == ["vessel/palandir-3 2023-12-18"])
    #expect(try listed("2024-03-31") == [])
    #expect(try listed("2023-06") == [])
    let state = try tool.run([
      "entity", "Palandir 3", "--section", "lists", "--as-of", "2024-02", "--format", "csv",
    ])
    #expect(CSV.records(state.output).first?["state"] == "listed")
    let now = try tool.run(["entity", "Palandir 3", "--section", "lists", "--format", "csv"])
    #expect(CSV.records(now.output).first?["state"] == "delisted")
  }

  @Test func aPartyThatOnlyListsNameHasADossier() throws {
    let tool = try ListFiles.imported()
    let dossier = try tool.run(["entity", "Brandybuck, Meriadoc"])
    #expect(dossier.code == 0)
    #expect(dossier.output.contains("person, shire/902, found in lists only"))
    #expect(
      try tool.run(["entity", "shire/902", "--section", "changes", "--format", "csv"]).output.contains(
        "names"))
    #expect(try tool.run(["query", "Brandybuck, Meriadoc", "--format", "csv"]).output.contains("shire/902"))
  }

  @Test func theOrderOfPostsAndListsDoesNotMatter() throws {
    try tool(postsFirst: false).expectTables(try tool().exported())
  }

  @Test func verifyFindsNothing() throws {
    #expect(try tool().run(["verify"]).code == 0)
  }

  @Test func withoutPostsThereIsNothingToCheck() throws {
    let tool = try ListFiles.imported()
    #expect(try tool.run(["check"]).code == 1)
  }

  @Test func theNamesOfListsAreFoundInPosts() throws {
    let text =
      "Regulators in Rohan froze accounts of Dol Guldur Foundry, Isengard and Meriadoc on Monday. The Market is open."
    let tool = try Tool()
    #expect(try tool.run(["ingest"], input: CheckTests.post("p1", "2024-02-20", text)).code == 0)
    func named() throws -> [String] {
      let words = ["sql", "SELECT text FROM mention ORDER BY start", "--format", "tsv"]
      return try tool.run(words).output.split(separator: "\n").dropFirst().map(String.init)
    }
    #expect(try !named().contains("Isengard"))
    let list = """
      901,"DOL GULDUR FOUNDRY LLC",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
      902,"ISENGARD",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
      903,"MARKET",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
      """
    try ListFiles.write(list, "sdn-2024-01.csv", tool)
    #expect(try tool.run(["import", "sdn-2024-01.csv"]).code == 0)
    // At once, and so it is when the list is there first; an ordinary word is no name.
    #expect(try named().contains("Isengard"))
    #expect(try named().contains("Dol Guldur Foundry"))
    #expect(try !named().contains("Market"))
    let entries = try tool.run([
      "sql", "SELECT id FROM list_entry WHERE entity IS NOT NULL ORDER BY 1", "-f", "tsv",
    ])
    #expect(entries.output == "id\nofac-sdn/901\nofac-sdn/902\n")
    #expect(try tool.run(["verify"]).code == 0)
  }
}
