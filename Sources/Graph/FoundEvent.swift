import Model
import SQLite

/// An event that passed the filters, before its rows are made.
struct FoundEvent {
  /// Someone who takes part.
  struct Party {
    let role: String
    let id: String
    let kind: String
    let name: String
  }

  let id: String
  let kind: String
  let status: String
  let date: String?
  let first: String?
  let last: String?
  let basis: String?
  var parties: [Party] = []

  init(_ row: borrowing Row) throws {
    id = try row.text(0)
    kind = try row.text(1)
    status = try row.text(2)
    date = try row.optionalText(3)
    first = try row.optionalText(4)
    last = try row.optionalText(5)
    basis = try row.optionalText(6)
  }

  static let columns =
    "event.id, event.kind, event.status, event.date, event.date_from, event.date_to, event.basis"

  /// Whether the date is more than a bound: closed at both ends, and not only between two publications.
  var isFirm: Bool { first != nil && last != nil && basis != "post" && basis != "snapshot" }

  /// What it is sorted by: its first day, else its last; nil where it has no date.
  var day: String? { first ?? last }

  func parties(in role: Role) -> [Party] { parties.filter { $0.role == role.rawValue } }

  /// The participants of an event or, in another table, of a claim.
  static func parties(of id: String, in connection: Connection, isClaim: Bool = false) throws -> [Party] {
    let table = isClaim ? "claim_participant" : "participant"
    let sql = """
      SELECT role, entity.id, entity.kind, entity.name FROM \(table) JOIN entity ON entity.id = entity
      WHERE \(isClaim ? "claim" : "event") = ? ORDER BY role, entity.name, entity.id
      """
    return try connection.rows(sql, id) { row in
      Party(role: try row.text(0), id: try row.text(1), kind: try row.text(2), name: try row.text(3))
    }
  }
}
