import Diagnostics

/// JSON written piece by piece, without spaces, in the order of the calls.
struct JSONLine {
  private var sink = ByteSink()
  private var needsComma = false

  /// What was written so far.
  var bytes: [UInt8] { sink.bytes }

  /// An object in braces.
  @inline(__always) mutating func object(_ body: (inout JSONLine) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// An array in brackets.
  @inline(__always) mutating func array(_ body: (inout JSONLine) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// The name of the member that follows, in ASCII without characters that JSON escapes.
  mutating func key(_ name: StaticString) {
    separate()
    sink.append(UInt8(ascii: "\""))
    sink.append(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    sink.append(UInt8(ascii: "\""))
    sink.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// The name of the member that follows, whatever is in it.
  mutating func key(named name: String) {
    string(name)
    sink.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { quoted($0) }
    needsComma = true
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  /// A number that is not negative.
  mutating func integer(_ value: Int) {
    separate()
    sink.append(decimal: value.magnitude)
    needsComma = true
  }

  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Ends a line, after which a new value begins.
  mutating func endLine() {
    sink.append(0x0A)
    needsComma = false
  }

  private mutating func raw(_ text: StaticString) {
    separate()
    sink.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  @inline(__always) private mutating func nest(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONLine) -> Void
  ) {
    separate()
    sink.append(open)
    needsComma = false
    body(&self)
    sink.append(close)
    needsComma = true
  }

  @inline(__always) private mutating func separate() {
    if needsComma { sink.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    sink.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let index = JSONScanner.plainEnd(of: text, from: start)
      sink.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      guard index < text.count else { break }
      let byte = text[index]
      start = index + 1
      sink.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): sink.append(byte)
      case 0x0A: sink.append(UInt8(ascii: "n"))
      case 0x09: sink.append(UInt8(ascii: "t"))
      case 0x0D: sink.append(UInt8(ascii: "r"))
      default:
        sink.append(UInt8(ascii: "u"))
        for digit in [0, 0, byte >> 4, byte & 15] { sink.append(JSONLine.hexadecimal(digit)) }
      }
    }
    sink.append(UInt8(ascii: "\""))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
