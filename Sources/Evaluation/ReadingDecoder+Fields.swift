import Diagnostics
import Model

/// The fields of a JSON object, held to their types.
extension ReadingDecoder {
  mutating func required(_ name: String, of object: LocatedJSON) -> LocatedJSON? {
    if let value = object[name] { return value }
    complain(object.offset, "'\(name)' is missing")
    return nil
  }

  /// A text that must be there; a number is read as text, since some systems count their posts.
  mutating func text(_ name: String, of object: LocatedJSON) -> String? {
    guard let value = required(name, of: object) else { return nil }
    if case .number(let digits) = value.value { return digits }
    return string(value)
  }

  mutating func string(_ value: LocatedJSON) -> String? {
    if let text = value.text { return text }
    complain(value.offset, "this must be a string")
    return nil
  }

  /// The elements of a list; none where it is missing.
  mutating func elements(_ name: String, of object: LocatedJSON) -> [LocatedJSON] {
    guard let value = object[name] else { return [] }
    if let elements = value.elements { return elements }
    complain(value.offset, "'\(name)' must be an array")
    return []
  }

  /// One of the words of a closed list.
  mutating func choice<Kind: RawRepresentable & CaseIterable>(
    _ name: String, of object: LocatedJSON, _ type: Kind.Type
  ) -> Kind? where Kind.RawValue == String {
    guard let value = required(name, of: object), let word = string(value) else { return nil }
    if let kind = Kind(rawValue: word) { return kind }
    complain(value.offset, "unknown \(name) '\(word)'; it is one of \(list(type))")
    return nil
  }

  mutating func date(_ value: LocatedJSON) -> EDTF? {
    guard let text = string(value) else { return nil }
    if let date = EDTF(text) { return date }
    complain(value.offset, "'\(text)' is no EDTF date")
    return nil
  }

  mutating func span(_ object: LocatedJSON) -> TextSpan? {
    guard let start = object["start"]?.integer, let end = object["end"]?.integer, 0 <= start, start < end
    else {
      complain(object.offset, "'start' and 'end' must be whole numbers, the start before the end")
      return nil
    }
    return TextSpan(start, end)
  }

  /// The entity that an object refers to, by index.
  mutating func entity(of object: LocatedJSON, _ indices: [String: Int]) -> Int? {
    guard let id = text("entity", of: object) else { return nil }
    if let index = indices[id] { return index }
    complain(object.offset, "the line has no entity '\(id)'")
    return nil
  }
}
