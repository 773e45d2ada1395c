import Diagnostics
import Evaluation
import Model
import Testing

/// A post in the inline notation whose parties are invented.
func gold(_ text: String, _ events: String = "", title: String = "") throws -> GoldPost {
  var findings: [Finding] = []
  let lines = ["id: a1", "published: 2018-05-27"] + (title.isEmpty ? [] : ["title: \(title)"])
  let notation = (lines + ["", text, "---", events]).joined(separator: "\n")
  let post = InlineNotation.read(notation, file: "a1.txt", findings: &findings)
  #expect(findings.isEmpty)
  return try #require(post)
}

/// The figures of one post, where what was found is written in the same notation.
func sheet(_ right: GoldPost, found: GoldPost) -> ScoreSheet {
  var sheet = ScoreSheet()
  sheet.add(right, found: found.reading)
  return sheet
}

/// Right, spurious and missed.
func counts(_ sheet: ScoreSheet, _ measure: Measure) -> [Int] {
  let tally = sheet.tallies[measure] ?? Tally()
  return [tally.truePositives, tally.falsePositives, tally.falseNegatives]
}
