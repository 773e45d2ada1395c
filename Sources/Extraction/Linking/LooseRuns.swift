import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Runs that were no name by themselves: surnames and first words of names that the post has in full.
  func linkLoose() {
    let owners = WordOwners(entities)
    for run in loose where mentionAt[run.first] < 0 {
      if let entity = owner(of: run, among: owners) ?? namesake(of: run, among: owners) {
        var first = run.first
        while has(first - 1, .particle), mentionAt[first - 1] < 0,
          entities[entity].hashes.contains(hash(of: first - 1))
        {
          first -= 1
        }
        addMention(first, run.last, entity: entity, rule: "short form of a name in the post")
      }
    }
    // A title-cased headline or the start of a sentence hides names that stand elsewhere in full.
    for index in capitals.lazy.map(Int.init)
    where mentionAt[index] < 0 && isCapital(index)
      && (!isOrdinary(index) || has(index, .orgHead) && word(index - 1) == lexicon.words.the
        || lexicon.info(word(index)).classes.isEmpty && lexicon.verbForm(word(index)).lemma < 0)
    {
      let run = CapitalRun(first: index, last: index + 1)
      // "Upper Nile": a word beside another capital belongs with it.
      if isCapital(index - 1), isOrdinary(index - 1), !has(index - 1, .title), mentionAt[index - 1] < 0,
        !isSentenceStart(index - 1), !titleCased[sentence(of: index)]
      {
        continue
      }
      if shape(index).contains(.hyphenBefore)
        || shape(index + 1).contains(.hyphenBefore) && isCapital(index + 1)
      {
        continue
      }
      if !isInNotName(index), let entity = owner(of: run, among: owners) {
        addMention(index, index + 1, entity: entity, rule: "short form of a name in the post")
      }
    }
  }

  /// "The Angara" behind "the tanker Angara": what the post has named so once, by context, is so named elsewhere.
  private func namesake(of run: CapitalRun, among owners: WordOwners) -> Int? {
    let words = (run.first..<run.last).map { hash(of: $0) }
    var found: [Int] = []
    owners.forEachOwner(of: words[0]) { index in
      if entities[index].hashes == words, entities[index].known < 0 { found.append(index) }
    }
    guard found.count == 1, !isSentenceStart(run.first) || !isOrdinary(run.first) else { return nil }
    return found[0]
  }

  /// The one entity of which a run is a short form; of persons with one surname the latest before it.
  private func owner(of run: CapitalRun, among owners: WordOwners) -> Int? {
    let head = hash(of: run.first)
    let length = run.last - run.first
    var found: [Int] = []
    var words: [UInt64] = []
    owners.forEachOwner(of: head) { index in
      guard entities[index].hashes.count > length else { return }
      if words.isEmpty { words = (run.first..<run.last).map { hash(of: $0) } }
      if contains(entities[index].hashes, words), isShortForm(run.first, run.last, of: index) {
        found.append(index)
      }
    }
    if found.count == 1, entities[found[0]].kind != .organization { return found[0] }
    guard !found.isEmpty else { return nil }
    // A lone surname means the person, not the firm that bears it.
    if words.count == 1, found.count(where: { entities[$0].kind == .person }) == 1,
      let person = found.first(where: { entities[$0].kind == .person }),
      entities[person].hashes.last == words[0]
    {
      return person
    }
    // Of persons with one surname, and of bodies of one sort, the one named last.
    let kind = entities[found[0]].kind
    guard kind == .person || kind == .organization, found.allSatisfy({ entities[$0].kind == kind }) else {
      return nil
    }
    let last = found.max { latest($0, before: run.first) < latest($1, before: run.first) }
    return last.flatMap { kind == .person || latest($0, before: run.first) >= 0 ? $0 : nil }
  }

  private func latest(_ entity: Int, before index: Int) -> Int {
    recentMentions(before: index).last { $0.entity == entity }?.first ?? -1
  }

  /// Whether words can stand for an entity of which they are a part.
  func isShortForm(_ first: Int, _ last: Int, of entity: Int) -> Bool {
    let found = entities[entity]
    let words = (first..<last).map { hash(of: $0) }
    guard contains(found.hashes, words) else { return false }
    // "A trader in Umbar" beside "Umbar Minerals Co.": where, not who.
    if found.kind == .company || found.kind == .bank, last - first == 1, reads(first - 1, "in", "at", "near")
    {
      return false
    }
    switch found.kind {
    case .person:
      guard last - first == 1 else { return true }
      if words[0] == found.hashes.last {
        return !isOrdinary(first) || !isSentenceStart(first) || actsBehind(first + 1)
      }
      if words[0] == found.hashes.first { return isSurnameFirst(entity) }
      return found.hashes.count == 3 && !lexicon.sense(word(first)).contains(.givenName) && !isOrdinary(first)
    case .organization:
      if last - first == 1, has(first, .orgHead) { return isHeadAlone(first, of: found) }
      return last - first >= 2
        || words[0] == found.hashes.first && !isOrdinary(first)
          && !lexicon.sense(word(first)).contains(.demonym)
    case .vessel: return last - first >= 1 && !isOrdinary(first) && !found.name.contains(where: \.isNumber)
    default:
      // "Golden Peacock" of "Golden Peacock Aviation Fuels": the first words as they are written there.
      if last - first >= 2, found.hashes.starts(with: words), !isFormWord(first) {
        // "The Wise Ranger" beside "Wise Ranger Shipping Inc." may be the ship of that owner.
        return word(first - 1) != lexicon.words.the
      }
      // "OFAC added Orchid": inside a sentence the first word of the firm's name is it, though an ordinary one.
      if last - first == 1, words[0] == found.hashes.first, isCapital(first), !isSentenceStart(first),
        !titleCased[sentence(of: first)], lexicon.info(word(first)).classes.isEmpty, !isCapital(first - 1),
        !isCapital(last), !isAlsoSmall(first), !lexicon.sense(word(first)).contains(.demonym),
        lexicon.nameIndex[text(of: first)] == nil
      {
        return true
      }
      return (first..<last).contains {
        !isOrdinary($0) && !isFormWord($0) && lexicon.nameIndex[text(of: $0)] == nil
          && !lexicon.sense(word($0)).contains(.demonym)
      } && !(last - first == 1 && isSentenceStart(first) && isAlsoSmall(first))
    }
  }

  /// Whether a finite verb stands right behind a surname that is also a word: "Bush blocked the assets".
  func actsBehind(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    return has(index, .be) || has(index, .have) || has(index, .modal) || word(index) == Mark.possessive
      || verbForms(index)?.contains(.past) == true && !ends(index - 1, in: "s")
  }

  /// Whether a word that opens a sentence stands elsewhere in the post in small letters: then it is no name.
  private func isAlsoSmall(_ index: Int) -> Bool { smallWords.contains(hash(of: index)) }

  /// "The Committee" behind "1718 Committee", "the Ministry" behind "Ministry of Trade": the head with its article.
  private func isHeadAlone(_ index: Int, of entity: FoundEntity) -> Bool {
    let own = hash(of: index)
    return word(index - 1) == lexicon.words.the && !isCapital(index + 1)
      && word(index + 1) != lexicon.words.of && word(index + 1) != lexicon.words.for
      && (entity.hashes.last == own || entity.hashes.first == own)
  }

  func isSentenceStart(_ index: Int) -> Bool { sentences[sentence(of: index)].lowerBound == index }

  /// Whether a person's name is written with the family name first.
  private func isSurnameFirst(_ entity: Int) -> Bool {
    guard let run = longName(of: entity) else { return false }
    let sense = lexicon.sense(word(run.first))
    return isKoreanOrder(run) || isSurnameInCapitals(run)
      || sense.contains(.chineseSurname) && !sense.contains(.givenName) || sense.contains(.koreanSurname)
  }

  /// Where an entity is first named with more than one word, gathered once for the posts that ask for it.
  private func longName(of entity: Int) -> CapitalRun? {
    if let longNames { return longNames[entity] }
    let found = Dictionary(
      mentions.lazy.filter { $0.last - $0.first > 1 }
        .map { ($0.entity, CapitalRun(first: $0.first, last: $0.last)) },
      uniquingKeysWith: { first, _ in first })
    longNames = found
    return found[entity]
  }
}
