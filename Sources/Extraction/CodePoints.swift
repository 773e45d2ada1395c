import Model

/// Byte offsets turned into code points, by a count at every 64th byte.
struct CodePoints {
  private let bytes: [UInt8]
  /// How many code points begin before each stretch of 64 bytes.
  private var counts: [Int32] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    counts.reserveCapacity(bytes.count / 64 + 1)
    var count: Int32 = 0
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start <= bytes.count {
        counts.append(count)
        count += Int32(CodePoints.begun(bytes, start, min(start + 64, bytes.count)))
        start += 64
      }
    }
  }

  /// The stretch of code points of a stretch of bytes.
  func span(_ start: Int, _ end: Int) -> TextSpan { TextSpan(offset(start), offset(end)) }

  func offset(_ byte: Int) -> Int {
    Int(counts[byte >> 6]) + bytes.withUnsafeBytes { CodePoints.begun($0, byte & ~63, byte) }
  }

  /// How many code points begin in a stretch of bytes: those that are no continuation, eight bytes at a time.
  private static func begun(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var continuations = 0
    var at = start
    while at + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      continuations += (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      at += 8
    }
    while at < end {
      if bytes[at] & 0xC0 == 0x80 { continuations += 1 }
      at += 1
    }
    return end - start - continuations
  }
}
