import Knowledge
import Matching
import Model
import TextMatching

/// What makes two mentions one entity at once, as a hash.
enum EntityKey {
  /// A record of the lexicon, by its index in `names`.
  static func known(_ name: Int) -> UInt64 { numbered(1, name) }
  /// A resolution of the Security Council, by its number.
  static func resolution(_ number: Int) -> UInt64 { numbered(2, number) }
  /// An executive order, by its number.
  static func order(_ number: Int) -> UInt64 { numbered(3, number) }

  /// A name, by its kind and what is the same for every spelling.
  static func named(_ kind: EntityKind, _ text: String) -> UInt64 {
    var hash = start(kind)
    for byte in text.utf8 { hash.feed(byte) }
    return hash.value
  }

  fileprivate struct Hash {
    var value: UInt64
    @inline(__always) mutating func feed(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  fileprivate static func start(_ kind: EntityKind) -> Hash {
    var hash = Hash(value: 0xCBF2_9CE4_8422_2325)
    if let place = EntityKind.allCases.firstIndex(of: kind) { hash.feed(UInt8(place) | 0x80) }
    return hash
  }

  private static func numbered(_ sort: UInt64, _ number: Int) -> UInt64 {
    (sort << 56 | UInt64(UInt32(truncatingIfNeeded: number))) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension PostReader {
  /// The key of a name of a kind that some tokens write.
  ///
  /// It is that of `NameKey` for names whose spellings differ in more than case, hyphens, spaces and legal forms; for
  /// the others the bytes tell it without a detour.
  func key(_ kind: EntityKind, _ name: String, _ run: CapitalRun) -> UInt64 {
    plainKey(kind, run) ?? EntityKey.named(kind, NameKey(name, kind: kind).text)
  }

  private func plainKey(_ kind: EntityKind, _ run: CapitalRun) -> UInt64? {
    var last = run.last
    switch kind {
    case .person:
      let isAsian = (run.first..<run.last).contains { index in
        !lexicon.sense(word(index)).isDisjoint(with: [.koreanSurname, .chineseSurname])
      }
      if isAsian { return nil }
    case .bank, .airline, .company:
      while last - run.first > 1, has(last - 1, .legalForm) { last -= 1 }
    case .organization, .place: break
    default: return nil
    }
    var hash = EntityKey.start(kind)
    var afterDigit = false
    for index in run.first..<last where word(index) != lexicon.words.the {
      let token = tokens[index]
      if token.shape.contains(.mark) { continue }
      let startsWithDigit = token.shape.contains(.number)
      if afterDigit, startsWithDigit { hash.feed(UInt8(ascii: "-")) }
      for byte in bytes[Int(token.start)..<Int(token.end)] {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): hash.feed(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): hash.feed(byte)
        case UInt8(ascii: "'"), UInt8(ascii: "."): continue
        default: return nil
        }
        afterDigit = byte <= UInt8(ascii: "9")
      }
    }
    return hash.value
  }
}
