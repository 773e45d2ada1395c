import CSQLite

/// The row on which a statement stands; it cannot outlive its step.
///
/// Reading a column as a type is exact: text is no number and NULL is neither.
public struct Row: ~Copyable {
  private let statement: Statement

  init(_ statement: Statement) { self.statement = statement }

  /// The number of columns.
  public var count: Int { Int(sqlite3_column_count(statement.handle)) }

  /// The names of the columns.
  public var columns: [String] { statement.columns }

  /// The text in a column, counted from 0.
  public func text(_ column: Int) throws(SQLiteError) -> String {
    guard type(column) == SQLITE_TEXT else { throw mismatch(column, "text") }
    return storedText(column)
  }

  /// The text in a column, or nil for NULL.
  public func optionalText(_ column: Int) throws(SQLiteError) -> String? {
    type(column) == SQLITE_NULL ? nil : try text(column)
  }

  /// The whole number in a column.
  public func int(_ column: Int) throws(SQLiteError) -> Int {
    guard type(column) == SQLITE_INTEGER else { throw mismatch(column, "a whole number") }
    return Int(sqlite3_column_int64(statement.handle, Int32(column)))
  }

  /// The whole number in a column, or nil for NULL.
  public func optionalInt(_ column: Int) throws(SQLiteError) -> Int? {
    type(column) == SQLITE_NULL ? nil : try int(column)
  }

  /// The number in a column.
  public func double(_ column: Int) throws(SQLiteError) -> Double {
    guard type(column) == SQLITE_FLOAT || type(column) == SQLITE_INTEGER else {
      throw mismatch(column, "a number")
    }
    return sqlite3_column_double(statement.handle, Int32(column))
  }

  /// The value in a column, whatever its type.
  public func value(_ column: Int) -> Value {
    let handle = statement.handle
    switch type(column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: return .text(storedText(column))
    case SQLITE_BLOB:
      let bytes = sqlite3_column_blob(handle, Int32(column))
      return .blob(
        Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, Int32(column))))))
    default: return .null
    }
  }

  private func type(_ column: Int) -> Int32 { sqlite3_column_type(statement.handle, Int32(column)) }

  private func storedText(_ column: Int) -> String {
    let bytes = sqlite3_column_text(statement.handle, Int32(column))
    let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private func mismatch(_ column: Int, _ wanted: String) -> SQLiteError {
    SQLiteError(
      code: SQLITE_MISMATCH, message: "column \(column) is not \(wanted): \(value(column))",
      sql: statement.sql)
  }
}
