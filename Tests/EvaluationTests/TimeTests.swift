import Evaluation
import Model
import Testing

/// Times and the dates of events.
struct TimeTests {
  @Test func aTimeCountsByPlaceAndByValue() throws {
    let right = try gold("On ⟦Friday¦time=2018-05-25⟧ and in ⟦May 2018¦time=2018-05⟧ and ⟦2017¦time=2017⟧.")
    let found = try gold("On ⟦Friday¦time=2018-05-18⟧ and in ⟦May¦time=2018-05⟧ ⟦2018¦time=2018⟧ and 2017.")
    let sheet = sheet(right, found: found)
    #expect(counts(sheet, .timeSpan) == [2, 1, 1])
    #expect(counts(sheet, .timeValue) == [1, 2, 2])
  }

  @Test(arguments: [
    ("2018-05-25", "2018-05-25", 1, 1), ("2018-05", "2018-05-25", 1, 1), ("2018-05-25", "2018-05", 0, 1),
    ("2018", "2018-05", 1, 1), ("201X", "2018-05", 1, 1), ("2018-05-20/2018-05-26", "2018-05-25", 1, 1),
    ("2018-05-20/2018-05-26", "2018-05-27", 0, 1), ("../2018-05-27", "2018-05-25", 0, 1),
    ("2018-22", "2018-07", 0, 1), ("2018-22", "2018-22", 1, 1), ("2018-05", "", 0, 1), ("", "2018-05", 0, 1),
    ("", "", 0, 0),
  ])
  func aDateAgreesWithTheSameAndWithACoarserOne(gold: String, found: String, right: Int, due: Int) throws {
    func post(_ date: String) throws -> GoldPost {
      try EvaluationTests.gold(
        "⟦Eriador¦country=Eriador⟧ ⟦tested¦weapons-test#1⟧ one.",
        "#1 status=actual | actor=Eriador" + (date.isEmpty ? "" : " | date=\(date)"))
    }
    let sheet = sheet(try post(gold), found: try post(found))
    #expect(sheet.dates.right == right && sheet.dates.gold == due)
  }

  @Test func aDateThatKnowledgeAddsIsNoInvention() throws {
    let right = try gold("⟦tested¦weapons-test#1⟧", "#1 status=actual")
    var found = try gold("⟦tested¦weapons-test#1⟧", "#1 status=actual | date=2018")
    found.reading.claims[0].basis = .knowledge
    #expect(sheet(right, found: found).dates.gold == 0)
  }
}
