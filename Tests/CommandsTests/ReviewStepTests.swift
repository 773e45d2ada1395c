import Foundation
import Testing

/// Doubts decided one key each, and kept in a file.
struct ReviewStepTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    let posts = [
      #"{"id":"a","title":"t","text":"Arnor Trust Bank was blacklisted on December 2, 2016.","published":"2016-12-04"}"#,
      #"{"id":"b","title":"t","text":"Harad Air was sanctioned last week.","published":"2016-12-04"}"#,
      #"{"id":"c","title":"t","text":"OFAC designated Umbar Shipping Co., Ltd.","published":"2016-12-04"}"#,
    ]
    try tool.run(["ingest"], input: posts.joined(separator: "\n"))
  }

  func rows() throws -> [String] {
    try String(contentsOf: tool.file("c.csv"), encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func aKeyIsAVerdictThatAppliesLater() throws {
    let step = try tool.run(
      ["review", "--step", "c.csv", "--author", "Galen, I."], input: "xrt2016-11-30\nq")
    #expect(
      step.code == 0
        && step.errors == "2 verdicts written to c.csv; sanctions review --apply c.csv applies them\n")
    #expect(
      step.output.contains("1 of 2: no authority is told")
        && step.output.contains("“Harad Air was sanctioned"))
    let rows = try rows()
    #expect(rows[0] == "verdict,subject,object,author,date,reason" && rows.count == 3)
    #expect(rows[1].hasPrefix("reject,b#designation-") && rows[1].contains(",,\"Galen, I.\",20"))
    #expect(rows[2].hasPrefix("redate,a#designation-") && rows[2].contains(",2016-11-30,"))
    #expect(try tool.run(["review", "--apply", "c.csv"]).code == 0)
    #expect(try tool.run(["query", "Harad Air"]).code == 1)
    #expect(
      try tool.run(["query", "Arnor Trust Bank", "--format", "csv", "--columns", "date"]).output
        == "date\n2016-11-30\n")
  }

  @Test func whatIsDecidedIsNotAskedAgainAndAddedTo() throws {
    try tool.run(["review", "--step", "c.csv"], input: "rq")
    let again = try tool.run(["review", "--step", "c.csv"], input: "r")
    #expect(again.output.contains("1 of 1:"))
    #expect(try rows().count == 3)
    let nothing = try tool.run(["review", "--step", "c.csv"])
    #expect(nothing.code == 1 && nothing.errors == "nothing is doubtful that was not decided\n")
  }

  @Test func goingOnOrEndingWritesNothing() throws {
    for keys in ["\n q", "", "\u{3}", "\u{4}"] {
      let step = try tool.run(["review", "--step", "c.csv"], input: keys)
      #expect(step.code == 0 && step.errors.hasPrefix("0 verdicts"))
    }
    #expect(try rows() == ["verdict,subject,object,author,date,reason"])
    #expect(try tool.run(["review", "--apply", "c.csv"]).code == 0)
    #expect(try tool.run(["review", "--apply", "c.csv", "--step", "c.csv"]).code == 2)
    let wrong = try tool.run(["review", "--step", "c.csv"], input: "tsoon\nq")
    #expect(wrong.output.contains("'soon' is no date"))
  }

  @Test func aFileThatIsNoneOfVerdictsStaysAsItIs() throws {
    try Data("name,kind\nArnor,bank\n".utf8).write(to: tool.file("c.csv"))
    #expect(try tool.run(["review", "--step", "c.csv"], input: "r").code == 3)
    #expect(try rows() == ["name,kind", "Arnor,bank"])
  }
}
