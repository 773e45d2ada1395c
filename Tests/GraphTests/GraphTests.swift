import Graph
import Model
import SQLite
import Testing

@Suite struct StoringTests {
  @Test func aPostIsStoredWithAllThatWasReadInIt() throws {
    let scratch = try Scratch()
    _ = try graph(scratch)
    let raw = try Connection(scratch.file(), for: .reading)
    #expect(try raw.int("SELECT count(*) FROM post") == 3)
    #expect(
      try raw.texts("SELECT id FROM entity ORDER BY id") == [
        "airline/harad-air-lines-co", "bank/bank-of-umbar", "country/gondor", "country/mordor",
        "country/rohan",
        "law/gondor-act", "law/section-7-of-the-gondor-act", "organization/office-of-seals",
        "organization/treasury-of-gondor",
      ])
    #expect(try raw.int("SELECT count(*) FROM event") == 5)
    #expect(
      try raw.texts("SELECT target FROM designations WHERE status = 'negated'") == ["Harad Air Lines Co"])
  }
}
