import Diagnostics
import Lists
import Model
import Testing

@Suite("Lists that are read in pieces, and files that end too early")
struct PieceTests {
  private static func row(_ number: Int, _ remarks: String) -> String {
    "\(number),\"ARNOR TRUST \(number)\",-0-,\"ARNOR\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,\"\(remarks)\"\r\n"
  }

  @Test func recordsAcrossTheSeamsOfPiecesAreWhole() throws {
    // Quotation marks, line breaks and letters of two bytes come upon every seam as the rows grow.
    let remarks = (0..<1500).map { String(repeating: "\"\"é\r\n", count: 20 + $0 % 61) + "." }
    let text = remarks.enumerated().map { PieceTests.row($0.offset + 1, $0.element) }.joined()
    #expect(text.utf8.count > 1 << 19)
    let found = try reading(text + "\u{1A}")
    #expect(found.findings.isEmpty && found.records == 1500)
    #expect(found.entries.map(\.remarks) == remarks.map { $0.replacing("\"\"", with: "\"") })
    #expect(found.entries.last?.names.map(\.text) == ["ARNOR TRUST 1500"])
  }

  @Test func linesOfJSONAcrossTheSeamsOfPiecesAreWhole() throws {
    let lines = (1...6000).map { number in
      let padding = String(repeating: "é", count: number % 97)
      return
        #"{"id":"a\#(number)","schema":"Company","properties":{"name":["Arnor \#(padding) \#(number)"]}}"#
    }
    let found = try reading(lines.joined(separator: "\n"), file: "arnor.json")
    #expect(found.entries.map(\.number) == (1...6000).map { "a\($0)" })
  }

  @Test func theLineOfAMarkThatNeverClosesIsToldThroughAllPieces() throws {
    let rows = (1...5000).map { PieceTests.row($0, "none.") }.joined()
    let error = try #require(throws: ListFault.self) { try reading(rows + "5001,\"ARNOR\r\n\r\n") }
    #expect(error.finding.description == "list.csv:5001: error: the quotation mark is never closed")
  }

  @Test func aRecordWithoutEndIsNotKeptInMemory() throws {
    let endless = "901,\"" + String(repeating: "arnor, ", count: 3 << 20)
    let error = try #require(throws: ListFault.self) { try reading(endless, format: .ofacPrimary) }
    #expect(error.finding.description.hasPrefix("list.csv:1: error: the record is over 16 MiB"))
  }

  @Test func aRowThatTheFileCutsOffIsAFinding() throws {
    let header = "Date_file;Entity_logical_id;Subject_type;Naal_wholename;Programme\n"
    let found = try reading(header + "04/07/2018;31;P;Meriadoc Brandybuck;ARN\n04/07/2018;32;P;Peregrin To")
    #expect(found.entries.map(\.number) == ["31"])
    #expect(found.findings.filter { $0.severity == .error }.map(\.location.line) == [3])
  }

  @Test func aLastRecordWithoutLineBreakIsRead() throws {
    let header = "Date_file;Entity_logical_id;Subject_type;Naal_wholename;Programme\n"
    let found = try reading(header + "04/07/2018;31;P;Meriadoc Brandybuck;ARN")
    #expect(found.entries.map(\.number) == ["31"])
    #expect(
      found.findings.map(\.description) == [
        "list.csv:2: warning: the last record does not end in a line break: is the file cut off?"
      ])
  }

  @Test func aLastRecordThatEndsInAQuotationMarkIsWhole() throws {
    #expect(try reading(String(PieceTests.row(1, "none.").dropLast())).findings.isEmpty)
  }
}
