import Diagnostics
import Model

/// The financial sanctions file of the EU, CSV 1.0, a row for each name, address, birth or document.
enum EUFile {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.euCSV, list: "eu")
    guard var table = try HeadedTable(input, separator: UInt8(ascii: ";"), having: "Entity_logical_id") else {
      throw broken(input.name, 1, "the header has no column 'Entity_logical_id'")
    }
    var entries: [String: ListEntry] = [:]
    var order: [String] = []
    while let (row, line) = try table.next() {
      reading.records += 1
      if reading.date == nil { reading.date = USDate.reordered(row["Date_file"], [2, 1, 0]) }
      let number = row["Entity_logical_id"]
      guard !row.isCutOff, !number.isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: input.name, line: line), .error, "a row without an entity, or cut off")
        )
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
    reading.entries = order.compactMap { entries[$0] }.filter { !$0.names.isEmpty }.map(\.withPrimaryName)
    return reading
  }
}
