import Diagnostics
import Model

/// The Denied Persons List of the Bureau of Industry and Security, whose rows have no numbers.
enum DeniedPersonsFile {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.deniedPersons, list: "us-dpl")
    guard var table = try HeadedTable(input, separator: 0x09, having: "Street_Address") else {
      throw broken(input.name, 1, "the header has no column 'Street_Address'")
    }
    var seen: [String: Int] = [:]
    while let (row, line) = try table.next() {
      reading.records += 1
      guard !row.isCutOff, !row["Name"].isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: input.name, line: line), .error, "a row without a name, or cut off"))
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
    return reading
  }
}
