import Model
import Testing

struct IMONumberTests {
  @Test(arguments: ["9074729", "IMO 9074729", "IMO No. 9074729"]) func aRightCheckDigitGivesTheNumber(
    text: String
  ) {
    #expect(IMONumber(text)?.digits == "9074729")
    #expect(IMONumber(text)?.holder == .ship)
  }

  @Test func companiesHaveNumbersOfTheirOwn() { #expect(IMONumber("IMO 5342883")?.holder == .company) }

  @Test(arguments: ["9074728", "907472", "90747290", "", "IMO"]) func anythingElseGivesNone(text: String) {
    #expect(IMONumber(text) == nil)
  }

  @Test func anIdentifierSaysThatItIsOne() {
    #expect(IMONumber.isMeant(by: "Vessel Registration Identification IMO 9074729"))
    #expect(!IMONumber.isMeant(by: "AIMO-681106-9F7, R.F.C"))
  }
}
