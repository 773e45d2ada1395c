import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Walks the automaton once over all tokens and sorts what it finds.
  func findPhrases() {
    var index = 0
    var nameEnd = 0
    while index < tokens.count {
      let root = lexicon.start(tokens[index].word).root
      guard root != 0, index >= nameEnd else {
        index += 1
        continue
      }
      let best = longest(from: index, root: root)
      if let name = best.name, let pattern = best.pattern, best.demonym <= name {
        if best.notName >= name {
          notNames.append(index..<best.notName)
          nameEnd = best.notName
        } else if isNumberLabel(index, name) || isHalf(pattern, name) {
          nameEnd = name
        } else {
          add(pattern, index, name)
          if best.rival >= 0 { add(best.rival, index, name) }
          nameEnd = name
        }
      } else if best.notName > index {
        notNames.append(index..<best.notName)
        nameEnd = best.notName
      }
      // "The President" names nobody by itself and may describe somebody all the same.
      if best.nominal > index, best.nominal == best.notName {
        nominalHits.append(PhraseHit(first: index, last: best.nominal, index: best.nominalIndex))
      }
      // "The SDN List" is no body, but who is on it was listed.
      if nameEnd > index, best.trigger == best.notName {
        nounTriggerAt[index] = Int32(nounTriggers.count)
        nounTriggers.append(PhraseHit(first: index, last: best.trigger, index: best.triggerIndex))
      }
      if nameEnd > index, best.demonym <= nameEnd {
        // The words of a name are no cues or triggers; "Treasury" in it is no noun.
        index = nameEnd
        continue
      }
      if best.demonym > index {
        demonyms.append(PhraseHit(first: index, last: best.demonym, index: best.demonymIndex))
      }
      if best.trigger > index {
        nounTriggerAt[index] = Int32(nounTriggers.count)
        nounTriggers.append(PhraseHit(first: index, last: best.trigger, index: best.triggerIndex))
      }
      if best.cue > index { cues.append(CueHit(first: index, last: best.cue, status: best.status)) }
      if best.nominal > index {
        nominalHits.append(PhraseHit(first: index, last: best.nominal, index: best.nominalIndex))
      }
      index += 1
    }
  }

  /// Whether an acronym only labels a number: "IMO 9076543" names no body.
  private func isNumberLabel(_ first: Int, _ last: Int) -> Bool {
    last == first + 1 && word(first) == lexicon.words.imo
      && (shape(last).contains(.number) || word(last) == lexicon.words.no || word(last) == Mark.colon)
  }

  /// Whether a hyphen and a capital go on behind the name of a firm: "Naftan" is a half of "Naftan-Polymir".
  private func isHalf(_ pattern: Int, _ end: Int) -> Bool {
    let kind = lexicon.names[lexicon.patterns[pattern].name].kind
    return [.bank, .company, .airline, .vessel].contains(kind) && end < tokens.count
      && tokens[end].shape.contains(.hyphenBefore) && tokens[end].shape.contains(.capital)
      && !has(end, .compoundTail)
  }

  /// The longest phrase of each sort that begins at a token; ends are exclusive.
  private struct Best {
    var name: Int?
    var pattern: Int?
    /// Another weak name of the same words; -1 for none.
    var rival = -1
    var notName = 0
    var demonym = 0
    var demonymIndex = 0
    var trigger = 0
    var triggerIndex = 0
    var cue = 0
    var status: Status?
    var nominal = 0
    var nominalIndex = 0
  }

  private func longest(from first: Int, root: Int32) -> Best {
    var best = Best()
    var node = root
    var at = first + 1
    var capitals: UInt32 = tokens[first].shape.contains(.capital) ? 1 : 0
    var allCapitals: UInt32 = isAcronymShaped(first) ? 1 : 0
    var length = 1
    while true {
      for place in lexicon.automaton.payloads(at: node) {
        take(lexicon.phrases[lexicon.automaton.payload(place)], first, at, capitals, allCapitals, &best)
      }
      // "Co., Ltd." and "Co Ltd" are one spelling: a comma before a legal form does not count.
      var next = at
      if word(next) == Mark.comma, has(next + 1, .legalForm) { next += 1 }
      guard next < tokens.count, length < 32, !tokens[next].shape.contains(.paragraphStart) else {
        return best
      }
      node = lexicon.automaton.step(node, tokens[next].word)
      guard node != 0 else { return best }
      if tokens[next].shape.contains(.capital) { capitals |= 1 << UInt32(length) }
      if isAcronymShaped(next) { allCapitals |= 1 << UInt32(length) }
      length += 1
      at = next + 1
    }
  }

  private func isAcronymShaped(_ index: Int) -> Bool {
    tokens[index].shape.contains(.allCapitals) || tokens[index].shape.contains(.dotted)
  }

  /// Whether a word is an acronym as British papers write those that are spoken: "Ofac", "Nato", "Finma".
  private func isSpokenAcronym(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.capital), token.end - token.start >= 4 else { return false }
    let sense = lexicon.sense(token.word)
    return !sense.contains(.ordinary) && !sense.contains(.givenName) && !sense.contains(.koreanSurname)
      && !sense.contains(.chineseSurname)
  }

  private func take(
    _ phrase: Lexicon.Phrase, _ first: Int, _ end: Int, _ capitals: UInt32, _ allCapitals: UInt32,
    _ best: inout Best
  ) {
    switch phrase {
    case .name(let index):
      let pattern = lexicon.patterns[index]
      guard pattern.capitals & ~capitals == 0,
        pattern.allCapitals & ~allCapitals == 0 || pattern.length == 1 && isSpokenAcronym(first)
      else { return }
      // Of two things with one name the first in data/ wins; a strong name wins over a weak one.
      if let name = best.name, let old = best.pattern, name == end,
        !lexicon.patterns[old].isWeak || pattern.isWeak
      {
        if lexicon.patterns[old].isWeak, pattern.isWeak { best.rival = index }
        return
      }
      best.rival = -1
      best.name = end
      best.pattern = index
    case .demonym(let index):
      guard capitals & 1 != 0 else { return }
      best.demonym = end
      best.demonymIndex = index
    case .notName: if capitals & 1 != 0 { best.notName = end }
    case .nounTrigger(let index):
      best.trigger = end
      best.triggerIndex = index
    case .cue(let status):
      best.cue = end
      best.status = status
    case .pseudoCue:
      best.cue = end
      best.status = nil
    case .nominal(let index):
      best.nominal = end
      best.nominalIndex = index
    }
  }

  func add(_ pattern: Int, _ first: Int, _ last: Int) {
    let isWeak = lexicon.patterns[pattern].isWeak
    if isWeak {
      weakNames.append(PhraseHit(first: first, last: last, index: lexicon.patterns[pattern].name))
    } else if lexicon.patterns[pattern].isCapital, isPlaceUse(first, last) {
      // "Osgiliath, D.G.": a city and its state are two places.
      if let comma = (first..<last).first(where: { word($0) == Mark.comma }) {
        for run in [CapitalRun(first: first, last: comma), CapitalRun(first: comma + 1, last: last)] {
          addNamed(.place, properCase(run), run, rule: "capital as a place")
        }
        return
      }
      let name = text(Int(tokens[first].start), Int(tokens[last - 1].end))
      let shown = name.first.map { $0.uppercased() + name.dropFirst().lowercased() } ?? name
      let place = shape(first).contains(.allCapitals) && first + 1 == last ? shown : name
      let entity = add(FoundEntity(kind: .place, name: place), key: EntityKey.named(.place, place.slug))
      addMention(first, last, entity: entity, rule: "capital as a place")
    } else {
      addMention(
        first, last, entity: known(lexicon.patterns[pattern].name),
        rule: lexicon.patterns[pattern].isCapital ? "capital for the government" : "name in data")
    }
  }

  /// Whether a capital is meant as a place: in a dateline, after "in", before "-based".
  private func isPlaceUse(_ first: Int, _ last: Int) -> Bool {
    let before = word(first - 1)
    if before == lexicon.words.in || before == lexicon.words.at
      || has(first - 1, .placePreposition)
        && before != lexicon.words.from && before != lexicon.words.to && before != lexicon.words.between
        && before != lexicon.words.through && before != lexicon.words.off
    {
      return true
    }
    // "Address: Amman".
    if before == Mark.colon, has(first - 2, .entryLabel) { return true }
    if isJourneyEnd(first) || isListedPlace(first, last) { return true }
    // "Harad Bank, of Umbar,".
    if before == lexicon.words.of, word(first - 2) == Mark.comma, word(last) == Mark.comma { return true }
    // "the capital, Osgiliath", "(Washington time)".
    if before == Mark.comma, word(first - 2) == lexicon.words.capital { return true }
    if word(last) == lexicon.words.time, isMark(last + 1) { return true }
    if shape(last).contains(.hyphenBefore), word(last) == lexicon.words.based { return true }
    // "from Vienna to Ulan Bator".
    if before == lexicon.words.from, word(last) == lexicon.words.to, isCapital(last + 1) { return true }
    if before == lexicon.words.to, let other = mention(endingAt: first - 1),
      word(mentions[other].first - 1) == lexicon.words.from
    {
      return true
    }
    // "the bank's London offices", "a Tripoli lender".
    if has(last, .placeNoun), !isCapital(last) { return true }
    if !isCapital(last), !shape(last).contains(.hyphenBefore),
      has(last, .companyNoun) || has(last, .bankNoun) || has(last, .airlineNoun)
        || reads(last, "affiliate", "subcontractor", "outfit", "suburb", "businessman", "resident")
    {
      return true
    }
    // "A resident of Tallinn".
    if before == lexicon.words.of,
      reads(
        first - 2, "resident", "residents", "native", "streets", "suburbs", "mayor", "outskirts", "people")
    {
      return true
    }
    return isDateline(first, last)
  }

  /// "Flew to Cairo", "found its way back to London", "visited Tripoli": where somebody goes is a place.
  private func isJourneyEnd(_ first: Int) -> Bool {
    if has(first - 1, .visiting) { return true }
    guard word(first - 1) == lexicon.words.to else { return false }
    var at = first - 2
    while at > first - 8, at >= 0, !isMark(at), !has(at, .relative) {
      if has(at, .motion), mentionAt[at] < 0 { return true }
      at -= 1
    }
    return false
  }

  /// "In Amman and Beirut": what a place is joined with is one too, unless a verb of its own follows.
  private func isListedPlace(_ first: Int, _ last: Int) -> Bool {
    var before = first - 1
    guard word(before) == lexicon.words.and || word(before) == Mark.comma else { return false }
    if word(before) == lexicon.words.and, word(before - 1) == Mark.comma { before -= 1 }
    guard let other = mention(endingAt: before), mentions[other].rule == "capital as a place",
      !shape(last).contains(.hyphenBefore), word(last) != Mark.possessive
    else { return false }
    return verbForms(last) == nil && !has(last, .modal) && !has(last, .be) && !has(last, .have)
  }

  /// "Washington/Caracas (Reuters) -", "VILNIUS, Dec 15 (Reuters) –": an agency in brackets behind a dateline.
  private func isBeforeAgency(_ last: Int) -> Bool {
    var at = last
    while word(at) == Mark.slash, isCapital(at + 1) { at += 2 }
    if word(at) == Mark.comma { at += 1 }
    while at < last + 6, has(at, .month) || shape(at).contains(.number) { at += 1 }
    guard word(at) == Mark.open, isCapital(at + 1) else { return false }
    let close = (at + 2...at + 4).first { word($0) == Mark.close }
    return close.map { [Mark.dash, Mark.hyphen].contains(word($0 + 1)) } ?? false
  }

  /// Whether tokens in capitals open a paragraph before a comma, dash or slash.
  func isDateline(_ first: Int, _ last: Int) -> Bool {
    let opens =
      shape(first).contains(.paragraphStart)
      || word(first - 1) == Mark.slash && shape(first - 2).contains(.paragraphStart)
    guard opens else { return false }
    if isBeforeAgency(last) { return true }
    let shouts = shape(first).contains(.allCapitals) && shape(first).contains(.long)
    // "Washington – Today …".
    guard shouts else { return word(last) == Mark.dash && isCapital(last + 1) }
    return [Mark.comma, Mark.dash, Mark.slash, Mark.open, Mark.hyphen].contains(word(last))
      || isCapital(last) && !shape(last).contains(.allCapitals)
  }

  /// The post's entity for a record of the lexicon.
  func known(_ name: Int) -> Int {
    if let index = entityIndex[EntityKey.known(name)] { return index }
    let record = lexicon.names[name]
    var entity = FoundEntity(kind: record.kind, known: name, name: record.name)
    entity.date = record.date
    entity.country = lexicon.nameIndex[record.country] ?? -1
    return add(entity, key: EntityKey.known(name))
  }

  /// Adds an entity under a key; the entity that has it already wins.
  func add(_ entity: FoundEntity, key: UInt64) -> Int {
    if let index = entityIndex[key] { return index }
    entities.append(entity)
    entityIndex[key] = entities.count - 1
    return entities.count - 1
  }

  /// The end of a name's last word, with the dot of an abbreviation: "Arnor Corp.", "Roe Jr.".
  private func endWithDot(_ last: Int) -> Int {
    let token = tokens[last]
    return Int(token.end)
      + (token.shape.contains(.abbreviated) && token.shape.contains(.long) && has(last, .abbreviation)
        ? 1 : 0)
  }

  /// Adds a mention of some tokens; it replaces those inside it and gives way to a longer one that it touches.
  @discardableResult
  func addMention(
    _ first: Int, _ last: Int, entity: Int, nominal: Bool = false, rule: String, end: Int? = nil
  ) -> Int {
    for index in first..<last where mentionAt[index] >= 0 {
      let old = Int(mentionAt[index])
      for token in mentions[old].first..<mentions[old].last { mentionAt[token] = -1 }
      mentions[old].entity = -1
    }
    let start = Int(tokens[first].start)
    mentions.append(
      FoundMention(
        first: first, last: last, start: start, end: end ?? endWithDot(last - 1), entity: entity,
        isNominal: nominal, rule: rule))
    for index in first..<last { mentionAt[index] = Int32(mentions.count - 1) }
    areMentionsStale = true
    return mentions.count - 1
  }
}
