import Diagnostics
import Model

/// The consolidated list of the UN Security Council (https://scsanctions.un.org/resources/xml/en/consolidated.xml).
enum UNDocument {
  static func read(_ bytes: [UInt8], file: String) throws(ListFault) -> ListReading {
    var reading = ListReading(.unXML, list: "un")
    let readDate = { (name: String, value: String) in
      if name == "dateGenerated" { reading.date = String(value.prefix(10)) }
    }
    try XMLRecords.each(bytes, file: file, wanted: ["INDIVIDUAL", "ENTITY"], root: readDate) { record in
      reading.records += 1
      let isPerson = record.name == "INDIVIDUAL"
      let name = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map(record.text)
        .filter { !$0.isEmpty }.joined(separator: " ")
      let number = record.text("REFERENCE_NUMBER")
      guard !name.isEmpty, !number.isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: file, line: record.line), .error, "an entry without name or reference")
        )
        return
      }
      var entry = ListEntry(
        number: number, kind: isPerson ? .person : .party, names: [.init(name, .primary)])
      entry.names += record.texts("NAME_ORIGINAL_SCRIPT").map { .init($0, .aka) }
      for alias in record.all(record.name + "_ALIAS") {
        let use: ListEntry.Name.Use =
          switch alias.text("QUALITY") {
          case "Low": .weak
          case "F.K.A.": .fka
          default: .aka
          }
        // Some aliases hold several names in one.
        for text in alias.texts("ALIAS_NAME") { entry.names.append(.init(text, use)) }
      }
      entry.programmes = record.texts("UN_LIST_TYPE")
      entry.listed = record.text("LISTED_ON")
      entry.nationalities = record.all("NATIONALITY").flatMap { $0.texts("VALUE") }
      entry.births = record.all("INDIVIDUAL_DATE_OF_BIRTH").map(birth).filter { !$0.isEmpty }
      entry.identifiers = record.all("INDIVIDUAL_DOCUMENT").map { document in
        (document.texts("TYPE_OF_DOCUMENT") + document.texts("NUMBER")).joined(separator: " ")
      }.filter { !$0.isEmpty }
      entry.addresses = record.all(record.name + "_ADDRESS").map { address in
        ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"].flatMap(address.texts)
          .joined(separator: ", ")
      }.filter { !$0.isEmpty }
      entry.remarks = record.text("COMMENTS1")
      reading.entries.append(entry)
    }
    return reading
  }

  private static func birth(_ record: XMLRecord) -> String {
    if !record.text("DATE").isEmpty { return record.text("DATE") }
    if !record.text("YEAR").isEmpty { return record.text("YEAR") }
    let years = [record.text("FROM_YEAR"), record.text("TO_YEAR")].filter { !$0.isEmpty }
    return years.joined(separator: "/")
  }
}

/// The legacy XML of OFAC, of the SDN list and the consolidated one alike.
enum OFACDocument {
  static func read(_ bytes: [UInt8], file: String) throws(ListFault) -> ListReading {
    var reading = ListReading(.ofacXML, list: OFACFiles.listName(file))
    try XMLRecords.each(bytes, file: file, wanted: ["sdnEntry", "publshInformation"]) { record in
      if record.name == "publshInformation" {
        reading.date = USDate.iso(record.text("Publish_Date"))
        return
      }
      reading.records += 1
      let name = fullName(record)
      guard !record.text("uid").isEmpty, !name.isEmpty else {
        reading.findings.append(
          Finding(SourceLocation(file: file, line: record.line), .error, "an entry without name or number"))
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
      reading.entries.append(entry)
    }
    return reading
  }

  /// The family name before the given ones, as the CSV files write it.
  private static func fullName(_ record: XMLRecord) -> String {
    [record.text("lastName"), record.text("firstName")].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// Dates as American files write them.
enum USDate {
  /// "04/06/2018" as 2018-04-06; nil for what is no date.
  static func iso(_ text: String) -> String? { reordered(text, [2, 0, 1]) }

  /// Three numbers between slashes, put into the order of year, month and day.
  static func reordered(_ text: String, _ order: [Int]) -> String? {
    let parts = text.split(separator: "/")
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), parts[2].count == 4 else {
      return nil
    }
    let year = parts[order[0]]
    func two(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
    let (month, day) = (two(parts[order[1]]), two(parts[order[2]]))
    if month == "00" { return String(year) }
    return day == "00" ? "\(year)-\(month)" : "\(year)-\(month)-\(day)"
  }
}
