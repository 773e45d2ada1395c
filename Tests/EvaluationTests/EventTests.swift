import Evaluation
import Model
import Testing

/// Events, their status and who takes part.
struct EventTests {
  static let text =
    "⟦Eriador¦country=Eriador⟧ ⟦blacklisted¦designation#1⟧ ⟦Harad Air¦airline=Harad Air⟧ and "
    + "⟦Umbar Bank¦bank=Umbar Bank⟧, then ⟦banned¦restriction#2⟧ coal."
  static let events = """
    #1 status=actual | authority=Eriador | target=Harad Air; Umbar Bank
    #2 status=planned | authority=Eriador
    """

  @Test func anEventIsFoundByItsKindAndOneTrigger() throws {
    let right = try gold(EventTests.text, EventTests.events)
    let found = try gold(
      EventTests.text.replacing("banned¦restriction", with: "banned¦relief"), EventTests.events)
    #expect(counts(sheet(right, found: right), .event) == [2, 0, 0])
    #expect(counts(sheet(right, found: found), .event) == [1, 1, 1])
  }

  @Test func furtherClaimsOnOneEventAreNeitherRightNorWrong() throws {
    let right = try gold(
      "⟦Eriador¦country=Eriador⟧ ⟦listed¦designation#1⟧ ⟦Harad Air¦airline=Harad Air⟧ by ⟦designation¦designation#1⟧.",
      "#1 status=actual | target=Harad Air")
    let found = try gold(
      "⟦Eriador¦country=Eriador⟧ ⟦listed¦designation#1⟧ ⟦Harad Air¦airline=Harad Air⟧ by ⟦designation¦designation#2⟧.",
      "#1 status=possible\n#2 status=actual | target=Harad Air")
    let sheet = sheet(right, found: found)
    #expect(counts(sheet, .event) == [1, 0, 0])
    // The claim that shares the target is the one that is held to the answer.
    #expect(sheet.statuses.right == 1)
  }

  @Test func theStatusIsCountedByClass() throws {
    let right = try gold(EventTests.text, EventTests.events)
    let found = try gold(EventTests.text, EventTests.events.replacing("planned", with: "actual"))
    let sheet = sheet(right, found: found)
    #expect(sheet.statuses.right == 1 && sheet.statuses.gold == 2)
    #expect(sheet.confusion == [.actual: [.actual: 1], .planned: [.actual: 1]])
    #expect(sheet.share(of: .planned).accuracy == 0 && sheet.share(of: .actual).accuracy == 1)
  }

  @Test func argumentsAreWhoPlaysWhichRoleInWhichKind() throws {
    let right = try gold(EventTests.text, EventTests.events)
    let found = try gold(
      EventTests.text,
      EventTests.events.replacing("target=Harad Air; Umbar Bank", with: "target=Eriador; Harad Air"))
    let sheet = sheet(right, found: found)
    #expect(counts(sheet, .argument) == [3, 1, 1])
    // What is planned is nothing that happened to a party.
    #expect(counts(sheet, .actualArgument) == [2, 1, 1])
  }

  @Test func everyFailureIsListed() throws {
    let right = try gold(EventTests.text, EventTests.events)
    let found = try gold("⟦Eriador¦place=Eriador⟧ blacklisted Harad Air and Umbar Bank, then banned coal.")
    let misses = sheet(right, found: found).misses
    #expect(
      misses.filter { $0.measure == "mention" }.map(\.text) == [
        "Eriador", "Harad Air", "Umbar Bank", "Eriador",
      ])
    #expect(misses.filter { $0.measure == "event" }.map(\.text) == ["blacklisted", "banned"])
    #expect(misses.filter { $0.measure == "argument" }.count == 4)
  }

  @Test func figuresAreNamedAndOrdered() throws {
    let right = try gold(EventTests.text, EventTests.events)
    let names = sheet(right, found: right).figures.map(\.name)
    #expect(names.first == "actual-argument" && names.last == "kind:country")
    #expect(sheet(right, found: right).figures.filter { $0.name == "event" }.map(\.value) == [1])
    #expect(ScoreSheet().figures.allSatisfy { $0.value == 0 })
  }
}
