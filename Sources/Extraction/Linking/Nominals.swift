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
      // "The Committee": with its capital the short form of a body's name is a name.
      let isName =
        hit.last == hit.first + 1 && isCapital(hit.first) && entities[entity].kind == .organization
        && !titleCased[sentence(of: hit.first)]
      addMention(
        first, hit.last, entity: entity, nominal: !isName,
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
  private func institution(of hit: PhraseHit, kinds: [EntityKind], _ start: DescriptionStart) -> Int? {
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
  private func officeHolder(_ hit: PhraseHit, _ start: DescriptionStart) -> Int? {
    guard !start.isOwned, !start.keepsFirst, start.inner == hit.first, !isCapital(hit.last),
      hit.last == hit.first + 1,
      let day = dayToldFirst(before: hit.first) ?? dayOfSigning(by: hit.last) ?? published?.last
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

  /// "On January 2, 2015, the President signed it": the day that opens the sentence, where it lies behind.
  private func dayToldFirst(before index: Int) -> Day? {
    let start = sentences[sentence(of: index)].lowerBound
    let first = has(start, .preposition) ? start + 1 : start
    guard first < index, timeAt[first] >= 0, case let time = times[Int(timeAt[first])], time.last <= index,
      let day = time.value?.first, let today = published?.last, day + 60 < today
    else { return nil }
    return day
  }

  /// "The President signed it into law on February 18, 2016": the day behind the verb, where it lies behind.
  private func dayOfSigning(by verb: Int) -> Day? {
    guard reads(verb, "signed", "vetoed", "issued", "declared", "ordered"),
      let token = (verb..<sentences[sentence(of: verb)].upperBound).first(where: { timeAt[$0] >= 0 }),
      let day = times[Int(timeAt[token])].value?.day, let today = published?.last, day + 60 < today
    else { return nil }
    return day
  }

  /// "The President" with a capital is who holds the office on the day of the post, where that names him.
  private func presidentOfDay(_ hit: PhraseHit, _ start: DescriptionStart) -> Int? {
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

  struct DescriptionStart {
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
  private func descriptionStart(of hit: PhraseHit) -> DescriptionStart? {
    var at = hit.first - 1
    var isNew = false
    var words = 0
    while at >= 0, words < 3, !isMark(at), mentionAt[at] < 0 {
      if word(at) == lexicon.words.the {
        return DescriptionStart(
          first: at, inner: words == 0 ? hit.first : at + 1, keepsFirst: false, isNew: isNew)
      }
      if has(at, .demonstrative) {
        // "That Chinese banks would help": no demonstrative.
        if (at + 1..<hit.first).contains(where: { lexicon.sense(word($0)).contains(.demonym) }) { return nil }
        return DescriptionStart(first: at, inner: at + 1, keepsFirst: true, isNew: isNew)
      }
      // "His airline, Yenisei Avia".
      if words == 0, has(at, .possessivePronoun), word(hit.last) == Mark.comma {
        return DescriptionStart(first: at, inner: at + 1, keepsFirst: false, isNew: false, isOwned: true)
      }
      guard !has(at, .adverb), !has(at, .preposition), !has(at, .possessivePronoun), !has(at, .conjunction),
        !has(at, .determiner) || lexicon.sense(word(at)).contains(.demonym) || has(at, .ordinal)
          || word(at) == lexicon.words.new || reads(at, "other", "same", "two", "three"),
        lexicon.sense(word(at)).contains(.ordinary) || lexicon.sense(word(at)).contains(.demonym),
        !isCapital(at) || lexicon.sense(word(at)).contains(.demonym),
        lexicon.verbForm(word(at)).forms.isDisjoint(with: [.base, .third])
          || lexicon.verbForm(word(at)).lemma < 0
      else { return nil }
      if word(at) == lexicon.words.new { isNew = true }
      at -= 1
      words += 1
    }
    if at > 0, word(at) == Mark.possessive, mention(endingAt: at) != nil || timeAt[at - 1] >= 0 {
      return DescriptionStart(first: at, inner: at + 1, keepsFirst: false, isNew: isNew, isOwned: true)
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
    // "The bureau skims thirty percent": an article or number behind a word with -s makes it a verb.
    if ends(index, in: "s"), !ends(index, in: "ss"),
      has(index + 1, .article) || has(index + 1, .possessivePronoun)
        || lexicon.numerals[word(index + 1)] != nil
    {
      return true
    }
    return mentionAt[index] >= 0 || isCapital(index)
  }
}
