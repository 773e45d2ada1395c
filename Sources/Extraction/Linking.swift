import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells who is who: weak names, bracketed short forms, acronyms, surnames, parts of longer names.
  mutating func link() {
    dropReplacedMentions()
    for index in entities.indices { nameWords(of: index) }
    for mention in mentions where !mention.isNominal { takeFullerForm(mention) }
    linkBrackets()
    acceptWeakNames()
    joinShorterNames()
    linkLoose()
    linkAcronyms()
    placesByPreposition()
    dropReplacedMentions()
  }

  /// Mentions that a longer one replaced are gone.
  mutating func dropReplacedMentions() {
    mentions.removeAll { $0.entity < 0 }
    mentions.sort { $0.first < $1.first }
    for (index, mention) in mentions.enumerated() {
      for token in mention.first..<mention.last { mentionAt[token] = Int32(index) }
    }
  }

  /// Fills the hashes of the words of an entity's name.
  private mutating func nameWords(of index: Int) {
    guard entities[index].hashes.isEmpty else { return }
    let entity = entities[index]
    guard !entity.kind.isInstrument, entity.kind != .country, entity.kind != .place else { return }
    entities[index].hashes = wordHashes(entity.name)
  }

  /// A fuller form in the text tells more words of the name than the record does.
  private mutating func takeFullerForm(_ mention: FoundMention) {
    let entity = entities[mention.entity]
    guard !entity.hashes.isEmpty, mention.last - mention.first > entity.hashes.count else { return }
    entities[mention.entity].hashes = (mention.first..<mention.last).map { hash(of: $0) }
  }

  private func wordHashes(_ name: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters = 0
    func finish() {
      if letters > 0 { hashes.append(hash) }
      hash = 0xCBF2_9CE4_8422_2325
      letters = 0
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ","): finish()
      case UInt8(ascii: "."), UInt8(ascii: "'"): continue
      default:
        hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        letters += 1
      }
    }
    finish()
    return hashes
  }

  /// Reads the short forms that brackets tell.
  ///
  /// "Belfalas Shipping Co., Ltd. (Belfalas Shipping)", "… (OFAC)", "PAK Sung-do (a.k.a. PAK Song To)".
  private mutating func linkBrackets() {
    for index in mentions.indices {
      let mention = mentions[index]
      var at = mention.last
      guard word(at) == Mark.open else { continue }
      at += 1
      var isAlias = false
      if word(at) == lexicon.words.aka || word(at) == lexicon.words.the || word(at) == Mark.quote
        || has(at, .article)
      {
        isAlias = word(at) == lexicon.words.aka
        at += 1
      }
      if word(at) == Mark.quote { at += 1 }
      var end = at
      while end < tokens.count, !isMark(end), end < at + 8 { end += 1 }
      let close = word(end) == Mark.quote ? end + 1 : end
      guard end > at, word(close) == Mark.close || isAlias, isCapital(at), shape(at).contains(.word) else {
        continue
      }
      if let inner = mentionStarting(at: at), mentions[inner].last == end {
        let other = mentions[inner].entity
        if other != mention.entity, entities[other].known < 0, isAlias || isShort(other, of: mention.entity) {
          merge(other, into: mention.entity)
        }
      } else if isAlias || isShortForm(at, end, of: mention.entity) || isAcronym(at, end, of: mention.entity)
      {
        learn(at, end, entity: mention.entity, rule: isAlias ? "also known as" : "short form in brackets")
      }
    }
  }

  /// Makes some words a name of an entity here and wherever else they stand.
  private mutating func learn(_ first: Int, _ last: Int, entity: Int, rule: String) {
    addMention(first, last, entity: entity, rule: rule)
    let words = (first..<last).map { hash(of: $0) }
    for index in tokens.indices where mentionAt[index] < 0 && hash(of: index) == words[0] && isCapital(index)
    {
      guard index + words.count <= tokens.count,
        (0..<words.count).allSatisfy({ mentionAt[index + $0] < 0 && hash(of: index + $0) == words[$0] })
      else { continue }
      addMention(index, index + words.count, entity: entity, rule: "short form told in the post")
    }
  }

  /// Names that mean an entity beside a fuller one, or where the text speaks of its country.
  private mutating func acceptWeakNames() {
    for hit in weakNames where (hit.first..<hit.last).allSatisfy({ mentionAt[$0] < 0 }) {
      let record = lexicon.names[hit.index]
      let before = word(hit.first - 1)
      if record.kind == .country {
        // "the North" is a country; "North Road" is none.
        let alone =
          !isCapital(hit.last) && !isCapital(hit.first - 1) && !shape(hit.last).contains(.hyphenBefore)
        guard alone, before == lexicon.words.the || hit.last - hit.first > 1 || isCountryUse(record) else {
          continue
        }
        if before == lexicon.words.the, word(hit.last) == lexicon.words.of { continue }
        guard speaks(of: hit.index) || isCountryUse(record) else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name of a country")
      } else if entityIndex[.known(hit.index)] != nil {
        guard !isCapital(hit.last) || shape(hit.last).contains(.paragraphStart) else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name beside the full one")
      } else if let country = lexicon.nameIndex[record.country], speaks(of: country), hit.last - hit.first > 1
      {
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "name in the context of its country")
      } else if record.partOf.isEmpty == false, let whole = lexicon.nameIndex[record.partOf],
        speaks(of: whole),
        before == lexicon.words.the || hit.last - hit.first > 1
      {
        guard !isCapital(hit.last), word(hit.last) != lexicon.words.of else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "name in the context of its whole")
      }
    }
  }

  private func isCountryUse(_ record: NameRecord) -> Bool {
    !record.name.hasPrefix("North ") && record.weak.count > 0
  }

  /// Whether the post names an entity, or the neighbour that its short name is opposed to.
  private func speaks(of name: Int) -> Bool {
    if entityIndex[.known(name)] != nil { return true }
    let record = lexicon.names[name]
    guard record.kind == .country, record.name.hasSuffix("Korea") else { return false }
    return ["North Korea", "South Korea"].contains {
      lexicon.nameIndex[$0].map { entityIndex[.known($0)] != nil } ?? false
    }
      || demonyms.contains { lexicon.names[$0.index].name.hasSuffix("Korea") }
  }

  // MARK: Shorter names

  /// "Belfalas Shipping" joins "Belfalas Shipping Co., Ltd.", "Lebennin Bank" joins "Korea Lebennin Bank".
  private mutating func joinShorterNames() {
    let named = entities.indices.filter { !entities[$0].hashes.isEmpty }
    guard named.count < 400 else { return }
    for short in named where entities[short].known < 0 {
      let fuller = named.filter { $0 != short && isShort(short, of: $0) }
      guard let longest = fuller.max(by: { entities[$0].hashes.count < entities[$1].hashes.count }) else {
        continue
      }
      // Several fuller names are one only where they are names of each other.
      guard fuller.allSatisfy({ $0 == longest || isShort($0, of: longest) }) else { continue }
      merge(short, into: longest)
    }
  }

  /// Whether the name of one entity is a part of another's that tells enough.
  private func isShort(_ short: Int, of long: Int) -> Bool {
    let (a, b) = (entities[short], entities[long])
    guard a.hashes.count < b.hashes.count, compatible(a.kind, b.kind), !a.hashes.isEmpty else { return false }
    guard contains(b.hashes, a.hashes) else { return false }
    if a.kind == .person { return true }
    if a.kind == .vessel { return false }
    let generic = Set(genericHashes)
    return a.hashes.contains { !generic.contains($0) } || a.kind == .organization && a.hashes.count >= 2
  }

  private func compatible(_ a: EntityKind, _ b: EntityKind) -> Bool {
    if a == b { return true }
    let business: Set<EntityKind> = [.bank, .company, .airline]
    return business.contains(a) && business.contains(b)
  }

  private func contains(_ long: [UInt64], _ short: [UInt64]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      (0..<short.count).allSatisfy { long[start + $0] == short[$0] }
    }
  }

  /// Words that tell no company from another.
  private var genericHashes: [UInt64] {
    [
      "bank", "korea", "trading", "company", "corporation", "co", "ltd", "group", "general", "international",
      "of", "the",
    ]
    .flatMap { wordHashes($0) }
  }

  private mutating func merge(_ entity: Int, into other: Int) {
    for index in mentions.indices where mentions[index].entity == entity { mentions[index].entity = other }
    entities[entity].hashes = []
  }

  // MARK: Loose runs

  /// Runs that were no name by themselves: surnames and first words of names that the post has in full.
  private mutating func linkLoose() {
    for run in loose where mentionAt[run.first] < 0 {
      if let entity = owner(of: run) {
        addMention(run.first, run.last, entity: entity, rule: "short form of a name in the post")
      }
    }
    // A title-cased headline or the start of a sentence hides names that stand elsewhere in full.
    for index in tokens.indices where mentionAt[index] < 0 && isCapital(index) && !isOrdinary(index) {
      let run = CapitalRun(first: index, last: index + 1)
      if shape(index).contains(.hyphenBefore)
        || shape(index + 1).contains(.hyphenBefore) && isCapital(index + 1)
      {
        continue
      }
      if let entity = owner(of: run) {
        addMention(index, index + 1, entity: entity, rule: "short form of a name in the post")
      }
    }
  }

  /// The one entity of which a run is a short form; of persons with one surname the latest before it.
  private func owner(of run: CapitalRun) -> Int? {
    let words = (run.first..<run.last).map { hash(of: $0) }
    var found: [Int] = []
    for (index, entity) in entities.enumerated()
    where !entity.hashes.isEmpty && entity.hashes.count > words.count {
      guard contains(entity.hashes, words), isShortForm(run.first, run.last, of: index) else { continue }
      found.append(index)
    }
    if found.count <= 1 { return found.first }
    let persons = found.filter { entities[$0].kind == .person }
    guard persons.count == found.count else { return nil }
    return persons.max { latest($0, before: run.first) < latest($1, before: run.first) }
  }

  private func latest(_ entity: Int, before index: Int) -> Int {
    mentions.last { $0.entity == entity && $0.first < index }?.first ?? -1
  }

  /// Whether words can stand for an entity of which they are a part.
  private func isShortForm(_ first: Int, _ last: Int, of entity: Int) -> Bool {
    let found = entities[entity]
    let words = (first..<last).map { hash(of: $0) }
    guard contains(found.hashes, words) else { return false }
    switch found.kind {
    case .person:
      guard last - first == 1 else { return true }
      if words[0] == found.hashes.last { return !isOrdinary(first) || !isSentenceStart(first) }
      if words[0] == found.hashes.first { return isSurnameFirst(entity) }
      return found.hashes.count == 3 && !lexicon.sense(word(first)).contains(.givenName) && !isOrdinary(first)
    case .organization:
      return last - first >= 2 || words[0] == found.hashes.first && !isOrdinary(first)
    case .vessel: return last - first >= 1 && !isOrdinary(first) && !found.name.contains(where: \.isNumber)
    default:
      return (first..<last).contains {
        !isOrdinary($0) && !isFormWord($0) && lexicon.nameIndex[text(of: $0)] == nil
      }
    }
  }

  private func isSentenceStart(_ index: Int) -> Bool { sentences[sentence(of: index)].lowerBound == index }

  /// Whether a person's name is written with the family name first.
  private func isSurnameFirst(_ entity: Int) -> Bool {
    guard let mention = mentions.first(where: { $0.entity == entity && $0.last - $0.first > 1 }) else {
      return false
    }
    let run = CapitalRun(first: mention.first, last: mention.last)
    let sense = lexicon.sense(word(run.first))
    return isKoreanOrder(run) || isSurnameInCapitals(run)
      || sense.contains(.chineseSurname) && !sense.contains(.givenName) || sense.contains(.koreanSurname)
  }

  // MARK: Acronyms and places

  /// Words in capitals whose letters are the initials of a longer name of the post.
  private mutating func linkAcronyms() {
    for index in tokens.indices where mentionAt[index] < 0 {
      let token = tokens[index]
      guard token.shape.contains(.allCapitals), token.shape.contains(.long), !token.shape.contains(.dotted),
        token.end - token.start <= 7, !isOrdinary(index) || !titleCasedOrShouting(index)
      else { continue }
      if let entity = entities.indices.first(where: { isAcronym(index, index + 1, of: $0) }) {
        addMention(index, index + 1, entity: entity, rule: "acronym of a name in the post")
      }
    }
  }

  private func titleCasedOrShouting(_ index: Int) -> Bool { shape(index + 1).contains(.allCapitals) }

  private func isAcronym(_ first: Int, _ last: Int, of entity: Int) -> Bool {
    guard last - first == 1, isCapital(first),
      [.organization, .company, .bank, .law, .agreement].contains(entities[entity].kind)
    else { return false }
    let letters = bytes[Int(tokens[first].start)..<Int(tokens[first].end)].filter { $0 >= 0x41 && $0 <= 0x5A }
    guard letters.count >= 2 else { return false }
    let names =
      [entities[entity].name]
      + mentions.filter { $0.entity == entity && $0.last - $0.first > 1 }.prefix(2).map {
        text($0.start, $0.end)
      }
    return names.contains { name in
      let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
      let initials = words.compactMap { $0.utf8.first }.filter { $0 >= 0x41 && $0 <= 0x5A }
      return initials.count >= 2 && initials.elementsEqual(letters)
    }
  }

  /// A strange word after "in", "at" or "near", or before "-based", is a place.
  private mutating func placesByPreposition() {
    for run in loose where mentionAt[run.first] < 0 {
      let before = word(run.first - 1)
      let based = shape(run.last).contains(.hyphenBefore) && word(run.last) == lexicon.words.based
      let inside = before == lexicon.words.in || before == lexicon.words.at && !has(run.first, .title)
      guard based || inside || isDateline(run.first, run.last) else { continue }
      let strange = (run.first..<run.last).allSatisfy { !isOrdinary($0) }
      guard strange, !(run.first..<run.last).contains(where: { shape($0).contains(.suffixed) }) else {
        continue
      }
      if shape(run.first).contains(.allCapitals), shape(run.first).contains(.long),
        !isDateline(run.first, run.last)
      {
        continue
      }
      let name = properCase(run)
      let entity = add(FoundEntity(kind: .place, name: name), key: .named(.place, name.slug))
      addMention(run.first, run.last, entity: entity, rule: "place by preposition")
    }
  }
}
