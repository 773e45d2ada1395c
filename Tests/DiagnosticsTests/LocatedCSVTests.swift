import Diagnostics
import Testing

struct LocatedCSVTests {
  @Test func aFindingNamesFileLineAndColumn() {
    let finding = Finding(
      SourceLocation(file: "names.csv", line: 3, column: 7), .error, "unknown kind 'ship'")
    #expect(finding.description == "names.csv:3:7: error: unknown kind 'ship'")
  }

  @Test func cellsKnowWhereTheyStand() {
    var findings: [Finding] = []
    let text = "# about\nname,kind\n\"Harad, Air\",airline\n"
    let table = LocatedCSV(Array(text.utf8), file: "names.csv", findings: &findings)
    #expect(findings.isEmpty)
    #expect(table.header == ["name", "kind"])
    #expect(table.rows.first?["name"] == "Harad, Air")
    #expect(table.rows.first?.cell("kind")?.location.description == "names.csv:3:14")
  }

  @Test func anOpenQuoteIsAFinding() {
    var findings: [Finding] = []
    _ = LocatedCSV(Array("name,kind\n\"Harad".utf8), file: "names.csv", findings: &findings)
    #expect(findings.first?.location.line == 2)
  }
}
