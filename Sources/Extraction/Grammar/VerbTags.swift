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
    // "The List of Specially Designated Nationals and Blocked Persons".
    if isCapital(index), !titleCased[sentence(of: index)], isInNotName(index) { return false }
    // "The Analytical Support and Sanctions Monitoring Team".
    if isCapital(index), word(index - 1) == lexicon.words.and, isCapital(index - 2), isCapital(next),
      !isMark(next), mentionAt[next] < 0, !titleCased[sentence(of: index)]
    {
      return false
    }
    // "As a Specially Designated Global Terrorist".
    if isCapital(index), isCapital(index - 1), reads(index - 1, "specially") { return false }
    // "The two signed a treaty": a number behind the article can be the subject.
    if last == .determiner, forms.contains(.past), lexicon.numerals[word(index - 1)] != nil,
      word(index - 2) == lexicon.words.the,
      has(next, .article) || has(next, .possessivePronoun) || next < tokens.count && mentionAt[next] >= 0
    {
      return true
    }
    // "Two of the three work in Harad": no noun in the singular stands behind a number.
    if last == .determiner, forms.contains(.base), lexicon.numerals[word(index - 1)].map({ $0 > 1 }) == true,
      word(index - 2) == lexicon.words.the, has(next, .preposition), !isPluralNoun(index)
    {
      return true
    }
    // "Those named include X".
    if last == .verb, isInclusion(index), startsNounPhrase(next), has(index - 2, .demonstrative) {
      return true
    }
    // "Rather than sanction X, Treasury sent a letter".
    if forms.contains(.base), word(index - 1) == lexicon.words.than, reads(index - 2, "rather"),
      startsNounPhrase(next)
    {
      return true
    }
    switch last {
    case .modal, .infinitiveTo: if forms.contains(.base) { return true }
    case .time, .comma: if forms.contains(.base), isTimeBehindModal(index - 1, range) { return true }
    case .auxiliary:
      if !forms.isDisjoint(with: [.participle, .gerund]) { return true }
      // "Does not subject them to duties", but "is not subject to sanctions".
      let isBeing = (index - 2..<index).contains { has($0, .be) || has($0, .have) }
      if forms.contains(.base),
        has(index - 1, .doVerb) || has(index - 1, .negation) && !isBeing || has(index - 2, .doVerb)
          || tellsWhatIsDone(before: index, range)
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
      // "Accused of shipping luxury goods", but not "of shipping companies".
      if last == .preposition, reads(index, "shipping"), !isMark(next), !has(next, .preposition),
        !has(next, .conjunction), !has(next, .companyWord), !has(next, .genericParty),
        !has(next, .nounSanctions),
        !reads(
          next, "sector", "industry", "agent", "agents", "agency", "routes", "lanes", "records", "documents",
          "data")
      {
        return true
      }
      // "Banking and shipping sanctions": a branch of trade before the noun.
      if has(next, .nounSanctions),
        has(index, .companyWord) || has(index, .bankWord) || has(index, .nounTrade)
      {
        return false
      }
      // "Full blocking sanctions" are a kind of sanctions.
      if last == .noun || last == .verb, reads(index, "blocking"), has(next, .nounSanctions) { return false }
      // "A similar listing for X": a noun behind an adjective.
      if has(index - 2, .article),
        reads(index - 1, "similar", "new", "further", "recent", "formal", "separate", "possible", "earlier")
      {
        return false
      }
      // "Seized a ship carrying coal": no compound, as "a bank holding company" is.
      if last == .noun, has(index - 1, .genericParty) || has(index - 1, .vesselNoun),
        !has(index, .companyWord),
        !has(index, .nounTrade), !isMark(next), !has(next, .genericParty), !has(next, .companyWord),
        isMark(next + 1) || has(next + 1, .preposition) || has(next + 1, .conjunction)
      {
        return true
      }
      // "An order banning imports of gold": what a text does.
      if last == .noun, isText(index - 1), tellsEvent(index), !isMark(next),
        !has(next, .nounSanctions)
      {
        return true
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
        let cutsTrade =
          mentionAt[index - 1] >= 0 && tellsEvent(index) && !isMark(next) && has(next + 1, .nounTrade)
        return startsNounPhrase(next) || has(next, .preposition) || cutsTrade
      }
      // "Removed a ban and eased financial restrictions".
      if last == .conjunction, has(next + 1, .nounSanctions), changesRules(index),
        range.lowerBound + 2 < index,
        (range.lowerBound..<index).contains(where: { changesRules($0) && mentionAt[$0] < 0 })
      {
        return true
      }
      // "dozens of blocked vessels": a noun behind a participle that follows no subject.
      return !(last == .conjunction && !startsNounPhrase(next) && isAttribute(next))
        && !has(index, .preposition)
    }
    if forms.contains(.third), has(index, .nounSanctions), opensHeadline(index, range) { return true }
    // "Financial Sanctions Notice": a noun before the noun for a paper or a body.
    if forms.contains(.third), has(index, .nounSanctions),
      has(next, .nounList) || has(next, .lawHead) || has(next, .orgHead)
        || reads(next, "notice", "regime", "programme", "program", "policy", "guidance", "designations")
    {
      return false
    }
    // "The package bans imports", "the measures ban trade": what a text does.
    if last == .noun, tellsEvent(index), isText(index - 1), has(next, .nounTrade),
      !has(next + 1, .nounSanctions),
      forms.contains(ends(index - 1, in: "s") ? .base : .third)
    {
      return true
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
    // "The embargo that Harad imposed in 1989 remains in force".
    if last == .time || last == .noun && mentionAt[index - 1] >= 0, has(index, .staying),
      closesRestrictive(index, range)
    {
      return true
    }
    if forms.contains(.third), !forms.contains(.base) {
      guard
        last == .noun || last == .pronoun || last == .relative || last == .conjunction || last == .close
          || last == .comma
      else { return false }
      // "The list of terrorism sponsors and waivers": behind "of" and a noun, with no object, it is a noun too.
      if last == .noun, word(index - 2) == lexicon.words.of, mentionAt[index - 1] < 0, !isPlural,
        has(next, .conjunction) || isMark(next)
      {
        return false
      }
      // "From receiving export licenses and …": the object of a participle.
      if last == .noun, verbForms(index - 2)?.contains(.gerund) == true, mentionAt[index - 2] < 0,
        mentionAt[index - 1] < 0, !startsNounPhrase(next)
      {
        return false
      }
      // "State sponsors of terrorism", "on the list of drug traffickers": what "of" follows is a noun.
      if last == .noun, word(next) == lexicon.words.of, mentionAt[index - 1] < 0 { return false }
      if !isPlural {
        return last != .comma || startsNounPhrase(next) || closesApposition(index, range)
          // "E.O. 13570, which … in April 2011, bars imports".
          // "Orlenko, indicted in 2020, goes on trial in July".
          || (!has(next, .preposition) && !isMark(next) || has(index, .motion) || isInfinitive(next))
            && closesAside(index, range)
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
      // "Committee Adds Two Entries, Designates Vessel".
      if last == .comma, isInTitle(index), tellsEvent(index), isCapital(index) == isCapital(range.lowerBound),
        !has(next, .preposition), !isMark(next), !isPluralNoun(index)
      {
        return true
      }
      // "The President plans to sign".
      if last == .noun, word(next) == lexicon.words.to, isInfinitive(next),
        let subject = (range.lowerBound..<index).last(where: { !has($0, .adverb) }), mentionAt[subject] >= 0
      {
        return true
      }
      // "It caps refined petroleum exports".
      if last == .pronoun, reads(index - 1, "it", "she", "he"), !has(next, .preposition), !has(next, .be),
        !isMark(next)
      {
        return true
      }
      // "An order that bans imports".
      if last == .relative { return !has(next, .preposition) && !has(next, .be) && !isMark(next) }
      // "UNSCR 2397, which …, caps the petroleum": behind the comma that closes a clause the verb takes an article.
      let closes =
        last == .comma && (has(next, .article) || opensWithInstrument(range)) && closesAside(index, range)
      // "UNSCR 2371, which …, bans coal exports".
      if closes, opensWithInstrument(range), !has(next, .preposition), !has(next, .be), !isMark(next) {
        return true
      }
      guard startsNounPhrase(next), last != .comma || closes, last != .conjunction || startsNounPhrase(next)
      else {
        return false
      }
      // "The People's Bank of China freezes": what stands before the whole name counts.
      let subject = mention(endingAt: index).map { mentions[$0].first } ?? index - 1
      return !has(subject - 1, .preposition) || titleCased[sentence(of: index)]
    }
    guard forms.contains(.base) else { return false }
    if last == .conjunction, continuesBase(index, range) { return true }
    if last == .comma || last == .conjunction, listsBases(index, range) { return true }
    // "The others, Arnor Gold and Harad Sun, belong to the family".
    if last == .comma, !isPlural, closesApposition(index, range) { return true }
    // "Both remain under indictment".
    if last == .noun, reads(index, "remain"), has(next, .preposition) { return true }
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
    if last == .noun, isPlural, tellsEvent(index),
      has(next, .article) || has(next, .possessivePronoun) || reads(next, "any", "all"),
      mentionAt[index - 1] < 0,
      ends(index - 1, in: "es") || ends(index - 1, in: "rs") || ends(index - 1, in: "ns")
    {
      return true
    }
    // "What should come next is obvious: fine Arnor Trust Bank".
    let opensBehindColon = last == .mark && word(index - 1) == Mark.colon && tellsEvent(index)
    if last == .noun || last == nil || last == .conjunction || last == .comma || opensBehindColon {
      guard startsNounPhrase(next) else { return false }
      return !isPlural || mentionAt[next] >= 0 && (last == nil || isPluralSubject(index - 1))
    }
    return false
  }

  /// "Treasury Sanctions Network Moving Arms": the verb of a headline in capitals that opens with who acts.
  private func opensHeadline(_ index: Int, _ range: Range<Int>) -> Bool {
    guard isInTitle(index), titleCased[sentence(of: index)], let doer = mention(endingAt: index),
      mentions[doer].first == range.lowerBound, entities[mentions[doer].entity].kind == .organization,
      designates(mentions[doer].entity), isCapital(index + 1), !isMark(index + 1)
    else { return false }
    return !has(index + 1, .preposition) && !has(index + 1, .nounList) && !has(index + 1, .lawHead)
      && !reads(
        index + 1, "relief", "policy", "regime", "programme", "program", "notice", "guidance", "evasion",
        "enforcement", "compliance", "designations", "risk", "risks", "violations", "waivers", "exemptions")
  }

  /// Whether a noun follows that a participle can be the attribute of.
  func isAttribute(_ index: Int) -> Bool {
    guard index < tokens.count, !isMark(index), mentionAt[index] < 0, timeAt[index] < 0 else { return false }
    return has(index, .genericParty) || has(index, .nounAssets) || has(index, .title)
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
    // "Four firms that disguise the shipments".
    if last == .relative, !isWhose(index - 1), !isCapital(index), !isMark(index), !startsNounPhrase(index),
      !has(index, .preposition),
      !has(index, .adverb), has(index + 1, .article) || has(index + 1, .possessivePronoun)
    {
      return lexicon.sense(word(index)).contains(.ordinary) && !has(index, .be) && !has(index, .have)
    }
    if ends(index, in: "ing") {
      return last == .auxiliary || startsNounPhrase(index + 1) && last != .determiner && last != .possessive
    }
    return false
  }
}
