import Knowledge
import Model
import TextMatching

/// The tables of a lexicon while they are filled.
struct LexiconTables {
  typealias Phrase = Lexicon.Phrase
  typealias Pattern = Lexicon.Pattern
  typealias Verb = Lexicon.Verb

  var vocabulary = Vocabulary(capacity: 120_000)
  var tokenizer: Tokenizer
  var automaton = PhraseAutomaton()
  var phrases: [Phrase] = []
  var patterns: [Pattern] = []
  var names: [NameRecord]
  var listed = 0..<0
  var authorities: Set<Int> = []
  var resolutions: [Int: EDTF]
  var executiveOrders: [Int: EDTF]
  var weaponsTests: [WeaponsTestFact]
  var officeHolders: [OfficeHolderFact]
  var classes: [WordClassSet] = []
  var verbForms: [VerbForm] = []
  var verbs: [Verb] = []
  var frames: [Frame] = []
  var nounTriggers: [[Int]] = []
  var nounCues: [WordID: Status] = [:]
  var adjectiveCues: [WordID: Status] = [:]
  var nominals: [[EntityKind]] = []
  var wordSenses: [WordSense] = []
  var words = FixedWords()
  var months: [WordID: Int] = [:]
  var weekdays: [WordID: Int] = [:]
  var ordinals: [WordID: Int] = [:]
  var numerals: [WordID: Int] = [:]
  var seasons: [WordID: Int] = [:]
  var nameIndex: [String: Int] = [:]
  var partOf: [Int: Int] = [:]

  var famousSections: [String: Int] = [:]
}

extension LexiconTables {
  /// Compiles `knowledge`; `extra` are names of the caller's own, which win over those of `data/`.
  init(_ knowledge: Knowledge, extra: [(name: String, kind: EntityKind)], listed: [GivenParty] = []) {
    names = knowledge.names
    resolutions = knowledge.resolutions
    executiveOrders = knowledge.executiveOrders
    weaponsTests = knowledge.weaponsTests
    officeHolders = knowledge.officeHolders
    tokenizer = Tokenizer(vocabulary: vocabulary)
    addWordClasses(knowledge)
    addSenses(knowledge)
    addNames(knowledge, extra: extra)
    addListed(listed)
    addVerbs(knowledge)
    addNouns(knowledge)
    addTimeWords()
    addFixedWords()
    automaton.freeze()
    tokenizer = Tokenizer(vocabulary: vocabulary)
  }

  /// The words of a phrase as the tokenizer cuts a text; `withMarks` keeps marks that stand inside names.
  mutating func words(of phrase: String, withMarks: Bool = false) -> [(word: WordID, shape: Shape)] {
    // The tokenizer tells the cuts; its words are numbered here, since it may not know them yet.
    var tokens: [Token] = []
    let bytes = Array(phrase.utf8)
    Tokenizer(vocabulary: Vocabulary(capacity: 1)).tokenize(bytes.span, into: &tokens)
    var result: [(WordID, Shape)] = []
    for token in tokens {
      if token.shape.contains(.mark) {
        if token.word == Mark.possessive || withMarks && Self.innerMarks.contains(token.word) {
          result.append((token.word, token.shape))
        }
        if token.word == Mark.ampersand { result.append((vocabulary.intern("and"), .word)) }
        continue
      }
      let text = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      result.append((vocabulary.intern(text), token.shape))
    }
    return result
  }

  private static let innerMarks: Set<WordID> = [
    Mark.comma, Mark.slash, Mark.open, Mark.close, Mark.section, Mark.dash,
  ]

  mutating func insert(_ phrase: Phrase, _ text: String) {
    let plain = words(of: text)
    guard !plain.isEmpty else { return }
    phrases.append(phrase)
    automaton.insert(plain.map(\.word), payload: Int32(phrases.count - 1))
    let marked = words(of: text, withMarks: true)
    if marked.count > plain.count {
      automaton.insert(marked.map(\.word), payload: Int32(phrases.count - 1))
    }
  }

  mutating func note(_ word: WordID, _ wordClass: WordClass) {
    if Int(word) >= classes.count {
      classes.append(contentsOf: repeatElement(WordClassSet(), count: Int(word) + 1 - classes.count))
    }
    classes[Int(word)].insert(wordClass)
  }

  mutating func note(_ word: WordID, _ sense: WordSense) {
    if Int(word) >= wordSenses.count {
      wordSenses.append(contentsOf: repeatElement([], count: Int(word) + 1 - wordSenses.count))
    }
    wordSenses[Int(word)].insert(sense)
  }

  private mutating func addWordClasses(_ knowledge: Knowledge) {
    for (wordClass, words) in knowledge.wordClasses.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for word in words { note(vocabulary.intern(word), wordClass) }
    }
  }

  private mutating func addSenses(_ knowledge: Knowledge) {
    for word in knowledge.englishWords { note(vocabulary.intern(word), .ordinary) }
    for word in knowledge.givenNames { note(vocabulary.intern(word), .givenName) }
    for word in knowledge.koreanSurnames { note(vocabulary.intern(word), .koreanSurname) }
    for word in knowledge.chineseSurnames { note(vocabulary.intern(word), .chineseSurname) }
    for phrase in knowledge.notNames { insert(.notName, phrase) }
  }

  private mutating func addNames(_ knowledge: Knowledge, extra: [(name: String, kind: EntityKind)]) {
    for (name, kind) in extra {
      names.append(NameRecord(kind: kind, name: name))
      addPattern(name, of: names.count - 1, isWeak: false)
    }
    let places = Set(knowledge.names.lazy.filter { $0.kind == .place }.map(\.name))
    for (index, record) in knowledge.names.enumerated() {
      if nameIndex[record.name] == nil { nameIndex[record.name] = index }
      addPattern(record.name, of: index, isWeak: record.weak.contains(record.name))
      for alias in record.aliases {
        let before = patterns.count
        addPattern(alias, of: index, isWeak: false)
        // "Brussels" is the body where it acts and the place elsewhere.
        if record.kind == .organization, places.contains(alias), patterns.count > before {
          patterns[before].isCapital = true
        }
      }
      for alias in record.weak { addPattern(alias, of: index, isWeak: true) }
      if knowledge.authorities.contains(record.name) { authorities.insert(index) }
    }
    for (index, record) in knowledge.names.enumerated() {
      if !record.partOf.isEmpty, let whole = nameIndex[record.partOf] { partOf[index] = whole }
      if record.kind == .law, let label = record.name.components(after: " section "),
        record.weak.contains(where: { $0.hasSuffix(label) })
      {
        famousSections[label] = index
      }
    }
    for country in knowledge.countries {
      guard let index = nameIndex[country.name] else { continue }
      for capital in country.capitals {
        let before = patterns.count
        addPattern(capital, of: index, isWeak: false)
        for added in before..<patterns.count { patterns[added].isCapital = true }
      }
      for demonym in country.demonyms {
        insert(.demonym(index), demonym)
        if !demonym.contains(" ") { note(vocabulary.intern(demonym), .demonym) }
      }
    }
  }

  /// Adds the parties of official lists; names that are ordinary words or someone's given or family name are left out.
  private mutating func addListed(_ parties: [GivenParty]) {
    let start = names.count
    for party in parties {
      var index = party.isKnown ? nameIndex[party.names[0]] : nil
      for name in party.names where tellsParty(name) {
        if index == nil {
          names.append(NameRecord(kind: party.kind, name: party.names[0]))
          index = names.count - 1
        }
        if let index { addPattern(name, of: index, isWeak: false) }
      }
    }
    listed = start..<names.count
  }

  /// Whether a name tells a party wherever it stands with capitals: a word or two do only where not all are words that
  /// others are called by too.
  private mutating func tellsParty(_ name: String) -> Bool {
    let words = words(of: name).map(\.word)
    if words.count > 2 { return true }
    guard name.utf8.count > 3 else { return false }
    let common: WordSense =
      words.count == 1 ? [.ordinary, .givenName, .koreanSurname, .chineseSurname] : [.ordinary]
    return !words.allSatisfy { word in
      Int(word) < wordSenses.count && !wordSenses[Int(word)].isDisjoint(with: common)
    }
  }

  /// Adds a name, and where marks stand in it ("Iran, North Korea, and Syria Nonproliferation Act") the name with them.
  private mutating func addPattern(_ text: String, of name: Int, isWeak: Bool) {
    let plain = words(of: text)
    addPattern(plain, of: name, isWeak: isWeak)
    let marked = words(of: text, withMarks: true)
    if marked.count > plain.count { addPattern(marked, of: name, isWeak: isWeak) }
  }

  private mutating func addPattern(_ words: [(word: WordID, shape: Shape)], of name: Int, isWeak: Bool) {
    guard !words.isEmpty, words.count <= 32 else { return }
    var pattern = Pattern(name: name, capitals: 0, allCapitals: 0, isWeak: isWeak, length: words.count)
    for (index, (_, shape)) in words.enumerated() {
      if shape.contains(.capital) { pattern.capitals |= 1 << UInt32(index) }
      if shape.contains(.allCapitals), shape.contains(.dotted) || shape.contains(.long) {
        pattern.allCapitals |= 1 << UInt32(index)
      }
    }
    patterns.append(pattern)
    phrases.append(.name(patterns.count - 1))
    automaton.insert(words.map(\.word), payload: Int32(phrases.count - 1))
  }

  private mutating func addVerbs(_ knowledge: Knowledge) {
    var records: [String: VerbRecord] = [:]
    for record in knowledge.verbs { records[record.lemma] = record }
    var indices: [String: Int] = [:]
    func index(of lemma: String, in verbs: inout [Verb]) -> Int {
      if let known = indices[lemma] { return known }
      verbs.append(Verb(lemma: lemma))
      indices[lemma] = verbs.count - 1
      return verbs.count - 1
    }
    verbs.reserveCapacity(1000)
    for (number, record) in knowledge.frames.enumerated() {
      frames.append(Frame(record, &vocabulary))
      guard record.partOfSpeech == .verb else { continue }
      let verb = index(of: String(record.trigger.prefix { $0 != " " }), in: &verbs)
      verbs[verb].frames.append(number)
    }
    for cue in knowledge.cues where cue.partOfSpeech == .verb {
      let parts = cue.cue.split(separator: " ")
      let verb = index(of: String(parts[0]), in: &verbs)
      verbs[verb].cues.append((parts.dropFirst().map { vocabulary.intern(String($0)) }, cue.status))
    }
    for lemma in records.keys.sorted() { _ = index(of: lemma, in: &verbs) }
    for (number, verb) in verbs.enumerated() {
      // Triggers and cues with particles try the longer words first.
      verbs[number].cues.sort { $0.rest.count > $1.rest.count }
      verbs[number].frames.sort { (frames[$0].rest.count, $1) > (frames[$1].rest.count, $0) }
      let forms = records[verb.lemma] ?? Inflection.verb(verb.lemma, past: "", participle: "")
      add(form: verb.lemma, .base, of: number)
      add(form: forms.third, .third, of: number)
      add(form: forms.past, .past, of: number)
      add(form: forms.participle, .participle, of: number)
      add(form: forms.gerund, .gerund, of: number)
      for past in forms.otherPasts { add(form: past, [.past, .participle], of: number) }
      for gerund in forms.otherGerunds { add(form: gerund, .gerund, of: number) }
    }
  }

  mutating func add(form: String, _ forms: Forms, of verb: Int) {
    let word = vocabulary.intern(form)
    if Int(word) >= verbForms.count {
      verbForms.append(contentsOf: repeatElement(VerbForm(), count: Int(word) + 1 - verbForms.count))
    }
    if verbForms[Int(word)].lemma < 0 { verbForms[Int(word)].lemma = Int32(verb) }
    if verbForms[Int(word)].lemma == Int32(verb) { verbForms[Int(word)].forms.insert(forms) }
  }

  private mutating func addNouns(_ knowledge: Knowledge) {
    var indices: [String: Int] = [:]
    for (number, record) in knowledge.frames.enumerated() where record.partOfSpeech == .noun {
      if let known = indices[record.trigger] {
        nounTriggers[known].append(number)
        continue
      }
      nounTriggers.append([number])
      indices[record.trigger] = nounTriggers.count - 1
      insert(.nounTrigger(nounTriggers.count - 1), record.trigger)
      insert(.nounTrigger(nounTriggers.count - 1), Inflection.withS(record.trigger))
    }
    for cue in knowledge.cues {
      switch cue.partOfSpeech {
      case .verb: continue
      case .noun:
        nounCues[vocabulary.intern(cue.cue)] = cue.status
        nounCues[vocabulary.intern(Inflection.withS(cue.cue))] = cue.status
      case .adjective: adjectiveCues[vocabulary.intern(cue.cue)] = cue.status
      case .phrase: insert(.cue(cue.status), cue.cue)
      case .pseudo: insert(.pseudoCue, cue.cue)
      }
    }
    for (noun, kinds) in knowledge.nominals.sorted(by: { $0.key < $1.key }) {
      nominals.append(kinds)
      insert(.nominal(nominals.count - 1), noun)
    }
  }
}

extension String {
  /// What stands behind the last occurrence of a separator; nil where there is none.
  fileprivate func components(after separator: String) -> String? {
    guard let range = self.ranges(of: separator).last else { return nil }
    return String(self[range.upperBound...])
  }
}
