import Diagnostics
import Model

/// The US Consolidated Screening List (https://www.trade.gov/consolidated-screening-list).
enum ScreeningFile {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.usScreening, list: "us-csl")
    guard var table = try HeadedTable(input, separator: UInt8(ascii: ","), having: "_id") else {
      throw broken(input.name, 1, "the header has no column '_id'")
    }
    var seen: [String: Int] = [:]
    while let (row, line) = try table.next() {
      reading.records += 1
      guard row.fields.count == table.width, !row["_id"].isEmpty, !row["name"].isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: line), .error,
            "a row without name or id, or of another width"))
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
      // What a party is stands among its numbers.
      entry.identifiers = parts(row["ids"]).filter { !$0.hasSuffix("Gender") }
      entry.listed = row["start_date"]
      entry.remarks = row["remarks"]
      entry.links.insertOnce(.init("owner", row["vessel_owner"]))
      for link in ListEntry.Link.told(inRemarks: entry.remarks) { entry.links.insertOnce(link) }
      reading.entries.append(entry)
    }
    return reading
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
  }
}
