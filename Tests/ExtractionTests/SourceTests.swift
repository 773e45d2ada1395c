import Extraction
import Model
import Testing

/// Who is cited for a claim is kept with it.
struct SourceTests {
  func source(in text: String) -> String? {
    let post = Post(id: "p", title: "", text: text, source: "test", published: EDTF("2020-05-05"))
    let reading = EventLexiconTests.extractor.read(post)
    return reading.claims.first?.source.map { reading.entities[$0].name }
  }

  @Test(
    "A name that a verb of saying has as its subject is the source",
    arguments: [
      ("Kyodo reported that Eriador has not designated Arnor Trust Bank.", "Kyodo"),
      ("Gennady Orlenko violated UNSCR 2270, a spokesman for OFAC said.", "Office of Foreign Assets Control"),
      ("According to the United Nations, Arnor Trust Bank violated UNSCR 2270.", "United Nations"),
    ]
  ) func isCited(text: String, name: String) {
    #expect(source(in: text) == name)
  }

  @Test(
    "Who acts is no source, nor is who adds a party to a list",
    arguments: [
      "OFAC said it designated Arnor Trust Bank.", "Eriador added Arnor Trust Bank to the SDN List.",
    ]
  ) func isNotCited(text: String) {
    #expect(source(in: text) == nil)
  }
}
