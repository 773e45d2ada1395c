import CSQLite

/// An open database; for one task at a time.
///
/// Foreign keys hold, a lock that another connection holds is waited for up to five seconds, and a connection for
/// reading lets no view of the file use functions or virtual tables that could do harm.
public final class Connection {
  /// What a database is opened for.
  public enum Access: Sendable {
    /// Reading; a missing file is an error and nothing is created.
    case reading
    /// Reading and writing; a missing file is created.
    case writing
  }

  let handle: OpaquePointer
  /// Prepared statements that nobody uses at the moment, by their text.
  private var idle: [String: [Statement]] = [:]

  /// Opens the database in a file; `:memory:` is a new one in memory.
  public init(_ path: String, for access: Access) throws(SQLiteError) {
    let mode = access == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(opened, code: code)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_busy_timeout(handle, 5000)
    try execute("PRAGMA foreign_keys = on")
    // Triggers that keep a full-text index up to date need trust, and only writing runs triggers.
    if access == .reading { try execute("PRAGMA trusted_schema = off") }
  }

  deinit {
    idle = [:]
    sqlite3_close_v2(handle)
  }

  /// How long to wait for a lock, in milliseconds; 0 for not at all.
  public func wait(forLocks milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Runs all statements of a text.
  public func execute(_ script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    // The message is enough: a script is long, and the error is about one statement of it.
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }

  /// Runs one statement that gives no rows.
  public func run(_ sql: String, _ values: (any Bindable)...) throws(SQLiteError) {
    try run(sql, with: values.map(\.value))
  }

  /// Runs one statement that gives no rows with values for its parameters.
  public func run(_ sql: String, with values: [Value]) throws(SQLiteError) {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The number of rows that the last statement changed.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The number of prepared statements that are kept.
  public var preparedCount: Int { idle.values.reduce(0) { $0 + $1.count } }

  func lend(_ sql: String) throws(SQLiteError) -> Statement {
    if let statement = idle[sql]?.popLast() { return statement }
    var rest = ""
    return try Statement(sql, connection: self, rest: &rest)
  }

  func giveBack(_ statement: Statement) {
    statement.reset()
    idle[statement.sql, default: []].append(statement)
  }
}
