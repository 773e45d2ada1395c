import Knowledge
import Model
import TextMatching

/// The reading of one post: its tokens and what each stage of the cascade found in them.
///
/// Stages are in extensions, one a file, and run in the order of `Extractor.read`. All places are token indices
/// until the end.
final class PostReader {
  let lexicon: Lexicon
  let bytes: [UInt8]
  /// The bytes of the title; what begins before is headline.
  let titleLength: Int
  let published: EDTF?
  /// Whether reasons are to be put into words.
  let isExplaining: Bool

  var tokens: [Token] = []
  /// The sentences, as ranges of tokens, headline first.
  var sentences: [Range<Int>] = []
  /// For each sentence, whether its words are capitalised like a headline's.
  var titleCased: [Bool] = []
  /// The tokens that stages after the cutting look at, in text order: those with a capital (and particles that a hyphen
  /// joins to one), those that can begin a calendar expression or the citation of an instrument, and forms of verbs that
  /// can name an event.
  var capitals: [Int32] = []
  var calendarWords: [Int32] = []
  var citationWords: [Int32] = []
  var verbTriggers: [Int32] = []
  /// What the automaton found that names no entity, in text order.
  var nounTriggers: [PhraseHit] = []
  var cues: [CueHit] = []
  var nominalHits: [PhraseHit] = []
  var demonyms: [PhraseHit] = []
  /// Capitalised phrases that name no entity, as ranges of tokens.
  var notNames: [Range<Int>] = []
  /// Names that mean an entity only beside a fuller one.
  var weakNames: [PhraseHit] = []
  /// The mentions, in text order once `sortMentions` ran.
  var mentions: [FoundMention] = []
  /// Whether mentions were added or replaced since they were last put in order.
  var areMentionsStale = false
  /// How many mentions are in text order; later ones were added since.
  var orderedMentions = 0
  var entities: [FoundEntity] = []
  /// The entities by what makes two mentions one at once.
  var entityIndex = HashIndex()
  /// The entities of names found by form, by the hash of the name as it is written and the kind.
  var entityByWriting = HashIndex()
  var times: [FoundTime] = []
  /// For each token, the mention or time that covers it, or -1.
  var mentionAt = TokenMarks()
  var timeAt = TokenMarks()
  /// For each token, the noun trigger that begins at it, or -1.
  var nounTriggerAt = TokenMarks()
  var events: [FoundEvent] = []
  /// The targets of the events found so far.
  var targeted: Set<Int> = []
  /// The country that tests told without a doer are ascribed to.
  var tester: Int?
  /// The times that head the lines of a chronology.
  var timeline: [FoundTime] = []
  /// The first "today" of the post.
  var today: FoundTime?
  /// The labels "Listed on:" of entries of lists, with the entities of the entries.
  var listings: [(label: Int, entity: Int)] = []
  /// Runs of capitalised words that may be short forms of names.
  var loose: [CapitalRun] = []
  /// The hashes of the words in small letters, gathered once for the posts that ask for them.
  lazy var smallWords = Set(tokens.indices.lazy.filter { !self.isCapital($0) && !self.isMark($0) }.map(hash))

  /// Where each entity is first named with more than one word; nil before somebody asks for it.
  var longNames: [Int: CapitalRun]?

  /// The first few entities of each kind that are named; nil before somebody asks for them.
  var namedOfKinds: [EntityKind: [Int]]?

  init(lexicon: Lexicon, post: Post, explaining: Bool) {
    self.lexicon = lexicon
    var bytes: [UInt8] = []
    bytes.reserveCapacity(post.title.utf8.count + post.text.utf8.count + 2)
    if !post.title.isEmpty {
      bytes.append(contentsOf: post.title.utf8)
      bytes.append(contentsOf: "\n\n".utf8)
    }
    bytes.append(contentsOf: post.text.utf8)
    self.bytes = bytes
    titleLength = post.title.utf8.count
    published = post.published
    isExplaining = explaining
  }

  /// A phrase at some tokens, with the index of what it is.
  struct PhraseHit {
    var first: Int
    var last: Int
    var index: Int
  }

  /// A cue of status at some tokens; nil for one that only looks like a cue.
  struct CueHit {
    var first: Int
    var last: Int
    var status: Status?
  }
}

/// A name or description, by tokens.
struct FoundMention {
  /// The first token and the one after the last.
  var first: Int
  var last: Int
  /// The bytes.
  var start: Int
  var end: Int
  var entity: Int
  var isNominal = false
  var rule: String
}

/// An entity of the post.
struct FoundEntity {
  var kind: EntityKind
  /// The index in the lexicon's names; -1 where it is not there.
  var known = -1
  /// The shown name, where it is not that of a record.
  var name: String
  /// The folded words of its fullest form.
  var words: [WordID] = []
  /// The hashes of its words, which tell words that the vocabulary lacks.
  var hashes: [UInt64] = []
  /// The day that knowledge gives an instrument.
  var date: EDTF?
  /// The entity that this one is a part of, by index; -1 for none.
  var whole = -1
  /// The country of a known entity, by index in the lexicon's names; -1 for none.
  var country = -1
}

/// A calendar expression with its value, by tokens.
struct FoundTime {
  var first: Int
  var last: Int
  var start: Int
  var end: Int
  var value: EDTF?
  var rule: String
}

extension PostReader {
  @inline(__always) func has(_ index: Int, _ wordClass: WordClass) -> Bool {
    index >= 0 && index < tokens.count && lexicon.has(tokens[index].word, wordClass)
  }

  @inline(__always) func word(_ index: Int) -> WordID {
    index >= 0 && index < tokens.count ? tokens[index].word : 0
  }

  @inline(__always) func shape(_ index: Int) -> Shape {
    index >= 0 && index < tokens.count ? tokens[index].shape : []
  }

  /// Whether the token is a word or number that begins with a capital.
  @inline(__always) func isCapital(_ index: Int) -> Bool { shape(index).contains(.capital) }

  @inline(__always) func isMark(_ index: Int) -> Bool { shape(index).contains(.mark) }

  /// Whether a token ends in some small ASCII letters.
  func ends(_ index: Int, in ending: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let count = ending.utf8CodeUnitCount
    let start = Int(tokens[index].end) - count
    guard start >= Int(tokens[index].start) else { return false }
    for offset in 0..<count where bytes[start + offset] != ending.utf8Start[offset] { return false }
    return true
  }

  /// Whether a token is one of some words of ASCII in small letters, its own letters compared without case.
  func reads(_ index: Int, _ words: StaticString...) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let start = Int(tokens[index].start)
    let count = Int(tokens[index].end) - start
    for word in words where word.utf8CodeUnitCount == count {
      var at = 0
      while at < count, bytes[start + at] | 0x20 == word.utf8Start[at] { at += 1 }
      if at == count { return true }
    }
    return false
  }

  /// The text of a range of bytes.
  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// The text of a token; empty for none.
  func text(of index: Int) -> String {
    tokens.indices.contains(index) ? text(Int(tokens[index].start), Int(tokens[index].end)) : ""
  }

  /// The value of a number token without separators; nil for others and for numbers of more than nine digits.
  func number(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].shape.contains(.number) else { return nil }
    var value = 0
    var digits = 0
    for at in Int(tokens[index].start)..<Int(tokens[index].end) {
      let byte = bytes[at]
      if byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        if digits > 9 { return nil }
      } else if byte != UInt8(ascii: ",") {
        return nil
      }
    }
    return value
  }

  /// The day of the month that a number or an ordinal such as "9th" gives.
  func dayNumber(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, shape(index).contains(.number), !shape(index).contains(.grouped)
    else {
      return nil
    }
    var value = 0
    var at = Int(tokens[index].start)
    let end = Int(tokens[index].end)
    while at < end, bytes[at] >= 0x30, bytes[at] <= 0x39, value < 1000 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    if at < end {
      guard shape(index).contains(.suffixed), end - at == 2 else { return nil }
      let suffix = (bytes[at] | 0x20, bytes[at + 1] | 0x20)
      let fits =
        suffix == (UInt8(ascii: "s"), UInt8(ascii: "t")) || suffix == (UInt8(ascii: "n"), UInt8(ascii: "d"))
        || suffix == (UInt8(ascii: "r"), UInt8(ascii: "d"))
        || suffix == (UInt8(ascii: "t"), UInt8(ascii: "h"))
      guard fits else { return nil }
    }
    return (1...31).contains(value) ? value : nil
  }

  /// Four digits that can be a year, 1900 to 2099.
  func yearNumber(_ index: Int) -> Int? {
    guard let value = number(index), tokens[index].end - tokens[index].start == 4,
      (1900...2099).contains(value)
    else { return nil }
    return value
  }

  /// How many of `count` sorted things lie before a place, by bisection.
  func bisect(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The sentence that a token is in.
  func sentence(of token: Int) -> Int {
    max(0, bisect(sentences.count) { sentences[$0].lowerBound <= token } - 1)
  }

  /// The cues that begin in a range of tokens.
  func cues(in range: Range<Int>) -> ArraySlice<CueHit> {
    let first = bisect(cues.count) { cues[$0].first < range.lowerBound }
    return cues[first..<bisect(cues.count) { cues[$0].first < range.upperBound }]
  }

  /// The mentions that begin before a token, at most the last 200: descriptions and pronouns reach no further back.
  ///
  /// Those that were added since the mentions were last put in order are not among them.
  func recentMentions(before token: Int) -> ArraySlice<FoundMention> {
    mentions[..<bisect(orderedMentions) { mentions[$0].first < token }].suffix(200)
  }

  /// The hash of a token's folded bytes, the same for the same word whether or not the vocabulary has it.
  func hash(of index: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in Int(tokens[index].start)..<Int(tokens[index].end) {
      var byte = bytes[at]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") { continue }
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
