import Knowledge
import TextMatching

extension PostReader {
  /// Cuts the bytes into tokens and the tokens into sentences; dots of abbreviations go into their words.
  mutating func cut() {
    var raw: [Token] = []
    lexicon.tokenizer.tokenize(bytes.span, into: &raw)
    tokens.reserveCapacity(raw.count)
    var start = 0
    var index = 0
    while index < raw.count {
      let token = raw[index]
      if token.shape.contains(.paragraphStart), tokens.count > start { close(&start) }
      if token.word == Mark.bullet, token.shape.contains(.lineStart), tokens.count > start { close(&start) }
      let next = index + 1 < raw.count ? raw[index + 1] : nil
      if token.word == Mark.stop, token.shape.contains(.touchesBefore), isAbbreviation(before: next) {
        tokens[tokens.count - 1].shape.insert(.abbreviated)
        if endsSentence(abbreviation: tokens[tokens.count - 1], next: next) { close(&start) }
        index += 1
        continue
      }
      tokens.append(token)
      index += 1
      if token.shape.contains(.dotted), endsSentence(abbreviation: token, next: next) { close(&start) }
      guard isTerminator(token, next: next) else { continue }
      // Closing quotation marks and brackets belong to the sentence that they close.
      while index < raw.count, raw[index].shape.contains(.touchesBefore),
        [Mark.quote, Mark.close, Mark.closeBracket, Mark.stop, Mark.question, Mark.exclamation].contains(
          raw[index].word)
      {
        tokens.append(raw[index])
        index += 1
      }
      close(&start)
    }
    if tokens.count > start { close(&start) }
    mentionAt = TokenMarks(count: tokens.count)
    timeAt = mentionAt
    nounTriggerAt = mentionAt
  }

  mutating func close(_ start: inout Int) {
    let range = start..<tokens.count
    start = tokens.count
    guard !range.isEmpty else { return }
    sentences.append(range)
    titleCased.append(isTitleCased(range))
  }

  /// Whether a stop ends an abbreviation: a known one or a single capital letter stands before it.
  private func isAbbreviation(before next: Token?) -> Bool {
    guard let last = tokens.last, last.shape.contains(.word) else { return false }
    if last.shape.contains(.capital), !last.shape.contains(.long), last.end - last.start == 1 {
      return next != nil
    }
    guard lexicon.has(last.word, .abbreviation) else { return false }
    if last.shape.contains(.capital) { return true }
    guard let next else { return false }
    return !next.shape.contains(.capital) && !next.shape.contains(.paragraphStart)
  }

  private func endsSentence(abbreviation: Token, next: Token?) -> Bool {
    guard let next else { return true }
    if next.shape.contains(.paragraphStart) { return true }
    guard next.shape.contains(.capital), !next.shape.contains(.touchesBefore) else { return false }
    return !lexicon.has(abbreviation.word, .neverFinal) && lexicon.has(next.word, .starter)
  }

  private func isTerminator(_ token: Token, next: Token?) -> Bool {
    switch token.word {
    case Mark.stop:
      guard let next else { return true }
      return !(next.shape.contains(.touchesBefore) && next.shape.contains(.word))
    case Mark.question, Mark.exclamation: return true
    case Mark.ellipsis:
      guard let next else { return true }
      return next.shape.contains(.paragraphStart) || next.shape.contains(.capital)
    default: return false
    }
  }

  /// Whether most long words of a line begin with a capital, as in English headlines.
  private func isTitleCased(_ range: Range<Int>) -> Bool {
    var capitals = 0
    var small = 0
    for index in range.dropFirst() {
      let token = tokens[index]
      guard token.shape.contains(.word), !token.shape.contains(.hyphenBefore) else { continue }
      if token.shape.contains(.capital) {
        capitals += 1
      } else if token.end - token.start > 3, !lexicon.has(token.word, .preposition) {
        small += 1
      }
    }
    guard capitals >= 3, let last = range.last else { return false }
    // A list of names between full stops is no headline, however many capitals it has.
    return small == 0 || tokens[last].word != Mark.stop && small * 4 <= capitals
  }
}
