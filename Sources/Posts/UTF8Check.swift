/// Whether bytes are UTF-8.
enum UTF8Check {
  /// The offset of the first byte that no UTF-8 text could hold there; nil where all is well.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let words = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        // Eight ASCII bytes at a time: most text is that.
        while at + 8 <= bytes.count,
          words.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { at += 8 }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        continue
      }
      guard let length = length(at, bytes) else { return at }
      at += length
    }
    return nil
  }

  /// The length of the well-formed sequence of several bytes at an offset.
  private static func length(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func isNext(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < bytes.count && range.contains(bytes[at + offset])
    }
    switch bytes[at] {
    case 0xC2...0xDF: return isNext(1) ? 2 : nil
    case 0xE0: return isNext(1, 0xA0...0xBF) && isNext(2) ? 3 : nil
    case 0xED: return isNext(1, 0x80...0x9F) && isNext(2) ? 3 : nil
    case 0xE1...0xEF: return isNext(1) && isNext(2) ? 3 : nil
    case 0xF0: return isNext(1, 0x90...0xBF) && isNext(2) && isNext(3) ? 4 : nil
    case 0xF1...0xF3: return isNext(1) && isNext(2) && isNext(3) ? 4 : nil
    case 0xF4: return isNext(1, 0x80...0x8F) && isNext(2) && isNext(3) ? 4 : nil
    default: return nil
    }
  }
}
