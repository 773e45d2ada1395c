import Knowledge
import Model
import TextMatching

/// Several parties that one pronoun or pair of words stands for.
extension PostReader {
  /// Those whom "them", "both" or "either" means: the targets of the act told last.
  func targetsMeant(_ token: Int) -> [Int] {
    // "None of the accused has been arrested", "neither has been extradited".
    guard reads(token, "them", "both", "either", "none", "neither", "accused", "defendants") else {
      return []
    }
    let here = sentence(of: token)
    // The accused stay so; a pronoun reaches back one sentence.
    let isAccused = reads(token, "accused", "defendants") || reads(token + 3, "accused", "defendants")
    let last = events.reversed().prefix { here - $0.sentence <= (isAccused ? 12 : 1) }.first {
      $0.has(.target) && (!isAccused || $0.kind == .enforcement)
    }
    guard let last, last.kind == .designation || last.kind == .delisting || last.kind == .enforcement else {
      return last == nil ? partiesJoined(before: token) : []
    }
    return last.participants.filter { $0.role == .target }.map(\.entity)
  }

  /// The parties that "and" joined last: "the Arnor Star and the Rohan Glory lost their flags after Eriador listed them".
  private func partiesJoined(before token: Int) -> [Int] {
    var found: [Int] = []
    var next: Int?
    for mention in recentMentions(before: token).reversed()
    where sentence(of: token) - sentence(of: mention.first) <= 1 {
      let kind = entities[mention.entity].kind
      let isParty = kind.canBeListed && !designates(mention.entity)
      let isJoined = next.map { end in
        (mention.last..<max(mention.last, end)).allSatisfy {
          word($0) == Mark.comma || word($0) == lexicon.words.and || has($0, .article)
            || has($0, .possessivePronoun) || has($0, .genericParty)
        }
      }
      guard isParty, isJoined != false else {
        if found.count > 1 { break }
        found = isParty ? [mention.entity] : []
        next = isParty ? mention.first : nil
        continue
      }
      if !found.contains(mention.entity) { found.insert(mention.entity, at: 0) }
      next = mention.first
    }
    return found.count > 1 ? found : []
  }

  /// How many parties a phrase means: "both lenders", "the two firms", "all three"; nil where it does not tell.
  func countMeant(_ filler: Filler) -> Int? {
    if reads(filler.first, "both", "either", "neither") { return 2 }
    guard word(filler.first) == lexicon.words.the || reads(filler.first, "all", "these", "those") else {
      return nil
    }
    if reads(filler.first + 1, "pair", "duo") { return 2 }
    if reads(filler.first + 1, "trio") { return 3 }
    let next = filler.first + 1
    let at = word(next) == lexicon.words.the || word(next) == lexicon.words.same ? next + 1 : next
    guard at <= filler.head, let count = lexicon.numerals[word(at)], count > 1 else { return nil }
    return count
  }

  /// Those whom "both lenders", "the two firms" or "all three" means: those of that kind named last.
  func severalMeant(_ filler: Filler) -> [Int] {
    guard let count = countMeant(filler), filler.head > filler.first else { return [] }
    let here = sentence(of: filler.head)
    guard let kind = sort(ofNoun: filler.head) else {
      guard lexicon.numerals[word(filler.head)] != nil || reads(filler.head, "pair", "duo", "trio") else {
        return []
      }
      let last = events.reversed().prefix { here - $0.sentence <= 2 }.first { $0.has(.target) }
      let targets = last?.participants.filter { $0.role == .target }.map(\.entity) ?? []
      if targets.count == count { return targets }
      let joined = partiesJoined(before: filler.first)
      return joined.count == count ? joined : []
    }
    var found: [Int] = []
    for mention in recentMentions(before: filler.first).reversed()
    where !mention.isNominal && here - sentence(of: mention.first) <= 6 {
      guard entities[mention.entity].kind == kind, !designates(mention.entity),
        !found.contains(mention.entity)
      else { continue }
      found.append(mention.entity)
      if found.count == count { return found.reversed() }
    }
    return []
  }

  /// "Kim received Putin in May, and the two signed a treaty": the persons named last.
  func personsMeant(_ filler: Filler) -> [Int] {
    guard let count = countMeant(filler), filler.head > filler.first,
      lexicon.numerals[word(filler.head)] != nil
        || reads(filler.head, "leaders", "presidents", "ministers", "men")
    else { return [] }
    let here = sentence(of: filler.head)
    var found: [Int] = []
    for mention in recentMentions(before: filler.first).reversed()
    where here - sentence(of: mention.first) <= 1 {
      guard entities[mention.entity].kind == .person, !found.contains(mention.entity) else { continue }
      found.append(mention.entity)
    }
    return found.count == count ? found.reversed() : []
  }

  /// The kind of party that a common noun names.
  private func sort(ofNoun index: Int) -> EntityKind? {
    if has(index, .vesselNoun) { return .vessel }
    if has(index, .bankNoun) || ends(index, in: "banks") || ends(index, in: "bank") { return .bank }
    if has(index, .airlineNoun) { return .airline }
    return has(index, .companyNoun)
      ? .company : reads(index, "men", "man", "women", "officials", "people", "individuals") ? .person : nil
  }
}
