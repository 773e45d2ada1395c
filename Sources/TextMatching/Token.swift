/// A word, number or punctuation mark of a text.
public struct Token: Sendable {
  /// The first byte.
  public var start: UInt32
  /// The byte after the last; a dotted abbreviation such as "U.S." ends after its last dot.
  public var end: UInt32
  /// The word in the vocabulary, or a `Mark`; 0 for a word that the vocabulary lacks.
  public var word: WordID
  /// What it looks like and how it joins what stands before.
  public var shape: Shape

  /// A token with these fields.
  public init(start: UInt32, end: UInt32, word: WordID, shape: Shape) {
    self.start = start
    self.end = end
    self.word = word
    self.shape = shape
  }
}

/// A word of a vocabulary; words differ in more than case, diacritics and apostrophes.
public typealias WordID = Int32

/// What a token looks like, and how it joins the token before.
public struct Shape: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32
  /// The set of these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Letters, with or without digits.
  public static let word = Shape(rawValue: 1)
  /// Begins with a digit.
  public static let number = Shape(rawValue: 1 << 1)
  /// Begins with a capital letter.
  public static let capital = Shape(rawValue: 1 << 2)
  /// Has capital letters only.
  public static let allCapitals = Shape(rawValue: 1 << 3)
  /// Has more than one letter.
  public static let long = Shape(rawValue: 1 << 4)
  /// Single letters with dots between them, "U.S." or "C.F.R."; the last dot belongs to it.
  public static let dotted = Shape(rawValue: 1 << 5)
  /// A dot of abbreviation stands right behind it ("Co.", "Dec.", "N."), outside its bytes.
  public static let abbreviated = Shape(rawValue: 1 << 6)
  /// The possessive ending, "'s" or a lone apostrophe after s.
  public static let possessive = Shape(rawValue: 1 << 7)
  /// A mark of punctuation.
  public static let mark = Shape(rawValue: 1 << 8)
  /// Joined to the token before by a hyphen.
  public static let hyphenBefore = Shape(rawValue: 1 << 9)
  /// Nothing stands between it and the token before.
  public static let touchesBefore = Shape(rawValue: 1 << 10)
  /// A line begins with it.
  public static let lineStart = Shape(rawValue: 1 << 11)
  /// A paragraph begins with it: a blank line or the start of the text stands before.
  public static let paragraphStart = Shape(rawValue: 1 << 12)
  /// Has letters after digits ("9th", "2nd").
  public static let suffixed = Shape(rawValue: 1 << 13)
  /// Has a decimal point or thousands separators.
  public static let grouped = Shape(rawValue: 1 << 14)
  /// Has a capital after a small letter ("FinCEN", "McCain").
  public static let inner = Shape(rawValue: 1 << 15)
}

/// The identifiers of punctuation marks: an ASCII mark is its own code.
public enum Mark {
  /// A straight or curly double quotation mark.
  public static let quote = WordID(UInt8(ascii: "\""))
  /// A dollar sign.
  public static let dollar = WordID(UInt8(ascii: "$"))
  /// A single quotation mark.
  public static let apostrophe = WordID(UInt8(ascii: "'"))
  /// An opening parenthesis.
  public static let open = WordID(UInt8(ascii: "("))
  /// A closing parenthesis.
  public static let close = WordID(UInt8(ascii: ")"))
  /// An opening square bracket.
  public static let openBracket = WordID(UInt8(ascii: "["))
  /// A closing square bracket.
  public static let closeBracket = WordID(UInt8(ascii: "]"))
  /// A comma.
  public static let comma = WordID(UInt8(ascii: ","))
  /// A full stop.
  public static let stop = WordID(UInt8(ascii: "."))
  /// A slash.
  public static let slash = WordID(UInt8(ascii: "/"))
  /// A colon.
  public static let colon = WordID(UInt8(ascii: ":"))
  /// A semicolon.
  public static let semicolon = WordID(UInt8(ascii: ";"))
  /// A question mark.
  public static let question = WordID(UInt8(ascii: "?"))
  /// An exclamation mark.
  public static let exclamation = WordID(UInt8(ascii: "!"))
  /// A hyphen.
  public static let hyphen = WordID(UInt8(ascii: "-"))
  /// An ampersand.
  public static let ampersand = WordID(UInt8(ascii: "&"))
  /// An en or em dash, or two hyphens.
  public static let dash: WordID = 128
  /// Three dots, as one character or three.
  public static let ellipsis: WordID = 129
  /// The section sign.
  public static let section: WordID = 130
  /// Any other mark.
  public static let other: WordID = 131
  /// A bullet at the head of a list item.
  public static let bullet: WordID = 132
  /// The possessive ending.
  public static let possessive: WordID = 133
  /// The first identifier of a word.
  public static let firstWord: WordID = 256
}
