import Diagnostics
import Markup
import Model

/// The Advanced XML of OFAC, of the SDN list and the consolidated one alike, with the days of designation
/// (https://ofac.treasury.gov/sdn-list-data-formats-data-schemas).
///
/// Values stand apart from the parties that have them and are referred to by numbers: words first, then places and
/// documents, then parties, and last who is whose owner, and which list holds whom since when.
enum AdvancedDocument {
  private static let wanted: Set<String> = [
    "DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty", "ProfileRelationship",
    "SanctionsEntry",
  ]

  static func read(_ input: ListInput) throws(ListFault) -> ListReading {
    var reading = ListReading(.ofacAdvanced, list: "ofac-sdn")
    var words = AdvancedWords()
    var places: [String: String] = [:]
    var documents: [String: [String]] = [:]
    var owners: [String: String] = [:]
    var entries: [String: ListEntry] = [:]
    var order: [String] = []
    // Whose profile belongs to which, and how; the other one may come later.
    var relationships: [(from: String, how: String, to: String)] = []
    // How many entries are on the SDN list, and how many on others.
    var holders: [Bool: Int] = [:]
    try XMLRecords.each(input, wanted: wanted) { record in
      switch record.name {
      case "DateOfIssue": reading.date = AdvancedParty.day(record)
      case "ReferenceValueSets": words = AdvancedWords(record)
      case "Location": places[record.attribute("ID")] = AdvancedParty.place(record, words)
      case "IDRegDocument":
        let number = record.text("IDRegistrationNo")
        let type = words["IDRegDocType", record.attribute("IDRegDocTypeID")]
        let country = words["Country", record.attribute("IssuedBy-CountryID")]
        if !number.isEmpty {
          let text = [type, number, country.isEmpty ? "" : "(\(country))"].filter { !$0.isEmpty }.joined(
            separator: " ")
          documents[record.attribute("IdentityID"), default: []].append(text)
        }
      case "DistinctParty":
        reading.records += 1
        guard let party = AdvancedParty(record, words, places, documents) else {
          reading.findings.append(
            Finding(
              SourceLocation(file: input.name, line: record.line), .error, "a party without name or number"))
          return
        }
        entries[party.entry.number] = party.entry
        owners[party.profile] = party.entry.number
        order.append(party.entry.number)
      case "ProfileRelationship":
        guard let number = owners[record.attribute("From-ProfileID")] else { return }
        let how = words["RelationType", record.attribute("RelationTypeID")]
        let former = record.attribute("Former") == "true" ? "formerly " : ""
        relationships.append(
          (
            number, "\(former)\(how.isEmpty ? "related to" : how.lowercased())",
            record.attribute("To-ProfileID")
          ))
      default:
        guard let number = owners[record.attribute("ProfileID")] else { return }
        let list = words["List", record.attribute("ListID")]
        if !list.isEmpty { holders[list == "SDN List", default: 0] += 1 }
        for event in record.all("EntryEvent") {
          let day = event.all("Date").first.flatMap(AdvancedParty.day) ?? ""
          let known = entries[number]?.listed ?? ""
          if !day.isEmpty, known.isEmpty || day < known { entries[number]?.listed = day }
          entries[number]?.bases.insertOnce(words["LegalBasis", event.attribute("LegalBasisID")])
        }
        for measure in record.all("SanctionsMeasure") {
          let type = words["SanctionsType", measure.attribute("SanctionsTypeID")]
          // The programme stands in the comment of a measure of the type "Program".
          if type == "Program" {
            entries[number]?.programmes.insertOnce(measure.text("Comment"))
          } else if !type.isEmpty {
            entries[number]?.remarks.addMeasure(type)
          }
        }
      }
    }
    if holders[false, default: 0] > holders[true, default: 0] { reading.list = "ofac-consolidated" }
    for (from, how, to) in relationships {
      let number = owners[to] ?? ""
      // Of a profile on another list only its number is known.
      let name = entries[number]?.names.first?.text ?? to
      entries[from]?.links.insertOnce(.init(how, name, number: number))
    }
    reading.entries = order.compactMap { entries[$0] }
    return reading
  }
}

/// The words that numbers stand for, by the set they are of.
struct AdvancedWords {
  private var sets: [String: [String: String]] = [:]
  private var partyTypes: [String: String] = [:]

  init() {}

  init(_ record: XMLRecord) {
    for set in record.children {
      let name = String(set.name.dropLast("Values".count))
      for value in set.children {
        // Of an area the code is the text and the name is an attribute.
        let described = value.attribute("Description")
        sets[name, default: [:]][value.attribute("ID")] =
          described.isEmpty ? value.text.withoutOuterSpace : described
        if name == "PartySubType" { partyTypes[value.attribute("ID")] = value.attribute("PartyTypeID") }
      }
    }
  }

  /// The word of a set that a number stands for; empty for none.
  subscript(_ set: String, _ id: String) -> String { sets[set]?[id] ?? "" }

  /// What a party is, by its subtype, else the type of that.
  func kind(_ subtype: String) -> EntityKind {
    switch (self["PartySubType", subtype], self["PartyType", partyTypes[subtype] ?? ""]) {
    case ("Vessel", _): .vessel
    case ("Aircraft", _): .aircraft
    case (_, "Individual"): .person
    default: .party
    }
  }
}

extension String {
  /// Adds a kind of measure to remarks, once.
  fileprivate mutating func addMeasure(_ measure: String) {
    let text = "Measure: \(measure)."
    if !contains(text) { self += isEmpty ? text : " " + text }
  }
}
