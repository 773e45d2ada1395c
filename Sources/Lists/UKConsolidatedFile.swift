import Diagnostics
import Model

/// The consolidated list of HM Treasury (OFSI), a row an alias.
enum UKFile {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.ukCSV, list: "uk")
    guard var table = try HeadedTable(input, separator: UInt8(ascii: ","), having: "Group ID") else {
      throw broken(input.name, 1, "the header has no column 'Group ID'")
    }
    if let head = table.before.first, head.first == "Last Updated", head.count > 1 {
      reading.date = USDate.reordered(head[1], [2, 1, 0])
    }
    var entries: [String: ListEntry] = [:]
    var order: [String] = []
    while let (row, line) = try table.next() {
      reading.records += 1
      let number = row["Group ID"]
      let name = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map { row[$0] }
        .filter { !$0.isEmpty }.joined(separator: " ")
      guard !row.isCutOff, !number.isEmpty, !name.isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: line), .error, "a row without name or group, or cut off"))
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
    reading.entries = order.compactMap { entries[$0] }.map(\.withPrimaryName)
    return reading
  }
}
