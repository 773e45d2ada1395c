import Diagnostics
import Model

/// Entities of FollowTheMoney as JSON Lines (https://followthemoney.tech/docs/).
enum FollowTheMoneyFile {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.followTheMoney, list: "ftm")
    // Who belongs to whom is told by entities of their own, which may come first.
    var links: [String: [ListEntry.Link]] = [:]
    var lines = InputLines(input)
    while let row = try lines.next() {
      let line = lines.number
      if row.allSatisfy({ $0 <= 0x20 }) { continue }
      reading.records += 1
      let value: LocatedJSON
      do {
        value = try row.withUnsafeBufferPointer { bytes throws(JSONScanner.Fault) in
          try LocatedJSON(line: bytes)
        }
      } catch {
        throw ListFault(
          .badData,
          Finding(
            SourceLocation(file: input.name, line: line, column: error.offset + 1), .error, error.message))
      }
      guard let schema = value["schema"]?.text, let number = value["id"]?.text else {
        throw broken(input.name, line, "this is no entity of FollowTheMoney: it has no schema or id")
      }
      func texts(_ property: String) -> [String] {
        value["properties"]?[property]?.elements?.compactMap(\.text) ?? []
      }
      if let ends = linking[schema], let other = texts(ends.other).first {
        let how = texts("role").first ?? ends.how
        for party in texts(ends.party) { links[party, default: []].insertOnce(.init(how, "", number: other)) }
      }
      guard let kind = kinds[schema] else { continue }
      let names = texts("name")
      guard let name = names.first else { continue }
      var entry = ListEntry(number: number, kind: kind, names: [.init(name, .primary)])
      entry.names += (names.dropFirst() + texts("alias")).map { .init($0, .aka) }
      entry.names +=
        texts("previousName").map { .init($0, .fka) } + texts("weakAlias").map { .init($0, .weak) }
      entry.programmes = texts("program") + texts("topics")
      entry.births = texts("birthDate")
      entry.nationalities = texts("nationality") + texts("country") + texts("flag")
      entry.identifiers =
        texts("imoNumber").map { "IMO \($0)" } + texts("passportNumber").map { "Passport \($0)" }
        + texts("registrationNumber").map { "Registration \($0)" }
        + texts("swiftBic").map { "SWIFT/BIC \($0)" }
      entry.addresses = texts("address")
      entry.remarks = texts("notes").joined(separator: " ")
      reading.entries.append(entry)
    }
    let known = Dictionary(
      reading.entries.map { ($0.number, $0.names[0].text) }, uniquingKeysWith: { first, _ in first })
    for place in reading.entries.indices {
      for var link in links[reading.entries[place].number] ?? [] {
        link.name = known[link.number] ?? ""
        reading.entries[place].links.append(link)
      }
    }
    return reading
  }

  /// The schemata that link parties: the property of the one that belongs to another, that of the other, and how.
  private static let linking: [String: (party: String, other: String, how: String)] = [
    "Ownership": ("asset", "owner", "owner"), "UnknownLink": ("subject", "object", "linked to"),
    "Directorship": ("director", "organization", "director of"),
    "Representation": ("agent", "client", "agent of"), "Employment": ("employee", "employer", "employed by"),
    "Membership": ("member", "organization", "member of"),
    "Associate": ("person", "associate", "associate of"),
    "Family": ("person", "relative", "relative of"),
  ]

  /// The schemata that name parties.
  private static let kinds: [String: EntityKind] = [
    "Person": .person, "Company": .company, "Organization": .organization, "LegalEntity": .party,
    "PublicBody": .organization, "Vessel": .vessel, "Airplane": .aircraft,
  ]
}
