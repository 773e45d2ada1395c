import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The forms of a word that can be a verb; nil for others.
  func verbForms(_ index: Int) -> Forms? {
    guard index >= 0, index < tokens.count else { return nil }
    let form = lexicon.verbForm(tokens[index].word)
    return form.lemma >= 0 && !form.forms.isEmpty ? form.forms : nil
  }

  /// Whether a determiner, name, number or nationality stands here.
  func startsNounPhrase(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if mentionAt[index] >= 0 { return true }
    return has(index, .determiner) || has(index, .possessivePronoun) || has(index, .pronoun)
      || lexicon.sense(word(index)).contains(.demonym) || shape(index).contains(.number)
      || isCapital(index) && shape(index).contains(.word)
  }

  /// Whether a word is a part of a hyphenated compound.
  func isCompoundPart(_ index: Int) -> Bool {
    // "test-fired", "re-listed": the second part is the verb.
    if shape(index).contains(.hyphenBefore), has(index - 1, .verbPrefix), !has(index - 2, .article) {
      return false
    }
    return shape(index).contains(.hyphenBefore)
      || index + 1 < tokens.count && shape(index + 1).contains(.hyphenBefore)
  }

  /// Whether a word with -s is as often a noun: "sanctions", "tests", "limits".
  func isPluralNoun(_ index: Int) -> Bool {
    nounTriggerAt[index] >= 0 || has(index, .nounSanctions) || has(index, .nounTrade)
      || has(index, .nounPenalty)
      || has(index, .nounCharge) || has(index, .nounTest) || has(index, .nounList)
      || has(index, .genericParty) || has(index, .nounInstrument)
      || lexicon.nounCues[word(index)] != nil
  }

  /// Whether a word with verb forms is a verb here.
  func isVerb(_ index: Int, _ forms: Forms, _ last: Tag?, _ range: Range<Int>) -> Bool {
    let next = index + 1
    switch last {
    case .modal, .infinitiveTo: if forms.contains(.base) { return true }
    case .time, .comma: if forms.contains(.base), isTimeBehindModal(index - 1, range) { return true }
    case .auxiliary:
      if !forms.isDisjoint(with: [.participle, .gerund]) { return true }
      if forms.contains(.base),
        has(index - 1, .doVerb) || has(index - 1, .negation) || has(index - 2, .doVerb)
      {
        return true
      }
    case .determiner, .possessive: return false
    default: break
    }
    if forms.contains(.gerund) {
      // "Imposed sweeping controls": no act of its own behind the verb of one.
      if last == .verb, !tellsEvent(index), tellsEvent(index - 1), !startsNounPhrase(next) { return false }
      if word(next) == lexicon.words.of { return false }
      // "Banking and shipping sanctions": a branch of trade before the noun.
      if has(next, .nounSanctions),
        has(index, .companyWord) || has(index, .bankWord) || has(index, .nounTrade)
      {
        return false
      }
      // "A similar listing for X": a noun behind an adjective.
      if has(index - 2, .article),
        reads(index - 1, "similar", "new", "further", "recent", "formal", "separate", "possible", "earlier")
      {
        return false
      }
      if last == .noun, !startsNounPhrase(next), !has(next, .nounAssets), !has(next, .nounSanctions) {
        return has(next, .preposition) && !has(index, .nounTrade)
      }
      return startsNounPhrase(next) || has(next, .nounAssets) || has(next, .nounSanctions)
        || has(next, .preposition)
        || has(next, .nounInstrument) || last == .preposition && !has(index, .companyWord) || last == .comma
    }
    if !forms.isDisjoint(with: [.past, .participle]) {
      if last == .preposition { return false }
      // "Imposed targeted sanctions": what follows a verb at once only describes its object.
      if last == .verb, index > range.lowerBound, verbForms(index - 1) != nil, mentionAt[index - 1] < 0,
        isAttribute(next) || isPluralNoun(next), !startsNounPhrase(next)
      {
        return false
      }
      if forms.contains(.base), last == .noun || last == nil {
        // "Nigeria cut power exports".
        let cutsTrade = mentionAt[index - 1] >= 0 && tellsEvent(index) && !isMark(next) && has(next + 1, .nounTrade)
        return startsNounPhrase(next) || has(next, .preposition) || cutsTrade
      }
      // "Removed a ban and eased financial restrictions".
      if last == .conjunction, has(next + 1, .nounSanctions), changesRules(index),
        range.lowerBound + 2 < index, (range.lowerBound..<index).contains(where: { changesRules($0) && mentionAt[$0] < 0 })
      {
        return true
      }
      // "dozens of blocked vessels": a noun behind a participle that follows no subject.
      return !(last == .conjunction && !startsNounPhrase(next) && isAttribute(next))
        && !has(index, .preposition)
    }
    // "Financial Sanctions Notice": a noun before the noun for a paper or a body.
    if forms.contains(.third), has(index, .nounSanctions),
      has(next, .nounList) || has(next, .lawHead) || has(next, .orgHead)
        || reads(next, "notice", "regime", "programme", "program", "policy", "guidance", "designations")
    {
      return false
    }
    let isPlural = isPluralNoun(index)
    if isPlural, last != nil, takesContactClause(index) { return false }
    // "The order signed on Monday freezes the assets": what follows a restrictive clause and its time.
    if last == .time, forms.contains(.third) || forms.contains(.base), closesRestrictive(index, range),
      !has(next, .preposition), !has(next, .be), !isMark(next), timeAt[next] < 0,
      forms.contains(.third) || startsNounPhrase(next)
    {
      return true
    }
    if forms.contains(.third), !forms.contains(.base) {
      guard
        last == .noun || last == .pronoun || last == .relative || last == .conjunction || last == .close
          || last == .comma
      else { return false }
      // "State sponsors of terrorism", "on the list of drug traffickers": what "of" follows is a noun.
      if last == .noun, word(next) == lexicon.words.of, mentionAt[index - 1] < 0 { return false }
      if !isPlural {
        return last != .comma || startsNounPhrase(next)
          // "E.O. 13570, which … in April 2011, bars imports".
          || !has(next, .preposition) && !isMark(next) && closesAside(index, range)
      }
      // "The resolution caps refined products": what an instrument is followed by is a verb.
      if last == .noun, isInstrument(index - 1), !has(next, .preposition), !has(next, .be), !isMark(next) {
        return true
      }
      // "Japan freezes assets of X" in a headline, which has no articles.
      if last == .noun, index > 0, mentionAt[index - 1] >= 0, isInTitle(index), !has(next, .preposition),
        !has(next, .be), !isMark(next), mentionAt[next] < 0, verbForms(next) == nil || isPluralNoun(next)
      {
        return true
      }
      // "The President plans to sign".
      if last == .noun, index > 0, mentionAt[index - 1] >= 0, word(next) == lexicon.words.to,
        isInfinitive(next)
      {
        return true
      }
      // "An order that bans imports".
      if last == .relative { return !has(next, .preposition) && !has(next, .be) && !isMark(next) }
      // "UNSCR 2397, which …, caps the petroleum": behind the comma that closes a clause the verb takes an article.
      let closes =
        last == .comma && (has(next, .article) || opensWithInstrument(range)) && closesAside(index, range)
      // "UNSCR 2371, which …, bans coal exports".
      if closes, opensWithInstrument(range), !has(next, .preposition), !has(next, .be), !isMark(next) { return true }
      guard startsNounPhrase(next), last != .comma || closes, last != .conjunction || startsNounPhrase(next)
      else {
        return false
      }
      // "The People's Bank of China freezes": what stands before the whole name counts.
      let subject = mention(endingAt: index).map { mentions[$0].first } ?? index - 1
      return !has(subject - 1, .preposition) || titleCased[sentence(of: index)]
    }
    guard forms.contains(.base) else { return false }
    // "took long to negotiate and pass": a second infinitive.
    if last == .conjunction, let before = verbForms(index - 2), before.contains(.base),
      word(index - 3) == lexicon.words.to
    {
      return true
    }
    if last == .pronoun || last == .relative { return true }
    // "… and freeze the assets": no noun stands right before an article.
    if last == .conjunction, has(next, .article) || has(next, .possessivePronoun) { return true }
    // "Harad and Umbar intend to freeze the assets".
    if last == .noun, word(next) == lexicon.words.to, isInfinitive(next), isJoinedName(index - 1) {
      return true
    }
    // "Would let Treasury seize ships".
    if last == .noun, isLet(before: index, range) { return true }
    // "Its annexes freeze the assets of X".
    if last == .noun, isPlural, tellsEvent(index), has(next, .article) || has(next, .possessivePronoun),
      mentionAt[index - 1] < 0, ends(index - 1, in: "es") || ends(index - 1, in: "rs") || ends(index - 1, in: "ns")
    {
      return true
    }
    if last == .noun || last == nil || last == .conjunction || last == .comma {
      guard startsNounPhrase(next) else { return false }
      return !isPlural || mentionAt[next] >= 0 && (last == nil || isPluralSubject(index - 1))
    }
    return false
  }

  /// Whether a relative clause or a participle behind the first noun of a sentence ends with the time before a place, and
  /// no other verb stands between.
  private func closesRestrictive(_ index: Int, _ range: Range<Int>) -> Bool {
    var verbs = 0
    var isOpen = false
    for at in range.lowerBound..<index where mentionAt[at] < 0 && timeAt[at] < 0 {
      if has(at, .modal) || has(at, .be) || has(at, .have) { return false }
      if has(at, .relative), at > range.lowerBound, !isMark(at - 1) { isOpen = true }
      guard let forms = verbForms(at), forms.contains(.past) || forms.contains(.participle), !has(at - 1, .article)
      else { continue }
      verbs += 1
      // A participle right behind a common noun, or the verb of a clause without its pronoun.
      if !isOpen, at > range.lowerBound, mentionAt[at - 1] < 0, has(at - 2, .article) || has(range.lowerBound, .article) {
        isOpen = true
      }
    }
    return isOpen && verbs == 1
  }

  /// Whether a sentence begins with the name of an instrument: "UNSCR 2375, which …, bans textile exports".
  private func opensWithInstrument(_ range: Range<Int>) -> Bool {
    let first = has(range.lowerBound, .article) ? range.lowerBound + 1 : range.lowerBound
    return mentionAt[first] >= 0 && namesInstrument(first)
  }

  /// Whether the comma before a place can close a relative clause or a participle: "UNSCR 2397, passed in December 2017,
  /// caps the fuel".
  private func closesAside(_ index: Int, _ range: Range<Int>) -> Bool {
    (range.lowerBound..<index).contains { at in
      has(at, .relative)
        || word(at) == Mark.comma && at + 1 < index && verbForms(at + 1)?.contains(.participle) == true
    }
  }

  /// "Will on Tuesday freeze", "would, I hear, blacklist": whether only a day and its preposition, or an aside between
  /// commas, stand between a modal and a place.
  private func isTimeBehindModal(_ index: Int, _ range: Range<Int>) -> Bool {
    var at = index
    if word(at) == Mark.comma {
      let aside = max(range.lowerBound, at - 7)..<at
      guard let open = aside.last(where: { word($0) == Mark.comma }), open + 1 < at else { return false }
      return open > range.lowerBound && has(open - 1, .modal)
    }
    guard timeAt[at] >= 0 else { return false }
    while at > range.lowerBound, timeAt[at] >= 0 || has(at, .article) { at -= 1 }
    if reads(at, "on", "in") { at -= 1 }
    return at >= range.lowerBound && has(at, .modal)
  }

  /// Whether a name ends at a token that "and" joins to another one.
  private func isJoinedName(_ index: Int) -> Bool {
    guard index > 0, mentionAt[index] >= 0 else { return false }
    let first = mentions[Int(mentionAt[index])].first
    let joint = has(first - 1, .article) ? first - 2 : first - 1
    return word(joint) == lexicon.words.and && joint > 0 && mentionAt[joint - 1] >= 0
  }

  /// Whether "let" stands before the name that stands right before a verb.
  func isLet(before index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, mentionAt[index - 1] >= 0 else { return false }
    let first = mentions[Int(mentionAt[index - 1])].first
    let before = word(first - 1) == lexicon.words.the ? first - 2 : first - 1
    return before >= range.lowerBound && reads(before, "let", "lets", "letting", "make", "makes", "making")
  }

  /// Whether a token is the last of the name or description of an instrument.
  private func isInstrument(_ index: Int) -> Bool {
    namesInstrument(index) && mentions[Int(mentionAt[index])].last == index + 1
  }

  /// Whether a word is a form of a verb that can name an event.
  func tellsEvent(_ index: Int) -> Bool {
    let lemma = lexicon.verbForm(word(index)).lemma
    return lemma >= 0 && !lexicon.verbs[Int(lemma)].frames.isEmpty
  }

  /// Whether a word is a form of a verb that tells of restrictions or relief.
  private func changesRules(_ index: Int) -> Bool {
    let lemma = lexicon.verbForm(word(index)).lemma
    return lemma >= 0
      && lexicon.verbs[Int(lemma)].frames.contains {
        lexicon.frames[$0].kind == .relief || lexicon.frames[$0].kind == .restriction
      }
  }

  /// Whether a verb form belongs to the auxiliary before its subject.
  ///
  /// "Will Treasury now name X …?", "Has the Council designated Y?", "Nor did Seoul freeze …".
  func completesInversion(_ index: Int, _ forms: Forms, _ before: [Tag]) -> Bool {
    var at = before.count - 1
    var nouns = 0
    scan: while at >= 0 {
      switch before[at] {
      case .noun, .pronoun: nouns += 1
      case .determiner, .adverb, .negation, .time, .quotation, .possessive: break
      default: break scan
      }
      at -= 1
    }
    guard nouns > 0, at >= 0, before[at] == .modal || before[at] == .auxiliary else { return false }
    // The auxiliary opens its clause, but for a question word or a link.
    if at > 0 {
      let opening: [Tag] = [
        .adverb, .negation, .conjunction, .comma, .subordinator, .quotation, .mark, .pronoun, .relative,
      ]
      guard opening.contains(before[at - 1]) else { return false }
      if before[at - 1] == .pronoun || before[at - 1] == .relative, at > 1 { return false }
    }
    let auxiliary = index - before.count + at
    if has(auxiliary, .modal) || has(auxiliary, .doVerb) { return forms.contains(.base) }
    return forms.contains(.participle) || forms.contains(.gerund)
  }

  /// Whether a subject and its finite verb follow at once: "the sanctions it imposed".
  private func takesContactClause(_ index: Int) -> Bool {
    var at = index + 1
    if has(at, .article) { at += 1 }
    if mentionAt[at] >= 0 {
      at = mentions[Int(mentionAt[at])].last
    } else if has(at, .pronoun), word(at - 1) != lexicon.words.the {
      at += 1
    } else {
      return false
    }
    while has(at, .adverb), verbForms(at) == nil, at < index + 8 { at += 1 }
    if has(at, .have) || has(at, .modal) { return true }
    guard let forms = verbForms(at), !isMark(at) else { return false }
    return !forms.isDisjoint(with: [.past, .third]) && !titleCased[sentence(of: index)]
  }

  /// Whether a noun follows that a participle can be the attribute of.
  func isAttribute(_ index: Int) -> Bool {
    guard index < tokens.count, !isMark(index), mentionAt[index] < 0, timeAt[index] < 0 else { return false }
    return has(index, .genericParty) || has(index, .nounAssets)
      || lexicon.info(word(index)).classes.isEmpty && verbForms(index) == nil
  }

  private func isPluralSubject(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let end = Int(tokens[index].end)
    return mentionAt[index] >= 0 || end > 0 && bytes[end - 1] == UInt8(ascii: "s")
  }

  /// Whether a word of more than four letters that no list knows has the ending of a verb and stands like one.
  func unknownVerb(_ index: Int, _ last: Tag?) -> Bool {
    guard !isCompoundPart(index) else { return false }
    if ends(index, in: "ed") {
      return last == .noun || last == .auxiliary || last == .pronoun || last == .relative || last == .close
        || last == .comma
        || last == .time || last == .conjunction && !isAttribute(index + 1)
    }
    if ends(index, in: "ing") {
      return last == .auxiliary || startsNounPhrase(index + 1) && last != .determiner && last != .possessive
    }
    return false
  }
}
