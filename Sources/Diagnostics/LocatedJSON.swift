/// A JSON value (RFC 8259) with the place where it begins, for files whose contents are checked with findings.
public struct LocatedJSON: Sendable {
  /// What it is.
  public enum Value: Sendable {
    /// The word null.
    case null
    /// True or false.
    case bool(Bool)
    /// A number as written.
    case number(String)
    /// A string, escapes undone.
    case string(String)
    /// Values in order.
    case array([LocatedJSON])
    /// The members in order, doubled names included.
    case object([(name: String, value: LocatedJSON)])
  }

  /// What it is.
  public let value: Value
  /// The byte of the line where it begins, from 0.
  public let offset: Int

  /// How deep values may be nested; deeper ones would exhaust the stack.
  private static let deepest = 64

  /// Reads a line that holds one value and nothing else.
  public init(line bytes: UnsafeBufferPointer<UInt8>) throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    try self.init(&scanner, depth: 0)
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw scanner.fault("text after the JSON value") }
  }

  private init(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Fault) {
    scanner.skipSpace()
    offset = scanner.at
    guard depth < LocatedJSON.deepest else { throw scanner.fault("the values are nested too deep") }
    switch scanner.current {
    case UInt8(ascii: "{"): value = .object(try LocatedJSON.members(&scanner, depth))
    case UInt8(ascii: "["): value = .array(try LocatedJSON.elements(&scanner, depth))
    case UInt8(ascii: "\""): value = .string(try scanner.string())
    default:
      let word = try scanner.word()
      switch word {
      case "null": value = .null
      case "true", "false": value = .bool(word == "true")
      default: value = .number(word)
      }
    }
  }

  private static func members(
    _ scanner: inout JSONScanner, _ depth: Int
  ) throws(JSONScanner.Fault) -> [(name: String, value: LocatedJSON)] {
    var members: [(name: String, value: LocatedJSON)] = []
    try list(&scanner, endingWith: UInt8(ascii: "}")) { scanner throws(JSONScanner.Fault) in
      let name = try scanner.string()
      scanner.skipSpace()
      try scanner.expect(UInt8(ascii: ":"), "a colon")
      members.append((name, try LocatedJSON(&scanner, depth: depth + 1)))
    }
    return members
  }

  private static func elements(
    _ scanner: inout JSONScanner, _ depth: Int
  ) throws(JSONScanner.Fault) -> [LocatedJSON] {
    var elements: [LocatedJSON] = []
    try list(&scanner, endingWith: UInt8(ascii: "]")) { scanner throws(JSONScanner.Fault) in
      elements.append(try LocatedJSON(&scanner, depth: depth + 1))
    }
    return elements
  }

  /// Steps through a bracket, calling `item` at each of its items.
  private static func list(
    _ scanner: inout JSONScanner, endingWith end: UInt8,
    _ item: (inout JSONScanner) throws(JSONScanner.Fault) -> Void
  ) throws(JSONScanner.Fault) {
    scanner.at += 1
    scanner.skipSpace()
    if scanner.current == end {
      scanner.at += 1
      return
    }
    while true {
      scanner.skipSpace()
      try item(&scanner)
      scanner.skipSpace()
      if scanner.current == UInt8(ascii: ",") {
        scanner.at += 1
        continue
      }
      try scanner.expect(end, "a comma or a closing bracket")
      return
    }
  }
}

/// Looking into a value.
extension LocatedJSON {
  /// The member of an object; nil where it has none of that name or the member is null.
  ///
  /// Of doubled names it is the last one.
  public subscript(_ name: String) -> LocatedJSON? {
    guard case .object(let members) = value, let member = members.last(where: { $0.name == name }) else {
      return nil
    }
    if case .null = member.value.value { return nil }
    return member.value
  }

  /// The text of a string.
  public var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The value of a whole number.
  public var integer: Int? {
    if case .number(let digits) = value { Int(digits) } else { nil }
  }

  /// The value of true or false.
  public var flag: Bool? {
    if case .bool(let flag) = value { flag } else { nil }
  }

  /// The elements of an array.
  public var elements: [LocatedJSON]? {
    if case .array(let elements) = value { elements } else { nil }
  }
}
