/// The tables of `data/`: where each lies, and the columns it has.
public enum DataTable: String, Sendable, CaseIterable {
  /// Members of the United Nations, other states and former ones.
  case countries
  /// Leaders, officials, listed persons and experts.
  case persons
  /// Banks and other lenders, central banks included.
  case banks
  /// Carriers by air.
  case airlines
  /// Businesses other than banks and carriers by air.
  case companies
  /// Ships.
  case vessels
  /// Government bodies, courts, forces, parties and groups.
  case organizations
  /// Cities, ports, regions, seas and sites.
  case places
  /// Who puts parties under sanctions or acts against those who break them.
  case authorities
  /// Official lists by the names that imports give them, and who keeps them.
  case lists
  /// Resolutions of the Security Council with the day of adoption.
  case resolutions
  /// Executive orders of the President of the United States with the day of signature.
  case executiveOrders = "executive-orders"
  /// Statutes, regulations and citations of codes.
  case laws
  /// Treaties, accords and joint statements.
  case agreements
  /// Nuclear tests and notable launches of missiles, with their days.
  case weaponsTests = "weapons-tests"
  /// Who held an office when, so that “the President” means somebody.
  case officeHolders = "office-holders"
  /// Given names that begin the name of a person.
  case givenNames = "given-names"
  /// Korean surnames in South Korean, North Korean and American spellings.
  case surnamesKorea = "surnames-kr"
  /// Chinese surnames in several romanisations.
  case surnamesChina = "surnames-cn"
  /// Ordinary English words, in lower case.
  case englishWords = "english-words"
  /// Capitalised phrases that name no party, place or instrument.
  case notNames = "not-names"
  /// What words can be, for the grammar.
  case wordClasses = "word-classes"
  /// Verbs for the grammar, with their forms.
  case verbs
  /// The event lexicon: verbs and nouns that tell an event, and who takes part.
  case events
  /// Words that tell whether what they govern happened.
  case cues
  /// What a head noun can stand for: “the airline”.
  case nominals
  /// How signs of other scripts are read in Latin letters.
  case readings
  /// What is one word in names, however it is spelt.
  case spellings
  /// By what pages of the web tell their parts apart.
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
    case .notNames, .wordClasses, .verbs, .events, .cues, .nominals, .spellings:
      "lexicon/\(rawValue).csv"
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
    case .spellings: ["sort", "word", "spellings"]
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
