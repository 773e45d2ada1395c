/// The hash of a folded word, fed byte by byte or, where they are at hand, eight bytes at once.
///
/// Words are told apart by it alone: of which a vocabulary keeps 40 bits, an unknown word of a text is mistaken for a
/// known one with a chance of about 10^-12.
struct WordHash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The bytes since the last eight, the first one lowest.
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always) mutating func feed(_ byte: UInt8) {
    pending |= UInt64(byte) << ((count & 7) &* 8)
    count &+= 1
    if count & 7 == 0 { fold() }
  }

  /// Feeds eight bytes, the first one lowest, to a hash that was fed eight at a time so far.
  @inline(__always) mutating func feed(eight bytes: UInt64) {
    pending = bytes
    count &+= 8
    fold()
  }

  /// Feeds fewer than eight bytes, the first one lowest, to a hash that was fed eight at a time so far.
  @inline(__always) mutating func feed(_ bytes: UInt64, count few: Int) {
    pending = bytes
    count &+= UInt64(truncatingIfNeeded: few)
  }

  @inline(__always) private mutating func fold() {
    value = (value ^ pending) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
    pending = 0
  }

  @inline(__always) var mixed: UInt64 {
    var hash = (value ^ pending ^ count << 56) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    hash &*= 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }
}
