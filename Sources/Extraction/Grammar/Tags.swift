import Knowledge
import TextMatching

/// What a token is for the grammar of a sentence.
enum Tag: UInt8, Sendable {
  case noun, determiner, pronoun, time, adverb, negation
  case verb, auxiliary, modal, infinitiveTo
  case preposition, conjunction, comma, relative, subordinator, possessive
  case open, close, mark, quotation
}

extension PostReader {
  /// Tags the tokens of a sentence, left to right; the words of a name are nouns.
  func tags(of range: Range<Int>) -> [Tag] {
    var tags: [Tag] = []
    tags.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      // "the same day", "two weeks later": when, not who.
      let end = min(anchoredTimeEnd(index), range.upperBound)
      while index < end {
        tags.append(.adverb)
        index += 1
      }
      guard index < range.upperBound else { break }
      tags.append(tag(index, range, tags))
      index += 1
    }
    return tags
  }

  func tag(_ index: Int, _ range: Range<Int>, _ before: [Tag]) -> Tag {
    if mentionAt[index] >= 0 { return .noun }
    if timeAt[index] >= 0 { return .time }
    if isMark(index) { return markTag(index) }
    let fixed = lexicon.words
    let current = word(index)
    let last = lastTag(before)
    if has(index, .negation), !has(index, .doVerb), !has(index, .modal), !has(index, .be), !has(index, .have)
    {
      return .negation
    }
    if has(index, .modal) { return .modal }
    if has(index, .be) { return .auxiliary }
    if has(index, .have) || has(index, .doVerb) { return last == .determiner ? .noun : .auxiliary }
    if has(index, .get), let next = verbForms(index + 1), next.contains(.participle) { return .auxiliary }
    if current == fixed.to { return isInfinitive(index) ? .infinitiveTo : .preposition }
    if current == fixed.that { return thatTag(index, range, last) }
    if has(index, .relative), !has(index, .subordinator) { return last == nil ? .pronoun : .relative }
    // "have all been blocked".
    if last == .auxiliary, has(index, .determiner), has(index, .adverb), !startsNounPhrase(index + 1) {
      return .adverb
    }
    if current == fixed.no { return .determiner }
    if let tag = wellTag(index) { return tag }
    if has(index, .subordinator) {
      let opens = opensClause(index + 1, range)
      // "has so far declined": a link that opens no clause before another adverb is an adverb itself.
      if !opens, has(index, .adverb), has(index + 1, .adverb) { return .adverb }
      return !has(index, .preposition) || opens ? .subordinator : .preposition
    }
    if has(index, .conjunction) {
      // "has yet to designate".
      return has(index, .adverb) && last == .auxiliary ? .adverb : .conjunction
    }
    // "more than 700 names".
    if word(index) == lexicon.words.than, shape(index + 1).contains(.number) { return .determiner }
    // "the following individuals".
    if has(index, .preposition), last == .determiner, verbForms(index) != nil { return .noun }
    if has(index, .preposition), last == .noun || last == .comma, let form = verbForms(index),
      form.contains(.gerund)
    {
      return .preposition
    }
    if isCapital(index), isCapital(index - 1), index > range.lowerBound, !titleCased[sentence(of: index)],
      mentionAt[index - 1] < 0
    {
      return .noun
    }
    if let form = verbForms(index), !isCompoundPart(index),
      isVerb(index, form, last, range) || completesInversion(index, form, before)
    {
      return .verb
    }
    if has(index, .preposition) { return .preposition }
    // "has sanctioned her as well": no noun follows.
    if has(index, .possessivePronoun), text(of: index).lowercased() == "her", !startsWithNoun(index + 1) {
      return .pronoun
    }
    if has(index, .determiner) || has(index, .possessivePronoun) { return .determiner }
    if has(index, .pronoun) { return .pronoun }
    if has(index, .adverb) { return .adverb }
    if shape(index).contains(.number) { return .noun }
    let surface = bytes[Int(tokens[index].start)..<Int(tokens[index].end)]
    if surface.count > 4, surface.suffix(2).elementsEqual("ly".utf8), !isCapital(index) { return .adverb }
    return unknownVerb(index, surface, last) ? .verb : .noun
  }

  /// Whether a verb form belongs to the auxiliary before its subject.
  ///
  /// "Will Treasury now name X …?", "Has the Council designated Y?", "Nor did Seoul freeze …".
  private func completesInversion(_ index: Int, _ forms: Lexicon.Forms, _ before: [Tag]) -> Bool {
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

  /// "as well as" joins like "and"; "as well" is an adverb.
  private func wellTag(_ index: Int) -> Tag? {
    let fixed = lexicon.words
    let start =
      word(index) == fixed.well
      ? index - 1 : word(index) == fixed.as && word(index - 1) == fixed.well ? index - 2 : index
    guard word(start) == fixed.as, word(start + 1) == fixed.well else { return nil }
    guard word(start + 2) == fixed.as else { return index < start + 2 ? .adverb : nil }
    return index == start ? .conjunction : .adverb
  }

  /// The end of an expression that tells a time from something told: "the next day", "a month earlier".
  private func anchoredTimeEnd(_ index: Int) -> Int {
    guard mentionAt[index] < 0, timeAt[index] < 0, has(index, .determiner) || shape(index).contains(.number)
    else {
      return index
    }
    let fixed = lexicon.words
    let isUnit = { (at: Int) in has(at, .unit) || word(at) == fixed.day }
    if word(index) == fixed.the || word(index) == fixed.that {
      let named =
        word(index + 1) == fixed.same || word(index + 1) == fixed.next || word(index + 1) == fixed.following
      if named, isUnit(index + 2) { return index + 3 }
      if word(index) == fixed.that, isUnit(index + 1) { return index + 2 }
      let points = word(index + 2) == fixed.before || word(index + 2) == fixed.after
      return isUnit(index + 1) && points ? index + 2 : index
    }
    guard isUnit(index + 1) else { return index }
    switch word(index + 2) {
    case fixed.later, fixed.earlier, fixed.ago: return index + 3
    case fixed.after, fixed.before: return index + 2
    default: return index
    }
  }

  /// Whether a word stands here that a possessive pronoun can take.
  private func startsWithNoun(_ index: Int) -> Bool {
    index < tokens.count && !isMark(index) && !has(index, .preposition) && !has(index, .conjunction)
      && !has(index, .adverb) && timeAt[index] < 0
  }

  private func markTag(_ index: Int) -> Tag {
    switch word(index) {
    case Mark.comma: .comma
    case Mark.dollar: .noun
    case Mark.possessive: .possessive
    case Mark.open, Mark.openBracket: .open
    case Mark.close, Mark.closeBracket: .close
    case Mark.quote, Mark.apostrophe: .quotation
    case Mark.ampersand, lexicon.words.and: .conjunction
    default: .mark
    }
  }

  private func lastTag(_ tags: [Tag]) -> Tag? {
    tags.last { $0 != .adverb && $0 != .negation && $0 != .quotation }
  }

  /// The forms of a word that can be a verb; nil for others.
  func verbForms(_ index: Int) -> Lexicon.Forms? {
    guard index >= 0, index < tokens.count else { return nil }
    let form = lexicon.verbForm(tokens[index].word)
    return form.lemma >= 0 && !form.forms.isEmpty ? form.forms : nil
  }

  /// Whether "to" stands before a verb: a base form follows, adverbs aside.
  func isInfinitive(_ index: Int) -> Bool {
    var at = index + 1
    while has(at, .adverb), verbForms(at) == nil, at < index + 3 { at += 1 }
    guard at < tokens.count, mentionAt[at] < 0, !isCapital(at) || titleCased[sentence(of: at)] else {
      return false
    }
    if word(at) == lexicon.words.have || text(of: at) == "be" || has(at, .doVerb) { return true }
    guard let forms = verbForms(at), forms.contains(.base) else {
      // A verb that no list holds: "to panick it" has a determiner or name behind.
      return lexicon.classes[Int(word(at))].isEmpty && startsNounPhrase(at + 1) && !isCapital(at)
    }
    return !has(at, .nounTrade) || startsNounPhrase(at + 1)
  }

  /// "that" as a demonstrative, a relative pronoun or a conjunction.
  private func thatTag(_ index: Int, _ range: Range<Int>, _ last: Tag?) -> Tag {
    guard last == .noun || last == .close || last == .time || last == .comma else {
      let isDemonstrative =
        last != .verb && last != .subordinator || !opensClause(index + 1, range)
      return isDemonstrative && !startsVerbGroup(index + 1) ? .determiner : .subordinator
    }
    return startsVerbGroup(index + 1) || last == .noun ? .relative : .subordinator
  }

  /// Whether a verb, auxiliary or modal stands here, adverbs aside.
  private func startsVerbGroup(_ index: Int) -> Bool {
    var at = index
    while has(at, .adverb), verbForms(at) == nil, at < index + 3 { at += 1 }
    guard at < tokens.count, mentionAt[at] < 0 else { return false }
    if has(at, .modal) || has(at, .be) || has(at, .have) || has(at, .doVerb) { return true }
    guard let forms = verbForms(at) else { return false }
    return !forms.isDisjoint(with: [.past, .participle, .third])
      || forms.contains(.base) && startsNounPhrase(at + 1)
  }

  /// Whether a subject and a finite verb follow before the next comma or link: "after Seoul designated …".
  private func opensClause(_ index: Int, _ range: Range<Int>) -> Bool {
    var at = index
    var nouns = 0
    while at < range.upperBound, at < index + 12 {
      if mentionAt[at] >= 0 || timeAt[at] >= 0 {
        nouns += 1
        at += 1
        continue
      }
      if isMark(at), word(at) != Mark.possessive, word(at) != Mark.quote { return false }
      if has(at, .modal) || has(at, .be) || has(at, .have) || has(at, .doVerb) { return nouns > 0 }
      if has(at, .preposition), word(at) != lexicon.words.of, word(at) != lexicon.words.in { return false }
      if let forms = verbForms(at), !isCompoundPart(at), nouns > 0 {
        if forms.contains(.past), !has(at - 1, .determiner) { return true }
        if forms.contains(.third), startsNounPhrase(at + 1), !isPluralNoun(at) { return true }
      }
      if !has(at, .adverb) { nouns += 1 }
      at += 1
    }
    return false
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
    if shape(index).contains(.hyphenBefore), has(index - 1, .verbPrefix) { return false }
    return shape(index).contains(.hyphenBefore)
      || index + 1 < tokens.count && shape(index + 1).contains(.hyphenBefore)
  }

  /// Whether a word with -s is as often a noun: "sanctions", "tests", "limits".
  private func isPluralNoun(_ index: Int) -> Bool {
    nounTriggerAt[index] >= 0 || has(index, .nounSanctions) || has(index, .nounTrade)
      || has(index, .nounPenalty)
      || has(index, .nounCharge) || has(index, .nounTest) || has(index, .nounList)
      || has(index, .genericParty)
      || lexicon.nounCues[word(index)] != nil
  }

  /// Whether a word with verb forms is a verb here.
  private func isVerb(_ index: Int, _ forms: Lexicon.Forms, _ last: Tag?, _ range: Range<Int>) -> Bool {
    let next = index + 1
    switch last {
    case .modal, .infinitiveTo: if forms.contains(.base) { return true }
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
      if word(next) == lexicon.words.of { return false }
      if last == .noun, !startsNounPhrase(next), !has(next, .nounAssets), !has(next, .nounSanctions) {
        return has(next, .preposition) && !has(index, .nounTrade)
      }
      return startsNounPhrase(next) || has(next, .nounAssets) || has(next, .nounSanctions)
        || has(next, .preposition)
        || has(next, .nounInstrument) || last == .preposition && !has(index, .companyWord) || last == .comma
    }
    if !forms.isDisjoint(with: [.past, .participle]) {
      if last == .preposition { return false }
      if forms.contains(.base), last == .noun || last == nil {
        return startsNounPhrase(next) || has(next, .preposition)
      }
      // "dozens of blocked vessels": a noun behind a participle that follows no subject.
      return !(last == .conjunction && !startsNounPhrase(next) && isAttribute(next))
        && !has(index, .preposition)
    }
    let isPlural = isPluralNoun(index)
    if isPlural, last != nil, takesContactClause(index) { return false }
    if forms.contains(.third), !forms.contains(.base) {
      guard
        last == .noun || last == .pronoun || last == .relative || last == .conjunction || last == .close
          || last == .comma
      else { return false }
      if !isPlural { return last != .comma || startsNounPhrase(next) }
      // "The President plans to sign".
      if last == .noun, index > 0, mentionAt[index - 1] >= 0, word(next) == lexicon.words.to,
        isInfinitive(next)
      {
        return true
      }
      guard startsNounPhrase(next), last != .comma, last != .conjunction || startsNounPhrase(next) else {
        return false
      }
      return !has(index - 2, .preposition) || titleCased[sentence(of: index)]
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
    if last == .noun || last == nil || last == .conjunction || last == .comma {
      guard startsNounPhrase(next) else { return false }
      return !isPlural || mentionAt[next] >= 0 && (last == nil || isPluralSubject(index - 1))
    }
    return false
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
  private func isAttribute(_ index: Int) -> Bool {
    guard index < tokens.count, !isMark(index), mentionAt[index] < 0, timeAt[index] < 0 else { return false }
    return has(index, .genericParty) || has(index, .nounAssets)
      || lexicon.classes[Int(word(index))].isEmpty && verbForms(index) == nil
  }

  private func isPluralSubject(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let end = Int(tokens[index].end)
    return mentionAt[index] >= 0 || end > 0 && bytes[end - 1] == UInt8(ascii: "s")
  }

  /// Whether a word that no list knows has the ending of a verb and stands like one.
  private func unknownVerb(_ index: Int, _ surface: ArraySlice<UInt8>, _ last: Tag?) -> Bool {
    guard surface.count > 4, !isCapital(index), !isCompoundPart(index) else { return false }
    if surface.suffix(2).elementsEqual("ed".utf8) {
      return last == .noun || last == .auxiliary || last == .pronoun || last == .relative || last == .close
        || last == .comma
        || last == .time || last == .conjunction && !isAttribute(index + 1)
    }
    if surface.suffix(3).elementsEqual("ing".utf8) {
      return last == .auxiliary || startsNounPhrase(index + 1) && last != .determiner && last != .possessive
    }
    return false
  }
}
