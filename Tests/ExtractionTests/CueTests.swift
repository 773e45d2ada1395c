import Extraction
import Knowledge
import Model
import Testing

/// Every row of the cues is held to its own example, and its own word to a sentence of its part of speech.
struct CueTests {
  func statuses(in text: String) -> Set<Status> {
    let post = Post(id: "p", title: "", text: text, source: "test", published: EDTF("2020-05-05"))
    return Set(EventLexiconTests.extractor.read(post).claims.map(\.status))
  }

  @Test func everyExampleHasTheStatusOfItsRow() {
    for cue in EventLexiconTests.knowledge.cues {
      #expect(
        statuses(in: cue.example).contains(cue.status), "\(cue.location): \(cue.cue) in '\(cue.example)'")
    }
  }

  @Test func everyWordMakesWhatItGovernsSo() {
    for cue in EventLexiconTests.knowledge.cues where !cue.cue.contains(" ") {
      let sentence: String
      switch cue.partOfSpeech {
      case .noun: sentence = "Eriador's \(cue.cue) to designate Arnor Trust Bank drew notice."
      case .adjective: sentence = "Eriador is \(cue.cue) to designate Arnor Trust Bank."
      case .verb, .phrase, .pseudo: continue
      }
      #expect(statuses(in: sentence).contains(cue.status), "\(cue.location): '\(sentence)'")
    }
  }
}
