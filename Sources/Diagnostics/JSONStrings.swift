/// Strings and their escapes.
extension JSONScanner {
  private static let cutInString = "the line ends inside a JSON string: is it cut off?"

  /// The first byte from `start` on that a string of JSON does not hold as it is, or that is DEL; the end where none is.
  public static func plainEnd(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    // The highest bit of the first byte that is 0, and of others behind it.
    func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let special =
        (word &- ones &* 0x20) & ~word & tops | zero(word ^ ones &* 0x22) | zero(word ^ ones &* 0x5C)
        | zero(word ^ ones &* 0x7F)
      if special != 0 { return at + special.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] != 0x7F {
      at += 1
    }
    return at
  }

  /// A string with its escapes undone.
  public mutating func string() throws(Fault) -> String {
    let (body, escapes) = try stringBody()
    if escapes == 0 { return String(decoding: UnsafeBufferPointer(rebasing: bytes[body]), as: UTF8.self) }
    // An escape is never shorter than the UTF-8 that it stands for.
    return String(unsafeUninitializedCapacity: body.count) { room in unescape(body, into: room) }
  }

  /// Steps over a string; its bytes between the quotes and the number of escapes.
  mutating func stringBody() throws(Fault) -> (body: Range<Int>, escapes: Int) {
    guard current == UInt8(ascii: "\"") else { throw fault("a quotation mark is missing") }
    var position = at + 1
    var escapes = 0
    while position < bytes.count {
      position = JSONScanner.plainEnd(of: bytes, from: position)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      if byte == 0x7F {
        position += 1
        continue
      }
      if byte == UInt8(ascii: "\"") {
        let body = at + 1..<position
        at = position + 1
        return (body, escapes)
      }
      if byte == UInt8(ascii: "\\") {
        escapes += 1
        position += try escapeLength(position)
      } else {
        throw Fault(offset: position, message: "a control character in a string must be written \\u00XX")
      }
    }
    throw Fault(offset: bytes.count, message: JSONScanner.cutInString)
  }

  /// The length of the escape at a position, both halves of a surrogate pair together.
  private func escapeLength(_ position: Int) throws(Fault) -> Int {
    guard position + 1 < bytes.count else {
      throw Fault(offset: bytes.count, message: JSONScanner.cutInString)
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(position) else {
        if position + 6 > bytes.count {
          throw Fault(offset: bytes.count, message: JSONScanner.cutInString)
        }
        throw Fault(offset: position, message: "\\u must be followed by four hexadecimal digits")
      }
      if !(0xD800...0xDFFF).contains(unit) { return 6 }
      guard unit < 0xDC00, let second = codeUnit(position + 6), (0xDC00...0xDFFF).contains(second) else {
        throw Fault(offset: position, message: "half a surrogate pair")
      }
      return 12
    default: throw Fault(offset: position, message: "JSON has no such escape")
    }
  }

  /// The UTF-16 unit that `\uXXXX` at a position stands for.
  private func codeUnit(_ position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[position + 2..<position + 6] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// Writes a string's bytes with their escapes undone and returns how many.
  private func unescape(_ body: Range<Int>, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var position = body.lowerBound
    while position < body.upperBound {
      let byte = bytes[position]
      if byte != UInt8(ascii: "\\") {
        // What stands up to the next escape is copied at once.
        let rest = UnsafeBufferPointer(rebasing: bytes[position..<body.upperBound])
        let plain = rest.firstIndex(of: UInt8(ascii: "\\")) ?? rest.count
        _ = UnsafeMutableBufferPointer(rebasing: room[count..<count + plain])
          .update(fromContentsOf: rest[..<plain])
        count += plain
        position += plain
        continue
      }
      let code: UInt32
      switch bytes[position + 1] {
      case UInt8(ascii: "b"): code = 0x08
      case UInt8(ascii: "f"): code = 0x0C
      case UInt8(ascii: "n"): code = 0x0A
      case UInt8(ascii: "r"): code = 0x0D
      case UInt8(ascii: "t"): code = 0x09
      case UInt8(ascii: "u"):
        let unit = codeUnit(position) ?? 0xFFFD
        if (0xD800...0xDBFF).contains(unit), let second = codeUnit(position + 6) {
          code = 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
          position += 6
        } else {
          code = unit
        }
        position += 4
      default: code = UInt32(bytes[position + 1])
      }
      position += 2
      if let scalar = Unicode.Scalar(code), let units = UTF8.encode(scalar) {
        for unit in units {
          room[count] = unit
          count += 1
        }
      }
    }
    return count
  }
}
