import Model
import SQLite

/// What a list says of an entry, as the graph stores it: several values of a field in one text.
enum ListContent {
  static let columns = [
    "kind", "names", "programmes", "identifiers", "births", "nationalities", "addresses", "links", "listed",
    "bases",
    "remarks",
  ]
  /// The unit separator (U+001F), which no list writes.
  private static let between: UInt8 = 0x1F
  /// Behind the use of a name, and between the parts of a link.
  private static let inside: Character = "\u{1E}"

  /// The fields of an entry in the order of the columns.
  static func fields(of entry: ListEntry) -> [String] {
    func joined(_ values: [String]) -> String { values.joined(separator: String(UnicodeScalar(between))) }
    return [
      entry.kind.rawValue, joined(entry.names.map { "\($0.use.rawValue)\(inside)\($0.text)" }),
      joined(entry.programmes), joined(entry.identifiers), joined(entry.births), joined(entry.nationalities),
      joined(entry.addresses),
      joined(entry.links.map { [$0.how, $0.number, $0.name].joined(separator: String(inside)) }),
      entry.listed, joined(entry.bases), entry.remarks,
    ]
  }

  /// The entry of a number with stored fields.
  static func entry(_ number: String, _ fields: [String]) -> ListEntry {
    func parts(_ place: Int) -> [String] { ListContent.parts(fields[place]) }
    var entry = ListEntry(
      number: number, kind: EntityKind(rawValue: fields[0]) ?? .party, names: names(fields[1]))
    entry.programmes = parts(2)
    entry.identifiers = parts(3)
    entry.births = parts(4)
    entry.nationalities = parts(5)
    entry.addresses = parts(6)
    entry.links = links(fields[7])
    entry.listed = fields[8]
    entry.bases = parts(9)
    entry.remarks = fields[10]
    return entry
  }

  /// The names in a stored field, each with its use.
  static func names(_ field: String) -> [ListEntry.Name] {
    parts(field).map { text in
      let use = text.prefix { $0 != inside }
      return ListEntry.Name(
        String(text.dropFirst(use.count + 1)), ListEntry.Name.Use(rawValue: String(use)) ?? .aka)
    }
  }

  /// The links in a stored field.
  static func links(_ field: String) -> [ListEntry.Link] {
    parts(field).map { text in
      let parts = text.split(separator: inside, maxSplits: 2, omittingEmptySubsequences: false).map(
        String.init)
      // Graphs up to version 2 have the words of the list alone.
      return parts.count == 3
        ? ListEntry.Link(parts[0], parts[2], number: parts[1]) : ListEntry.Link("", text)
    }
  }

  /// The values in a stored field.
  static func parts(_ field: String) -> [String] {
    field.utf8.split(separator: between).map { String(Substring($0)) }
  }

  /// Stored fields as people read them.
  static func shown(_ fields: [String]) -> [String] { entry("", fields).fields.map(\.value) }
}
