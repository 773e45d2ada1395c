import SQLite
import Testing

@Suite struct ConnectionTests {
  let connection: Connection

  init() throws {
    connection = try Connection(":memory:", for: .writing)
    try connection.execute(
      "CREATE TABLE lamp (name TEXT NOT NULL UNIQUE, oil INTEGER, weight REAL, seal BLOB) STRICT")
  }

  private func light(_ name: String, _ oil: Int? = nil) throws {
    try connection.run("INSERT INTO lamp (name, oil) VALUES (?, ?)", name, oil)
  }

  @Test func valuesComeBackAsTheyWereBound() throws {
    try connection.run("INSERT INTO lamp VALUES (?, ?, ?, ?)", "a\u{0}b é", 7, 1.5, Value.blob([0, 255]))
    try connection.run("INSERT INTO lamp VALUES (?, ?, ?, ?)", "", Int?.none, nil as Double?, Value.null)
    let rows = try connection.rows("SELECT * FROM lamp ORDER BY rowid") { row in
      (0..<row.count).map { row.value($0) }
    }
    #expect(
      rows == [
        [.text("a\u{0}b é"), .integer(7), .real(1.5), .blob([0, 255])], [.text(""), .null, .null, .null],
      ])
    #expect(try connection.int("SELECT ?", true) == 1)
  }

  @Test func aColumnIsReadAsWhatItIs() throws {
    try light("brass", 3)
    try connection.each("SELECT name, oil, NULL, 2.5 FROM lamp") { row in
      let (name, oil) = (try row.text(0), try row.int(1))
      let numbers = [try row.double(1), try row.double(3)]
      let missing = (try row.optionalText(2), try row.optionalInt(2))
      let columns = row.columns
      #expect(columns.prefix(2) == ["name", "oil"])
      #expect(name == "brass" && oil == 3)
      #expect(numbers == [3, 2.5])
      #expect(missing == (nil, nil))
    }
    do {
      try connection.each("SELECT name FROM lamp") { row in _ = try row.int(0) }
      Issue.record("text was read as a number")
    } catch let error as SQLiteError {
      #expect(error.reason == .mismatch)
    }
  }

  @Test func aStatementIsPreparedOnceAndLentToOneAtATime() throws {
    for name in ["a", "b", "c"] { try light(name) }
    #expect(connection.preparedCount == 1)
    var pairs = 0
    try connection.each("SELECT name FROM lamp") { _ in
      try connection.each("SELECT name FROM lamp") { _ in pairs += 1 }
    }
    #expect(pairs == 9)
    #expect(try connection.texts("SELECT name FROM lamp WHERE name > ? ORDER BY name", "a") == ["b", "c"])
    #expect(connection.changes == 1)
  }

  @Test func anErrorUndoesTheWholeTransaction() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try connection.transaction {
        try light("a")
        throw Stop()
      }
    }
    #expect(try connection.int("SELECT count(*) FROM lamp") == 0)
    try connection.transaction { try light("b") }
    #expect(
      try connection.snapshot { try connection.snapshot { try connection.int("SELECT count(*) FROM lamp") } }
        == 1)
    let none = try connection.first("SELECT 1 WHERE false") { try $0.int(0) }
    #expect(none == nil)
  }

  @Test func anErrorNamesTheStatementAndTheRow() throws {
    try light("a", 1)
    let error = #expect(throws: SQLiteError.self) { try light("a", 2) }
    #expect(error?.reason == .constraint)
    #expect(
      error?.description
        == "UNIQUE constraint failed: lamp.name in: INSERT INTO lamp (name, oil) VALUES (?, ?) with ('a', 2)")
    let wrong = #expect(throws: SQLiteError.self) { try connection.run("SELEC") }
    #expect(wrong?.reason == .other)
    #expect(throws: SQLiteError.self) { try connection.execute("SELEC") }
    #expect(throws: SQLiteError.self) { try connection.run("  ") }
  }

  @Test func aMissingFileIsNotCreatedByReading() {
    let error = #expect(throws: SQLiteError.self) { try Connection("/nowhere/lamp.db", for: .reading) }
    #expect(error?.reason == .cannotOpen)
  }

  static let reasons: [(Int32, SQLiteError.Reason)] = [
    (5, SQLiteError.Reason.busy), (6, .busy), (8, .readOnly), (1544, .readOnly), (13, .full),
    (14, .cannotOpen),
    (26, .notADatabase), (11, .corrupt), (10, .inputOutput), (23, .notAuthorized), (20, .mismatch),
    (1, .other),
  ]

  @Test(arguments: reasons) func everyCodeHasAReason(code: Int32, reason: SQLiteError.Reason) {
    #expect(SQLiteError(code: code, message: "").reason == reason)
  }

  @Test func longTextIsCutInMessages() {
    #expect(Value.text(String(repeating: "x", count: 100)).description.count == 43)
    #expect(
      [Value.null, .real(0.5), .blob([1, 2])].map(\.description) == ["NULL", "0.5", "blob of 2 bytes"])
  }
}
