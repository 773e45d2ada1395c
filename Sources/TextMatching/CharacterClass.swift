/// What bytes and code points are for the tokenizer.
enum CharacterClass {
  static let other: UInt8 = 0
  static let lower: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 3
  static let space: UInt8 = 4
  static let line: UInt8 = 5
  static let wide: UInt8 = 6

  /// The class of each byte; bytes of longer sequences are `wide`.
  static let ofByte: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case 0x20, 0x09, 0x0B, 0x0C: space
    case 0x0A, 0x0D: line
    case 0x80...0xFF: wide
    default: other
    }
  }

  /// What a code point beyond ASCII is.
  enum Wide {
    case lower, upper, space, apostrophe, hyphen, ignored
    case mark(WordID)
  }

  /// Sorts a code point beyond ASCII.
  static func wide(_ code: UInt32) -> Wide {
    switch code {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0xA7: .mark(Mark.section)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: .ignored
    case 0xA3, 0xA5, 0x20A0...0x20C0: .mark(Mark.dollar)
    case 0xAA, 0xBA, 0xB5: .lower
    case 0xB7, 0x2022, 0x2023, 0x25AA, 0x25CF: .mark(Mark.bullet)
    case 0x80...0xBF, 0xD7, 0xF7: .mark(Mark.other)
    case 0xC0...0xDE: .upper
    case 0x100...0x137, 0x14A...0x177: code % 2 == 0 ? .upper : .lower
    case 0x139...0x148, 0x179...0x17E: code % 2 == 1 ? .upper : .lower
    case 0x178: .upper
    case 0x391...0x3A9, 0x400...0x42F: .upper
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .mark(Mark.dash)
    case 0x2018, 0x2019, 0x201B, 0x2BC: .apostrophe
    case 0x201C...0x201F, 0x201A, 0xAB, 0xBB: .mark(Mark.quote)
    case 0x2026: .mark(Mark.ellipsis)
    case 0x2020...0x2BFF, 0x3001...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFF0F, 0x1F000...0x1FAFF:
      .mark(Mark.other)
    default: .lower
    }
  }

  /// Feeds the folded form of a code point to a hash: lower case, Latin letters without marks, no apostrophes.
  static func fold(_ code: UInt32, into hash: inout WordHash) {
    if code < 128 {
      let byte = UInt8(code)
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") { return }
      hash.feed(ofByte[Int(byte)] == upper ? byte | 0x20 : byte)
      return
    }
    if case .apostrophe = wide(code) { return }
    let small: UInt32 =
      switch code {
      case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: code + 0x20
      case 0x400...0x40F: code + 0x50
      case 0x100...0x137, 0x14A...0x177: code | 1
      case 0x139...0x148, 0x179...0x17E: code % 2 == 1 ? code + 1 : code
      case 0x178: 0xFF
      default: code
      }
    if let plain = plainLetters(small) {
      hash.feed(plain.0)
      if plain.1 != 0 { hash.feed(plain.1) }
    } else {
      hash.feed(UInt8(truncatingIfNeeded: small >> 16))
      hash.feed(UInt8(truncatingIfNeeded: small >> 8))
      hash.feed(UInt8(truncatingIfNeeded: small))
    }
  }

  /// The one or two ASCII letters of a small Latin letter with a mark; the second is 0 where there is one.
  private static func plainLetters(_ code: UInt32) -> (UInt8, UInt8)? {
    func letter(_ scalar: Unicode.Scalar) -> (UInt8, UInt8) { (UInt8(ascii: scalar), 0) }
    return switch code {
    case 0xE0...0xE5, 0x101, 0x103, 0x105: letter("a")
    case 0xE6: (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0xE7, 0x107, 0x109, 0x10B, 0x10D: letter("c")
    case 0xE8...0xEB, 0x113, 0x115, 0x117, 0x119, 0x11B: letter("e")
    case 0xEC...0xEF, 0x129, 0x12B, 0x12D, 0x12F, 0x131: letter("i")
    case 0xF0, 0x10F, 0x111: letter("d")
    case 0xF1, 0x144, 0x146, 0x148: letter("n")
    case 0xF2...0xF6, 0xF8, 0x14D, 0x14F, 0x151: letter("o")
    case 0xF9...0xFC, 0x169, 0x16B, 0x16D, 0x16F, 0x171, 0x173: letter("u")
    case 0xFD, 0xFF, 0x177: letter("y")
    case 0xDF: (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x11D, 0x11F, 0x121, 0x123: letter("g")
    case 0x13A, 0x13C, 0x13E, 0x140, 0x142: letter("l")
    case 0x155, 0x157, 0x159: letter("r")
    case 0x15B, 0x15D, 0x15F, 0x161: letter("s")
    case 0x163, 0x165, 0x167: letter("t")
    case 0x17A, 0x17C, 0x17E: letter("z")
    default: nil
    }
  }
}
