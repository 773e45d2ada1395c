import CSQLite

/// A prepared statement, lent by the connection for one run at a time.
final class Statement {
  let handle: OpaquePointer
  let sql: String
  private unowned let connection: Connection
  private var row: [Value] = []

  /// Prepares the first statement of a text; `rest` gets what follows it.
  init(_ sql: String, connection: Connection, isLasting: Bool = true, rest: inout String) throws(SQLiteError)
  {
    var text = sql
    var prepared: OpaquePointer?
    let flags = isLasting ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let (code, used) = text.withUTF8 { bytes -> (Int32, Int) in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          connection.handle, bytes.baseAddress, Int32(bytes.count), flags, &prepared, &tail)
        guard let tail, let base = bytes.baseAddress else { return (code, bytes.count) }
        return (code, base.distance(to: tail))
      }
    }
    guard code == SQLITE_OK else { throw SQLiteError(connection.handle, code: code, sql: sql) }
    guard let prepared else { throw SQLiteError(code: SQLITE_MISUSE, message: "no statement", sql: sql) }
    rest = String(decoding: sql.utf8.dropFirst(used), as: UTF8.self)
    handle = prepared
    self.sql = sql
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds values to the parameters in order.
  func bind(_ values: [Value]) throws(SQLiteError) {
    row = values
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, number)
        case .real(let number): sqlite3_bind_double(handle, place, number)
        case .text(let text): Statement.bind(text, at: place, to: handle)
        case .blob(let bytes): sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), copied)
        }
      guard code == SQLITE_OK else {
        throw SQLiteError(connection.handle, code: code, sql: sql, row: values)
      }
    }
  }

  private static func bind(_ text: String, at place: Int32, to handle: OpaquePointer) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty string may have no address, which SQLite would take for NULL.
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
          return sqlite3_bind_text(handle, place, "", 0, copied)
        }
        return sqlite3_bind_text(handle, place, base, Int32(bytes.count), copied)
      }
    }
  }

  /// Goes on to the next row; false where there is none.
  func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteError(connection.handle, code: code, sql: sql, row: row)
    }
  }

  /// Makes the statement ready for another run.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    row = []
  }

  /// The names of the columns of its rows.
  var columns: [String] {
    (0..<sqlite3_column_count(handle)).map { index in
      sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
    }
  }
}

/// Tells SQLite to copy what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
