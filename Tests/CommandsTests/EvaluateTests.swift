import Foundation
import Testing

/// `evaluate` as scripts and people call it.
struct EvaluateTests {
  static let post = """
    id: a1
    published: 2018-05-27

    ⟦OFAC¦organization=Office of Foreign Assets Control⟧ ⟦designated¦designation#1⟧ ⟦Arnor Trust Bank¦bank=Arnor Trust Bank⟧.
    ---
    #1 status=possible | authority=Office of Foreign Assets Control | target=Arnor Trust Bank

    """

  func tool(_ files: [String: String]) throws -> Tool {
    let tool = try Tool()
    let folder = tool.folder.appendingPathComponent("gold")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    return tool
  }

  @Test func figuresAndFailuresAreRows() throws {
    let tool = try tool(["a1.txt": EvaluateTests.post])
    let csv = try tool.run(["evaluate", "gold", "--format", "csv"])
    #expect(csv.code == 0 && csv.errors.isEmpty)
    #expect(csv.output.contains("\nmention,1.0,1.0,1.0,,2,0,0,,,,,,\n"))
    #expect(csv.output.contains("\nstatus:possible,,,,0.0,,,,0,1,1,0,0,0\n"))
    let errors = try tool.run(["evaluate", "gold", "--errors", "--format", "csv"]).output
    #expect(
      errors == """
        post,measure,failure,kind,text,gold,found
        a1,event-status,wrong,designation,designated,possible,actual

        """)
    let table = try tool.run(["evaluate", "gold", "--errors"]).output
    #expect(table.contains("event-status                                    0.000"))
    #expect(table.contains("\nstatus    read as actual") && table.contains("\na1    event-status  wrong"))
    let columns = try tool.run(["evaluate", "gold", "--columns", "measure,f1", "--format", "tsv"]).output
    #expect(columns.hasPrefix("measure\tf1\nactual-argument\t"))
  }

  @Test func anEarlierRunCanBeCompared() throws {
    let tool = try tool(["a1.txt": EvaluateTests.post])
    let line =
      #"{"id":"a1","entities":[{"id":"o","kind":"organization"}],"mentions":[{"start":0,"end":4,"entity":"o"}]}"#
    try Data(line.utf8).write(to: tool.folder.appendingPathComponent("old.jsonl"))
    let old = ["evaluate", "gold", "--format", "csv", "--predictions", "old.jsonl"]
    #expect(try tool.run(old).output.contains("\nmention,1.0,0.5,0.6666666666666666,,1,0,1,"))
    #expect(try tool.run(old + ["--data", "data"]).code == 2)
    try Data(line.replacing("a1", with: "a2").utf8).write(to: tool.folder.appendingPathComponent("old.jsonl"))
    let other = try tool.run(old)
    #expect(other.code == 0 && other.errors.contains("nothing on 1 of 1 posts"))
    try Data(#"{"id":"a1","times":[{"start":3}]}"#.utf8).write(
      to: tool.folder.appendingPathComponent("old.jsonl"))
    let bad = try tool.run(old)
    #expect(bad.code == 3 && bad.errors.hasPrefix("old.jsonl:1:21: error: "))
  }

  @Test func whatIsWrongIsToldAtOnce() throws {
    let tool = try tool([
      "a1.txt": EvaluateTests.post, "a2.txt": EvaluateTests.post, "b.txt": "id: b\n\n⟦X¦shop=X⟧ and ⟦Y⟧\n",
      "c.jsonl": "{\"id\":\"c\"\n[]\n", "d.txt": "",
    ])
    let result = try tool.run(["evaluate", "gold"])
    #expect(result.code == 3 && result.output.isEmpty)
    let places = result.errors.split(separator: "\n").map {
      $0.prefix(upTo: $0.range(of: ": error: ")?.lowerBound ?? $0.endIndex)
    }
    #expect(
      places == [
        "gold/a2.txt:1", "gold/b.txt:3:1", "gold/b.txt:3:21", "gold/c.jsonl:1:10", "gold/c.jsonl:2:1",
        "gold/d.txt",
      ])
  }

  @Test(arguments: [
    ("nowhere", Int32(4)), ("--errors", 2), ("empty", 3), ("gold --predictions nowhere", 4),
  ])
  func wrongCallsGetOneClearLine(words: String, code: Int32) throws {
    let tool = try tool(["a1.txt": EvaluateTests.post])
    try FileManager.default.createDirectory(
      at: tool.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let result = try tool.run(["evaluate"] + words.split(separator: " ").map(String.init))
    #expect(result.code == code && result.output.isEmpty && !result.errors.isEmpty)
  }
}
