public import Model
import SQLite

/// A party, body, country or place with all that posts, `data/` and lists tell of it, to be written for other tools.
public struct WholeParty: Sendable {
  /// The entity, or the first entry of a party that only lists name.
  public var id: String
  /// What it is.
  public var kind: EntityKind
  /// Its shown name.
  public var name: String
  /// Its other names in posts and `data/`.
  public var aliases: [String]
  /// The names of the countries it belongs to.
  public var countries: [String]
  /// Whether it acts in an event or keeps a list.
  public var isAuthority: Bool
  /// What lists hold on it, newest state of each entry, and whether the list holds it still.
  public var listed: [(entry: ListEntry, isCurrent: Bool)]
}

/// That a post names an entity.
public struct PostMention: Sendable {
  /// The post.
  public var post: String
  /// The entity.
  public var entity: String
  /// The words by which it is named, in order.
  public var names: [String]
}

extension Graph {
  /// Calls a closure for each entity that is no instrument and each party that only lists name, in order of identifier.
  public func eachParty(_ body: (WholeParty) throws -> Void) throws {
    let authorities = Set(
      try connection.texts(
        """
        SELECT entity FROM participant WHERE role = 'authority' UNION
        SELECT authority FROM list_event WHERE authority IS NOT NULL
        """))
    try connection.each(
      """
      SELECT id, kind, name, 0 FROM entity WHERE kind NOT IN ('resolution', 'law', 'agreement')
      UNION ALL SELECT id, kind, name, 1 FROM list_entry WHERE id = party AND NOT EXISTS (
        SELECT 1 FROM list_entry AS other WHERE other.party = list_entry.id AND other.entity IS NOT NULL
      ) ORDER BY 1
      """
    ) { row in
      let id = try row.text(0)
      var party = WholeParty(
        id: id, kind: EntityKind(rawValue: try row.text(1)) ?? .party, name: try row.text(2), aliases: [],
        countries: [], isAuthority: authorities.contains(id), listed: [])
      if try row.int(3) == 0 {
        party.aliases = try connection.texts(
          """
          SELECT DISTINCT alias FROM alias JOIN entity ON entity.id = entity
          WHERE entity = ? AND source IN ('data', 'post') AND alias <> entity.name ORDER BY alias
          """, id)
        party.countries = try connection.texts(
          """
          SELECT name FROM relation JOIN entity ON entity.id = whole WHERE relation.entity = ? AND relation.kind = 'country'
          ORDER BY name
          """, id)
      }
      party.listed = try listed(id)
      try body(party)
    }
  }

  /// What lists hold or held on an entity or party, the newest state of each entry.
  private func listed(_ id: String) throws -> [(entry: ListEntry, isCurrent: Bool)] {
    var found: [(entry: ListEntry, isCurrent: Bool)] = []
    try connection.each(
      """
      SELECT list_entry.id, snapshot.date = (SELECT max(date) FROM snapshot AS newest WHERE newest.list = list_entry.list),
        max(snapshot.date), \(ListContent.columns.map { "list_content.\($0)" }.joined(separator: ", "))
      FROM list_entry JOIN list_state ON list_state.entry = list_entry.id
      JOIN snapshot ON snapshot.id = list_state.snapshot JOIN list_content ON list_content.id = content
      WHERE list_entry.id IN \(Graph.entriesOfParty)
      GROUP BY list_entry.id ORDER BY list_entry.id
      """, with: [.text(id)]
    ) { row in
      var fields: [String] = []
      for column in 3..<(3 + ListContent.columns.count) { fields.append(try row.text(column)) }
      found.append((ListContent.entry(try row.text(0), fields), try row.int(1) == 1))
    }
    return found
  }

  /// Calls a closure for each post, in order of identifier.
  public func eachPost(_ body: (Post) throws -> Void) throws {
    try connection.each("SELECT \(Post.columns) FROM post ORDER BY id") { try body(try Post($0)) }
  }

  /// Calls a closure for each pair of a post and an entity that it names, in order of both.
  public func eachMention(_ body: (PostMention) throws -> Void) throws {
    var open: PostMention?
    try connection.each(
      """
      SELECT DISTINCT post, entity, text FROM mention JOIN entity ON entity.id = entity
      WHERE nominal = 0 AND kind NOT IN ('resolution', 'law', 'agreement') ORDER BY post, entity, text
      """
    ) { row in
      let (post, entity, text) = (try row.text(0), try row.text(1), try row.text(2))
      if open?.post == post, open?.entity == entity {
        open?.names.append(text)
      } else {
        if let open { try body(open) }
        open = PostMention(post: post, entity: entity, names: [text])
      }
    }
    if let open { try body(open) }
  }

  /// A short name for what has a long or strange identifier: 40 hexadecimal digits of its digest.
  public static func shortName(of identifier: String) -> String {
    String(digest(of: [identifier]).prefix(40))
  }
}
