/// The hash of a folded word, fed byte by byte.
///
/// FNV-1a over 64 bits with a final mix. Words are told apart by it alone: of which a vocabulary keeps
/// 40 bits, an unknown word of a text is mistaken for a known one with a chance of about 10^-12.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func feed(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always) var mixed: UInt64 {
    var hash = value
    hash ^= hash >> 32
    hash &*= 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }
}
