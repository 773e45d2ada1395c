import Extraction
import Knowledge
import Model
import Testing

/// Every row of the event lexicon is held to its own example and counter-example.
struct EventLexiconTests {
  static let knowledge = Knowledge.read(.builtIn, checkingNames: false).knowledge
  static let extractor = Extractor(
    knowledge: knowledge,
    names: [
      ("Eriador", .country), ("Arnor Sanctions Act", .law), ("Rohan Glory", .vessel),
      ("Silver Heron", .vessel),
      ("Arnor Trust Bank", .bank), ("Gennady Orlenko", .person),
    ])

  func kinds(in text: String) -> Set<EventKind> {
    let post = Post(id: "p", title: "", text: text, source: "test", published: EDTF("2020-05-05"))
    return Set(EventLexiconTests.extractor.read(post).claims.map(\.kind))
  }

  @Test func everyRowFiresInItsExample() {
    for frame in EventLexiconTests.knowledge.frames {
      let found = kinds(in: frame.example)
      #expect(
        found.contains(frame.kind), "\(frame.location): \(frame.trigger) in '\(frame.example)' gives \(found)"
      )
    }
  }

  @Test func noRowFiresInItsCounterExample() {
    for frame in EventLexiconTests.knowledge.frames where !frame.counter.isEmpty {
      let found = kinds(in: frame.counter)
      #expect(!found.contains(frame.kind), "\(frame.location): \(frame.trigger) in '\(frame.counter)'")
    }
  }
}
