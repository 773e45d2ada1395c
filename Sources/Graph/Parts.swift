import Model
import SQLite

/// Follows the relations between parts and wholes.
struct Parts {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Authorities and all their parts; a country takes its bodies and office-holders, but not its companies.
  func authorities(_ ids: [String]) throws -> [String] {
    try closure(
      ids,
      """
      SELECT relation.entity FROM relation JOIN entity ON entity.id = relation.entity
      WHERE whole = ? AND (relation.kind = 'part-of' OR entity.kind IN ('organization', 'person', 'country'))
      """)
  }

  /// Instruments and all their parts.
  func instruments(_ ids: [String]) throws -> [String] {
    try closure(ids, "SELECT entity FROM relation WHERE whole = ? AND kind = 'part-of'")
  }

  /// Entities and all that they are parts of or belong to.
  func wholes(_ ids: [String]) throws -> Set<String> {
    Set(try closure(ids, "SELECT whole FROM relation WHERE entity = ?"))
  }

  /// Whether one of the entities on a side is one of those on the other, or a part of it.
  func areRelated(_ left: [String], _ right: [String]) throws -> Bool {
    try !wholes(left).isDisjoint(with: right) || !wholes(right).isDisjoint(with: left)
  }

  private func closure(_ ids: [String], _ step: String) throws -> [String] {
    var seen = Set(ids)
    var open = ids
    while let next = open.popLast() {
      for id in try connection.texts(step, next) where seen.insert(id).inserted { open.append(id) }
    }
    return seen.sorted()
  }
}
