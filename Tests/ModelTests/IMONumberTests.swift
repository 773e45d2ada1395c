import Model
import Testing

struct IMONumberTests {
  @Test(arguments: ["9074729", "IMO 9074729", "IMO No. 9074729"]) func aRightCheckDigitGivesTheNumber(
    text: String
  ) {
    #expect(IMONumber.digits(in: text) == "9074729")
  }

  @Test(arguments: ["9074728", "907472", "90747290", "", "IMO"]) func anythingElseGivesNone(text: String) {
    #expect(IMONumber.digits(in: text) == nil)
  }
}
