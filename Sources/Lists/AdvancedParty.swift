import Markup
import Model

/// A party of OFAC's Advanced XML.
struct AdvancedParty {
  var entry: ListEntry
  /// The number by which relations and lists know it.
  var profile: String

  /// Reads a party with the words, places and documents it refers to; nil where it has no name or number.
  init?(
    _ record: XMLRecord, _ words: AdvancedWords, _ places: [String: String], _ documents: [String: [String]]
  ) {
    guard let profile = record.all("Profile").first, !record.attribute("FixedRef").isEmpty else { return nil }
    self.profile = profile.attribute("ID")
    entry = ListEntry(
      number: record.attribute("FixedRef"), kind: words.kind(profile.attribute("PartySubTypeID")), names: [])
    entry.remarks = record.text("Comment")
    for identity in profile.all("Identity") {
      let types = AdvancedParty.partTypes(identity, words)
      for alias in identity.all("Alias") {
        let use: ListEntry.Name.Use =
          if alias.attribute("LowQuality") == "true" {
            .weak
          } else if alias.attribute("Primary") == "true" {
            .primary
          } else {
            words["AliasType", alias.attribute("AliasTypeID")].hasPrefix("F.K.A") ? .fka : .aka
          }
        for (place, documented) in alias.all("DocumentedName").enumerated() {
          // A name in another script stands beside the first one of the same alias.
          entry.names.insertOnce(
            .init(AdvancedParty.name(documented, types), place > 0 && use == .primary ? .aka : use),
            first: use == .primary && place == 0)
        }
      }
      entry.identifiers += documents[identity.attribute("ID")] ?? []
    }
    for feature in profile.all("Feature") { take(feature, words, places) }
    guard !entry.names.isEmpty else { return nil }
  }

  /// The type of each group of parts of names: family name, given name.
  private static func partTypes(_ identity: XMLRecord, _ words: AdvancedWords) -> [String: String] {
    let groups = identity.every("NamePartGroup").map {
      ($0.attribute("ID"), words["NamePartType", $0.attribute("NamePartTypeID")])
    }
    return Dictionary(groups, uniquingKeysWith: { first, _ in first })
  }

  /// A name as OFAC's other files write it: the family name before the given ones.
  private static func name(_ documented: XMLRecord, _ types: [String: String]) -> String {
    let parts = documented.every("NamePartValue").map {
      (types[$0.attribute("NamePartGroupID")] ?? "", $0.text.withoutOuterSpace)
    }
    let family = parts.filter { $0.0 == "Last Name" }.map(\.1)
    let others = parts.filter { $0.0 != "Last Name" }.map(\.1)
    return [family, others].filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: ", ")
  }

  private mutating func take(_ feature: XMLRecord, _ words: AdvancedWords, _ places: [String: String]) {
    let type = words["FeatureType", feature.attribute("FeatureTypeID")]
    for version in feature.all("FeatureVersion") {
      let details = version.all("VersionDetail").map { detail in
        detail.text.withoutOuterSpace.isEmpty
          ? words["DetailReference", detail.attribute("DetailReferenceID")] : detail.text.withoutOuterSpace
      }.filter { !$0.isEmpty }
      let located = version.all("VersionLocation").compactMap { places[$0.attribute("LocationID")] }
        .filter { !$0.isEmpty }
      switch type {
      case "Birthdate": entry.births += version.all("DatePeriod").compactMap(AdvancedParty.period)
      case "Location": for place in located { entry.addresses.insertOnce(place) }
      case "Nationality Country", "Citizenship Country", "Vessel Flag":
        for place in located + details { entry.nationalities.insertOnce(place) }
      case "Vessel Owner": for owner in details { entry.links.insertOnce(.init("owner", owner)) }
      case "Place of Birth", "Gender", "Title":
        for detail in details + located { entry.remarks.addDetail(type, detail) }
      default:
        for detail in details
        where detail.contains(where: \.isNumber) || type == "SWIFT/BIC" || type == "Vessel Call Sign" {
          entry.identifiers.insertOnce("\(type) \(detail)")
        }
        for detail in details where !entry.identifiers.contains("\(type) \(detail)") {
          entry.remarks.addDetail(type, detail)
        }
      }
    }
  }

  /// A place in one line.
  static func place(_ record: XMLRecord, _ words: AdvancedWords) -> String {
    let parts = record.all("LocationPart").flatMap {
      $0.all("LocationPartValue").flatMap { $0.texts("Value") }
    }
    let country = record.all("LocationCountry").map { words["Country", $0.attribute("CountryID")] }
    let area = record.all("LocationAreaCode").map { words["AreaCode", $0.attribute("AreaCodeID")] }
    return (parts + (country.isEmpty ? area : country)).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A day in its parts, as YYYY-MM-DD.
  static func day(_ record: XMLRecord) -> String? {
    guard let year = Int(record.text("Year")), let month = Int(record.text("Month")),
      let day = Int(record.text("Day"))
    else { return nil }
    return Day(year, month, day)?.text
  }

  /// The days of a period: a year where it is all of one, else a day, else an interval.
  private static func period(_ record: XMLRecord) -> String? {
    guard let start = record.all("Start").first?.all("From").first.flatMap(day),
      let end = (record.all("End").first ?? record.all("Start").first)?.all("To").first.flatMap(day)
    else { return nil }
    if start == end { return start }
    if start.hasSuffix("-01-01"), end == "\(start.prefix(4))-12-31" { return String(start.prefix(4)) }
    return "\(start)/\(end)"
  }
}

extension String {
  /// Adds to remarks what a party is told to have, once.
  fileprivate mutating func addDetail(_ label: String, _ detail: String) {
    let text = "\(label): \(detail)."
    if !contains(text) { self += isEmpty ? text : " " + text }
  }
}
