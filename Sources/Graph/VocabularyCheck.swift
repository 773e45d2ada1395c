import Model
import SQLite

/// Compares the vocabularies of the database with those of the program.
struct VocabularyCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func findings() throws -> [String] {
    let expected: [(table: String, sql: String, words: [String])] = [
      ("entity_kind", "SELECT kind FROM entity_kind", EntityKind.allCases.map(\.rawValue)),
      ("event_kind", "SELECT kind FROM event_kind", EventKind.allCases.map(\.rawValue)),
      ("role", "SELECT role FROM role", Role.allCases.map(\.rawValue)),
      (
        "status", "SELECT status || ' ' || settledness FROM status",
        Status.allCases.map { "\($0.rawValue) \($0.settledness)" }
      ),
      (
        "basis", "SELECT rank || ' ' || basis FROM basis",
        DateBasis.allCases.enumerated().map { "\($0) \($1.rawValue)" }
      ),
      (
        "event_kind_role", "SELECT kind || ' ' || role || ' ' || is_key FROM event_kind_role",
        EventKind.allCases.flatMap { kind in
          kind.roles.map { "\(kind.rawValue) \($0.rawValue) \($0 == kind.keyRole ? 1 : 0)" }
        }
      ),
      (
        "role_kind", "SELECT role || ' ' || kind FROM role_kind",
        Role.allCases.flatMap { role in
          EntityKind.allCases.filter { $0.canPlay(role) }.map { "\(role.rawValue) \($0.rawValue)" }
        }
      ),
    ]
    return try expected.flatMap { table, sql, words in
      let found = Set(try connection.texts(sql))
      return Set(words).subtracting(found).sorted().map { "\(table): \"\($0)\" is missing" }
        + found.subtracting(words).sorted().map { "\(table): \"\($0)\" is not of this version" }
    }
  }
}
