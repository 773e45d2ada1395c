public import Model
import SQLite

/// An entity of the graph.
public struct EntityRow: Hashable, Sendable {
  /// How a name that was asked for fits the entity, the closest first.
  public enum Match: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// It is the identifier.
    case identifier
    /// It is the shown name, case and diacritics aside.
    case name
    /// It is another name that `data/` knows.
    case alias
    /// It is what a post calls the entity, or an identifier that it once had.
    case post

    /// The closer one is less.
    public static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
  }

  /// The identifier, `airline/air-koryo`.
  public var id: String
  /// What it is.
  public var kind: EntityKind
  /// The shown name.
  public var name: String
  /// Whether `data/` knows it.
  public var isKnown: Bool
  /// How it fits what was asked for.
  public var match: Match
}

extension EntityRow {
  /// The entity of a row that begins with identifier, kind, name and whether `data/` knows it.
  init(_ row: borrowing Row, match: Match = .identifier) throws {
    self.init(
      id: try row.text(0), kind: EntityKind(rawValue: try row.text(1)) ?? .party, name: try row.text(2),
      isKnown: try row.int(3) == 1, match: match)
  }
}
