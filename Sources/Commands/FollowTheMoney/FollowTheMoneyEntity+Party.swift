import FoundationEssentials
import Graph
import Knowledge
import Model

extension FollowTheMoneyEntity {
  /// A party with all that posts and lists tell of it.
  init(_ party: WholeParty, _ countries: CountryCodes) {
    self.init(FollowTheMoneyEntity.schema(of: party), FollowTheMoneyEntity.id(party.id))
    add("name", party.name)
    for alias in party.aliases { add("alias", alias) }
    if schema == "Address" { add("full", party.name) }
    for country in party.kind == .country ? [party.name] : party.countries {
      add(isLegalEntity || schema == "Address" ? "country" : "flag", countries.code(of: country))
    }
    for (entry, isCurrent) in party.listed {
      add(entry, countries)
      if isCurrent { add("topics", "sanction") }
    }
  }

  private static func schema(of party: WholeParty) -> String {
    switch party.kind {
    case .person: "Person"
    case .bank, .airline, .company: "Company"
    case .organization: party.isAuthority ? "PublicBody" : "Organization"
    case .country: "PublicBody"
    case .vessel: "Vessel"
    case .aircraft: "Airplane"
    case .place: "Address"
    case .party, .resolution, .law, .agreement: "LegalEntity"
    }
  }

  private mutating func add(_ entry: ListEntry, _ countries: CountryCodes) {
    for name in entry.names {
      let property =
        switch name.use {
        case .primary, .aka: "alias"
        case .fka: "previousName"
        case .weak: "weakAlias"
        }
      add(property, name.text)
    }
    for programme in entry.programmes { add("program", programme) }
    for address in entry.addresses { add("address", address) }
    if schema == "Person" {
      for birth in entry.births { add("birthDate", ListDate.iso(birth)) }
    }
    for nationality in entry.nationalities {
      let property = schema == "Person" ? "nationality" : schema == "Vessel" ? "flag" : "country"
      add(property, countries.code(of: nationality))
    }
    for identifier in entry.identifiers { addIdentifier(identifier) }
    for link in entry.links { add("summary", link.text) }
    add("notes", entry.remarks)
  }

  private mutating func addIdentifier(_ identifier: String) {
    let words = identifier.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init)
    let number = words.first { $0.contains(where: \.isNumber) && $0.utf8.count >= 4 }
    if IMONumber.isMeant(by: identifier), let imo = IMONumber(identifier) {
      if schema == "Vessel" && imo.holder == .ship || schema == "Organization" || schema == "Company" {
        add("imoNumber", "IMO\(imo.digits)")
      }
    } else if identifier.contains("MMSI"), schema == "Vessel" {
      add("mmsi", number)
    } else if identifier.hasPrefix("Call sign"), schema == "Vessel" {
      add("callSign", words.last)
    } else if identifier.contains("Passport"), schema == "Person" {
      add("passportNumber", number)
    } else if identifier.contains("SWIFT"), isLegalEntity,
      let code = words.last(where: FollowTheMoneyEntity.isBankCode)
    {
      // Eight characters name the bank, three more a branch of it.
      add("swiftBic", String(code.prefix(8)))
    } else if isLegalEntity || schema == "Vessel" {
      add(
        schema == "Vessel" ? "registrationNumber" : "idNumber",
        identifier.utf8.count <= 64 ? identifier : number)
    } else {
      add("notes", identifier)
    }
  }

  /// Whether a word has the form of a bank's code: four letters, a country, two characters, perhaps three more (ISO 9362).
  private static func isBankCode(_ word: String) -> Bool {
    word.wholeMatch(of: /[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?/) != nil
  }
}

/// Dates as lists write them: "12 Apr 1982", "1982", "circa 1960".
enum ListDate {
  /// The day, month or year; nil where it is none of these.
  static func iso(_ text: String) -> String? {
    if let date = EDTF(text), !text.contains("/") { return date.first == nil ? nil : text }
    let words = text.split(separator: " ")
    let month = words.firstIndex { MonthName.number($0.prefix(3)) != nil }
    guard let year = words.last.flatMap({ Int($0) }), (1850..<2050).contains(year) else { return nil }
    guard let place = month, let number = MonthName.number(words[place].prefix(3)) else {
      return words.count == 1 || words.count == 2 && Int(words[0]) == nil ? String(year) : nil
    }
    guard words.count == place + 2, place <= 1 else { return nil }
    let monthText = "\(year)-\(number < 10 ? "0" : "")\(number)"
    guard place == 1 else { return monthText }
    guard let day = Int(words[0]), let whole = Day(year, number, day) else { return nil }
    return whole.text
  }
}

/// The codes of countries by their names (ISO 3166-1).
struct CountryCodes {
  private var codes: [String: String] = [:]
  private var ofAuthorities: [String: String] = [:]

  init(_ knowledge: Knowledge) {
    for country in knowledge.countries where !country.code.isEmpty {
      codes[country.name.slug] = country.code.lowercased()
    }
    for record in knowledge.names {
      if record.kind == .country, let code = codes[record.name.slug] {
        for alias in record.aliases { codes[alias.slug] = code }
      }
    }
    for record in knowledge.names {
      ofAuthorities[record.name] = codes[(record.country.isEmpty ? record.name : record.country).slug]
    }
  }

  /// The code of a country by a name of it; nil for what is none.
  func code(of name: String) -> String? { codes[name.slug] }

  /// A code, where a country has it.
  func known(_ code: String) -> String? { codes.values.contains(code) ? code : nil }

  /// The code of the country that an authority is, or belongs to.
  func code(ofAuthority name: String) -> String? { ofAuthorities[name] }
}
