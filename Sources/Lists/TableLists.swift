import Diagnostics
import Model

/// The rows of a file with a header, by the names of its columns.
struct HeadedTable {
  private let columns: [String: Int]
  private var records: Delimited
  let width: Int

  /// Finds the header: the first record that has a column.
  init?(_ bytes: [UInt8], separator: UInt8, having column: String) {
    records = Delimited(bytes, separator: separator)
    var found: [String: Int]?
    var width = 0
    for _ in 0..<5 {
      guard let record = records.next() else { break }
      guard record.fields.contains(column) else { continue }
      // A column that stands twice is the first one.
      found = Dictionary(record.fields.enumerated().map { ($1, $0) }) { first, _ in first }
      width = record.fields.count
      break
    }
    guard let found else { return nil }
    columns = found
    self.width = width
  }

  /// The next row: its cells and line.
  mutating func next() -> (cells: Row, line: Int)? {
    records.next().map { (Row(columns: columns, fields: $0.fields), $0.line) }
  }

  /// The line of a quotation mark that never closes.
  var openQuote: Int? { records.openQuote }

  struct Row {
    let columns: [String: Int]
    let fields: [String]

    /// The text under a column; empty for none.
    subscript(_ column: String) -> String {
      guard let index = columns[column], index < fields.count else { return "" }
      return fields[index].trimmed
    }
  }
}

/// The consolidated list of HM Treasury (OFSI), a row an alias.
enum UKFile {
  static func read(_ bytes: [UInt8], file: String) throws(ListFault) -> ListReading {
    var reading = ListReading(.ukCSV, list: "uk")
    var first = Delimited(Array(bytes.prefix(4096)), separator: UInt8(ascii: ","))
    if let head = first.next(), head.fields.first == "Last Updated", head.fields.count > 1 {
      reading.date = USDate.reordered(head.fields[1], [2, 1, 0])
    }
    guard var table = HeadedTable(bytes, separator: UInt8(ascii: ","), having: "Group ID") else {
      throw broken(file, 1, "the header has no column 'Group ID'")
    }
    var entries: [String: ListEntry] = [:]
    var order: [String] = []
    while let (row, line) = table.next() {
      reading.records += 1
      let number = row["Group ID"]
      let name = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map { row[$0] }
        .filter { !$0.isEmpty }.joined(separator: " ")
      guard !number.isEmpty, !name.isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: file, line: line), .error, "a row without name or group"))
        continue
      }
      if entries[number] == nil { order.append(number) }
      let kind: EntityKind =
        switch row["Group Type"] {
        case "Individual": .person
        case "Ship": .vessel
        default: .party
        }
      var entry = entries[number] ?? ListEntry(number: number, kind: kind, names: [])
      let isPrimary = row["Alias Type"].hasPrefix("Prime") || row["Alias Type"].hasPrefix("Primary")
      let use: ListEntry.Name.Use = isPrimary ? .primary : row["Alias Type"] == "FKA" ? .fka : .aka
      entry.names.insertOnce(.init(name, use), first: isPrimary)
      entry.programmes.insertOnce(row["Regime"])
      if let birth = USDate.reordered(row["DOB"], [2, 1, 0]) { entry.births.insertOnce(birth) }
      for nationality in row["Nationality"].split(separator: ")").map(\.trimmed) {
        entry.nationalities.insertOnce(nationality.prefix { $0 != "(" && !$0.isNumber }.trimmed)
      }
      for (label, column) in [("Passport", "Passport Details"), ("NI", "NI Number")]
      where !row[column].isEmpty {
        entry.identifiers.insertOnce("\(label) \(row[column])")
      }
      let address = ["Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Country"]
        .map { row[$0] }.filter { !$0.isEmpty }.joined(separator: ", ")
      entry.addresses.insertOnce(address)
      if entry.listed.isEmpty { entry.listed = USDate.reordered(row["Listed On"], [2, 1, 0]) ?? "" }
      if entry.remarks.isEmpty { entry.remarks = row["Other Information"] }
      entries[number] = entry
    }
    if let line = table.openQuote { throw broken(file, line, "the quotation mark is never closed") }
    reading.entries = order.compactMap { entries[$0] }.map(\.withPrimaryName)
    return reading
  }
}

/// The financial sanctions file of the EU, CSV 1.0, a row for each name, address, birth or document.
enum EUFile {
  static func read(_ bytes: [UInt8], file: String) throws(ListFault) -> ListReading {
    var reading = ListReading(.euCSV, list: "eu")
    guard var table = HeadedTable(bytes, separator: UInt8(ascii: ";"), having: "Entity_logical_id") else {
      throw broken(file, 1, "the header has no column 'Entity_logical_id'")
    }
    var entries: [String: ListEntry] = [:]
    var order: [String] = []
    while let (row, line) = table.next() {
      reading.records += 1
      if reading.date == nil { reading.date = USDate.reordered(row["Date_file"], [2, 1, 0]) }
      let number = row["Entity_logical_id"]
      guard !number.isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: file, line: line), .error, "a row without an entity"))
        continue
      }
      if entries[number] == nil { order.append(number) }
      var entry =
        entries[number]
        ?? ListEntry(number: number, kind: row["Subject_type"] == "P" ? .person : .party, names: [])
      entry.names.insertOnce(.init(row["Naal_wholename"], entry.names.isEmpty ? .primary : .aka))
      entry.programmes.insertOnce(row["Programme"])
      entry.bases.insertOnce(row["Leba_numtitle"])
      entry.births.insertOnce(row["Birt_date"])
      entry.nationalities.insertOnce(row["Citi_country"])
      if !row["Iden_number"].isEmpty { entry.identifiers.insertOnce("Document \(row["Iden_number"])") }
      let address = ["Addr_number", "Addr_street", "Addr_zipcode", "Addr_city", "Addr_country"].map {
        row[$0]
      }
      .filter { !$0.isEmpty }.joined(separator: ", ")
      entry.addresses.insertOnce(address)
      if entry.listed.isEmpty { entry.listed = row["Leba_publication_date"] }
      if entry.remarks.isEmpty { entry.remarks = row["Entity_remark"] }
      entries[number] = entry
    }
    if let line = table.openQuote { throw broken(file, line, "the quotation mark is never closed") }
    reading.entries = order.compactMap { entries[$0] }.filter { !$0.names.isEmpty }.map(\.withPrimaryName)
    return reading
  }
}

/// The US Consolidated Screening List (https://www.trade.gov/consolidated-screening-list).
enum ScreeningFile {
  static func read(_ bytes: [UInt8], file: String) throws(ListFault) -> ListReading {
    var reading = ListReading(.usScreening, list: "us-csl")
    guard var table = HeadedTable(bytes, separator: UInt8(ascii: ","), having: "_id") else {
      throw broken(file, 1, "the header has no column '_id'")
    }
    var seen: [String: Int] = [:]
    while let (row, line) = table.next() {
      reading.records += 1
      guard row.fields.count == table.width, !row["_id"].isEmpty, !row["name"].isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: file, line: line), .error, "a row without name or id, or of another width"))
        continue
      }
      // Some ids stand twice, for parties that two programmes list.
      seen[row["_id"], default: 0] += 1
      let count = seen[row["_id"]] ?? 1
      var entry = ListEntry(
        number: count > 1 ? "\(row["_id"])-\(count)" : row["_id"], kind: OFACFiles.kind(row["type"]),
        names: [.init(row["name"], .primary)])
      entry.names += parts(row["alt_names"]).map { .init($0, .aka) }
      entry.programmes = parts(row["programs"])
      // The part of the list stands in brackets: "Denied Persons List (DPL) - Bureau of Industry and Security".
      let part = row["source"].drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      if !part.isEmpty { entry.programmes.insert(String(part), at: 0) }
      entry.births = parts(row["dates_of_birth"])
      entry.nationalities =
        parts(row["nationalities"]) + parts(row["citizenships"]) + parts(row["vessel_flag"])
      entry.addresses = parts(row["addresses"])
      entry.identifiers = parts(row["ids"])
      entry.listed = row["start_date"]
      entry.remarks = row["remarks"]
      reading.entries.append(entry)
    }
    if let line = table.openQuote { throw broken(file, line, "the quotation mark is never closed") }
    return reading
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
  }
}

/// The Denied Persons List of the Bureau of Industry and Security, whose rows have no numbers.
enum DeniedPersonsFile {
  static func read(_ bytes: [UInt8], file: String) throws(ListFault) -> ListReading {
    var reading = ListReading(.deniedPersons, list: "us-dpl")
    guard var table = HeadedTable(bytes, separator: 0x09, having: "Street_Address") else {
      throw broken(file, 1, "the header has no column 'Street_Address'")
    }
    var seen: [String: Int] = [:]
    while let (row, line) = table.next() {
      reading.records += 1
      guard !row["Name"].isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: file, line: line), .error, "a row without a name"))
        continue
      }
      // A name and the day of its order tell a row; one that comes again gets its count.
      var number = "\(row["Name"].slug)-\(USDate.iso(row["Effective_Date"]) ?? "undated")"
      seen[number, default: 0] += 1
      if let count = seen[number], count > 1 { number += "-\(count)" }
      var entry = ListEntry(number: number, kind: .party, names: [.init(row["Name"], .primary)])
      entry.programmes = ["DPL"]
      entry.addresses.insertOnce(
        ["Street_Address", "City", "State", "Postal_Code", "Country"].map { row[$0] }.filter { !$0.isEmpty }
          .joined(separator: ", "))
      entry.listed = USDate.iso(row["Effective_Date"]) ?? ""
      entry.bases.insertOnce(row["FR_Citation"])
      entry.remarks = row["Action"]
      reading.entries.append(entry)
    }
    if let line = table.openQuote { throw broken(file, line, "the quotation mark is never closed") }
    return reading
  }
}

extension [String] {
  /// Adds a text that is there and new.
  fileprivate mutating func insertOnce(_ text: String) {
    if !text.isEmpty, !contains(text) { append(text) }
  }
}

extension [ListEntry.Name] {
  /// Adds a name that is there and new.
  fileprivate mutating func insertOnce(_ name: ListEntry.Name, first: Bool = false) {
    guard !name.text.isEmpty, !contains(where: { $0.text == name.text }) else { return }
    if first { insert(name, at: 0) } else { append(name) }
  }
}

extension ListEntry {
  /// The entry with its first name as the primary one, where none is.
  fileprivate var withPrimaryName: ListEntry {
    guard !names.contains(where: { $0.use == .primary }), !names.isEmpty else { return self }
    var entry = self
    entry.names[0].use = .primary
    return entry
  }
}
