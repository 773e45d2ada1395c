import CSQLite

/// What SQLite refused, with the statement and the row that it refused.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as far as a caller acts on it.
  public enum Reason: Sendable, Hashable {
    /// Another connection holds the lock.
    case busy
    /// The file or its folder cannot be written.
    case readOnly
    /// The disk is full.
    case full
    /// The file cannot be opened or created.
    case cannotOpen
    /// The file is no database.
    case notADatabase
    /// The file is damaged.
    case corrupt
    /// Reading or writing failed.
    case inputOutput
    /// A constraint or trigger refused the row.
    case constraint
    /// The statement is not allowed here.
    case notAuthorized
    /// A column holds another type than was asked for.
    case mismatch
    /// Anything else, such as wrong SQL.
    case other
  }

  /// The extended result code of SQLite.
  public var code: Int32
  /// What SQLite says about it.
  public var message: String
  /// The statement; nil where none was run.
  public var sql: String?
  /// The values that were bound, in order.
  public var row: [Value]

  /// An error with these fields.
  public init(code: Int32, message: String, sql: String? = nil, row: [Value] = []) {
    self.code = code
    self.message = message
    self.sql = sql
    self.row = row
  }

  /// The latest error of a connection.
  init(_ handle: OpaquePointer?, code: Int32, sql: String? = nil, row: [Value] = []) {
    let extended = handle.map { sqlite3_extended_errcode($0) } ?? code
    let text = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
    self.init(code: extended & 0xFF == code & 0xFF ? extended : code, message: text, sql: sql, row: row)
  }

  /// What went wrong.
  public var reason: Reason {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY, SQLITE_PERM: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_IOERR: .inputOutput
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_AUTH: .notAuthorized
    case SQLITE_MISMATCH: .mismatch
    default: .other
    }
  }

  /// One line: the message, the statement and the row.
  public var description: String {
    var text = message
    if let sql { text += " in: " + sql.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    if !row.isEmpty { text += " with (" + row.map(\.description).joined(separator: ", ") + ")" }
    return text
  }
}
