import Evaluation
import Model
import Testing

/// Names, entities and descriptions.
struct NameTests {
  @Test func aNameCountsWithItsPlaceAndKind() throws {
    let right = try gold(
      "⟦Harad Air¦airline=Harad Air⟧ flew to ⟦Umbar¦place=Umbar⟧ from ⟦Eriador¦country=Eriador⟧.")
    let found = try gold(
      "⟦Harad¦airline=Harad⟧ Air flew to ⟦Umbar¦country=Umbar⟧ from ⟦Eriador¦country=Eriador⟧.")
    let sheet = sheet(right, found: found)
    #expect(counts(sheet, .mention) == [1, 2, 2])
    #expect(counts(sheet, .mentionOverlap) == [2, 1, 1])
    #expect(counts(sheet, .mentionCore) == [0, 1, 1])
    #expect(counts(sheet, .mentionCoreOverlap) == [1, 0, 0])
    #expect(sheet.kinds[.country]?.truePositives == 1)
    #expect(sheet.kinds[.country]?.falsePositives == 1)
    #expect(sheet.kinds[.place]?.falseNegatives == 1)
  }

  @Test func anAnswerTakesTheFirstFreeFindThatFits() throws {
    // One long find fits both names, but only once.
    let right = try gold("⟦Arnor¦company=Arnor⟧ and ⟦Rohan¦company=Rohan⟧ traded.")
    let found = try gold("⟦Arnor and Rohan¦company=Arnor and Rohan⟧ traded.")
    #expect(counts(sheet(right, found: found), .mentionOverlap) == [1, 0, 1])
  }

  @Test func whatTheAnswersDescribeIsNoSpuriousName() throws {
    let right = try gold("⟦Harad Air¦airline=Harad Air⟧ grew; the ⟦carrier¦~airline=Harad Air⟧ paid.")
    let found = try gold("⟦Harad Air¦airline=Harad Air⟧ grew; the ⟦carrier¦company=carrier⟧ paid.")
    let sheet = sheet(right, found: found)
    #expect(counts(sheet, .mention) == [1, 0, 0])
    #expect(sheet.nominals.right == 0 && sheet.nominals.gold == 1)
  }

  @Test func anEntityIsTheOneWithWhichItSharesTheMostPlaces() throws {
    let right = try gold(
      "⟦Harad Air¦airline=Harad Air⟧, ⟦Harad¦airline=Harad Air⟧, ⟦Harad¦country=Harad⟧ and ⟦Umbar¦place=Umbar⟧"
    )
    let found = try gold(
      "⟦Harad Air¦airline=A⟧, ⟦Harad¦airline=A⟧, ⟦Harad¦airline=A⟧ and ⟦Umbar¦country=Umbar⟧")
    // The country was taken for the airline and the place for a country: two of three are missed.
    #expect(counts(sheet(right, found: found), .entity) == [1, 1, 2])
  }

  @Test func aDescriptionIsRightWhereItsEntityIs() throws {
    let right = try gold(
      "⟦Harad Air¦airline=Harad Air⟧ grew; the ⟦carrier¦~airline=Harad Air⟧ under ⟦that law¦~law=The Ban⟧ paid."
    )
    let found = try gold(
      "⟦Harad Air¦airline=H⟧ grew; the ⟦carrier¦~airline=H⟧ under ⟦that law¦~law=L⟧ paid.")
    let sheet = sheet(right, found: found)
    #expect(sheet.nominals.right == 2 && sheet.nominals.gold == 2)
    // What is only described has no name to be found.
    #expect(counts(sheet, .entity) == [1, 0, 0])
  }

  @Test func offsetsCountCodePointsAfterTheTitle() throws {
    let post = try gold("🛳 Café ⟦Umbar¦place=Umbar⟧.", title: "É ⟦Harad¦country=Harad⟧")
    #expect(post.post.document == "É Harad\n\n🛳 Café Umbar.")
    #expect(post.reading.mentions.map(\.span) == [TextSpan(2, 7), TextSpan(16, 21)])
  }
}
