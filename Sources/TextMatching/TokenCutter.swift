/// A token whose word is not looked up yet.
struct FreshToken: BitwiseCopyable {
  var token: Token
  /// The hash of its word; 0 for a mark.
  var hash: UInt64
  /// What stands in the first slot of the hash.
  var slot: Vocabulary.Slot
}

/// One run of a tokenizer over a text.
struct TokenCutter {
  /// How many words are looked up at once.
  static let batch = 128

  let text: UnsafeBufferPointer<UInt8>
  let classes: UnsafePointer<UInt8>
  let words: Vocabulary.Table
  let and: WordID
  /// The last tokens, which wait for their words.
  ///
  /// The table of words is larger than the processor's cache: many looks at once wait for memory together.
  let fresh: UnsafeMutablePointer<FreshToken>
  var freshCount = 0
  var tokens: [Token]
  var at = 0
  var gap: Shape = [.lineStart, .paragraphStart]

  init(
    text: UnsafeBufferPointer<UInt8>, classes: UnsafePointer<UInt8>, words: Vocabulary.Table, and: WordID,
    fresh: UnsafeMutablePointer<FreshToken>, tokens: [Token]
  ) {
    self.text = text
    self.classes = classes
    self.words = words
    self.and = and
    self.fresh = fresh
    self.tokens = tokens
  }

  /// The token cut last.
  private var last: Token? { freshCount > 0 ? fresh[freshCount - 1].token : tokens.last }

  mutating func cut() {
    while at < text.count {
      let byte = text[at]
      switch classes[Int(byte)] {
      case CharacterClass.lower, CharacterClass.upper: word()
      case CharacterClass.space:
        at += 1
        gap = []
      case CharacterClass.line:
        let blank = gap.contains(.lineStart)
        at += byte == 0x0D && at + 1 < text.count && text[at + 1] == 0x0A ? 2 : 1
        gap = blank ? [.lineStart, .paragraphStart] : .lineStart
      case CharacterClass.digit: number()
      case CharacterClass.wide: wide()
      default: mark()
      }
    }
    lookUp()
  }

  /// Appends a mark.
  private mutating func append(_ start: Int, _ end: Int, _ mark: WordID, _ shape: Shape) {
    append(start, end, mark, 0, shape)
  }

  /// Appends a word or number.
  @inline(__always) private mutating func append(_ start: Int, _ end: Int, _ hash: WordHash, _ shape: Shape) {
    append(start, end, 0, hash.mixed, shape)
  }

  @inline(__always) private mutating func append(
    _ start: Int, _ end: Int, _ word: WordID, _ hash: UInt64, _ shape: Shape
  ) {
    let token = Token(
      start: UInt32(start), end: UInt32(end), word: word, shape: shape.union(gap))
    fresh[freshCount] = FreshToken(token: token, hash: hash, slot: 0)
    freshCount &+= 1
    if freshCount == TokenCutter.batch { lookUp() }
    at = end
    gap = .touchesBefore
  }

  /// Gives the last tokens the numbers of their words.
  private mutating func lookUp() {
    for index in 0..<freshCount { fresh[index].slot = words.firstSlot(fresh[index].hash) }
    for index in 0..<freshCount {
      var token = fresh[index].token
      if fresh[index].hash != 0 { token.word = words.word(fresh[index].hash, from: fresh[index].slot) }
      tokens.append(token)
    }
    freshCount = 0
  }

  /// A word that begins with a letter.
  private mutating func word() {
    let start = at
    var end = at
    var hash = WordHash()
    var capitals = 0
    var firstIsCapital = false
    var innerCapital = false
    // The bit of a small letter that stands before the eight bytes in hand.
    var smallBefore: UInt64 = 0
    // Most words are ASCII letters with at most a capital at their head.
    while true {
      let run = LetterRun(eightBytes(end))
      if run.capitals != 0 {
        capitals &+= run.capitals.nonzeroBitCount
        if end == start { firstIsCapital = run.capitals & 0x20 != 0 }
        innerCapital = innerCapital || run.capitals & (run.smalls << 8 | smallBefore) != 0
      }
      end &+= run.count
      guard run.count == 8 else {
        hash.feed(run.small, count: run.count)
        break
      }
      hash.feed(eight: run.small)
      smallBefore = run.smalls >> 56
    }
    if end < text.count {
      let next = text[end]
      let kind = classes[Int(next)]
      if kind == CharacterClass.digit || kind == CharacterClass.wide || next == UInt8(ascii: "'")
        || next == UInt8(ascii: ".") && end - start == 1
      {
        rest(start, end, hash, capitals, innerCapital)
        return
      }
    }
    var shape: Shape = .word
    if end - start > 1 { shape.insert(.long) }
    if capitals > 0 {
      if firstIsCapital { shape.insert(.capital) }
      if capitals == end - start { shape.insert(.allCapitals) }
      if innerCapital { shape.insert(.inner) }
    }
    append(start, end, hash, shape)
  }

  /// The eight bytes from `start`, the first one lowest; 0 stands for what lies beyond the text.
  @inline(__always) private func eightBytes(_ start: Int) -> UInt64 {
    if start &+ 8 <= text.count, let base = text.baseAddress {
      return UInt64(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
    }
    var bytes: UInt64 = 0
    for index in start..<max(start, text.count) {
      bytes |= UInt64(text[index]) << UInt64((index - start) * 8)
    }
    return bytes
  }

  /// Goes on with a word that holds digits, letters beyond ASCII, apostrophes or the dots of an abbreviation.
  private mutating func rest(_ start: Int, _ from: Int, _ head: WordHash, _ headCapitals: Int, _ inner: Bool)
  {
    var end = from
    var hash = head
    var letters = from - start
    var capitals = headCapitals
    var innerCapital = inner
    var digits = false
    var dotted = false
    var afterLower = headCapitals < letters
    var firstIsCapital = letters > 0 && classes[Int(text[start])] == CharacterClass.upper
    scan: while end < text.count {
      let byte = text[end]
      switch classes[Int(byte)] {
      case CharacterClass.lower:
        hash.feed(byte)
        letters += 1
        afterLower = true
        end += 1
      case CharacterClass.upper:
        hash.feed(byte | 0x20)
        if letters == 0 { firstIsCapital = true }
        letters += 1
        capitals += 1
        if afterLower { innerCapital = true }
        end += 1
      case CharacterClass.digit:
        hash.feed(byte)
        digits = true
        end += 1
      case CharacterClass.wide:
        let (code, size) = decode(end)
        switch CharacterClass.wide(code) {
        case .lower:
          CharacterClass.fold(code, into: &hash)
          letters += 1
          afterLower = true
          end += size
        case .upper:
          CharacterClass.fold(code, into: &hash)
          if letters == 0 { firstIsCapital = true }
          letters += 1
          capitals += 1
          if afterLower { innerCapital = true }
          end += size
        case .ignored: end += size
        case .apostrophe:
          guard letters > 0, joins(end + size) else { break scan }
          end += size
        default: break scan
        }
      default:
        if byte == UInt8(ascii: "'"), joins(end + 1) {
          end += 1
        } else if byte == UInt8(ascii: "."), letters >= 1, dotted || letters == 1, !digits,
          isSingle(end, letters), end + 1 < text.count, isLetter(text[end + 1]),
          end + 2 >= text.count || !isLetter(text[end + 2])
        {
          dotted = true
          end += 1
        } else {
          break scan
        }
      }
    }
    var shape: Shape = .word
    if dotted {
      if end < text.count, text[end] == UInt8(ascii: ".") { end += 1 }
      shape.insert(.dotted)
    }
    if letters > 1 { shape.insert(.long) }
    if firstIsCapital { shape.insert(.capital) }
    if capitals == letters && capitals > 0 { shape.insert(.allCapitals) }
    if innerCapital { shape.insert(.inner) }
    if digits { shape.insert(.suffixed) }
    append(start, end, hash, shape)
  }

  /// Whether the letters before a dot are one letter, or single letters with dots between.
  private func isSingle(_ at: Int, _ letters: Int) -> Bool {
    letters == 1 || at >= 2 && text[at - 2] == UInt8(ascii: ".")
  }

  /// Whether an apostrophe before `at` stands inside a word and does not begin a possessive ending.
  private func joins(_ at: Int) -> Bool {
    guard at < text.count, isLetter(text[at]) || text[at] >= 0xC3 && text[at] != 0xE2 else { return false }
    if text[at] | 0x20 == UInt8(ascii: "s") {
      return at + 1 < text.count && (isLetter(text[at + 1]) || text[at + 1] >= 0xC3 && text[at + 1] != 0xE2)
    }
    return true
  }

  @inline(__always) private func isLetter(_ byte: UInt8) -> Bool {
    let kind = classes[Int(byte)]
    return kind == CharacterClass.lower || kind == CharacterClass.upper
  }

  /// A number, with separators inside and letters behind.
  private mutating func number() {
    let start = at
    var end = at
    var hash = WordHash()
    var shape: Shape = .number
    while end < text.count {
      let byte = text[end]
      let kind = classes[Int(byte)]
      if kind == CharacterClass.digit {
        hash.feed(byte)
        end += 1
      } else if kind == CharacterClass.lower || kind == CharacterClass.upper {
        shape.insert(.suffixed)
        hash.feed(byte | 0x20)
        end += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), end + 1 < text.count,
        classes[Int(text[end + 1])] == CharacterClass.digit,
        byte == UInt8(ascii: ".") || isThousands(end + 1)
      {
        shape.insert(.grouped)
        hash.feed(byte)
        end += 1
      } else {
        break
      }
    }
    append(start, end, hash, shape)
  }

  /// Whether exactly three digits stand at `at`, as after a thousands separator.
  private func isThousands(_ at: Int) -> Bool {
    guard at + 2 < text.count else { return false }
    for index in at..<(at + 3) where classes[Int(text[index])] != CharacterClass.digit { return false }
    return at + 3 >= text.count || classes[Int(text[at + 3])] != CharacterClass.digit
  }

  /// What begins with a code point beyond ASCII.
  private mutating func wide() {
    let (code, size) = decode(at)
    let start = at
    switch CharacterClass.wide(code) {
    case .space:
      at += size
      gap = []
    case .ignored: at += size
    case .lower, .upper: rest(at, at, WordHash(), 0, false)
    case .mark(let id): append(start, start + size, id, .mark)
    case .hyphen: hyphen(start, start + size)
    case .apostrophe: apostrophe(start, start + size)
    }
  }

  /// An ASCII mark of punctuation.
  private mutating func mark() {
    let start = at
    switch text[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): apostrophe(start, start + 1)
    case UInt8(ascii: "-"):
      let end = run(of: UInt8(ascii: "-"), from: start)
      if end - start > 1 { append(start, end, Mark.dash, .mark) } else { hyphen(start, end) }
    case UInt8(ascii: "."):
      let end = run(of: UInt8(ascii: "."), from: start)
      append(start, end, end - start > 1 ? Mark.ellipsis : Mark.stop, .mark)
    case UInt8(ascii: "&"): append(start, start + 1, and, .mark)
    case UInt8(ascii: "*"): append(start, start + 1, Mark.bullet, .mark)
    case let byte: append(start, start + 1, byte < 0x20 ? Mark.other : WordID(byte), .mark)
    }
  }

  /// The end of a run of one byte.
  private func run(of byte: UInt8, from start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end] == byte { end += 1 }
    return end
  }

  /// A hyphen: a joint inside a compound, a dash between spaces.
  private mutating func hyphen(_ start: Int, _ end: Int) {
    let touchesNext = end < text.count && (classes[Int(text[end])] & 3 != 0 || text[end] >= 0xC3)
    if gap == .touchesBefore, touchesNext, let last, !last.shape.contains(.mark) {
      at = end
      gap = [.hyphenBefore, .touchesBefore]
      return
    }
    let plain = !touchesNext || gap == .touchesBefore ? Mark.dash : Mark.hyphen
    append(start, end, gap.contains(.lineStart) ? Mark.bullet : plain, .mark)
  }

  /// An apostrophe outside a word: a possessive ending or a quotation mark.
  private mutating func apostrophe(_ start: Int, _ end: Int) {
    let afterWord = gap == .touchesBefore && last.map { !$0.shape.contains(.mark) } ?? false
    if afterWord, end < text.count, text[end] | 0x20 == UInt8(ascii: "s"),
      end + 1 >= text.count || !isLetter(text[end + 1])
    {
      append(start, end + 1, Mark.possessive, [.mark, .possessive])
    } else if afterWord, let last, text[Int(last.end) - 1] | 0x20 == UInt8(ascii: "s"),
      end < text.count, text[end] == 0x20, text[start] != UInt8(ascii: "`")
    {
      append(start, end, Mark.possessive, [.mark, .possessive])
    } else {
      append(start, end, Mark.quote, .mark)
    }
  }

  /// The code point at a byte and its length in bytes.
  @inline(__always) private func decode(_ at: Int) -> (UInt32, Int) {
    let first = UInt32(text[at])
    func follow(_ offset: Int) -> UInt32 { at + offset < text.count ? UInt32(text[at + offset]) & 0x3F : 0 }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | follow(1), 2) }
    if first < 0xF0 { return ((first & 0xF) << 12 | follow(1) << 6 | follow(2), 3) }
    return ((first & 7) << 18 | follow(1) << 12 | follow(2) << 6 | follow(3), 4)
  }
}
