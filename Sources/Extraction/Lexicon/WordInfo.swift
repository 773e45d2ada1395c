import Knowledge
import TextMatching

/// What `data/` tells of a word, side by side so that one look at memory brings all of it.
struct WordInfo: Sendable, BitwiseCopyable {
  var classes = WordClassSet()
  var verb = VerbForm()
  var sense: WordSense = []
}

/// What every token is asked for: small, so that the whole table stays near the processor.
struct WordStart: Sendable, BitwiseCopyable {
  private var bits: UInt32

  init(uses: WordUse, root: Int32) { bits = UInt32(root) << 8 | UInt32(uses.rawValue) }

  /// The stages that the word can set off.
  @inline(__always) var uses: WordUse { WordUse(rawValue: UInt8(truncatingIfNeeded: bits)) }
  /// The state of the automaton behind the word; 0 where no phrase begins with it.
  @inline(__always) var root: Int32 { Int32(bits >> 8) }
}

/// What a word is as a verb.
struct VerbForm: Sendable, BitwiseCopyable {
  /// The verb; -1 for none.
  var lemma: Int32 = -1
  var forms: Forms = []
}

/// The forms of a verb that a word can be.
struct Forms: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8
  static let base = Forms(rawValue: 1)
  static let third = Forms(rawValue: 2)
  static let past = Forms(rawValue: 4)
  static let participle = Forms(rawValue: 8)
  static let gerund = Forms(rawValue: 16)
}

/// What a word is for telling names from words.
struct WordSense: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8
  static let ordinary = WordSense(rawValue: 1)
  static let givenName = WordSense(rawValue: 2)
  static let koreanSurname = WordSense(rawValue: 4)
  static let chineseSurname = WordSense(rawValue: 8)
  static let demonym = WordSense(rawValue: 16)
}

/// The stages of reading that a word can set off; a stage looks at no other words.
struct WordUse: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8
  /// Can begin a calendar expression.
  static let time = WordUse(rawValue: 1)
  /// Can begin the citation of an instrument.
  static let instrument = WordUse(rawValue: 2)
  /// Is a form of a verb that can name an event.
  static let trigger = WordUse(rawValue: 4)
}

extension LexiconTables {
  /// Lays out what the tables tell of each word.
  func wordTables() -> (info: [WordInfo], starts: [WordStart]) {
    var info = [WordInfo](repeating: WordInfo(), count: Int(vocabulary.count))
    var uses = [WordUse](repeating: [], count: info.count)
    for word in info.indices {
      if word < classes.count { info[word].classes = classes[word] }
      if word < wordSenses.count { info[word].sense = wordSenses[word] }
      if word < verbForms.count { info[word].verb = verbForms[word] }
      let lemma = Int(info[word].verb.lemma)
      if lemma >= 0, !verbs[lemma].frames.isEmpty { uses[word].insert(.trigger) }
    }
    let timeWords: [WordID] = [
      words.fiscal, words.fy, words.today, words.tonight, words.yesterday, words.tomorrow, words.last,
      words.this, words.next, words.past, words.weekend, words.month, words.year, words.week,
    ]
    let named = [months, weekdays, seasons, ordinals].flatMap(\.keys)
    for word in timeWords + named { uses[Int(word)].insert(.time) }
    let instrumentWords: [WordID] = [
      words.resolution, words.resolutions, words.unscr, words.unscrs, words.s, words.hr, words.executive,
      words.eo, words.eos, words.section, words.sections, words.general, words.pub, words.public,
      words.regulation, words.decision, words.committee, words.gl, words.title, words.article, words.chapter,
      words.law, words.decree, words.res,
    ]
    for word in instrumentWords { uses[Int(word)].insert(.instrument) }
    let starts = uses.enumerated().map { WordStart(uses: $1, root: automaton.start(WordID($0))) }
    return (info, starts)
  }
}
