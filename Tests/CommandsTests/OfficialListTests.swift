import Foundation
import TestSupport
import Testing

/// Real lists in full: how many entries they hold, and what changed in nine years.
@Suite(
  .enabled(if: Reference.lists != nil, "SANCTIONS_REFERENCE names no folder with official lists"), .serialized
)
struct OfficialListTests {
  let lists: String
  let tool: Tool

  init() throws {
    lists = try #require(Reference.lists)
    tool = try Tool()
  }

  @Test func theFilesOfASDNListMakeOneState() throws {
    let files = ["sdn", "alt", "add"].map { "\(lists)/ofac-\($0)-2024-01.csv.gz" }
    let result = try tool.run(["import"] + files)
    #expect(result.code == 0)
    #expect(
      result.output.hasSuffix(
        "ofac-sdn 2024-01 (in the file's name): 13821 entries, 30912 names, 16338 addresses\n"))
  }

  @Test func nineYearsOfTheSDNListAreCounted() throws {
    for year in ["2015", "2024"] {
      #expect(try tool.run(["import", "\(lists)/ofac-sdn-\(year)-01.csv.gz"]).code == 0)
    }
    let result = try tool.run(["diff", "ofac-sdn", "2015-01", "2024-01", "--format", "csv"])
    #expect(
      result.errors == "ofac-sdn from 2015-01 to 2024-01: 10260 added, 2315 removed, 3561 in both\n")
  }

  @Test(arguments: [
    ("un-consolidated-2026-02.xml.gz", "1003 entries"), ("uk-ofsi-conlist-2018-04.csv.gz", "2106 entries"),
    ("eu-fsf-excerpt-2018-07.csv", "93 entries"),
    ("us-consolidated-screening-list-2022-05.csv.gz", "14160 entries"),
    ("ofac-consolidated-advanced-2020-03.xml.gz", "375 entries"),
    ("us-bis-denied-persons-2019-06.txt", "546 entries"), ("ofac-consolidated-2018-04.xml.gz", "639 entries"),
  ]) func everyListIsReadInFull(file: String, entries: String) throws {
    let result = try tool.run(["import", "\(lists)/\(file)"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(entries), "\(result.output)")
  }

  @Test func theStoryOfTheSeedsIsCheckedAgainstTheList() throws {
    #expect(try tool.run(["ingest", "seeds"]).code == 0)
    for year in ["2015", "2024"] {
      #expect(try tool.run(["import", "\(lists)/ofac-sdn-\(year)-01.csv.gz"]).code == 0)
    }
    func airlines(_ day: String) throws -> [String] {
      let words = ["query", "--as-of", day, "--authority", "OFAC", "--kind", "airline", "--format", "csv"]
      return CSV.records(try tool.run(words).output).compactMap { $0["target"] }
    }
    #expect(try !airlines("2015-06-01").contains("Air Koryo"))
    #expect(try airlines("2024-02-01").contains("Air Koryo"))
    let rows = CSV.records(try tool.run(["check", "--format", "csv"]).output)
    func verdict(_ target: String, _ authority: String) -> [String] {
      let row = rows.first {
        $0["target"] == target && $0["authority"]?.contains(authority) == true && $0["status"] == "actual"
      }
      return ["verdict", "entry", "list_date"].map { row?[$0] ?? "" }
    }
    #expect(
      verdict("Air Koryo", "Office of Foreign Assets Control")
        == ["confirmed", "ofac-sdn/20520", "2015-01/2024-01"])
    #expect(verdict("Choe Ryong-hae", "South Korea") == ["not-covered", "ofac-sdn/23213", "2015-01/2024-01"])
    #expect(
      verdict("Dandong Hongxiang Industrial Development", "South Korea")
        == ["not-covered", "ofac-sdn/20564", "2015-01/2024-01"])
  }
}
