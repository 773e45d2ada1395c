import Diagnostics

/// A post as a line of JSON gives it, before it is checked.
struct JSONPost {
  /// A value and the byte of the line where it stands.
  struct Field {
    var text: String
    var offset: Int
  }

  var id: Field?
  var title: Field?
  var published: Field?
  var url: Field?
  var text: Field?
  var author: Field?

  /// Reads a JSON object; fields that a post does not have are passed over, null is as good as none.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    guard scanner.current == UInt8(ascii: "{") else { throw scanner.fault("a post must be a JSON object") }
    scanner.at += 1
    scanner.skipSpace()
    if scanner.current == UInt8(ascii: "}") {
      scanner.at += 1
    } else {
      while try member(&scanner) {}
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw scanner.fault("text after the JSON object") }
  }

  /// Reads a name and its value; whether another one follows.
  private mutating func member(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Bool {
    scanner.skipSpace()
    let start = scanner.at
    let name = try scanner.string()
    scanner.skipSpace()
    try scanner.expect(UInt8(ascii: ":"), "a colon")
    scanner.skipSpace()
    switch name {
    case "id": try JSONPost.read(&id, name, start, mayBeNumber: true, &scanner)
    case "title": try JSONPost.read(&title, name, start, &scanner)
    case "published": try JSONPost.read(&published, name, start, mayBeNumber: true, &scanner)
    case "url": try JSONPost.read(&url, name, start, &scanner)
    case "text": try JSONPost.read(&text, name, start, &scanner)
    case "author": try JSONPost.read(&author, name, start, &scanner)
    default: try scanner.skipValue()
    }
    scanner.skipSpace()
    if scanner.current == UInt8(ascii: ",") {
      scanner.at += 1
      return true
    }
    try scanner.expect(UInt8(ascii: "}"), "a comma or a closing brace")
    return false
  }

  private static func read(
    _ field: inout Field?, _ name: String, _ start: Int, mayBeNumber: Bool = false,
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    if field != nil { throw JSONScanner.Fault(offset: start, message: "'\(name)' is given twice") }
    let offset = scanner.at
    switch scanner.current {
    case UInt8(ascii: "\""): field = Field(text: try scanner.string(), offset: offset)
    case UInt8(ascii: "n"): try scanner.skipValue()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let word = try scanner.word()
      if mayBeNumber {
        field = Field(text: word, offset: offset)
      } else {
        fallthrough
      }
    default:
      if scanner.isAtEnd { throw scanner.fault("") }
      throw JSONScanner.Fault(offset: offset, message: "'\(name)' must be a string")
    }
  }
}
