/// A value as SQLite stores it.
public enum Value: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// Text; it may hold NUL.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

extension Value: CustomStringConvertible {
  /// The value as SQL writes it; long text is cut.
  public var description: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text):
      text.utf8.count > 60 ? "'\(text.prefix(40))…'" : "'\(text)'"
    case .blob(let bytes): "blob of \(bytes.count) bytes"
    }
  }
}

/// What can be bound to a parameter of a statement.
public protocol Bindable {
  /// The value as SQLite stores it.
  var value: Value { get }
}

extension Value: Bindable {
  /// The value itself.
  public var value: Value { self }
}

extension String: Bindable {
  /// The text.
  public var value: Value { .text(self) }
}

extension Int: Bindable {
  /// The number.
  public var value: Value { .integer(Int64(self)) }
}

extension Double: Bindable {
  /// The number.
  public var value: Value { .real(self) }
}

extension Bool: Bindable {
  /// 1 for true and 0 for false.
  public var value: Value { .integer(self ? 1 : 0) }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// The value, or NULL for nil.
  public var value: Value { self?.value ?? .null }
}
