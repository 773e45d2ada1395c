import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds descriptions that stand for an entity of the post ("the bank", "that resolution") and tells which.
  ///
  /// A description is linked only where one candidate is left; a tie is left open.
  func findNominals() {
    let nouns = describingNouns()
    for hit in nominalHits where (hit.first..<hit.last).allSatisfy({ mentionAt[$0] < 0 && timeAt[$0] < 0 }) {
      guard let start = descriptionStart(of: hit), !isPartOfName(hit), !isBeforeName(hit) else { continue }
      // "This newspaper" is the one that speaks.
      if start.keepsFirst, reads(start.first, "this"), reads(hit.last - 1, "newspaper") { continue }
      // "The document" may be any; "that document" is the one named before.
      if !start.keepsFirst, reads(hit.last - 1, "document") { continue }
      let kinds = lexicon.nominals[hit.index]
      // "Its chairman, A": a title and no description.
      if kinds[0] == .person, has(start.first, .possessivePronoun) { continue }
      // "the text of the new resolution" describes by what follows.
      if kinds[0].isInstrument, word(hit.last) == lexicon.words.of { continue }
      guard
        var entity = presidentOfDay(hit, start) ?? referent(of: hit, kinds: kinds, start: start, nouns)
          ?? institution(of: hit, kinds: kinds, start) ?? officeHolder(hit, start)
      else { continue }
      var first = start.keepsFirst ? start.first : start.inner
      // "Section 201 of the new law".
      if entities[entity].kind == .law, let cited = citedSection(before: start.first) {
        entity = section(cited.label, of: entity)
        first = cited.first
      }
      addMention(
        first, hit.last, entity: entity, nominal: true,
        rule: "description of the nearest \(kinds[0].rawValue)")
    }
    findCalledByNoun(nouns)
    dropReplacedMentions()
  }

  /// The section that stands before "of the law", with its first token.
  private func citedSection(before index: Int) -> (label: String, first: Int)? {
    let of = index - 1
    guard word(of) == lexicon.words.of else { return nil }
    for first in (max(0, of - 8)..<of).reversed() where mentionAt[first] < 0 {
      guard word(first) == lexicon.words.section, first + 1 < of, shape(first + 1).contains(.number) else {
        continue
      }
      return (text(Int(tokens[first + 1].start), Int(tokens[of - 1].end)), first)
    }
    return nil
  }

  /// "North Korea's state airline", "Lebanon's central bank": the one that knowledge has for the country.
  private func institution(of hit: PhraseHit, kinds: [EntityKind], _ start: Start) -> Int? {
    guard start.isOwned, let owner = mention(endingAt: start.first),
      entities[mentions[owner].entity].kind == .country
    else { return nil }
    let country = entities[mentions[owner].entity].name
    let words = phrase(start.inner, hit.last).lowercased()
    let isCentral = words.hasSuffix("central bank")
    guard
      isCentral || kinds == [.airline] || words.hasSuffix("flag carrier") || words.hasSuffix("state airline")
    else { return nil }
    let kind: EntityKind = isCentral ? .bank : .airline
    let found = lexicon.names.indices.filter { index in
      let record = lexicon.names[index]
      guard record.kind == kind, record.country == country else { return false }
      return !isCentral || ([record.name] + record.aliases).contains { $0.hasPrefix("Central Bank") }
    }
    return found.count == 1 ? known(found[0]) : nil
  }

  /// "The President": who held the office on the day of the post, where the post speaks of the country.
  private func officeHolder(_ hit: PhraseHit, _ start: Start) -> Int? {
    guard !start.isOwned, !start.keepsFirst, start.inner == hit.first, !isCapital(hit.last),
      hit.last == hit.first + 1, let day = published?.last
    else { return nil }
    let title = text(of: hit.first).lowercased()
    let holders = lexicon.officeHolders.filter { fact in
      fact.title == title && fact.term.contains(EDTF(day)) && speaks(ofCountry: fact.country)
    }
    guard let fact = holders.last, let holder = lexicon.nameIndex[fact.holder] else { return nil }
    // "The president" in small letters is one whom the post names.
    guard isCapital(hit.first) || entityIndex[EntityKey.known(holder)] != nil else { return nil }
    return known(holder)
  }

  /// "The President" with a capital is who holds the office on the day of the post, where that names him.
  private func presidentOfDay(_ hit: PhraseHit, _ start: Start) -> Int? {
    guard isCapital(hit.first), let holder = officeHolder(hit, start),
      recentMentions(before: hit.first).contains(where: { $0.entity == holder })
    else { return nil }
    return holder
  }

  /// Whether the post names a country or one of its bodies.
  private func speaks(ofCountry name: String) -> Bool {
    guard let country = lexicon.nameIndex[name] else { return false }
    return entities.contains { entity in
      var known = entity.known
      var steps = 0
      while known >= 0, steps < 6 {
        if known == country || lexicon.nameIndex[lexicon.names[known].country] == country { return true }
        known = lexicon.partOf[known] ?? -1
        steps += 1
      }
      return false
    }
  }

  private struct Start {
    /// The determiner, demonstrative or possessor.
    var first: Int
    /// The first word behind it.
    var inner: Int
    /// Whether the first word belongs to the span ("that resolution").
    var keepsFirst: Bool
    var isNew: Bool
    /// Whether a possessor opens it ("North Korea's airline").
    var isOwned = false
  }

  /// Where a definite description begins: at "the", a demonstrative, or a possessor, with adjectives between.
  private func descriptionStart(of hit: PhraseHit) -> Start? {
    var at = hit.first - 1
    var isNew = false
    var words = 0
    while at >= 0, words < 3, !isMark(at), mentionAt[at] < 0 {
      if word(at) == lexicon.words.the {
        return Start(first: at, inner: words == 0 ? hit.first : at + 1, keepsFirst: false, isNew: isNew)
      }
      if has(at, .demonstrative) {
        return Start(first: at, inner: at + 1, keepsFirst: true, isNew: isNew)
      }
      // "His airline, Yenisei Avia".
      if words == 0, has(at, .possessivePronoun), word(hit.last) == Mark.comma {
        return Start(first: at, inner: at + 1, keepsFirst: false, isNew: false, isOwned: true)
      }
      guard has(at, .adverb) == false, !has(at, .preposition), !has(at, .possessivePronoun), lexicon.sense(word(at)).contains(.ordinary),
        !isCapital(at),
        lexicon.verbForm(word(at)).forms.isDisjoint(with: [.base, .third])
          || lexicon.verbForm(word(at)).lemma < 0
      else { return nil }
      if word(at) == lexicon.words.new { isNew = true }
      at -= 1
      words += 1
    }
    if at > 0, word(at) == Mark.possessive, mention(endingAt: at) != nil || timeAt[at - 1] >= 0 {
      return Start(first: at, inner: at + 1, keepsFirst: false, isNew: isNew, isOwned: true)
    }
    return nil
  }

  private func isPartOfName(_ hit: PhraseHit) -> Bool {
    isCapital(hit.last - 1)
      && (isCapital(hit.last) || word(hit.last) == lexicon.words.of && isCapital(hit.last + 1))
      || shape(hit.last).contains(.hyphenBefore) || shape(hit.first).contains(.hyphenBefore)
      || !endsNounPhrase(hit.last)
  }

  /// "The tanker Ocean Tulip": the name right behind the noun tells who is meant.
  private func isBeforeName(_ hit: PhraseHit) -> Bool {
    guard let next = mentionStarting(at: hit.last), mentions[next].entity >= 0 else { return false }
    return lexicon.nominals[hit.index].contains(entities[mentions[next].entity].kind)
  }

  /// Whether the noun is the head: no other noun follows it at once.
  func endsNounPhrase(_ index: Int) -> Bool {
    guard index < tokens.count, !isMark(index) else { return true }
    let classes = lexicon.info(word(index)).classes
    // "The order freezes the assets of …".
    if lexicon.verbForm(word(index)).forms.contains(.third), startsNounPhrase(index + 1) || tellsEvent(index)
    {
      return true
    }
    if !classes.isEmpty {
      return !has(index, .genericParty) && !has(index, .nounAssets) && !has(index, .nounSanctions)
        && !has(index, .lawNoun)
    }
    if lexicon.verbForm(word(index)).lemma >= 0 { return true }
    if ends(index, in: "ly") { return true }
    return mentionAt[index] >= 0 || isCapital(index)
  }

  /// The one entity that a description can mean.
  private func referent(
    of hit: PhraseHit, kinds: [EntityKind], start: Start, _ nouns: DescribingNouns
  ) -> Int? {
    // "X's airline, Air Koryo", "Saturday's resolution, UNSCR 2371": the name in apposition tells who it is.
    if word(hit.last) == Mark.comma,
      let next = mentionStarting(at: word(hit.last + 1) == lexicon.words.the ? hit.last + 2 : hit.last + 1),
      kinds.contains(entities[mentions[next].entity].kind),
      start.isOwned
        || !start.keepsFirst && word(start.first - 1) != lexicon.words.of
          && closesApposition(mentions[next].last)
    {
      return mentions[next].entity
    }
    // "Arnor Trust, the bank that": the description behind the name.
    if !start.isOwned, !start.keepsFirst, word(start.first - 1) == Mark.comma,
      let before = mention(endingAt: start.first - 1), kinds.contains(entities[mentions[before].entity].kind),
      closesApposition(hit.last) || has(hit.last, .relative)
    {
      return mentions[before].entity
    }
    if start.isOwned { return nil }
    var candidates = candidates(for: hit, kinds: kinds, start: start)
    // "the company" is a company before it is a bank.
    let first = candidates.filter { entities[$0].kind == kinds[0] }
    if !first.isEmpty { candidates = first }
    if kinds[0] == .organization { candidates = candidates.filter { bears(hit, $0) } }
    if kinds[0] == .person { candidates = persons(candidates, called: hit) }
    if kinds[0].isInstrument { candidates = texts(candidates, called: hit.last - 1) }
    if kinds[0] == .bank { candidates = banks(candidates, called: hit) }
    // "The freighter": those that the post calls so come first.
    let called = candidates.filter(nouns.entities(called: word(hit.last - 1)).contains)
    if !called.isEmpty, !kinds[0].isInstrument, kinds[0] != .organization { candidates = called }
    if start.keepsFirst { return candidates.first }
    let wholes = candidates.filter { entities[$0].whole < 0 }
    if wholes.count == 1 { return wholes[0] }
    if kinds[0] == .organization { return wholes.first }
    guard let latest = wholes.first else { return nil }
    // Several candidates: the one that the post keeps coming back to in the last two sentences, if only one is there.
    let current = sentence(of: hit.first)
    // Descriptions found so far stand behind all others, in the order of the text.
    let recent = recentMentions(before: hit.first) + mentions[orderedMentions...].suffix(50)
    let near = wholes.filter { entity in
      recent.contains { $0.entity == entity && current - sentence(of: $0.first) <= 1 }
    }
    if near.count > 1, !kinds[0].isInstrument {
      return leading(wholes, before: hit.first) ?? mostNamed(near, before: hit.first)
    }
    if near.count == 1 { return near[0] }
    if kinds[0].isInstrument { return topic(wholes) }
    return near.isEmpty ? latest : nil
  }

  /// The one that a post keeps speaking of: named three times at least, and twice as often as any other.
  private func leading(_ found: [Int], before index: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in recentMentions(before: index) where found.contains(mention.entity) {
      counts[mention.entity, default: 0] += 1
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 3,
      counts.allSatisfy({ $0.key == most.key || $0.value * 2 <= most.value })
    else { return nil }
    return most.key
  }

  /// The text that a post is about: of several the one that was adopted in the month before it.
  private func topic(_ texts: [Int]) -> Int? {
    guard let today = published?.last else { return nil }
    let fresh = texts.filter { text in
      entities[text].date?.last.map { $0 <= today && today <= $0 + 31 } ?? false
    }
    return fresh.count == 1 ? fresh[0] : nil
  }

  /// The banks that a noun fits: "the central bank" is one, "the lender" is none.
  private func banks(_ found: [Int], called hit: PhraseHit) -> [Int] {
    let isCentral = reads(hit.last - 2, "central")
    let fitting = found.filter { isCentralBank($0) == isCentral }
    return fitting.isEmpty && !isCentral ? found : fitting
  }

  private func isCentralBank(_ entity: Int) -> Bool {
    let name = entities[entity].name
    return ["Central Bank", "Federal Reserve", "Reserve Bank", "National Bank", "Bank of England", "Bank of Japan",
      "Bank of Russia", "Bank of Korea"].contains { name.contains($0) }
  }

  /// The instruments that a noun fits: those that bear it in their name where there are such.
  private func texts(_ found: [Int], called noun: Int) -> [Int] {
    let fitting = found.filter { isCalled(noun, $0) }
    let word = text(of: noun).lowercased()
    let bearing = fitting.filter { entities[$0].name.lowercased().contains(word) }
    return bearing.isEmpty ? fitting : bearing
  }

  /// Whether a comma that no "and" follows, or the end of a sentence, stands behind an apposition.
  private func closesApposition(_ end: Int) -> Bool {
    guard end < tokens.count, word(end) == Mark.comma else { return end >= tokens.count || isMark(end) }
    return word(end + 1) != lexicon.words.and && mentionStarting(at: end + 1) == nil
  }

  /// The one of several that the post has named more often than any other so far; of equals the one named last, unless
  /// another is named in the same sentence.
  private func mostNamed(_ found: [Int], before index: Int) -> Int? {
    var counts: [Int: (count: Int, sentence: Int)] = [:]
    for mention in recentMentions(before: index) where found.contains(mention.entity) {
      counts[mention.entity] = ((counts[mention.entity]?.count ?? 0) + 1, sentence(of: mention.first))
    }
    let most = counts.values.map(\.count).max() ?? 0
    let leaders = found.filter { counts[$0]?.count == most }
    let last = leaders.compactMap { counts[$0]?.sentence }.max()
    let latest = leaders.filter { counts[$0]?.sentence == last }
    return latest.count == 1 ? latest[0] : nil
  }

  /// The entities of the kinds named before a description, the latest first.
  private func candidates(for hit: PhraseHit, kinds: [EntityKind], start: Start) -> [Int] {
    let current = sentence(of: hit.first)
    var candidates: [Int] = []
    var isFar = false
    for mention in recentMentions(before: hit.first).reversed()
    where !mention.isNominal && mention.entity >= 0 {
      guard kinds.contains(entities[mention.entity].kind), !candidates.contains(mention.entity) else {
        continue
      }
      if start.keepsFirst, current - sentence(of: mention.first) > 2 {
        if !candidates.isEmpty { break }
        isFar = true
      }
      // "The USS Roosevelt" is no tanker.
      if kinds[0] == .vessel, !reads(hit.last - 1, "ship", "vessel"), isWarship(mention) { continue }
      if kinds[0] != .organization, designates(mention.entity) { continue }
      if start.isNew, isOld(mention.entity) { continue }
      candidates.append(mention.entity)
    }
    // "That resolution": further back only the one that the post has named.
    return isFar && candidates.count > 1 ? [] : candidates
  }

  private func isWarship(_ mention: FoundMention) -> Bool {
    reads(mention.first, "uss", "hms", "roks", "hmas", "hmcs")
      || reads(mention.first - 1, "uss", "hms", "roks", "hmas", "hmcs")
  }

  /// Whether a noun that says what kind of text an instrument is fits its name: "the order" is no act of parliament.
  private func isCalled(_ noun: Int, _ instrument: Int) -> Bool {
    let name = entities[instrument].name
    if reads(noun, "licence", "license") { return name.hasPrefix("General License") }
    if reads(noun, "order", "orders") { return name.hasPrefix("E.O. ") || name.contains("Order") }
    if reads(noun, "statement", "declaration", "communique", "memorandum") {
      return name.lowercased().contains(text(of: noun).lowercased())
    }
    return true
  }

  /// Whether a body's name has the noun, as "the department" asks; nouns that are no heads of names fit any body.
  private func bears(_ hit: PhraseHit, _ entity: Int) -> Bool {
    guard has(hit.last - 1, .orgHead) else {
      // "The bloc": a known body of many countries.
      let isUnion = entities[entity].known >= 0 && entities[entity].country < 0
      if reads(hit.last - 1, "regulator", "watchdog") { return entities[entity].known >= 0 && !isUnion }
      return ends(hit.last - 1, in: "bloc") ? isUnion : !designates(entity)
    }
    if reads(hit.last - 1, "agency"),
      designates(entity) && entities[entity].country >= 0
        || ["Service", "Agency", "Administration", "Bureau", "Unit", "Authority", "Office"].contains(where: entities[entity].name.contains)
    {
      return true
    }
    let noun = hash(of: hit.last - 1)
    return entities[entity].hashes.contains(noun)
  }

  /// The persons that a noun fits: for a title ("the senator") those who bear it, for another noun all.
  private func persons(_ found: [Int], called hit: PhraseHit) -> [Int] {
    guard has(hit.last - 1, .title) else { return found }
    let noun = text(of: hit.last - 1).lowercased()
    var bearers: Set<Int> = []
    for mention in recentMentions(before: hit.first)
    where mention.entity >= 0 && has(mention.first - 1, .title) {
      guard entities[mention.entity].kind == .person else { continue }
      let title = text(of: mention.first - 1).lowercased()
      if title == noun || title.count >= 3 && noun.hasPrefix(title) { bearers.insert(mention.entity) }
    }
    // "The businessman": many are called so whose name no title precedes.
    if bearers.isEmpty, has(hit.last - 1, .calling) { return found }
    return found.filter(bearers.contains)
  }

  /// Whether an instrument was adopted so long before the post (120 days; a law 400) that nobody calls it new.
  private func isOld(_ entity: Int) -> Bool {
    guard entities[entity].kind.isInstrument, let adopted = entities[entity].date?.last,
      let today = published?.first
    else { return false }
    return adopted + (entities[entity].kind == .resolution ? 120 : 400) < today
  }
}
