import Knowledge
import TextMatching

extension PostReader {
  /// The most tokens of a sentence; what has more is no prose, and is cut so that rules never look far.
  static let longestSentence = 300
  /// The bytes under which a line is a heading or a line of an address, and not one that wrapping ended.
  static let shortLine: UInt32 = 45

  /// Cuts the bytes into tokens and the tokens into sentences; dots of abbreviations go into their words.
  func cut() {
    var raw: [Token] = []
    let text = bytes
    lexicon.tokenizer.tokenize(text.span, into: &raw)
    let count = raw.count
    sentences.reserveCapacity(count / 16 + 4)
    titleCased.reserveCapacity(count / 16 + 4)
    capitals.reserveCapacity(count / 5 + 8)
    verbTriggers.reserveCapacity(count / 16 + 8)
    citationWords.reserveCapacity(count / 16 + 8)
    calendarWords.reserveCapacity(count / 16 + 8)
    mentions.reserveCapacity(count / 12 + 8)
    entities.reserveCapacity(min(256, count / 24 + 8))
    let kept = raw.withUnsafeMutableBufferPointer { cut($0) }
    raw.removeLast(count - kept)
    tokens = raw
    mentionAt = TokenMarks(count: tokens.count)
    timeAt = mentionAt
    nounTriggerAt = mentionAt
  }

  private typealias Tokens = UnsafeMutableBufferPointer<Token>

  /// Cuts tokens into sentences and moves them up over the dots that are taken out; returns how many are left.
  private func cut(_ tokens: Tokens) -> Int {
    let count = tokens.count
    var start = 0
    // Where the next token goes.
    var end = 0
    var index = 0
    // The byte at which the line begins.
    var line: UInt32 = 0
    while index < count {
      let token = tokens[index]
      index += 1
      if token.shape.contains(.lineStart) {
        if end > start,
          token.shape.contains(.paragraphStart) || token.word == Mark.bullet
            || token.shape.contains(.number) && index < count && isNumbering(tokens[index])
            || token.word == Mark.open && index + 1 < count && tokens[index].shape.contains(.number)
              && tokens[index + 1].word == Mark.close
            || endsShortLine(tokens[end - 1], from: line, before: token)
        {
          close(&start, end, tokens)
        }
        line = token.start
      }
      guard token.shape.contains(.mark) else {
        tokens[end] = token
        note(token, at: end, tokens)
        end += 1
        if token.shape.contains(.dotted),
          endsSentence(abbreviation: token, next: index < count ? tokens[index] : nil)
        {
          close(&start, end, tokens)
        }
        if end - start >= PostReader.longestSentence { close(&start, end, tokens) }
        continue
      }
      let next = index < count ? tokens[index] : nil
      if token.word == Mark.stop, token.shape.contains(.touchesBefore), end > 0,
        isAbbreviation(tokens[end - 1], before: next)
      {
        tokens[end - 1].shape.insert(.abbreviated)
        if endsSentence(abbreviation: tokens[end - 1], next: next) { close(&start, end, tokens) }
        continue
      }
      tokens[end] = token
      end += 1
      guard isTerminator(token, next: next), !isInCode(token, tokens[max(0, end - 2)], next) else { continue }
      // Closing quotation marks and brackets belong to the sentence that they close.
      while index < count, tokens[index].shape.contains(.touchesBefore), isClosing(tokens[index].word),
        end - start < PostReader.longestSentence
      {
        tokens[end] = tokens[index]
        end += 1
        index += 1
      }
      close(&start, end, tokens)
    }
    if end > start { close(&start, end, tokens) }
    return end
  }

  /// Whether a line is shorter than wrapped text would be and a capital opens the next: "Press Statement", "Washington, DC".
  private func endsShortLine(_ last: Token, from line: UInt32, before next: Token) -> Bool {
    last.end - line < PostReader.shortLine && next.shape.contains(.capital)
      && last.word != Mark.comma && !lexicon.has(last.word, .preposition) && !lexicon.has(last.word, .article)
      && !lexicon.has(last.word, .conjunction)
  }

  /// Enters a token in the lists of those that later stages look at.
  @inline(__always) private func note(_ token: Token, at index: Int, _ tokens: Tokens) {
    let shape = token.shape
    if shape.contains(.capital) {
      if shape.contains(.hyphenBefore), index > 0, lexicon.has(tokens[index - 1].word, .particle),
        capitals.last != Int32(index - 1)
      {
        capitals.append(Int32(index - 1))
      }
      capitals.append(Int32(index))
    }
    let uses = lexicon.start(token.word).uses
    if !uses.isEmpty {
      if uses.contains(.trigger) { verbTriggers.append(Int32(index)) }
      if uses.contains(.time) { calendarWords.append(Int32(index)) }
      if uses.contains(.instrument) { citationWords.append(Int32(index)) }
    }
    if !shape.isDisjoint(with: [.number, .suffixed]) {
      if !uses.contains(.time) { calendarWords.append(Int32(index)) }
      if shape.contains(.number), !uses.contains(.instrument) { citationWords.append(Int32(index)) }
    }
  }

  private func isClosing(_ mark: WordID) -> Bool {
    switch mark {
    case Mark.quote, Mark.close, Mark.closeBracket, Mark.stop, Mark.question, Mark.exclamation: true
    default: false
    }
  }

  private func close(_ start: inout Int, _ end: Int, _ tokens: Tokens) {
    let range = start..<end
    start = end
    guard !range.isEmpty else { return }
    sentences.append(range)
    titleCased.append(isTitleCased(range, tokens))
  }

  /// Whether a stop ends an abbreviation: a known one or a single capital letter stands before it.
  private func isAbbreviation(_ last: Token, before next: Token?) -> Bool {
    guard last.shape.contains(.word) else { return false }
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
    // "… Arnor Ordnance Ltd. New Zealand listed …": a firm's name ends with its form, but for "Inc. Chairman".
    if lexicon.has(abbreviation.word, .legalForm), abbreviation.shape.contains(.capital) {
      return !lexicon.has(next.word, .legalForm) && !lexicon.has(next.word, .title)
        && !lexicon.has(next.word, .legalTail)
    }
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

  /// "2) Arnor Trust Bank": what makes a number at the start of a line that of an item.
  private func isNumbering(_ mark: Token) -> Bool {
    mark.shape.contains(.touchesBefore) && (mark.word == Mark.stop || mark.word == Mark.close)
  }

  /// "QDi.431": a stop between the letters and the number of an entry of a list.
  private func isInCode(_ stop: Token, _ letters: Token, _ number: Token?) -> Bool {
    guard stop.word == Mark.stop, stop.shape.contains(.touchesBefore), let number else { return false }
    return number.shape.contains(.number) && number.shape.contains(.touchesBefore)
      && letters.shape.contains(.capital) && letters.end - letters.start <= 3
  }

  /// Whether most long words of a line begin with a capital, as in English headlines.
  private func isTitleCased(_ range: Range<Int>, _ tokens: Tokens) -> Bool {
    var capitals = 0
    var small = 0
    // A list of names between full stops is no headline, however many capitals it has.
    let mostSmall = tokens[range.upperBound - 1].word == Mark.stop ? 0 : range.count / 4
    for index in range.dropFirst() {
      let token = tokens[index]
      // "Arnor Shipping Ltd. Location: Umbar" is an entry.
      if token.word == Mark.colon, lexicon.has(tokens[index - 1].word, .entryLabel) { return false }
      guard token.shape.contains(.word), !token.shape.contains(.hyphenBefore) else { continue }
      if token.shape.contains(.capital) {
        capitals += 1
      } else if token.end - token.start > 3, !lexicon.has(token.word, .preposition) {
        small += 1
        if small > mostSmall { return false }
      }
    }
    return capitals >= 3 && small * 4 <= capitals
  }
}
