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
  /// The identifier of the entity of each name.
  let nameIDs: [String]
  /// The hashes of the words of each name.
  let nameWords: [[UInt64]]
  /// The indices in `names` of those that only official lists have.
  let listed: Range<Int>
  let authorities: Set<Int>
  let resolutions: [Int: EDTF]
  let executiveOrders: [Int: EDTF]
  let weaponsTests: [WeaponsTestFact]
  let officeHolders: [OfficeHolderFact]
  /// The country of which a person held an office, both as indices of names.
  let countryOfHolder: [Int: Int]
  /// The countries known to test weapons, by index in `names`.
  let testers: Set<Int>
  /// What is known of each word, by its number.
  let wordInfo: FixedTable<WordInfo>
  let wordStarts: FixedTable<WordStart>
  let verbs: [Verb]
  let frames: [Frame]
  /// For each noun that names events, its frames in order of preference.
  let nounTriggers: [[Int]]
  /// What nouns and adjectives make of what they govern, by word.
  let nounCues: [WordID: Status]
  let adjectiveCues: [WordID: Status]
  let nominals: [[EntityKind]]
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

  /// Compiles `knowledge`; `extra` are names of the caller's own, which win over those of `data/`, and these over lists.
  convenience init(
    _ knowledge: Knowledge, extra: [(name: String, kind: EntityKind)], listed: [GivenParty] = []
  ) {
    self.init(LexiconTables(knowledge, extra: extra, listed: listed))
  }

  private init(_ tables: LexiconTables) {
    vocabulary = tables.vocabulary
    tokenizer = tables.tokenizer
    automaton = tables.automaton
    phrases = tables.phrases
    patterns = tables.patterns
    names = tables.names
    nameIDs = tables.names.map { EntityID.text(kind: $0.kind, name: $0.name) }
    nameWords = tables.names.map { NameWords.hashes($0.name) }
    listed = tables.listed
    authorities = tables.authorities
    resolutions = tables.resolutions
    executiveOrders = tables.executiveOrders
    weaponsTests = tables.weaponsTests
    officeHolders = tables.officeHolders
    countryOfHolder = Dictionary(
      tables.officeHolders.compactMap { fact in
        guard let holder = tables.nameIndex[fact.holder], let country = tables.nameIndex[fact.country] else {
          return nil
        }
        return (holder, country)
      }, uniquingKeysWith: { first, _ in first })
    testers = Set(tables.weaponsTests.compactMap { tables.nameIndex[$0.actor] })
    let (info, starts) = tables.wordTables()
    wordInfo = FixedTable(info)
    wordStarts = FixedTable(starts)
    verbs = tables.verbs
    frames = tables.frames
    nounTriggers = tables.nounTriggers
    nounCues = tables.nounCues
    adjectiveCues = tables.adjectiveCues
    nominals = tables.nominals
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

  @inline(__always) func info(_ word: WordID) -> WordInfo { wordInfo[Int(word)] }
  @inline(__always) func start(_ word: WordID) -> WordStart { wordStarts[Int(word)] }
  @inline(__always) func has(_ word: WordID, _ wordClass: WordClass) -> Bool {
    wordInfo[Int(word)].classes.contains(wordClass)
  }
  @inline(__always) func sense(_ word: WordID) -> WordSense { wordInfo[Int(word)].sense }
  @inline(__always) func verbForm(_ word: WordID) -> VerbForm { wordInfo[Int(word)].verb }
}
