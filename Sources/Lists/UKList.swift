import Diagnostics
import Markup
import Model

/// The UK Sanctions List as CSV: a report date, a header, and a row for each name of a designation.
enum UKListFile {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.ukListCSV, list: "uk-sanctions-list")
    guard var table = try HeadedTable(input, separator: UInt8(ascii: ","), having: "Unique ID") else {
      throw broken(input.name, 1, "the header has no column 'Unique ID'")
    }
    reading.date =
      table.before.lazy.compactMap { line in
        line.first { $0.contains("Report Date") }.flatMap {
          BritishDate.iso(monthName: $0.split(separator: ":").last?.trimmed ?? "")
        }
      }.first
    var entries: [String: ListEntry] = [:]
    var order: [String] = []
    while let (row, line) = try table.next() {
      reading.records += 1
      let value = { (column: String) in UKListWords.value(row[column]) }
      let number = value("Unique ID")
      let name = UKListWords.name(["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(value))
      guard !row.isCutOff, !number.isEmpty, !name.isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: line), .error,
            "a row without name or unique id, or cut off"))
        continue
      }
      if entries[number] == nil { order.append(number) }
      var entry =
        entries[number]
        ?? ListEntry(number: number, kind: UKListWords.kind(value("Designation Type")), names: [])
      let use = UKListWords.use(value("Name type"), value("Alias strength"))
      entry.names.insertOnce(.init(name, use), first: use == .primary)
      let original = value("Name non-latin script")
      if !original.isEmpty { entry.names.insertOnce(.init(original, .aka)) }
      entry.programmes.insertOnce(value("Regime Name"))
      entry.bases.insertOnce(value("Regime Name"))
      for birth in UKListWords.parts(value("D.O.B")) { entry.births.insertOnce(BritishDate.iso(birth) ?? "") }
      for nation in UKListWords.parts(value("Nationality(/ies)"))
        + UKListWords.parts(
          value("Current believed flag of ship"))
      {
        entry.nationalities.insertOnce(nation)
      }
      let numbered = [
        ("Passport", "Passport number"), ("National ID", "National Identifier number"), ("IMO", "IMO number"),
        ("Registration", "Business registration number (s)"),
      ]
      for (label, column) in numbered {
        for part in UKListWords.parts(value(column)) { entry.identifiers.insertOnce("\(label) \(part)") }
      }
      for owner in UKListWords.parts(value("Current owner/operator (s)")) {
        entry.links.insertOnce(.init("owner", owner))
      }
      for parent in UKListWords.parts(value("Parent company")) {
        entry.links.insertOnce(.init("parent", parent))
      }
      let lines = (1...6).map { "Address Line \($0)" } + ["Address Postal Code", "Address Country"]
      entry.addresses.insertOnce(lines.map(value).filter { !$0.isEmpty }.joined(separator: ", "))
      if entry.listed.isEmpty { entry.listed = BritishDate.iso(value("Date Designated")) ?? "" }
      if entry.remarks.isEmpty {
        entry.remarks = [value("Other Information"), value("UK Statement of Reasons")].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      entries[number] = entry
    }
    reading.entries = order.compactMap { entries[$0] }.map(\.withPrimaryName)
    return reading
  }
}

/// The UK Sanctions List as XML: an element for each designation.
enum UKListDocument {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.ukListXML, list: "uk-sanctions-list")
    try XMLRecords.each(input, wanted: ["DateGenerated", "Designation"]) { record in
      if record.name == "DateGenerated" {
        reading.date =
          BritishDate.iso(record.text.withoutOuterSpace) ?? String(record.text.withoutOuterSpace.prefix(10))
        return
      }
      reading.records += 1
      let number = record.text("UniqueID")
      var entry = ListEntry(
        number: number, kind: UKListWords.kind(record.text("IndividualEntityShip")), names: [])
      for name in record.all("Names").flatMap({ $0.all("Name") }) {
        let use = UKListWords.use(name.text("NameType"), name.text("AliasStrength"))
        let text = UKListWords.name((1...6).map { UKListWords.value(name.text("Name\($0)")) })
        entry.names.insertOnce(.init(text, use), first: use == .primary)
      }
      for name in record.every("NameNonLatinScript") {
        entry.names.insertOnce(.init(name.text.withoutOuterSpace, .aka))
      }
      guard !number.isEmpty, !entry.names.isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: record.line), .error,
            "a designation without name or unique id"))
        return
      }
      let texts = { (name: String) in
        record.every(name).map { UKListWords.value($0.text.withoutOuterSpace) }.filter { !$0.isEmpty }
      }
      entry.programmes = record.texts("RegimeName")
      entry.bases = entry.programmes
      entry.births = texts("DOB").compactMap { BritishDate.iso($0) }
      entry.nationalities = texts("Nationality") + texts("CurrentBelievedFlagOfShip")
      entry.identifiers =
        texts("PassportNumber").map { "Passport \($0)" }
        + texts("NationalIdentifierNumber").map { "National ID \($0)" }
        + texts("IMONumber").map { "IMO \($0)" }
        + texts("BusinessRegistrationNumber").map { "Registration \($0)" }
      entry.links =
        texts("CurrentOwnerOperator").map { .init("owner", $0) }
        + texts("ParentCompany").map { .init("parent", $0) }
      for address in record.every("Address") {
        let lines = (1...6).map { "AddressLine\($0)" } + ["AddressPostalCode", "AddressCountry"]
        entry.addresses.insertOnce(lines.flatMap(address.texts).joined(separator: ", "))
      }
      entry.listed = BritishDate.iso(record.text("DateDesignated")) ?? ""
      entry.remarks = (record.texts("OtherInformation") + record.texts("UKStatementofReasons")).joined(
        separator: " ")
      reading.entries.append(entry.withPrimaryName)
    }
    return reading
  }
}

/// How the UK Sanctions List writes what it knows.
private enum UKListWords {
  /// A value; "N/A" and "Unknown" are none.
  static func value(_ text: String) -> String { text == "N/A" || text == "Unknown" ? "" : text }

  /// The parts of "(1) Russia (2) Cyprus".
  static func parts(_ text: String) -> [String] {
    text.split(separator: /\(\d+\)|\|/).map { $0.trimmed.trimmingCommas }.filter { !$0.isEmpty }
  }

  /// Given names and the family name, which is the sixth.
  static func name(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }

  static func kind(_ text: String) -> EntityKind {
    switch text {
    case "Individual": .person
    case "Ship": .vessel
    default: .party
    }
  }

  static func use(_ type: String, _ strength: String) -> ListEntry.Name.Use {
    if type == "Primary Name" { return .primary }
    return strength.lowercased().hasPrefix("low") ? .weak : .aka
  }
}

extension String {
  fileprivate var trimmingCommas: String {
    var text = Substring(self)
    while let last = text.last, last == "," || last == ";" { text.removeLast() }
    return text.trimmed
  }
}
