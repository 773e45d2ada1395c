import Model
import SQLite

/// Writes down who belongs to whom by what a list says of its entries, each as the newest snapshot that has it tells.
struct ListLinks {
  private let connection: Connection
  private let list: String

  init(_ connection: Connection, list: String) {
    self.connection = connection
    self.list = list
  }

  func rewrite() throws {
    try connection.run(
      "DELETE FROM list_link WHERE entry IN (SELECT id FROM list_entry WHERE list = ?)", list)
    let linked = try linked()
    let named = try entries(named: Set(linked.flatMap { $0.links.map { ListLinks.folded($0.name) } }))
    for (entry, links) in linked {
      for (position, link) in links.enumerated() {
        let numbered = link.number.isEmpty ? nil : "\(list)/\(link.number)"
        let other = try numbered.flatMap(stored) ?? named[ListLinks.folded(link.name)]
        try connection.run(
          "INSERT INTO list_link VALUES (?, ?, ?, ?, ?)", entry, position, link.how, link.name,
          other == entry ? nil : other)
      }
    }
  }

  /// The entries that the list ever linked with others, in order, each with its last links.
  private func linked() throws -> [(entry: String, links: [ListEntry.Link])] {
    var found: [(entry: String, links: [ListEntry.Link])] = []
    var last = ""
    try connection.each(
      """
      SELECT entry, links FROM list_state JOIN list_content ON list_content.id = content
      JOIN snapshot ON snapshot.id = list_state.snapshot WHERE snapshot.list = ? ORDER BY entry, date DESC
      """, with: [.text(list)]
    ) { row in
      let entry = try row.text(0)
      guard entry != last else { return }
      last = entry
      let links = ListContent.links(try row.text(1))
      if !links.isEmpty { found.append((entry, links)) }
    }
    return found
  }

  /// The one entry that has each of some folded names: as its first name, else as any.
  private func entries(named names: Set<String>) throws -> [String: String] {
    if names.isEmpty { return [:] }
    var holders: [Bool: [String: Set<String>]] = [:]
    try connection.each(
      """
      SELECT entry, list_name.name, use = 'primary' FROM list_name JOIN list_entry ON list_entry.id = entry
      WHERE list = ? AND use <> 'weak'
      """, with: [.text(list)]
    ) { row in
      let name = ListLinks.folded(try row.text(1))
      if names.contains(name) {
        holders[try row.int(2) == 1, default: [:]][name, default: []].insert(try row.text(0))
      }
    }
    var found: [String: String] = [:]
    for name in names {
      for held in [holders[true]?[name], holders[false]?[name]] where found[name] == nil && held?.count == 1 {
        found[name] = held?.first
      }
    }
    return found
  }

  /// The letters and digits of a name without case: one list writes a name alike but for case and punctuation.
  private static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...: bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte | 0x20)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func stored(_ entry: String) throws -> String? {
    try connection.texts("SELECT id FROM list_entry WHERE id = ?", entry).first
  }
}

/// That one party belongs to another by what a list says.
public struct PartyLink: Hashable, Sendable {
  /// The entity, or the first entry of the party, of which the list says it.
  public var party: String
  /// How they belong together, in the list's words: "owner", "linked to".
  public var how: String
  /// The other's entity, or first entry.
  public var other: String
}

extension Graph {
  /// Calls a closure for each pair of parties that lists link, in order of both.
  public func eachPartyLink(_ body: (PartyLink) throws -> Void) throws {
    try connection.each(
      """
      SELECT DISTINCT party_id, how, other_id FROM list_links WHERE other_id IS NOT NULL ORDER BY 1, 3, 2
      """
    ) { row in
      let link = PartyLink(party: try row.text(0), how: try row.text(1), other: try row.text(2))
      if link.party != link.other { try body(link) }
    }
  }
}
