/// The ASCII letters at the head of eight bytes of text, found without looking at one byte after the other.
struct LetterRun {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// How many letters there are before the first byte that is none, 8 at most.
  let count: Int
  /// The letters in lower case, the first one in the lowest byte; all other bytes are 0.
  let small: UInt64
  /// For each letter the bit 0x20 of its byte where it is a capital.
  let capitals: UInt64

  /// Looks at eight bytes, the first one lowest.
  @inline(__always) init(_ bytes: UInt64) {
    let folded = bytes | LetterRun.ones &* 0x20
    let low = folded & ~LetterRun.tops
    // A byte's highest bit is set where it is at least "a", and where it is more than "z"; no sum runs into the next.
    let fromA = low &+ LetterRun.ones &* UInt64(0x80 - UInt8(ascii: "a"))
    let beyondZ = low &+ LetterRun.ones &* UInt64(0x7F - UInt8(ascii: "z"))
    let letters = fromA & ~beyondZ & ~bytes & LetterRun.tops
    count = (letters ^ LetterRun.tops).trailingZeroBitCount >> 3
    let mask = count == 8 ? ~0 : (1 as UInt64) << UInt64(truncatingIfNeeded: count &* 8) &- 1
    small = folded & mask
    capitals = letters >> 2 & ~bytes & mask
  }

  /// For each small letter the bit 0x20 of its byte.
  @inline(__always) var smalls: UInt64 {
    small & (LetterRun.ones &* 0x20) & ~capitals
  }
}
