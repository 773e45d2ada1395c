import Model

/// What a mark of the inline notation says of its words: `⟦words¦tag⟧`.
enum Tag: Hashable {
  /// `kind=Name`, and `~kind=Name` for words that describe without naming.
  case mention(EntityKind, name: String, isNominal: Bool)
  /// `time=EDTF`
  case time(EDTF)
  /// `kind#3`: the words tell event 3.
  case trigger(EventKind, event: Int)

  /// What is wrong with a tag.
  struct Fault: Error { var message: String }

  /// Reads what stands between `¦` and `⟧`.
  init(_ text: String) throws(Fault) {
    if let sign = text.firstIndex(of: "=") {
      try self.init(text[..<sign], value: trimmed(text[text.index(after: sign)...]), of: text)
    } else if let sign = text.firstIndex(of: "#") {
      guard let number = wholeNumber(text[text.index(after: sign)...]) else { throw Tag.bad(text) }
      guard let kind = EventKind(rawValue: String(text[..<sign])) else {
        throw Fault(message: "unknown kind of event '\(text[..<sign])'; it is one of \(list(EventKind.self))")
      }
      self = .trigger(kind, event: number)
    } else {
      throw Tag.bad(text)
    }
  }

  private init(_ key: Substring, value: String, of text: String) throws(Fault) {
    guard !value.isEmpty, !value.contains("\n") else { throw Tag.bad(text) }
    if key == "time" {
      guard let date = EDTF(value) else { throw Fault(message: "'\(value)' is no EDTF date") }
      self = .time(date)
      return
    }
    let isNominal = key.hasPrefix("~")
    let word = String(isNominal ? key.dropFirst() : key)
    guard let kind = EntityKind(rawValue: word), Tag.kinds.contains(kind) else {
      let kinds = Tag.kinds.map(\.rawValue).joined(separator: ", ")
      throw Fault(message: "unknown kind '\(word)'; it is time or one of \(kinds)")
    }
    self = .mention(kind, name: value, isNominal: isNominal)
  }

  /// What posts name; the other kinds are those of official lists.
  private static let kinds = EntityKind.allCases.filter { $0 != .aircraft && $0 != .party }

  private static func bad(_ text: String) -> Fault {
    Fault(message: "'\(text)' is no tag: expected kind=Name, ~kind=Name, time=EDTF or kind#number")
  }
}

/// A number written in ASCII digits alone.
func wholeNumber(_ digits: Substring) -> Int? {
  digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
}

/// The text without white space at its ends.
func trimmed(_ text: Substring) -> String {
  let body = text.drop(while: \.isWhitespace)
  guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(body[...last])
}

/// The words of a closed list, for messages.
func list<Kind: RawRepresentable & CaseIterable>(_ type: Kind.Type) -> String where Kind.RawValue == String {
  type.allCases.map(\.rawValue).joined(separator: ", ")
}
