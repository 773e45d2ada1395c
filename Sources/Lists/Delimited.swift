import Diagnostics
import Markup

/// The records of a file whose fields a byte separates and quotation marks may enclose, one by one.
///
/// Fields that are no UTF-8 are read as Windows-1252.
struct Delimited {
  /// A record: its fields in UTF-8, and the line where it begins.
  struct Record {
    var fields: [String] = []
    var line: Int
    /// Whether a line break, or the 0x1A that ends some files, comes behind it.
    var isEnded = true
  }

  /// The longest record that is read, in bytes.
  private static let longest = 16 << 20

  private let input: ListInput
  private let separator: UInt8
  /// The bytes from the last record on, as far as they were read.
  private var bytes: [UInt8] = []
  private var at = 0
  private var line = 1
  private var isAtEnd = false
  private var isAtStart = true

  /// The records of a file.
  init(_ input: ListInput, separator: UInt8) {
    self.input = input
    self.separator = separator
  }

  /// The next record; blank lines and the 0x1A that ends some files are passed over.
  mutating func next() throws(ListFault) -> Record? {
    while true {
      let start = (at: at, line: line)
      let found = try record()
      if at < bytes.count || isAtEnd {
        if let found, !found.isEnded, bytes.last != UInt8(ascii: "\"") {
          input.findings.append(
            Finding(
              SourceLocation(file: input.name, line: found.line), .warning,
              "the last record does not end in a line break: is the file cut off?"))
        }
        return found
      }
      // What was read ends within the record, or right behind it: the record is read again with what follows.
      (at, line) = start
      try refill()
    }
  }

  private mutating func refill() throws(ListFault) {
    bytes.removeFirst(at)
    at = 0
    if bytes.count >= Delimited.longest {
      throw broken(input.name, line, "the record is over 16 MiB: is a quotation mark never closed?")
    }
    // Twice as much each time, so that a long record is read again a few times only.
    let wanted = bytes.count * 2
    repeat { isAtEnd = try !input.append(to: &bytes) } while !isAtEnd && bytes.count < wanted
    if isAtStart, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    isAtStart = false
  }

  private mutating func record() throws(ListFault) -> Record? {
    while at < bytes.count, isEnd(bytes[at]) {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    guard at < bytes.count else { return nil }
    var record = Record(line: line)
    while true {
      record.fields.append(try field())
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    record.isEnded = at < bytes.count
    return record
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x1A }

  private mutating func field() throws(ListFault) -> String {
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
      if !isClosed, isAtEnd { throw broken(input.name, start, "the quotation mark is never closed") }
    }
    while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
      value.append(bytes[at])
      at += 1
    }
    while let last = value.last, last == 0x20 { value.removeLast() }
    return String(validating: value, as: UTF8.self) ?? Windows1252.text(value)
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
