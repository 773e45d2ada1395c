import Testing

@testable import Rendering

struct DelimitedTests {
  let rows = hostileTexts.map { [CellValue.text($0), .text("end")] }

  @Test func rawCSVParsesBackToTheSameCells() throws {
    let parsed = parsedCSV(try written(.csv, ["text", "end"], rows, raw: true))
    #expect(parsed.first == ["text", "end"])
    #expect(parsed.dropFirst().map { Array($0[0].utf8) } == hostileTexts.map { Array($0.utf8) })
  }

  @Test func safeCSVComesBackThroughItsEscapes() throws {
    let parsed = parsedCSV(try written(.csv, ["text", "end"], rows))
    #expect(parsed.dropFirst().map { Array(undisguised($0[0]).utf8) } == hostileTexts.map { Array($0.utf8) })
    for row in parsed { #expect(!["=", "+", "-", "@", "\t", "\r"].contains(row[0].prefix(1))) }
  }

  @Test func safeTSVComesBackThroughItsEscapes() throws {
    let lines = try written(.tsv, ["text", "end"], rows).split(separator: "\n")
    let cells = lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(cells.allSatisfy { $0.count == 2 })
    #expect(cells.map { Array(undisguised(String($0[0])).utf8) } == hostileTexts.map { Array($0.utf8) })
  }

  @Test func rawTSVWritesTabsAndLineEndsAsLetters() throws {
    #expect(
      try written(.tsv, ["a", "b"], [[.text("x\ty\\n\n\r"), .text("=1")]], raw: true)
        == "a\tb\nx\\ty\\\\n\\n\\r\t=1\n")
  }

  @Test func formulasAreDisguisedAndNumbersAreNot() throws {
    let row: [CellValue] = [
      .text("=1+1"), .text("'x"), .integer(-5), .number(-0.5), .list(["-a", "b"]), .missing,
    ]
    #expect(
      try written(.csv, ["a", "b", "c", "d", "e", "f"], [row]) == "a,b,c,d,e,f\n'=1+1,''x,-5,-0.5,'-a; b,\n")
  }

  @Test func quotationMarksStandWhereTheyAreNeeded() throws {
    #expect(
      try written(.csv, ["a", "b"], [[.text("x, \"y\""), .text("one\ntwo")]], raw: true)
        == "a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\n")
    #expect(try written(.csv, ["a"], [[.missing], [.text("x")]]) == "a\n\"\"\nx\n")
  }

  @Test func rowsAreFilledUpAndCutToTheColumns() throws {
    #expect(
      try written(.csv, ["a", "b"], [[.text("x")], [.text("y"), .text("z"), .text("!")]]) == "a,b\nx,\ny,z\n")
  }
}
