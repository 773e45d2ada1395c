import Diagnostics
import Markup
import Model

/// The consolidated list of the UN Security Council (https://scsanctions.un.org/resources/xml/en/consolidated.xml).
enum UNDocument {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.unXML, list: "un")
    let readDate = { (name: String, value: String) in
      if name == "dateGenerated" { reading.date = String(value.prefix(10)) }
    }
    try XMLRecords.each(input, wanted: ["INDIVIDUAL", "ENTITY"], root: readDate) { record in
      reading.records += 1
      let isPerson = record.name == "INDIVIDUAL"
      let name = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map(record.text)
        .filter { !$0.isEmpty }.joined(separator: " ")
      let number = record.text("REFERENCE_NUMBER")
      guard !name.isEmpty, !number.isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: record.line), .error, "an entry without name or reference")
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
