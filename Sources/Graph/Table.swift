/// A value in a table of results.
public enum Cell: Hashable, Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case real(Double)
  /// Text.
  case text(String)
  /// Several values, in order.
  case list([String])

  /// Text, or nothing for nil.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .null }

  /// The values for comparing and counting: none, one or several.
  public var values: [String] {
    switch self {
    case .null: []
    case .int(let number): [String(number)]
    case .real(let number): [String(number)]
    case .text(let text): [text]
    case .list(let texts): texts
    }
  }
}

/// Named columns and rows of values.
public struct Table: Hashable, Sendable {
  /// The names of the columns.
  public var columns: [String]
  /// The rows, each with a value a column.
  public var rows: [[Cell]]

  /// A table with these columns and rows.
  public init(columns: [String], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The values in a column; none where there is no such column.
  public subscript(column: String) -> [Cell] {
    guard let index = columns.firstIndex(of: column) else { return [] }
    return rows.map { $0[index] }
  }
}
