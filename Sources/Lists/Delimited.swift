import Diagnostics
import Markup

/// The records of a file whose fields a byte separates and quotation marks may enclose, one by one.
struct Delimited {
  /// A record: its fields in UTF-8, and the line where it begins.
  struct Record {
    var fields: [String]
    var line: Int
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private let isLatin: Bool
  private var at = 0
  private var line = 1
  /// The line of a quotation mark that never closes; nil where all close.
  private(set) var openQuote: Int?

  /// The records of some bytes; those that are no UTF-8 are read as Windows-1252.
  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    isLatin = String(validating: bytes, as: UTF8.self) == nil
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The next record; blank lines and the 0x1A that ends some files are passed over.
  mutating func next() -> Record? {
    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x1A {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    guard at < bytes.count else { return nil }
    var record = Record(fields: [], line: line)
    while true {
      record.fields.append(field())
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    return record
  }

  private mutating func field() -> String {
    var value: [UInt8] = []
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      let start = line
      at += 1
      var isClosed = false
      while at < bytes.count, !isClosed {
        let byte = bytes[at]
        if byte == UInt8(ascii: "\"") {
          if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
            value.append(byte)
            at += 1
          } else {
            isClosed = true
          }
        } else {
          if byte == 0x0A { line += 1 }
          value.append(byte)
        }
        at += 1
      }
      if !isClosed, openQuote == nil { openQuote = start }
    }
    while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
      value.append(bytes[at])
      at += 1
    }
    while let last = value.last, last == 0x20 { value.removeLast() }
    return isLatin ? Windows1252.text(value) : String(decoding: value, as: UTF8.self)
  }
}

/// The encoding of some lists (https://encoding.spec.whatwg.org/#windows-1252).
enum Windows1252 {
  /// The text of some bytes.
  static func text(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
    0x9D,
    0x17E, 0x178,
  ]
}
