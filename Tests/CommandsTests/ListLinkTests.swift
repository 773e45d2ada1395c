import Foundation
import Testing

@Suite("Who belongs to whom by official lists")
struct ListLinkTests {
  private static let list = """
    901,"ARNOR TRUST BANK",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Linked To: BRANDYBUCK, Meriadoc; Linked To: OLD UMBAR LINES."
    902,"BRANDYBUCK, Meriadoc","individual","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Linked To: SHIRE TRADING CO., LTD."
    903,"PALANDIR 3","vessel","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Umbar Lines","Linked To: ARNOR TRUST BANK."
    904,"UMBAR LINES",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
    905,"SHIRE TRADING CO., LTD.",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
    906,"SHIRE TRADING CO. LTD",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
    """
  private static let names = """
    904,11,"fka","OLD UMBAR LINES",-0-
    """

  private func imported() throws -> Tool {
    let tool = try Tool()
    try ListFiles.write(ListLinkTests.list, "shire-2024-01.csv", tool)
    try ListFiles.write(ListLinkTests.names, "shire-alt-2024-01.csv", tool)
    let files = ["shire-2024-01.csv", "shire-alt-2024-01.csv"]
    #expect(try tool.run(["import", "--list", "shire"] + files).code == 0)
    return tool
  }

  private func rows(_ tool: Tool, _ words: [String]) throws -> [[String: String]] {
    CSV.records(try tool.run(words + ["--format", "csv", "--raw"]).output)
  }

  @Test func aLinkFindsTheOneEntryThatHasTheName() throws {
    let sql =
      "SELECT entry || ' ' || how || ' ' || coalesce(other, '?') AS link FROM list_link ORDER BY entry, position"
    #expect(
      try rows(imported(), ["sql", sql]).map { $0["link"] } == [
        "shire/901 linked to shire/902", "shire/901 linked to shire/904",
        // Two entries have the name, and which is meant nobody says.
        "shire/902 linked to ?", "shire/903 owner shire/904", "shire/903 linked to shire/901",
      ])
  }

  @Test func theDossierTellsBothSides() throws {
    let tool = try imported()
    let bank = try rows(tool, ["entity", "Arnor Trust Bank", "--section", "relations"])
    #expect(
      bank.map { "\($0["side"] ?? "") \($0["relation"] ?? "") \($0["name"] ?? "")" } == [
        "whole linked to BRANDYBUCK, Meriadoc", "whole linked to UMBAR LINES", "part linked to PALANDIR 3",
      ])
    let unknown = try rows(tool, ["entity", "Meriadoc Brandybuck", "--section", "relations"])
    #expect(unknown.first?["name"] == "SHIRE TRADING CO., LTD" && unknown.first?["entity_id"] == "")
  }

  @Test func aPathLeadsOverLinks() throws {
    let steps = try rows(imported(), ["path", "Palandir 3", "Meriadoc Brandybuck"])
    #expect(
      steps.map { "\($0["from"] ?? "") \($0["link"] ?? "") \($0["to"] ?? "")" } == [
        "PALANDIR 3 linked to ARNOR TRUST BANK", "ARNOR TRUST BANK linked to BRANDYBUCK, Meriadoc",
      ])
  }

  @Test func followTheMoneyGetsOwnersAndLinksAndGivesThemBack() throws {
    let tool = try imported()
    let export = try tool.run(["export", "--format", "ftm"]).output
    #expect(SeedPosts.split(export).count { $0.contains("\"Ownership\"") } == 1)
    #expect(SeedPosts.split(export).count { $0.contains("\"UnknownLink\"") } == 3)
    try Data(export.utf8).write(to: tool.file("shire.ftm.json"))
    let again = ["import", "shire.ftm.json", "--snapshot", "2024-01", "--db", "again.db"]
    #expect(try tool.run(again).code == 0)
    let sql = "SELECT party || ' ' || how || ' ' || other AS link FROM list_links ORDER BY 1"
    #expect(
      try rows(tool, ["sql", sql, "--db", "again.db"]).map { $0["link"] } == [
        "ARNOR TRUST BANK linked to BRANDYBUCK, Meriadoc", "ARNOR TRUST BANK linked to UMBAR LINES",
        "PALANDIR 3 linked to ARNOR TRUST BANK", "PALANDIR 3 owner UMBAR LINES",
      ])
  }

  @Test func aDatabaseOfVersionTwoGetsItsLinks() throws {
    let tool = try imported()
    let links = ["export", "--table", "list_link"]
    let before = try tool.run(links).output
    let older = """
      DROP VIEW list_links; DROP TABLE list_link; PRAGMA user_version = 2;
      UPDATE list_content SET links = replace(links, char(30) || char(30), ' ');
      """
    try tool.shell("sqlite3 sanctions.db \"\(older)\"")
    #expect(try tool.run(links).code == 4)
    #expect(try tool.run(["import", "--list", "shire", "shire-2024-01.csv"]).code == 0)
    #expect(try tool.run(links).output == before)
    #expect(try tool.run(["verify"]).code == 0)
  }
}
