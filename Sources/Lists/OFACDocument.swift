import Diagnostics
import Markup
import Model

/// The legacy XML of OFAC, of the SDN list and the consolidated one alike.
enum OFACDocument {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.ofacXML, list: OFACFiles.listName(input.name))
    try XMLRecords.each(input, wanted: ["sdnEntry", "publshInformation"]) { record in
      if record.name == "publshInformation" {
        reading.date = USDate.iso(record.text("Publish_Date"))
        return
      }
      reading.records += 1
      let name = fullName(record)
      guard !record.text("uid").isEmpty, !name.isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: record.line), .error, "an entry without name or number"))
        return
      }
      var entry = ListEntry(
        number: record.text("uid"), kind: OFACFiles.kind(record.text("sdnType")),
        names: [.init(name, .primary)])
      for alias in record.all("akaList").flatMap({ $0.all("aka") }) {
        let isWeak = alias.text("category") == "weak"
        let use: ListEntry.Name.Use = isWeak ? .weak : alias.text("type") == "f.k.a" ? .fka : .aka
        entry.names.append(.init(fullName(alias), use))
      }
      entry.programmes = record.all("programList").flatMap { $0.texts("program") }
      entry.identifiers = record.all("idList").flatMap { $0.all("id") }.map { id in
        (id.texts("idType") + id.texts("idNumber") + id.texts("idCountry")).joined(separator: " ")
      }
      entry.addresses = record.all("addressList").flatMap { $0.all("address") }.map { address in
        ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"]
          .flatMap(address.texts).joined(separator: ", ")
      }.filter { !$0.isEmpty }
      entry.births = record.all("dateOfBirthList").flatMap { $0.all("dateOfBirthItem") }
        .flatMap { $0.texts("dateOfBirth") }
      entry.nationalities =
        record.all("nationalityList").flatMap { $0.all("nationality") }.flatMap { $0.texts("country") }
        + record.all("vesselInfo").flatMap { $0.texts("vesselFlag") }
      entry.remarks = record.text("remarks")
      entry.links = record.all("vesselInfo").flatMap { $0.texts("vesselOwner") }.map { .init("owner", $0) }
      for link in ListEntry.Link.told(inRemarks: entry.remarks) { entry.links.insertOnce(link) }
      reading.entries.append(entry)
    }
    return reading
  }

  /// The family name before the given ones, as the CSV files write it.
  private static func fullName(_ record: XMLRecord) -> String {
    [record.text("lastName"), record.text("firstName")].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
