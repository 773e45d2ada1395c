import CSQLite

extension Connection {
  /// What a closure makes of each row, in order.
  public func rows<T>(
    _ sql: String, _ values: (any Bindable)..., make: (borrowing Row) throws -> T
  ) throws -> [T] {
    var result: [T] = []
    try each(sql, with: values.map(\.value)) { result.append(try make($0)) }
    return result
  }

  /// What a closure makes of the first row; nil where there is none.
  public func first<T>(
    _ sql: String, _ values: (any Bindable)..., make: (borrowing Row) throws -> T
  ) throws -> T? {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    try statement.bind(values.map(\.value))
    return try statement.step() ? try make(Row(statement)) : nil
  }

  /// The whole number in the first column of the first row; nil where there is no row or it is NULL.
  public func int(_ sql: String, _ values: (any Bindable)...) throws -> Int? {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    try statement.bind(values.map(\.value))
    return try statement.step() ? try Row(statement).optionalInt(0) : nil
  }

  /// The text in the first column of every row.
  public func texts(_ sql: String, _ values: (any Bindable)...) throws -> [String] {
    var result: [String] = []
    try each(sql, with: values.map(\.value)) { result.append(try $0.text(0)) }
    return result
  }

  /// Calls a closure for each row, one at a time.
  public func each(_ sql: String, with values: [Value] = [], _ body: (borrowing Row) throws -> Void) throws {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    while try statement.step() { try body(Row(statement)) }
  }

  /// Runs a closure in one transaction that holds the lock for writing from its start; an error undoes all of it.
  public func transaction<T>(_ body: () throws -> T) throws -> T {
    try run("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // Some errors, such as a full disk, have undone it already.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  /// Runs a closure in one transaction for reading: all it reads is of one moment; inside another one, as part of it.
  public func snapshot<T>(_ body: () throws -> T) throws -> T {
    if sqlite3_get_autocommit(handle) == 0 { return try body() }
    try run("BEGIN")
    defer { try? run("COMMIT") }
    return try body()
  }
}
