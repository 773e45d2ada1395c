import Knowledge
import Model
import TextMatching

/// What `data/` tells, compiled for reading: words with numbers, classes and forms, and one automaton of phrases.
///
/// A class, since every post's reader holds it and a copy of its tables would cost more than reading a sentence.
final class Lexicon: Sendable {
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

  let vocabulary: Vocabulary
  let tokenizer: Tokenizer
  let automaton: PhraseAutomaton
  let phrases: [Phrase]
  let patterns: [Pattern]
  let names: [NameRecord]
  let authorities: Set<Int>
  let resolutions: [Int: EDTF]
  let executiveOrders: [Int: EDTF]
  let weaponsTests: [WeaponsTestFact]
  /// The classes of each word, by its number.
  let classes: [WordClassSet]
  /// The verb forms of each word, by its number.
  let verbForms: [VerbForm]
  let verbs: [Verb]
  let frames: [EventFrame]
  /// The words of each frame's trigger behind the first.
  let frameRests: [[WordID]]
  /// For each noun that names events, its frames in order of preference.
  let nounTriggers: [[Int]]
  /// What nouns and adjectives make of what they govern, by word.
  let nounCues: [WordID: Status]
  let adjectiveCues: [WordID: Status]
  let nominals: [[EntityKind]]
  /// What a word is for telling names from words, by its number.
  let wordSenses: [WordSense]
  /// The fixed words that the rules ask for by name.
  let words: FixedWords
  /// Month numbers, weekdays (0 for Sunday), ordinals, small numbers and seasons (21-24), by word.
  let months: [WordID: Int]
  let weekdays: [WordID: Int]
  let ordinals: [WordID: Int]
  let numerals: [WordID: Int]
  let seasons: [WordID: Int]
  /// The index in `names` of a country or other entity by its shown name.
  let nameIndex: [String: Int]
  /// The records that are part of another, by the name of the whole.
  let partOf: [Int: Int]
  /// Sections that are cited without their law, by label: "section 311" is the Patriot Act's.
  let famousSections: [String: Int]

  /// Compiles `knowledge`; `extra` are names of the caller's own, which win over those of `data/`.
  convenience init(_ knowledge: Knowledge, extra: [(name: String, kind: EntityKind)]) {
    self.init(LexiconTables(knowledge, extra: extra))
  }

  private init(_ tables: LexiconTables) {
    vocabulary = tables.vocabulary
    tokenizer = tables.tokenizer
    automaton = tables.automaton
    phrases = tables.phrases
    patterns = tables.patterns
    names = tables.names
    authorities = tables.authorities
    resolutions = tables.resolutions
    executiveOrders = tables.executiveOrders
    weaponsTests = tables.weaponsTests
    classes = tables.classes
    verbForms = tables.verbForms
    verbs = tables.verbs
    frames = tables.frames
    frameRests = tables.frameRests
    nounTriggers = tables.nounTriggers
    nounCues = tables.nounCues
    adjectiveCues = tables.adjectiveCues
    nominals = tables.nominals
    wordSenses = tables.wordSenses
    words = tables.words
    months = tables.months
    weekdays = tables.weekdays
    ordinals = tables.ordinals
    numerals = tables.numerals
    seasons = tables.seasons
    nameIndex = tables.nameIndex
    partOf = tables.partOf
    famousSections = tables.famousSections
  }

  /// What a word is for telling names from words.
  struct WordSense: OptionSet, Sendable {
    let rawValue: UInt8
    static let ordinary = WordSense(rawValue: 1)
    static let givenName = WordSense(rawValue: 2)
    static let koreanSurname = WordSense(rawValue: 4)
    static let chineseSurname = WordSense(rawValue: 8)
    static let demonym = WordSense(rawValue: 16)
  }

  @inline(__always) func has(_ word: WordID, _ wordClass: WordClass) -> Bool {
    classes[Int(word)].contains(wordClass)
  }
  @inline(__always) func sense(_ word: WordID) -> WordSense { wordSenses[Int(word)] }
  @inline(__always) func verbForm(_ word: WordID) -> VerbForm { verbForms[Int(word)] }
}
