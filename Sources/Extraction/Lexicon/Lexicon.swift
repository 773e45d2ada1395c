import Knowledge
import Model
import TextMatching

/// What `data/` tells, compiled for reading: words with numbers, classes and forms, and one automaton of phrases.
struct Lexicon: Sendable {
  /// What a phrase of the automaton is.
  enum Phrase: Sendable {
    /// A name, by its index in `patterns`.
    case name(Int)
    /// An adjective or noun of nationality, with the country's index in `names`.
    case demonym(Int)
    /// Capitalised words that name no entity.
    case notName
    /// A noun that names events, by its index in `nounTriggers`.
    case nounTrigger(Int)
    /// A cue of status before a verb.
    case cue(Status)
    /// What only looks like a cue.
    case pseudoCue
    /// A noun of descriptions ("shipping company"), by its index in `nominals`.
    case nominal(Int)
  }

  /// A way to write a name.
  struct Pattern: Sendable {
    /// The entity, by its index in `names`.
    var name: Int
    /// Which words must begin with a capital, the first in the lowest bit.
    var capitals: UInt32
    /// Which words must be in capitals.
    var allCapitals: UInt32
    /// Whether it means the entity only beside a fuller name.
    var isWeak: Bool
    /// How many words it has.
    var length: Int
    /// Whether it is a capital that stands for the government of the country.
    var isCapital = false
  }

  /// What a word is as a verb.
  struct VerbForm: Sendable {
    var lemma: Int32 = -1
    var forms: Forms = []
  }

  /// The forms of a verb that a word can be.
  struct Forms: OptionSet, Sendable {
    let rawValue: UInt8
    static let base = Forms(rawValue: 1)
    static let third = Forms(rawValue: 2)
    static let past = Forms(rawValue: 4)
    static let participle = Forms(rawValue: 8)
    static let gerund = Forms(rawValue: 16)
  }

  /// A verb with what it can tell.
  struct Verb: Sendable {
    var lemma: String
    /// The frames of the event lexicon, in order of preference.
    var frames: [Int] = []
    /// What it makes of what it governs.
    var cues: [(rest: [WordID], status: Status)] = []
  }

  var vocabulary = Vocabulary(capacity: 120_000)
  var tokenizer: Tokenizer
  var automaton = PhraseAutomaton()
  var phrases: [Phrase] = []
  var patterns: [Pattern] = []
  var names: [NameRecord]
  var authorities: Set<Int> = []
  var resolutions: [Int: EDTF]
  var executiveOrders: [Int: EDTF]
  var weaponsTests: [WeaponsTestFact]
  /// The classes of each word, by its number.
  var classes: [WordClassSet] = []
  /// The verb forms of each word, by its number.
  var verbForms: [VerbForm] = []
  var verbs: [Verb] = []
  var frames: [EventFrame]
  /// The words of each frame's trigger behind the first.
  var frameRests: [[WordID]] = []
  /// For each noun that names events, its frames in order of preference.
  var nounTriggers: [[Int]] = []
  /// What nouns and adjectives make of what they govern, by word.
  var nounCues: [WordID: Status] = [:]
  var adjectiveCues: [WordID: Status] = [:]
  var nominals: [[EntityKind]] = []
  /// What a word is for telling names from words, by its number.
  var wordSenses: [WordSense] = []
  /// The fixed words that the rules ask for by name.
  var words = FixedWords()
  /// Month numbers, weekdays (0 for Sunday), ordinals, small numbers and seasons (21-24), by word.
  var months: [WordID: Int] = [:]
  var weekdays: [WordID: Int] = [:]
  var ordinals: [WordID: Int] = [:]
  var numerals: [WordID: Int] = [:]
  var seasons: [WordID: Int] = [:]
  /// The index in `names` of a country or other entity by its shown name.
  var nameIndex: [String: Int] = [:]
  /// The records that are part of another, by the name of the whole.
  var partOf: [Int: Int] = [:]

  /// What a word is for telling names from words.
  struct WordSense: OptionSet, Sendable {
    let rawValue: UInt8
    static let ordinary = WordSense(rawValue: 1)
    static let givenName = WordSense(rawValue: 2)
    static let koreanSurname = WordSense(rawValue: 4)
    static let chineseSurname = WordSense(rawValue: 8)
    static let demonym = WordSense(rawValue: 16)
  }

  /// Sections that are cited without their law, by label: "section 311" is the Patriot Act's.
  var famousSections: [String: Int] = [:]

  @inline(__always) func has(_ word: WordID, _ wordClass: WordClass) -> Bool {
    classes[Int(word)].contains(wordClass)
  }
  @inline(__always) func sense(_ word: WordID) -> WordSense { wordSenses[Int(word)] }
  @inline(__always) func verbForm(_ word: WordID) -> VerbForm { verbForms[Int(word)] }
}

/// Words that rules ask for by name.
struct FixedWords: Sendable {
  var the: WordID = 0, a: WordID = 0, an: WordID = 0, of: WordID = 0, and: WordID = 0, or: WordID = 0,
    to: WordID = 0
  var by: WordID = 0, on: WordID = 0, `in`: WordID = 0, at: WordID = 0, `for`: WordID = 0, from: WordID = 0
  var under: WordID = 0, with: WordID = 0, `as`: WordID = 0, through: WordID = 0, until: WordID = 0
  var between: WordID = 0, pursuant: WordID = 0, against: WordID = 0, after: WordID = 0, before: WordID = 0
  var section: WordID = 0, sections: WordID = 0, title: WordID = 0, part: WordID = 0, parts: WordID = 0
  var executive: WordID = 0, order: WordID = 0, orders: WordID = 0, eo: WordID = 0, eos: WordID = 0
  var usc: WordID = 0, cfr: WordID = 0, hr: WordID = 0, s: WordID = 0, pub: WordID = 0, l: WordID = 0
  var law: WordID = 0, `public`: WordID = 0, general: WordID = 0, license: WordID = 0, licence: WordID = 0
  var no: WordID = 0, res: WordID = 0, unscr: WordID = 0, unscrs: WordID = 0, resolution: WordID = 0
  var resolutions: WordID = 0, un: WordID = 0, security: WordID = 0, council: WordID = 0, imo: WordID = 0
  var not: WordID = 0, have: WordID = 0, been: WordID = 0, being: WordID = 0, `is`: WordID = 0,
    its: WordID = 0
  var fiscal: WordID = 0, fy: WordID = 0, year: WordID = 0, quarter: WordID = 0, same: WordID = 0,
    day: WordID = 0
  var today: WordID = 0, yesterday: WordID = 0, tomorrow: WordID = 0, tonight: WordID = 0, week: WordID = 0
  var weekend: WordID = 0, month: WordID = 0, past: WordID = 0, last: WordID = 0, this: WordID = 0,
    next: WordID = 0
  var may: WordID = 0, march: WordID = 0, sun: WordID = 0, new: WordID = 0, that: WordID = 0,
    which: WordID = 0
  var who: WordID = 0, whom: WordID = 0, whose: WordID = 0, est: WordID = 0, based: WordID = 0,
    regulation: WordID = 0
  var eu: WordID = 0, decision: WordID = 0, committee: WordID = 0, amendment: WordID = 0, will: WordID = 0
  var would: WordID = 0, including: WordID = 0, aka: WordID = 0, known: WordID = 0, ago: WordID = 0,
    early: WordID = 0
  var late: WordID = 0, time: WordID = 0, it: WordID = 0, administration: WordID = 0, later: WordID = 0
  var earlier: WordID = 0, eve: WordID = 0, following: WordID = 0, first: WordID = 0, since: WordID = 0
  var m: WordID = 0, v: WordID = 0, t: WordID = 0, regulations: WordID = 0, north: WordID = 0,
    south: WordID = 0
  var `if`: WordID = 0, whether: WordID = 0, according: WordID = 0, part2: WordID = 0, each: WordID = 0
  var accordance: WordID = 0, one: WordID = 0, property: WordID = 0, bill: WordID = 0, act: WordID = 0,
    yet: WordID = 0
  var unless: WordID = 0, also: WordID = 0, there: WordID = 0, what: WordID = 0,
    why: WordID = 0
  var how: WordID = 0, when: WordID = 0, without: WordID = 0, than: WordID = 0, such: WordID = 0,
    well: WordID = 0
  var decree: WordID = 0, court: WordID = 0, cfsp: WordID = 0, para: WordID = 0, paragraph: WordID = 0
  var violation: WordID = 0, out: WordID = 0, off: WordID = 0, put: WordID = 0, mid: WordID = 0,
    none: WordID = 0
}
