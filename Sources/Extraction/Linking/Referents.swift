import Knowledge
import Model
import TextMatching

/// Which of the things that a post names a description stands for.
extension PostReader {
  /// The one entity that a description can mean.
  func referent(
    of hit: PhraseHit, kinds: [EntityKind], start: DescriptionStart, _ nouns: DescribingNouns
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
    // "Anduin Quay, the Rohirric operator that loads its cargoes": an apposition to what is no mention.
    if word(start.first - 1) == Mark.comma, isCapital(start.first - 2), has(hit.last, .relative) {
      return nil
    }
    return referentBefore(hit, kinds: kinds, start: start, nouns) ?? onlyOne(of: kinds, called: hit, start)
  }

  /// The one thing of a kind that the whole post names, for a description that stands before its name.
  private func onlyOne(of kinds: [EntityKind], called hit: PhraseHit, _ start: DescriptionStart) -> Int? {
    guard !start.keepsFirst, !start.isNew, kinds.count == 1,
      [.agreement, .airline, .bank, .vessel, .law].contains(kinds[0])
    else { return nil }
    var found = named(of: kinds[0])
    if kinds[0].isInstrument { found = found.filter { isCalled(hit.last - 1, $0) } }
    if kinds[0] == .bank { found = banks(found, called: hit) }
    return found.count == 1 ? found[0] : nil
  }

  /// The first few things of a kind that the post names, gathered once for the posts that ask for them.
  private func named(of kind: EntityKind) -> [Int] {
    if let namedOfKinds { return namedOfKinds[kind] ?? [] }
    var found: [EntityKind: [Int]] = [:]
    for mention in mentions where !mention.isNominal && mention.entity >= 0 && !isWarship(mention) {
      let entity = entities[mention.entity]
      guard entity.whole < 0, !designates(mention.entity), found[entity.kind, default: []].count < 8,
        !found[entity.kind, default: []].contains(mention.entity)
      else { continue }
      found[entity.kind, default: []].append(mention.entity)
    }
    namedOfKinds = found
    return found[kind] ?? []
  }

  /// The one that a description can mean of those named before it.
  private func referentBefore(
    _ hit: PhraseHit, kinds: [EntityKind], start: DescriptionStart, _ nouns: DescribingNouns
  ) -> Int? {
    var candidates = candidates(for: hit, kinds: kinds, start: start)
    // "the company" is a company before it is a bank.
    let first = candidates.filter { entities[$0].kind == kinds[0] }
    if !first.isEmpty { candidates = first }
    candidates = candidates.filter { isOfNation($0, start.inner..<hit.first) }
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
    // "It did not accede to the request of Arnor Invest; the company has gone to court": the one of the same sentence.
    let beside = wholes.filter { entity in
      recent.contains {
        $0.entity == entity && sentence(of: $0.first) == current && $0.first < hit.first
          && !isTold(of: $0, before: hit.first)
      }
    }
    if beside.count == 1, !kinds[0].isInstrument { return beside[0] }
    if near.count > 1, !kinds[0].isInstrument {
      return leading(wholes, before: hit.first) ?? mostNamed(near, before: hit.first)
    }
    if near.count == 1 { return near[0] }
    if kinds[0].isInstrument { return topic(wholes) }
    return near.isEmpty ? latest : nil
  }

  /// "X, which shared servers with the mixer": whether a relative clause on a name is still open at a token.
  private func isTold(of mention: FoundMention, before token: Int) -> Bool {
    let link = word(mention.last) == Mark.comma ? mention.last + 1 : mention.last
    return link < token && has(link, .relative) && !(link..<token).contains { word($0) == Mark.comma }
  }

  /// "The Turkish refiner" is no firm that knowledge has for another country.
  private func isOfNation(_ entity: Int, _ words: Range<Int>) -> Bool {
    guard entities[entity].country >= 0 else { return true }
    let country = lexicon.names[entities[entity].country].name
    let nations = words.filter { lexicon.sense(word($0)).contains(.demonym) && isCapital($0) }
    return nations.isEmpty
      || nations.contains { index in
        demonyms.contains { $0.first <= index && index < $0.last && lexicon.names[$0.index].name == country }
      }
  }

  /// The one that a post keeps speaking of: named three times at least, and twice as often as any other.
  func leading(_ found: [Int], before index: Int) -> Int? {
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
  func topic(_ texts: [Int]) -> Int? {
    guard let today = published?.last else { return nil }
    let fresh = texts.filter { text in
      entities[text].date?.last.map { $0 <= today && today <= $0 + 31 } ?? false
    }
    return fresh.count == 1 ? fresh[0] : nil
  }

  /// The banks that a noun fits: "the central bank" is one, "the lender" is none.
  func banks(_ found: [Int], called hit: PhraseHit) -> [Int] {
    let isCentral = reads(hit.last - 2, "central")
    guard isCentral || found.count > 1 else { return found }
    let fitting = found.filter { isCentralBank($0) == isCentral }
    return fitting.isEmpty && !isCentral ? found : fitting
  }

  func isCentralBank(_ entity: Int) -> Bool {
    let name = entities[entity].name
    return [
      "Central Bank", "Federal Reserve", "Reserve Bank", "National Bank", "Bank of England", "Bank of Japan",
      "Bank of Russia", "Bank of Korea",
    ].contains { name.contains($0) }
  }

  /// The instruments that a noun fits: those that bear it in their name where there are such.
  func texts(_ found: [Int], called noun: Int) -> [Int] {
    let fitting = found.filter { isCalled(noun, $0) }
    let word = text(of: noun).lowercased()
    let bearing = fitting.filter { entities[$0].name.lowercased().contains(word) }
    return bearing.isEmpty ? fitting : bearing
  }

  /// Whether a comma that no "and" follows, or the end of a sentence, stands behind an apposition.
  func closesApposition(_ end: Int) -> Bool {
    guard end < tokens.count, word(end) == Mark.comma else { return end >= tokens.count || isMark(end) }
    return word(end + 1) != lexicon.words.and && mentionStarting(at: end + 1) == nil
  }

  /// The one of several that the post has named more often than any other so far; of equals the one named last, unless
  /// another is named in the same sentence.
  func mostNamed(_ found: [Int], before index: Int) -> Int? {
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
  func candidates(for hit: PhraseHit, kinds: [EntityKind], start: DescriptionStart) -> [Int] {
    let current = sentence(of: hit.first)
    var candidates: [Int] = []
    var isFar = false
    for mention in recentMentions(before: hit.first).reversed()
    where !mention.isNominal && mention.entity >= 0 {
      // "Section 104 of the Act": the law is named with its section.
      let whole = entities[mention.entity].whole
      if whole >= 0, kinds.contains(entities[whole].kind), !candidates.contains(whole),
        current - sentence(of: mention.first) <= 2
      {
        candidates.append(mention.entity)
        candidates.append(whole)
      }
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

  func isWarship(_ mention: FoundMention) -> Bool {
    reads(mention.first, "uss", "hms", "roks", "hmas", "hmcs")
      || reads(mention.first - 1, "uss", "hms", "roks", "hmas", "hmcs")
  }

  /// Whether a noun that says what kind of text an instrument is fits its name: "the order" is no act of parliament.
  func isCalled(_ noun: Int, _ instrument: Int) -> Bool {
    let name = entities[instrument].name
    // "That law" is no section of one.
    if entities[instrument].whole >= 0, reads(noun, "law", "act", "statute", "legislation", "bill") {
      return false
    }
    if reads(noun, "licence", "license") { return name.hasPrefix("General License") }
    if reads(noun, "order", "orders") { return name.hasPrefix("E.O. ") || name.contains("Order") }
    if reads(noun, "statement", "declaration", "communique", "memorandum") {
      return name.lowercased().contains(text(of: noun).lowercased())
    }
    return true
  }

  /// Whether a body's name has the noun, as "the department" asks; nouns that are no heads of names fit any body.
  func bears(_ hit: PhraseHit, _ entity: Int) -> Bool {
    guard has(hit.last - 1, .orgHead) else {
      // "The bloc": a known body of many countries.
      let name = entities[entity].name
      let isWorldwide = name.hasPrefix("U.N.") || name.hasPrefix("United Nations")
      let isUnion = entities[entity].known >= 0 && entities[entity].country < 0 && !isWorldwide
      if reads(hit.last - 1, "regulator", "watchdog") { return entities[entity].known >= 0 && !isUnion }
      return ends(hit.last - 1, in: "bloc") ? isUnion : !designates(entity)
    }
    if reads(hit.last - 1, "agency"),
      designates(entity) && entities[entity].country >= 0
        || ["Service", "Agency", "Administration", "Bureau", "Unit", "Authority", "Office"].contains(
          where: entities[entity].name.contains)
    {
      return true
    }
    // "FinCEN … the bureau": a known part of a department.
    if reads(hit.last - 1, "bureau", "office"), designates(entity), entities[entity].known >= 0,
      lexicon.partOf[entities[entity].known] != nil
    {
      return true
    }
    let noun = hash(of: hit.last - 1)
    return entities[entity].hashes.contains(noun)
  }

  /// Whether an instrument was adopted so long before the post (120 days; a law 400) that nobody calls it new.
  func isOld(_ entity: Int) -> Bool {
    guard entities[entity].kind.isInstrument, let adopted = entities[entity].date?.last,
      let today = published?.first
    else { return false }
    return adopted + (entities[entity].kind == .resolution ? 120 : 400) < today
  }
}
