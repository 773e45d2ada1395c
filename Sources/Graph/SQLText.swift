import SQLite

/// A statement that is put together of fixed pieces and values.
struct SQLText {
  private(set) var text: String
  private(set) var values: [Value]

  init(_ text: String, _ values: [any Bindable] = []) {
    self.text = text
    self.values = values.map(\.value)
  }

  /// Adds a piece with the values of its parameters.
  mutating func add(_ piece: String, _ more: any Bindable...) {
    text += " " + piece
    values += more.map(\.value)
  }

  /// Adds a piece that ends before a list of values, `AND kind IN`.
  mutating func add(_ piece: String, anyOf list: [String], then end: String = "") {
    text += " \(piece) (\(Array(repeating: "?", count: list.count).joined(separator: ", ")))\(end)"
    values += list.map(Value.text)
  }
}

extension Connection {
  /// Calls a closure for each row of a statement that was put together.
  func each(_ sql: SQLText, _ body: (borrowing Row) throws -> Void) throws {
    try each(sql.text, with: sql.values, body)
  }
}
