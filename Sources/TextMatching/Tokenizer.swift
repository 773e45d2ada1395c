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
    var scanner = Scanner(at: 0)
    let classes = CharacterClass.ofByte
    while scanner.at < text.count {
      let byte = text[scanner.at]
      switch classes[Int(byte)] {
      case CharacterClass.space:
        scanner.at += 1
        scanner.gap = []
      case CharacterClass.line:
        let blank = scanner.gap.contains(.lineStart)
        scanner.at += byte == 0x0D && scanner.at + 1 < text.count && text[scanner.at + 1] == 0x0A ? 2 : 1
        scanner.gap = blank ? [.lineStart, .paragraphStart] : .lineStart
      case CharacterClass.lower, CharacterClass.upper: word(text, &scanner, &tokens)
      case CharacterClass.digit: number(text, &scanner, &tokens)
      case CharacterClass.wide: wide(text, &scanner, &tokens)
      default: mark(text, &scanner, &tokens)
      }
    }
  }

  private struct Scanner {
    var at: Int
    var gap: Shape = [.lineStart, .paragraphStart]
  }

  private func append(
    _ start: Int, _ end: Int, _ word: WordID, _ shape: Shape, _ scanner: inout Scanner,
    _ tokens: inout [Token]
  ) {
    tokens.append(
      Token(start: UInt32(start), end: UInt32(end), word: word, shape: shape.union(scanner.gap)))
    scanner.at = end
    scanner.gap = .touchesBefore
  }

  /// A word that begins with a letter.
  private func word(_ text: Span<UInt8>, _ scanner: inout Scanner, _ tokens: inout [Token]) {
    let start = scanner.at
    let classes = CharacterClass.ofByte
    var at = start
    var hash = WordHash()
    var letters = 0
    var capitals = 0
    var innerCapital = false
    var digits = false
    var dotted = false
    var afterLower = false
    var firstIsCapital = false
    scan: while at < text.count {
      let byte = text[at]
      switch classes[Int(byte)] {
      case CharacterClass.lower:
        hash.feed(byte)
        letters += 1
        afterLower = true
        at += 1
      case CharacterClass.upper:
        hash.feed(byte | 0x20)
        if letters == 0 { firstIsCapital = true }
        letters += 1
        capitals += 1
        if afterLower { innerCapital = true }
        at += 1
      case CharacterClass.digit:
        hash.feed(byte)
        digits = true
        at += 1
      case CharacterClass.wide:
        let (code, size) = decode(text, at)
        switch CharacterClass.wide(code) {
        case .lower:
          CharacterClass.fold(code, into: &hash)
          letters += 1
          afterLower = true
          at += size
        case .upper:
          CharacterClass.fold(code, into: &hash)
          if letters == 0 { firstIsCapital = true }
          letters += 1
          capitals += 1
          if afterLower { innerCapital = true }
          at += size
        case .ignored: at += size
        case .apostrophe:
          guard letters > 0, joins(text, at + size) else { break scan }
          at += size
        default: break scan
        }
      default:
        if byte == UInt8(ascii: "'"), joins(text, at + 1) {
          at += 1
        } else if byte == UInt8(ascii: "."), letters >= 1, dotted || letters == 1, !digits,
          isSingle(text, at, letters),
          at + 1 < text.count, isLetter(text[at + 1]), at + 2 >= text.count || !isLetter(text[at + 2])
        {
          dotted = true
          at += 1
        } else {
          break scan
        }
      }
    }
    var shape: Shape = .word
    if dotted {
      if at < text.count, text[at] == UInt8(ascii: ".") { at += 1 }
      shape.insert(.dotted)
    }
    if letters > 1 { shape.insert(.long) }
    if firstIsCapital { shape.insert(.capital) }
    if capitals == letters && capitals > 0 { shape.insert(.allCapitals) }
    if innerCapital { shape.insert(.inner) }
    if digits { shape.insert(.suffixed) }
    append(start, at, vocabulary.word(hash.mixed), shape, &scanner, &tokens)
  }

  /// Whether the letters before a dot are one letter, or single letters with dots between.
  private func isSingle(_ text: Span<UInt8>, _ at: Int, _ letters: Int) -> Bool {
    letters == 1 || at >= 2 && text[at - 2] == UInt8(ascii: ".")
  }

  /// Whether an apostrophe before `at` stands inside a word and does not begin a possessive ending.
  private func joins(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at < text.count, isLetter(text[at]) || text[at] >= 0xC3 && text[at] != 0xE2 else { return false }
    if text[at] | 0x20 == UInt8(ascii: "s") {
      return at + 1 < text.count && (isLetter(text[at + 1]) || text[at + 1] >= 0xC3 && text[at + 1] != 0xE2)
    }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    let kind = CharacterClass.ofByte[Int(byte)]
    return kind == CharacterClass.lower || kind == CharacterClass.upper
  }

  /// A number, with separators inside and letters behind.
  private func number(_ text: Span<UInt8>, _ scanner: inout Scanner, _ tokens: inout [Token]) {
    let start = scanner.at
    let classes = CharacterClass.ofByte
    var at = start
    var hash = WordHash()
    var shape: Shape = .number
    while at < text.count {
      let byte = text[at]
      let kind = classes[Int(byte)]
      if kind == CharacterClass.digit {
        hash.feed(byte)
        at += 1
      } else if kind == CharacterClass.lower || kind == CharacterClass.upper {
        shape.insert(.suffixed)
        hash.feed(byte | 0x20)
        at += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), at + 1 < text.count,
        classes[Int(text[at + 1])] == CharacterClass.digit,
        byte == UInt8(ascii: ".") || isThousands(text, at + 1)
      {
        shape.insert(.grouped)
        hash.feed(byte)
        at += 1
      } else {
        break
      }
    }
    append(start, at, vocabulary.word(hash.mixed), shape, &scanner, &tokens)
  }

  /// Whether exactly three digits stand at `at`, as after a thousands separator.
  private func isThousands(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 2 < text.count else { return false }
    let classes = CharacterClass.ofByte
    for index in at..<(at + 3) where classes[Int(text[index])] != CharacterClass.digit { return false }
    return at + 3 >= text.count || classes[Int(text[at + 3])] != CharacterClass.digit
  }

  /// What begins with a code point beyond ASCII.
  private func wide(_ text: Span<UInt8>, _ scanner: inout Scanner, _ tokens: inout [Token]) {
    let (code, size) = decode(text, scanner.at)
    let start = scanner.at
    switch CharacterClass.wide(code) {
    case .space:
      scanner.at += size
      scanner.gap = []
    case .ignored: scanner.at += size
    case .lower, .upper: word(text, &scanner, &tokens)
    case .mark(let id): append(start, start + size, id, .mark, &scanner, &tokens)
    case .hyphen: hyphen(start, start + size, text, &scanner, &tokens)
    case .apostrophe: apostrophe(start, start + size, text, &scanner, &tokens)
    }
  }

  /// An ASCII mark of punctuation.
  private func mark(_ text: Span<UInt8>, _ scanner: inout Scanner, _ tokens: inout [Token]) {
    let start = scanner.at
    switch text[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): apostrophe(start, start + 1, text, &scanner, &tokens)
    case UInt8(ascii: "-"):
      if start + 1 < text.count, text[start + 1] == UInt8(ascii: "-") {
        var end = start + 2
        while end < text.count, text[end] == UInt8(ascii: "-") { end += 1 }
        append(start, end, Mark.dash, .mark, &scanner, &tokens)
      } else {
        hyphen(start, start + 1, text, &scanner, &tokens)
      }
    case UInt8(ascii: "."):
      var end = start + 1
      while end < text.count, text[end] == UInt8(ascii: ".") { end += 1 }
      if end - start > 1 {
        append(start, end, Mark.ellipsis, .mark, &scanner, &tokens)
      } else {
        append(start, end, Mark.stop, .mark, &scanner, &tokens)
      }
    case UInt8(ascii: "&"): append(start, start + 1, and, .mark, &scanner, &tokens)
    case UInt8(ascii: "*"): append(start, start + 1, Mark.bullet, .mark, &scanner, &tokens)
    case let byte: append(start, start + 1, byte < 0x20 ? Mark.other : WordID(byte), .mark, &scanner, &tokens)
    }
  }

  /// A hyphen: a joint inside a compound, a dash between spaces.
  private func hyphen(
    _ start: Int, _ end: Int, _ text: Span<UInt8>, _ scanner: inout Scanner, _ tokens: inout [Token]
  ) {
    let touchesNext =
      end < text.count && (CharacterClass.ofByte[Int(text[end])] & 3 != 0 || text[end] >= 0xC3)
    if scanner.gap == .touchesBefore, touchesNext, let last = tokens.last, !last.shape.contains(.mark) {
      scanner.at = end
      scanner.gap = [.hyphenBefore, .touchesBefore]
    } else if !touchesNext || scanner.gap == .touchesBefore {
      append(start, end, scanner.gap.contains(.lineStart) ? Mark.bullet : Mark.dash, .mark, &scanner, &tokens)
    } else {
      append(
        start, end, scanner.gap.contains(.lineStart) ? Mark.bullet : Mark.hyphen, .mark, &scanner, &tokens)
    }
  }

  /// An apostrophe outside a word: a possessive ending or a quotation mark.
  private func apostrophe(
    _ start: Int, _ end: Int, _ text: Span<UInt8>, _ scanner: inout Scanner, _ tokens: inout [Token]
  ) {
    let afterWord = scanner.gap == .touchesBefore && tokens.last.map { !$0.shape.contains(.mark) } ?? false
    if afterWord, end < text.count, text[end] | 0x20 == UInt8(ascii: "s"),
      end + 1 >= text.count || !isLetter(text[end + 1])
    {
      append(start, end + 1, Mark.possessive, [.mark, .possessive], &scanner, &tokens)
    } else if afterWord, let last = tokens.last, text[Int(last.end) - 1] | 0x20 == UInt8(ascii: "s"),
      end < text.count, text[end] == 0x20, text[start] != UInt8(ascii: "`")
    {
      append(start, end, Mark.possessive, [.mark, .possessive], &scanner, &tokens)
    } else {
      append(start, end, Mark.quote, .mark, &scanner, &tokens)
    }
  }

  /// The code point at a byte and its length in bytes.
  @inline(__always) private func decode(_ text: Span<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = UInt32(text[at])
    func follow(_ offset: Int) -> UInt32 { at + offset < text.count ? UInt32(text[at + offset]) & 0x3F : 0 }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | follow(1), 2) }
    if first < 0xF0 { return ((first & 0xF) << 12 | follow(1) << 6 | follow(2), 3) }
    return ((first & 7) << 18 | follow(1) << 12 | follow(2) << 6 | follow(3), 4)
  }
}
