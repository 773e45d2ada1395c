/// A word, number or punctuation mark of a text.
public struct Token: Sendable, BitwiseCopyable {
  /// The first byte.
  public var start: UInt32
  /// The byte after the last; a dotted abbreviation such as "U.S." ends after its last dot.
  public var end: UInt32
  /// The word in the vocabulary, or a `Mark`; 0 for a word that the vocabulary lacks.
  public var word: WordID
  /// What it looks like and how it joins what stands before.
  public var shape: Shape

  /// A token with these fields.
  @inlinable public init(start: UInt32, end: UInt32, word: WordID, shape: Shape) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
  }
}

/// A word of a vocabulary; words differ in more than case, diacritics and apostrophes.
public typealias WordID = Int32

/// What a token looks like, and how it joins the token before.
public struct Shape: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt32
  /// The set of these bits.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Letters, with or without digits.
  @inlinable public static var word: Shape { Shape(rawValue: 1) }
  /// Begins with a digit.
  @inlinable public static var number: Shape { Shape(rawValue: 1 << 1) }
  /// Begins with a capital letter.
  @inlinable public static var capital: Shape { Shape(rawValue: 1 << 2) }
  /// Has capital letters only.
  @inlinable public static var allCapitals: Shape { Shape(rawValue: 1 << 3) }
  /// Has more than one letter.
  @inlinable public static var long: Shape { Shape(rawValue: 1 << 4) }
  /// Single letters with dots between them, "U.S." or "C.F.R."; the last dot belongs to it.
  @inlinable public static var dotted: Shape { Shape(rawValue: 1 << 5) }
  /// A dot of abbreviation stands right behind it ("Co.", "Dec.", "N."), outside its bytes.
  @inlinable public static var abbreviated: Shape { Shape(rawValue: 1 << 6) }
  /// The possessive ending, "'s" or a lone apostrophe after s.
  @inlinable public static var possessive: Shape { Shape(rawValue: 1 << 7) }
  /// A mark of punctuation.
  @inlinable public static var mark: Shape { Shape(rawValue: 1 << 8) }
  /// Joined to the token before by a hyphen.
  @inlinable public static var hyphenBefore: Shape { Shape(rawValue: 1 << 9) }
  /// Nothing stands between it and the token before.
  @inlinable public static var touchesBefore: Shape { Shape(rawValue: 1 << 10) }
  /// A line begins with it.
  @inlinable public static var lineStart: Shape { Shape(rawValue: 1 << 11) }
  /// A paragraph begins with it: a blank line or the start of the text stands before.
  @inlinable public static var paragraphStart: Shape { Shape(rawValue: 1 << 12) }
  /// Has letters after digits ("9th", "2nd").
  @inlinable public static var suffixed: Shape { Shape(rawValue: 1 << 13) }
  /// Has a decimal point or thousands separators.
  @inlinable public static var grouped: Shape { Shape(rawValue: 1 << 14) }
  /// Has a capital after a small letter ("FinCEN", "McCain").
  @inlinable public static var inner: Shape { Shape(rawValue: 1 << 15) }
}

/// The identifiers of punctuation marks: an ASCII mark is its own code.
public enum Mark {
  /// A straight or curly double quotation mark.
  @inlinable public static var quote: WordID { WordID(UInt8(ascii: "\"")) }
  /// A dollar sign.
  @inlinable public static var dollar: WordID { WordID(UInt8(ascii: "$")) }
  /// A single quotation mark.
  @inlinable public static var apostrophe: WordID { WordID(UInt8(ascii: "'")) }
  /// An opening parenthesis.
  @inlinable public static var open: WordID { WordID(UInt8(ascii: "(")) }
  /// A closing parenthesis.
  @inlinable public static var close: WordID { WordID(UInt8(ascii: ")")) }
  /// An opening square bracket.
  @inlinable public static var openBracket: WordID { WordID(UInt8(ascii: "[")) }
  /// A closing square bracket.
  @inlinable public static var closeBracket: WordID { WordID(UInt8(ascii: "]")) }
  /// A comma.
  @inlinable public static var comma: WordID { WordID(UInt8(ascii: ",")) }
  /// A full stop.
  @inlinable public static var stop: WordID { WordID(UInt8(ascii: ".")) }
  /// A slash.
  @inlinable public static var slash: WordID { WordID(UInt8(ascii: "/")) }
  /// A colon.
  @inlinable public static var colon: WordID { WordID(UInt8(ascii: ":")) }
  /// A semicolon.
  @inlinable public static var semicolon: WordID { WordID(UInt8(ascii: ";")) }
  /// A question mark.
  @inlinable public static var question: WordID { WordID(UInt8(ascii: "?")) }
  /// An exclamation mark.
  @inlinable public static var exclamation: WordID { WordID(UInt8(ascii: "!")) }
  /// A hyphen.
  @inlinable public static var hyphen: WordID { WordID(UInt8(ascii: "-")) }
  /// An ampersand.
  @inlinable public static var ampersand: WordID { WordID(UInt8(ascii: "&")) }
  /// An en or em dash, or two hyphens.
  @inlinable public static var dash: WordID { 128 }
  /// Three dots, as one character or three.
  @inlinable public static var ellipsis: WordID { 129 }
  /// The section sign.
  @inlinable public static var section: WordID { 130 }
  /// Any other mark.
  @inlinable public static var other: WordID { 131 }
  /// A bullet at the head of a list item.
  @inlinable public static var bullet: WordID { 132 }
  /// The possessive ending.
  @inlinable public static var possessive: WordID { 133 }
  /// The first identifier of a word.
  @inlinable public static var firstWord: WordID { 256 }
}
