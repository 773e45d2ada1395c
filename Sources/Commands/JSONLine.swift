/// JSON written piece by piece, without spaces, in the order of the calls.
struct JSONLine {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An object in braces.
  mutating func object(_ body: (inout JSONLine) -> Void) { nest("{", "}", body) }

  /// An array in brackets.
  mutating func array(_ body: (inout JSONLine) -> Void) { nest("[", "]", body) }

  /// The name of the member that follows.
  mutating func key(_ name: StaticString) {
    separate()
    quoted(name.description)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    quoted(text)
    needsComma = true
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  mutating func integer(_ value: Int) { raw(String(value)) }

  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Ends a line, after which a new value begins.
  mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONLine) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00".utf8)
        if digits.utf8.count == 1 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
