import Foundation
import Testing

@Suite("Doubts and the verdicts on them")
struct ReviewTests {
  private static let posts = [
    #"{"id":"p1","published":"2024-02-20","title":"","text":"The Treasury Department designated Pak Chong-su and Arnor Trust Bank on February 14, 2024."}"#,
    #"{"id":"p2","published":"2024-02-21","title":"","text":"Japan sanctioned Arnor Thrust Bank on February 20, 2024."}"#,
  ]
  private static let list = """
    901,"ARNOR TRUST BANK",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
    904,"PAK, Chong Su","individual","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1970."
    905,"PAK, Chong Su","individual","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1951."
    """
  private static let header = "verdict,subject,object,author,date,reason\n"

  private func tool() throws -> Tool {
    let tool = try Tool()
    try ListFiles.write(ReviewTests.list, "sdn-2024-01.csv", tool)
    #expect(try tool.run(["ingest"], input: ReviewTests.posts.joined(separator: "\n")).code == 0)
    #expect(try tool.run(["import", "sdn-2024-01.csv"]).code == 0)
    return tool
  }

  private func apply(_ verdicts: String, _ tool: Tool) throws -> Tool.Result {
    try ListFiles.write(ReviewTests.header + verdicts, "corrections.csv", tool)
    return try tool.run(["review", "--apply", "corrections.csv"])
  }

  private func pairs(_ tool: Tool) throws -> [String] {
    CSV.records(try tool.run(["review", "--format", "csv"]).output)
      .map { "\($0["entity"] ?? "") \($0["entry"] ?? "")" }
  }

  private func joined(_ tool: Tool) throws -> [String] {
    let words = [
      "sql", "SELECT entity || ' ' || id FROM list_entry WHERE entity IS NOT NULL ORDER BY id", "-f", "tsv",
    ]
    return try tool.run(words).output.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func namesakesAndNearNamesWaitForAPerson() throws {
    let tool = try tool()
    #expect(
      try pairs(tool) == [
        "person/pak-chong-su ofac-sdn/904", "person/pak-chong-su ofac-sdn/905",
        "bank/arnor-thrust-bank ofac-sdn/901",
      ])
    #expect(try joined(tool) == ["bank/arnor-trust-bank ofac-sdn/901"])
  }

  @Test func aVerdictJoinsAndAnotherParts() throws {
    let tool = try tool()
    let result = try apply(
      """
      same,person/pak-chong-su,ofac-sdn/904,ann,2024-03-01,born 1970 by the post's source
      different,bank/arnor-thrust-bank,ofac-sdn/901,ann,2024-03-01,another bank
      """, tool)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors == "2 verdicts; 2 posts read again\n")
    #expect(try joined(tool) == ["bank/arnor-trust-bank ofac-sdn/901", "person/pak-chong-su ofac-sdn/904"])
    #expect(try pairs(tool) == [])
    #expect(try tool.run(["review"]).code == 1)
  }

  @Test func entitiesBecomeOneGetAnotherKindAndName() throws {
    let tool = try tool()
    let result = try apply(
      """
      same,bank/arnor-trust-bank,bank/arnor-thrust-bank,ann,2024-03-01,a slip of the pen
      rename,bank/arnor-trust-bank,Arnor Trust Bank,ann,2024-03-01,the fuller form is the slip
      rename,person/pak-chong-su,Park Jong-soo,ann,2024-03-01,as he writes himself
      """, tool)
    #expect(result.code == 0, "\(result.errors)")
    let targets = CSV.records(try tool.run(["query", "--format", "csv", "--claims"]).output).compactMap {
      $0["target"]
    }
    #expect(targets.sorted() == ["Arnor Trust Bank", "Arnor Trust Bank; Park Jong-soo"])
    #expect(try tool.run(["verify"]).code == 0)
    _ = try apply("retype,bank/arnor-thrust-bank,company,ann,2024-03-01,a firm", tool)
    #expect(try tool.run(["entity", "company/arnor-thrust-bank"]).code == 0)
  }

  @Test func claimsAreRejectedAndDatedAnew() throws {
    let tool = try tool()
    let claims = CSV.records(try tool.run(["export", "--table", "claim"]).output).compactMap { $0["id"] }
    let first = try #require(claims.first { $0.hasPrefix("p1") })
    let second = try #require(claims.first { $0.hasPrefix("p2") })
    let result = try apply(
      "reject,\(first),,ann,2024-03-01,quoted\nredate,\(second),2024-02-19,ann,2024-03-01,seen", tool)
    #expect(result.code == 0, "\(result.errors)")
    let rows = CSV.records(try tool.run(["export", "--table", "claim"]).output)
    #expect(rows.map { "\($0["id"] ?? "") \($0["date"] ?? "")" } == ["\(second) 2024-02-19"])
  }

  @Test func aRebuildWithTheFileGivesTheSameGraph() throws {
    let verdicts = """
      same,person/pak-chong-su,ofac-sdn/904,ann,2024-03-01,r
      rename,bank/arnor-thrust-bank,Arnor Thrust,ann,2024-03-01,r
      """
    let first = try tool()
    #expect(try apply(verdicts, first).code == 0)
    let second = try Tool()
    #expect(try apply(verdicts, second).code == 0)
    try ListFiles.write(ReviewTests.list, "sdn-2024-01.csv", second)
    #expect(try second.run(["import", "sdn-2024-01.csv"]).code == 0)
    #expect(try second.run(["ingest"], input: ReviewTests.posts.joined(separator: "\n")).code == 0)
    try second.expectTables(try first.exported())
  }

  @Test func aFileThatContradictsItselfIsRefused() throws {
    let tool = try tool()
    let result = try apply(
      "same,person/pak-chong-su,ofac-sdn/904,ann,,\ndifferent,ofac-sdn/904,person/pak-chong-su,bob,,", tool)
    #expect(result.code == 3)
    #expect(result.errors == "corrections.csv:3:1: error: it contradicts line 2\n")
    #expect(try joined(tool) == ["bank/arnor-trust-bank ofac-sdn/901"])
  }

  @Test func aFaultyFileAppliesNothing() throws {
    let tool = try tool()
    let result = try apply("marry,a,b,,,\nredate,p1#x,soon,,,", tool)
    #expect(result.code == 3)
    #expect(result.errors.contains("corrections.csv:2:1: error: unknown verdict 'marry'"))
    #expect(result.errors.contains("corrections.csv:3:13: error: 'soon' is no date"))
    #expect(try tool.run(["sql", "SELECT count(*) FROM verdict", "-f", "tsv"]).output == "count(*)\n0\n")
  }
}
