import Diagnostics
import Evaluation
import Foundation
import Model
import Testing

/// The comparison itself: what differs is told, and nothing else.
struct HarnessTests {
  func post(_ text: String, _ events: String = "") throws -> GoldPost {
    var findings: [Finding] = []
    let lines = "\(text)\n---\n\(events)".split(separator: "\n", omittingEmptySubsequences: false)
    let post = InlineNotation.read(
      lines: ([""] + lines.map(String.init))[...], file: "a", id: "a", findings: &findings)
    #expect(findings.isEmpty)
    return try #require(post)
  }

  static let text =
    "⟦Eriador¦country=Eriador⟧ ⟦hit¦designation#1⟧ ⟦Harad Air¦airline=Harad Air⟧ in ⟦May¦time=2018-05⟧; "
    + "the ⟦carrier¦~airline=Harad Air⟧ paid."
  static let event = "#1 status=actual | authority=Eriador | target=Harad Air | date=2018-05"

  @Test func theSameReadingDiffersInNothing() throws {
    let right = try post(HarnessTests.text, HarnessTests.event)
    #expect(ExactComparison(right, right.reading).differences.isEmpty)
  }

  @Test(arguments: [
    (
      "airline=", "company=",
      [
        "'Harad Air' is airline, read as company",
        "'carrier' is described airline, read as described company",
      ]
    ),
    (
      "⟦Eriador¦country=Eriador⟧", "Eriador",
      ["missed country 'Eriador'", "designation 'hit': missed authority Eriador"]
    ),
    (" paid", " ⟦paid¦relief#2⟧", ["spurious relief 'paid'"]),
    ("hit¦designation", "hit¦relief", ["missed designation 'hit'", "spurious relief 'hit'"]),
    ("time=2018-05", "time=2018", ["'May' is 2018-05, read as 2018"]),
    ("⟦May¦time=2018-05⟧", "May", ["missed time 'May' 2018-05"]),
    ("~airline=Harad Air", "~airline=The Carrier", ["'Harad Air' and 'carrier' are one, read as two"]),
    ("status=actual", "status=planned", ["designation 'hit' is actual, read as planned"]),
    (" | date=2018-05", "", ["designation 'hit' is 2018-05, read as undated"]),
    ("target=Harad Air", "target=Harad Air; Eriador", ["designation 'hit': spurious target Eriador"]),
  ])
  func aDifferenceIsTold(part: String, other: String, differences: [String]) throws {
    let right = try post(HarnessTests.text, HarnessTests.event)
    var event = HarnessTests.event.replacing(part, with: other)
    if other == "Eriador" { event = event.replacing("authority=Eriador | ", with: "") }
    if other.contains("#2") { event += "\n#2 status=actual" }
    let read = try post(HarnessTests.text.replacing(part, with: other), event)
    #expect(ExactComparison(right, read.reading).differences == differences)
  }

  @Test func marksOfKnownMissesComeAndGo() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sentences-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: url) }
    let text = "phenomenon: none\n\n=== a\n\nx\n\n=== b\npublished: 2018\nknown-miss: hard\n\ny\n"
    try Data(text.utf8).write(to: url)
    var findings: [Finding] = []
    var file = try SentenceFile(url, findings: &findings)
    #expect(file.items.map(\.knownMiss) == [nil, "hard"])
    #expect(try file.mark(failing: ["a"]) == 2)
    let marked = text.replacing("=== a\n", with: "=== a\nknown-miss: not yet\n").replacing(
      "known-miss: hard\n", with: "")
    #expect(try String(contentsOf: url, encoding: .utf8) == marked)
    #expect(findings.isEmpty)
  }

  @Test func aFileSaysWhatItShows() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sentences-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("=== a\ncolour: red\n\n⟦x\n".utf8).write(to: url)
    var findings: [Finding] = []
    let file = try SentenceFile(url, findings: &findings)
    #expect(file.items.isEmpty)
    #expect(findings.map(\.location.line).sorted() == [1, 4])
  }
}
