import Diagnostics
import Model

/// The files of OFAC without headers (https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas).
enum OFACFiles {
  static func read(_ input: ListInput, format: ListFormat) throws(ListFault) -> ListReading {
    var reading = ListReading(format, list: listName(input.name))
    let width = [.ofacPrimary: 12, .ofacNames: 5, .ofacAddresses: 6, .ofacComments: 2][format] ?? 0
    var records = Delimited(input, separator: UInt8(ascii: ","))
    while let record = try records.next() {
      reading.records += 1
      let fields = record.fields.map { $0 == "-0-" ? "" : $0 }
      guard fields.count == width, Int(fields[0]) != nil else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: record.line), .error,
            "\(fields.count) fields where there are \(width), the first a number"))
        continue
      }
      reading.entries.append(entry(fields, format))
    }
    return reading
  }

  /// The list that a file's name tells: the files of both have one form.
  static func listName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return name.contains("cons") ? "ofac-consolidated" : "ofac-sdn"
  }

  private static func entry(_ fields: [String], _ format: ListFormat) -> ListEntry {
    switch format {
    case .ofacNames:
      let use: ListEntry.Name.Use = fields[2] == "fka" ? .fka : .aka
      return ListEntry(number: fields[0], kind: .party, names: [.init(fields[3], use)])
    case .ofacAddresses:
      var entry = ListEntry(number: fields[0], kind: .party, names: [])
      let address = fields[2...4].filter { !$0.isEmpty }.joined(separator: ", ")
      if !address.isEmpty { entry.addresses = [address] }
      return entry
    case .ofacComments:
      var entry = ListEntry(number: fields[0], kind: .party, names: [])
      entry.remarks = fields[1]
      OFACRemarks.read(into: &entry)
      return entry
    default:
      var entry = ListEntry(number: fields[0], kind: kind(fields[2]), names: [.init(fields[1], .primary)])
      entry.programmes = programmes(fields[3])
      if !fields[9].isEmpty { entry.nationalities = [fields[9]] }
      if !fields[5].isEmpty { entry.identifiers = ["Call sign \(fields[5])"] }
      if !fields[10].isEmpty { entry.links = [ListEntry.Link("owner", fields[10])] }
      entry.remarks = fields[11]
      OFACRemarks.read(into: &entry)
      return entry
    }
  }

  static func kind(_ text: String) -> EntityKind {
    switch text.lowercased() {
    case "individual": .person
    case "vessel": .vessel
    case "aircraft": .aircraft
    default: .party
    }
  }

  /// "NPWMD] [DPRK3" is two programmes.
  static func programmes(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "[" || $0 == "]" || $0 == ";" })
      .map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

/// What OFAC writes into remarks, clause by clause.
enum OFACRemarks {
  private static let identifiers = [
    "Passport", "National ID No.", "Tax ID No.", "Registration ID", "Registration Number", "SWIFT/BIC",
    "Identification Number", "Vessel Registration Identification", "MMSI", "Company Number", "Cedula No.",
    "Business Registration Number", "Aircraft Tail Number", "SSN", "D-U-N-S Number",
  ]

  static func read(into entry: inout ListEntry) {
    // Bytes are looked at, since there are tens of thousands of clauses in a list.
    for part in entry.remarks.utf8.split(separator: UInt8(ascii: ";")) {
      let clause = trimmed(part)
      func rest(behind start: String) -> String? {
        clause.starts(with: start.utf8) ? Substring(clause.dropFirst(start.utf8.count)).trimmed : nil
      }
      if let birth = rest(behind: "DOB ") {
        entry.births.append(birth)
      } else if let nationality = rest(behind: "nationality ") ?? rest(behind: "citizen ") {
        entry.nationalities.append(nationality)
      } else if let number = rest(behind: "Vessel Registration Identification IMO ") ?? rest(behind: "IMO ") {
        entry.identifiers.append("IMO " + number.filter(\.isNumber).suffix(7))
      } else if let other = rest(behind: "Linked To: ") {
        entry.links.insertOnce(.init("linked to", other))
      } else if identifiers.contains(where: { clause.starts(with: $0.utf8) }) {
        entry.identifiers.append(String(Substring(clause)))
      }
    }
  }

  /// The bytes without white space and full stops at their ends.
  private static func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 || last == UInt8(ascii: ".") { bytes.removeLast() }
    return bytes
  }
}

extension StringProtocol {
  /// The text without white space and full stops at its ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
    return String(text)
  }
}
