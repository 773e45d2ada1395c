import CEmbedded
import SQLite

/// What makes a database a graph: its application id, its version and the statements that create it.
enum Schema {
  /// "SNCT" in ASCII.
  static let applicationID = 0x534E_4354
  /// The version that this program reads and writes.
  static let version = 3

  /// The text of schema.sql.
  static var text: String {
    for index in 0..<embedded_file_count {
      let file = embedded_file_at(index)
      if String(cString: file.path) == "schema.sql" {
        return String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
      }
    }
    return ""
  }

  /// Creates the tables in an empty database; somebody else may be doing the same.
  static func create(in connection: Connection) throws {
    try connection.transaction {
      if try isEmpty(connection) { try connection.execute(text) }
    }
  }

  /// Whether a database holds nothing and belongs to nobody.
  static func isEmpty(_ connection: Connection) throws -> Bool {
    let id = try connection.int("PRAGMA application_id") ?? 0
    let version = try connection.int("PRAGMA user_version") ?? 0
    let things = try connection.int("SELECT count(*) FROM sqlite_schema") ?? 0
    return id == 0 && version == 0 && things == 0
  }

  /// Refuses a database of another application or of a newer version.
  static func check(_ connection: Connection, path: String) throws {
    let id = try connection.int("PRAGMA application_id") ?? 0
    guard id == applicationID else {
      throw GraphError(.fileTrouble, "\(path): the database belongs to another application")
    }
    let found = try connection.int("PRAGMA user_version") ?? 0
    guard found <= version else {
      throw GraphError(
        .fileTrouble,
        "\(path): the database has version \(found), this program knows up to version \(version); use a newer one"
      )
    }
    guard found > 0 else {
      throw GraphError(.fileTrouble, "\(path): the database has version \(found), which never was in use")
    }
    guard found == version else {
      let message =
        "the database has version \(found); whatever writes to it, such as 'sanctions ingest', renews it"
      throw GraphError(.fileTrouble, "\(path): \(message)")
    }
  }

  /// What makes a database of a version one of the next; nil for the newest, and for versions that never were in use.
  private static func step(from version: Int) -> String? {
    switch version {
    case 1: "ALTER TABLE post ADD COLUMN author TEXT; PRAGMA user_version = 2"
    // What was one text, "owner Arnor Shipping", becomes three parts: how, a number and a name.
    case 2:
      statements(creating: "list_link") + """
        UPDATE list_content SET links = substr(replace(replace(replace(char(31) || links,
          char(31) || 'owner ', char(31) || 'owner' || char(30) || char(30)),
          char(31) || 'linked to ', char(31) || 'linked to' || char(30) || char(30)),
          char(31) || 'parent ', char(31) || 'parent' || char(30) || char(30)), 2) WHERE links <> '';
        PRAGMA user_version = 3
        """
    default: nil
    }
  }

  /// The paragraphs of schema.sql that create what a name begins.
  private static func statements(creating name: String) -> String {
    text.split(separator: "\n\n").filter { paragraph in
      paragraph.split(separator: "\n").contains {
        $0.hasPrefix("CREATE ") && $0.split(separator: " ").dropFirst(2).first?.hasPrefix(name) == true
      }
    }.map { "\($0)\n" }.joined()
  }

  /// Whether a database is a graph of an earlier version.
  static func isOld(_ connection: Connection) throws -> Bool {
    guard try connection.int("PRAGMA application_id") == applicationID else { return false }
    return (1..<version).contains(try connection.int("PRAGMA user_version") ?? 0)
  }

  /// Brings a graph of an earlier version up to this one, all or nothing.
  static func renew(_ connection: Connection) throws {
    try connection.transaction {
      while let found = try connection.int("PRAGMA user_version"), let step = step(from: found) {
        try connection.execute(step)
      }
      for list in try connection.texts("SELECT DISTINCT list FROM snapshot") {
        try ListLinks(connection, list: list).rewrite()
      }
    }
  }
}
