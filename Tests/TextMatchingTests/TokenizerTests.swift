import Testing
import TextMatching

struct TokenizerTests {
  func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(vocabulary: Vocabulary(capacity: 16)).tokenize(bytes.span, into: &tokens)
    return tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }

  @Test(arguments: [
    ("Harad Air's jets", ["Harad", "Air", "'s", "jets"]), ("the U.S. said", ["the", "U.S.", "said"]),
    ("$3.5 million", ["$", "3.5", "million"]), ("Arnor-based", ["Arnor", "based"]),
    ("Lórien’s ship", ["Lórien", "’s", "ship"]),
  ])
  func textIsCutIntoWordsAndMarks(text: String, expected: [String]) {
    #expect(words(of: text) == expected)
  }

  @Test func caseAndDiacriticsMakeNoOtherWord() {
    var vocabulary = Vocabulary(capacity: 16)
    let word = vocabulary.intern("Lórien")
    #expect(vocabulary.word("lorien") == word)
    #expect(vocabulary.word("gondor") != word)
  }

  @Test func theAutomatonFindsPhrasesByTheirWords() {
    var vocabulary = Vocabulary(capacity: 16)
    let words = ["arnor", "trust", "bank"].map { vocabulary.intern($0) }
    var automaton = PhraseAutomaton()
    automaton.insert(words, payload: 7)
    automaton.freeze()
    var node = automaton.start(words[0])
    for word in words.dropFirst() { node = automaton.step(node, word) }
    #expect(automaton.payloads(at: node).map(automaton.payload) == [7])
    #expect(automaton.step(automaton.start(words[0]), words[2]) == 0)
  }
}
