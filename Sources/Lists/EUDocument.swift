import Diagnostics
import Markup
import Model

/// The financial sanctions file of the EU, XML 1.1: elements whose values are attributes.
enum EUDocument {
  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.euXML, list: "eu")
    let readDate = { (name: String, value: String) in
      if name == "generationDate" { reading.date = String(value.prefix(10)) }
    }
    try XMLRecords.each(input, wanted: ["sanctionEntity"], root: readDate) { record in
      reading.records += 1
      let number = record.attribute("logicalId")
      let names = record.all("nameAlias").filter { !name(of: $0).isEmpty }
      guard !number.isEmpty, !names.isEmpty else {
        reading.findings.append(
          Finding(
            SourceLocation(file: input.name, line: record.line), .error, "an entity without number or name"))
        return
      }
      let type = record.all("subjectType").first
      let isPerson = type?.attribute("code") == "person" || type?.attribute("classificationCode") == "P"
      var entry = ListEntry(number: number, kind: isPerson ? .person : .party, names: [])
      for alias in names {
        let use: ListEntry.Name.Use =
          entry.names.isEmpty ? .primary : alias.attribute("strong") == "false" ? .weak : .aka
        entry.names.insertOnce(.init(name(of: alias), use))
      }
      let regulations = record.all("regulation")
      for regulation in regulations {
        entry.programmes.insertOnce(regulation.attribute("programme"))
        entry.bases.insertOnce(regulation.attribute("numberTitle"))
      }
      let designated = record.attribute("designationDate")
      entry.listed =
        designated.isEmpty
        ? regulations.map { $0.attribute("publicationDate") }.filter { !$0.isEmpty }.min() ?? "" : designated
      for birth in record.all("birthdate") {
        let day = birth.attribute("birthdate")
        entry.births.insertOnce(day.isEmpty ? birth.attribute("year") : day)
      }
      for citizenship in record.all("citizenship") {
        entry.nationalities.insertOnce(place(citizenship))
      }
      for document in record.all("identification") where !document.attribute("number").isEmpty {
        let kind = document.attribute("identificationTypeDescription")
        let code = document.attribute("identificationTypeCode")
        let label = kind.isEmpty ? code : kind
        entry.identifiers.insertOnce("\(label.isEmpty ? "Document" : label) \(document.attribute("number"))")
      }
      for address in record.all("address") {
        let parts =
          ["street", "poBox", "zipCode", "city", "place", "region"].map(address.attribute) + [place(address)]
        entry.addresses.insertOnce(parts.filter { !$0.isEmpty }.joined(separator: ", "))
      }
      entry.remarks = record.texts("remark").joined(separator: " ")
      reading.entries.append(entry)
    }
    return reading
  }

  private static func name(of alias: XMLRecord) -> String {
    let whole = alias.attribute("wholeName")
    if !whole.isEmpty { return whole }
    return ["firstName", "middleName", "lastName"].map(alias.attribute).filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  private static func place(_ record: XMLRecord) -> String {
    let name = record.attribute("countryDescription")
    // "00" stands for no country.
    let code = record.attribute("countryIso2Code")
    return name.isEmpty ? (code == "00" ? "" : code) : name == "UNKNOWN" ? "" : name
  }
}
