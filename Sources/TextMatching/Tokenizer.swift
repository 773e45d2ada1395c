/// Cuts a text into tokens in one pass over its bytes.
///
/// Words are cut at hyphens (the next token then has `hyphenBefore`), keep inner apostrophes ("O'Brien", "don't"),
/// lose a possessive ending to a token of its own, and take the dots between single letters ("U.S.").
public struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary
  private let and: WordID

  /// A tokenizer that numbers words by `vocabulary`; an ampersand counts as its word "and".
  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let word = vocabulary.word("and")
    and = word == 0 ? Mark.ampersand : word
  }

  /// Replaces `tokens` by those of valid UTF-8 text.
  public func tokenize(_ text: Span<UInt8>, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    tokens.reserveCapacity(text.count / 5 + 16)
    text.withUnsafeBufferPointer { text in
      CharacterClass.ofByte.withUnsafeBufferPointer { classes in
        vocabulary.withTable { words in
          withUnsafeTemporaryAllocation(of: FreshToken.self, capacity: TokenCutter.batch) { fresh in
            guard let classes = classes.baseAddress, let fresh = fresh.baseAddress else { return }
            var cutter = TokenCutter(
              text: text, classes: classes, words: words, and: and, fresh: fresh, tokens: [])
            swap(&cutter.tokens, &tokens)
            cutter.cut()
            swap(&cutter.tokens, &tokens)
          }
        }
      }
    }
  }
}
