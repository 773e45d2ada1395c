/// The UTF-8 of a text, in place.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// A text with what could steer or disguise a terminal written out, for messages on standard error.
///
/// Control characters (C0, DEL, C1), bidirectional marks, U+FEFF, U+2028 and U+2029 become `\u{1B}` and the like; the
/// backslash of a literal `\u{` becomes `\u{5C}`, so that every `\u{…}` in the result is an escape and can be undone.
public func escapedForTerminal(_ text: String, keepingNewlines: Bool = false) -> String {
  var result: [UInt8] = []
  withUTF8(of: text) { bytes in
    if !keepingNewlines { return result.appendVisible(bytes) }
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result.append(0x0A) }
      result.appendVisible(Bytes(rebasing: line))
    }
  }
  return String(decoding: result, as: UTF8.self)
}

func withUTF8<Result>(of text: String, _ body: (Bytes) -> Result) -> Result {
  var text = text
  return text.withUTF8(body)
}

/// How many bytes the character at an index takes, if it is one that is not shown as it is; else 0.
///
/// Such are C0, DEL, C1, U+061C, U+200E, U+200F, U+2028–202E, U+2066–2069 and U+FEFF. The bytes are valid UTF-8.
@inline(__always)
func hiddenLength(at index: Int, in bytes: Bytes) -> Int {
  let byte = bytes[index]
  if byte < 0x80 { return byte < 0x20 || byte == 0x7F ? 1 : 0 }
  switch byte {
  case 0xC2: return bytes[index + 1] < 0xA0 ? 2 : 0
  case 0xD8: return bytes[index + 1] == 0x9C ? 2 : 0
  case 0xE2:
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
    default: return 0
    }
  case 0xEF: return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
  default: return 0
  }
}

/// The code point of a character of one to three bytes.
func codePoint(at index: Int, length: Int, in bytes: Bytes) -> UInt32 {
  switch length {
  case 1: UInt32(bytes[index])
  case 2: UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
  default:
    UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  }
}

/// Whether a literal `\u{` stands at an index.
@inline(__always)
func isLiteralEscape(at index: Int, in bytes: Bytes) -> Bool {
  bytes[index] == UInt8(ascii: "\\") && index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "u")
    && bytes[index + 2] == UInt8(ascii: "{")
}

extension [UInt8] {
  /// Appends a text with hidden characters written out as `escapedForTerminal` tells.
  mutating func appendVisible(_ bytes: Bytes) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let hidden = hiddenLength(at: index, in: bytes)
      if hidden == 0, !isLiteralEscape(at: index, in: bytes) {
        index += 1
        continue
      }
      append(contentsOf: Bytes(rebasing: bytes[start..<index]))
      let length = Swift.max(hidden, 1)
      append("\\u{")
      appendHexadecimal(codePoint(at: index, length: length, in: bytes))
      append(UInt8(ascii: "}"))
      index += length
      start = index
    }
    append(contentsOf: Bytes(rebasing: bytes[start...]))
  }

  /// Appends ASCII.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a number in capital hexadecimal digits, at least `digits` of them.
  mutating func appendHexadecimal(_ number: UInt32, digits: Int = 1) {
    let text = String(number, radix: 16, uppercase: true)
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, digits - text.utf8.count)))
    append(contentsOf: text.utf8)
  }
}
