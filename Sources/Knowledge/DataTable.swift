/// The tables of `data/`: where each lies, and the columns it has.
public enum DataTable: String, Sendable, CaseIterable {
  case countries, persons, banks, airlines, companies, vessels, organizations, places, authorities, lists
  case resolutions
  case executiveOrders = "executive-orders"
  case laws, agreements
  case weaponsTests = "weapons-tests"
  case officeHolders = "office-holders"
  case givenNames = "given-names"
  case surnamesKorea = "surnames-kr"
  case surnamesChina = "surnames-cn"
  case englishWords = "english-words"
  case notNames = "not-names"
  case wordClasses = "word-classes"
  case verbs, events, cues, nominals
  case readings
  case pageMarkers = "page-markers"

  /// The path from `data/`.
  public var path: String {
    switch self {
    case .countries, .persons, .banks, .airlines, .companies, .vessels, .organizations, .places:
      "names/\(rawValue).csv"
    case .authorities, .lists: "\(rawValue).csv"
    case .resolutions, .executiveOrders, .laws, .agreements: "instruments/\(rawValue).csv"
    case .weaponsTests, .officeHolders: "facts/\(rawValue).csv"
    case .readings: "scripts/readings.csv"
    case .pageMarkers: "pages/markers.csv"
    case .givenNames, .surnamesKorea, .surnamesChina, .englishWords: "lexicon/\(rawValue).txt"
    case .notNames, .wordClasses, .verbs, .events, .cues, .nominals: "lexicon/\(rawValue).csv"
    }
  }

  /// The name of its format on the version line.
  var format: String {
    switch self {
    case .persons, .banks, .airlines, .companies, .vessels, .organizations, .places: "names"
    case .agreements: "laws"
    default: rawValue
    }
  }

  /// The columns of its header; empty for a list of words, one a line.
  var columns: [String] {
    switch self {
    case .persons, .banks, .airlines, .companies, .vessels, .organizations, .places:
      ["name", "aliases", "weak", "country", "part_of", "source"]
    case .countries: ["name", "aliases", "weak", "capitals", "demonyms", "code", "source"]
    case .authorities: ["name", "lists", "note"]
    case .lists: ["list", "programme", "authority", "covers"]
    case .resolutions: ["number", "adopted", "topic"]
    case .executiveOrders: ["number", "signed", "title"]
    case .laws, .agreements: ["name", "aliases", "weak", "date", "by", "country", "part_of", "source"]
    case .weaponsTests: ["actor", "weapon", "ordinal", "date", "aliases", "source"]
    case .officeHolders: ["title", "country", "holder", "from", "to"]
    case .readings: ["script", "sign", "reading"]
    case .pageMarkers: ["mark", "match", "meaning", "used_by"]
    case .notNames: ["phrase", "why"]
    case .wordClasses: ["class", "words"]
    case .verbs: ["lemma", "past", "participle"]
    case .events: ["kind", "pos", "trigger", "needs", "roles", "example", "counter"]
    case .cues: ["cue", "pos", "status", "example", "counter"]
    case .nominals: ["noun", "kinds"]
    case .givenNames, .surnamesKorea, .surnamesChina, .englishWords: []
    }
  }
}
