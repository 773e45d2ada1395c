import FoundationEssentials
import Graph
import Model
import Rendering

/// An entity of FollowTheMoney: a schema and properties with values that the model takes.
struct FollowTheMoneyEntity {
  let schema: String
  let id: String
  private var properties: [String: [String]] = [:]

  init(_ schema: String, _ id: String) {
    self.schema = schema
    self.id = id
  }

  /// Whether other entities may refer to it as a legal entity.
  var isLegalEntity: Bool {
    ["Person", "Company", "Organization", "PublicBody", "LegalEntity"].contains(schema)
  }

  /// Whether somebody can own it.
  var isAsset: Bool { ["Company", "Vessel", "Airplane"].contains(schema) }

  /// Adds a value, once, in the form in which the model keeps it; blank ones are none.
  ///
  /// Its reader drops control characters, the quotation marks around a name, and empty parts of an address.
  mutating func add(_ property: String, _ value: String?) {
    guard var value else { return }
    value.unicodeScalars.removeAll {
      $0.properties.generalCategory == .control && !$0.properties.isWhitespace
    }
    value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if FollowTheMoneyEntity.names.contains(property) {
      while value.utf8.count > 1, let mark = value.first, "'\"".contains(mark), value.last == mark {
        value = String(value.dropFirst().dropLast())
      }
    }
    if property == "address" {
      value = value.split(separator: /(?:\s*,)+\s*/).joined(separator: ", ")
    }
    if value.isEmpty || properties[property]?.contains(value) == true { return }
    properties[property, default: []].append(value)
  }

  private static let names: Set<String> = ["name", "alias", "weakAlias", "previousName", "namesMentioned"]

  /// The line of JSON, with its end.
  var line: [UInt8] {
    var line = JSONLine()
    line.object { line in
      line.key("id")
      line.string(id)
      line.key("schema")
      line.string(schema)
      line.key("properties")
      line.object { line in
        for (name, values) in properties.sorted(by: { $0.key < $1.key }) {
          line.key(named: name)
          line.array { line in
            for value in values { line.string(value) }
          }
        }
      }
    }
    return line.bytes + [0x0A]
  }

  /// An identifier as the model takes it: letters, digits, dots and hyphens, a digest where there is anything else.
  static func id(_ identifier: String) -> String {
    let dotted = identifier.split(separator: "/", omittingEmptySubsequences: false).joined(separator: ".")
    let isPlain = dotted.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
        || $0 == 0x2E
    }
    let ends = [dotted.utf8.first, dotted.utf8.last]
    return isPlain && !ends.contains { $0 == nil || $0 == 0x2D || $0 == 0x2E } ? dotted : id("id", identifier)
  }

  /// An identifier made of the digest of another.
  static func id(_ prefix: String, _ identifier: String) -> String {
    "\(prefix)-\(Graph.shortName(of: identifier))"
  }

  /// A year, month or day; nil for intervals and whatever the model has no form for.
  static func date(_ date: EDTF) -> String? {
    let text = date.text
    guard !text.hasPrefix("0"), text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
      date.first != nil,
      text.utf8.count == 4 || text.utf8.count == 10 || text.utf8.count == 7 && Int(text.suffix(2)) ?? 99 <= 12
    else { return nil }
    return text
  }

  /// An address of the web; nil for others.
  static func url(_ text: String) -> String? {
    guard text.hasPrefix("http://") || text.hasPrefix("https://"), let host = URL(string: text)?.host(),
      host.contains(".")
    else { return nil }
    return text
  }
}
