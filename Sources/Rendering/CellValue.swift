/// The value of one cell of a result, before any format writes it.
public enum CellValue: Sendable, Hashable {
  /// A text, stored as it was read: it may hold anything.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is written as missing.
  case number(Double)
  /// No value: empty, or `null` in JSON.
  case missing
  /// Several texts: joined by `; `, or an array in JSON.
  case list([String])

  /// A text, or `missing` where there is none.
  public init(_ text: String?) { self = text.map(CellValue.text) ?? .missing }

  /// A whole number, or `missing` where there is none.
  public init(_ integer: Int?) { self = integer.map(CellValue.integer) ?? .missing }

  /// The text that every format but JSON starts from.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): number.isFinite ? "\(number)" : ""
    case .missing: ""
    case .list(let texts): texts.joined(separator: "; ")
    }
  }

  /// Whether it is a number, which no program takes for a formula and tables push to the right.
  var isNumeric: Bool {
    switch self {
    case .integer, .number: true
    case .text, .missing, .list: false
    }
  }
}
