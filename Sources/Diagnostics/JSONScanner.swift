/// A strict reader of one line of JSON (RFC 8259), a value at a time.
///
/// The bytes must be UTF-8. Faults name the byte where they were found, so that a message can point at it.
public struct JSONScanner {
  /// What is wrong with the JSON, and at which byte of the line.
  public struct Fault: Error, Hashable, Sendable {
    /// The byte of the line, from 0.
    public var offset: Int
    /// What is wrong.
    public var message: String

    /// A fault at a byte.
    public init(offset: Int, message: String) {
      self.offset = offset
      self.message = message
    }
  }

  /// The line.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to read.
  public var at = 0

  /// A reader at the head of a line; the bytes must outlive it.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte at the current place; 0 at the end, which no JSON holds outside a string.
  public var current: UInt8 { at < bytes.count ? bytes[at] : 0 }

  /// Whether the line is used up.
  public var isAtEnd: Bool { at >= bytes.count }

  /// Steps over white space.
  public mutating func skipSpace() {
    while current == 0x20 || current == 0x09 || current == 0x0D || current == 0x0A { at += 1 }
  }

  /// Steps over a byte that must come next; `what` names it in the message.
  public mutating func expect(_ byte: UInt8, _ what: String) throws(Fault) {
    guard current == byte, !isAtEnd else { throw fault("\(what) is missing") }
    at += 1
  }

  /// A fault here; at the end of the line it is always that the line is cut off.
  public func fault(_ message: String) -> Fault {
    Fault(offset: at, message: isAtEnd ? "the line ends inside a JSON object: is it cut off?" : message)
  }

  /// The text of a number or one of the words true, false and null, as written.
  public mutating func word() throws(Fault) -> String {
    let start = at
    try skipWord()
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Steps over any value, holding it to the grammar.
  public mutating func skipValue() throws(Fault) {
    // The open brackets, innermost last; deep nesting must not exhaust the stack.
    var open: [UInt8] = []
    repeat {
      skipSpace()
      switch current {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(current)
        at += 1
        skipSpace()
        if current == open.last.map({ $0 + 2 }) { break }
        if open.last == UInt8(ascii: "{") { try skipKey() }
        continue
      case UInt8(ascii: "\""): _ = try stringBody()
      default: try skipWord()
      }
      try skipAfterValue(&open)
    } while !open.isEmpty
  }

  /// Closes what ends here and steps over the comma before the next value.
  private mutating func skipAfterValue(_ open: inout [UInt8]) throws(Fault) {
    while let bracket = open.last {
      skipSpace()
      if current == UInt8(ascii: ",") {
        at += 1
        if bracket == UInt8(ascii: "{") { try skipKey() }
        return
      }
      // In ASCII the closing bracket stands two after the opening one.
      guard current == bracket + 2 else { throw fault("a comma or a closing bracket is missing") }
      at += 1
      open.removeLast()
    }
  }

  private mutating func skipKey() throws(Fault) {
    skipSpace()
    _ = try stringBody()
    skipSpace()
    try expect(UInt8(ascii: ":"), "a colon")
  }

  /// Steps over a number or one of the words true, false and null.
  private mutating func skipWord() throws(Fault) {
    let start = at
    switch current {
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"): try skip("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if current == UInt8(ascii: "-") { at += 1 }
      if current == UInt8(ascii: "0") { at += 1 } else { try skipDigits() }
      if current == UInt8(ascii: ".") {
        at += 1
        try skipDigits()
      }
      if current | 0x20 == UInt8(ascii: "e") {
        at += 1
        if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { at += 1 }
        try skipDigits()
      }
    default: throw fault("a value is missing")
    }
    switch current {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."):
      throw Fault(offset: start, message: "this is no JSON value")
    default: return
    }
  }

  private mutating func skip(_ word: StaticString) throws(Fault) {
    let start = at
    for index in 0..<word.utf8CodeUnitCount {
      guard !isAtEnd else { throw fault("") }
      guard current == word.utf8Start[index] else {
        throw Fault(offset: start, message: "this is no JSON value")
      }
      at += 1
    }
  }

  private mutating func skipDigits() throws(Fault) {
    guard (0x30...0x39).contains(current) else { throw fault("a digit is missing") }
    while (0x30...0x39).contains(current) { at += 1 }
  }
}
