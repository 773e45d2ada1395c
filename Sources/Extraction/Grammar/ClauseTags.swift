import Knowledge
import Model
import TextMatching

/// Where clauses begin.
extension PostReader {
  /// Whether "to" stands before a verb: a base form follows, adverbs aside.
  func isInfinitive(_ index: Int) -> Bool {
    var at = index + 1
    while has(at, .adverb), verbForms(at) == nil, at < index + 3 { at += 1 }
    // "To re-impose".
    if has(at, .verbPrefix), at + 1 < tokens.count, shape(at + 1).contains(.hyphenBefore) { at += 1 }
    guard at < tokens.count, mentionAt[at] < 0, !isCapital(at) || titleCased[sentence(of: at)] else {
      return false
    }
    if word(at) == lexicon.words.have || reads(at, "be") || has(at, .doVerb) { return true }
    guard let forms = verbForms(at), forms.contains(.base) else {
      // A verb that no list holds: "to panick it" has a determiner or name behind.
      return lexicon.info(word(at)).classes.isEmpty && startsNounPhrase(at + 1) && !isCapital(at)
    }
    return !has(at, .nounTrade) || startsNounPhrase(at + 1)
  }

  /// "that" as a demonstrative, a relative pronoun or a conjunction.
  func thatTag(_ index: Int, _ range: Range<Int>, _ last: Tag?) -> Tag {
    // "Sanctioned two lenders that June": no clause begins.
    if index + 2 < range.upperBound, timeAt[index + 1] >= 0,
      case let end = times[Int(timeAt[index + 1])].last,
      end >= range.upperBound || isMark(end) || has(end, .conjunction)
    {
      return .adverb
    }
    guard last == .noun || last == .close || last == .time || last == .comma else {
      // "alleges that Harad Air …": no name has a demonstrative before it.
      if last == .verb, index + 1 < tokens.count, mentionAt[index + 1] >= 0, isCapital(index + 1) {
        return .subordinator
      }
      let isDemonstrative =
        last != .verb && last != .subordinator || !opensClause(index + 1, range)
      return isDemonstrative && !startsVerbGroup(index + 1) ? .determiner : .subordinator
    }
    // "Denied reports that X had been seized", "the announcement that Treasury will list it": what the noun says.
    if last == .noun, mentionAt[index - 1] < 0, !startsVerbGroup(index + 1),
      reads(
        index - 1, "reports", "report", "claim", "claims", "allegation", "allegations", "rumours", "rumors",
        "suggestion",
        "suggestions", "announcement", "news", "finding", "conclusion", "statement", "accusation",
        "accusations",
        "complaint", "complaints", "warning", "warnings", "fact", "idea", "notion", "hope", "hopes",
        "evidence", "promise")
    {
      return .subordinator
    }
    // "Told reporters that Japan would list X": what is told.
    if last == .noun, reads(index - 2, "told", "tells", "tell", "telling", "informed", "warned", "assured"),
      !startsVerbGroup(index + 1)
    {
      return .subordinator
    }
    return startsVerbGroup(index + 1) || last == .noun ? .relative : .subordinator
  }

  /// Whether a verb, auxiliary or modal stands here, adverbs aside.
  func startsVerbGroup(_ index: Int) -> Bool {
    var at = index
    while has(at, .adverb), verbForms(at) == nil, at < index + 3 { at += 1 }
    guard at < tokens.count, mentionAt[at] < 0 else { return false }
    if has(at, .modal) || has(at, .be) || has(at, .have) || has(at, .doVerb) { return true }
    guard let forms = verbForms(at) else { return false }
    return !forms.isDisjoint(with: [.past, .participle, .third])
      || forms.contains(.base) && startsNounPhrase(at + 1)
  }

  /// The comma that closes an apposition which another one opens, with an article behind it and no verb between.
  func endOfApposition(_ comma: Int, _ range: Range<Int>) -> Int? {
    guard has(comma + 1, .article) || has(comma + 1, .possessivePronoun) else { return nil }
    let inner = (comma + 1)..<min(range.upperBound, comma + 12)
    guard let close = inner.first(where: { word($0) == Mark.comma }),
      !(comma + 1..<close).contains(where: {
        has($0, .be) || has($0, .have) || has($0, .modal) || word($0) == lexicon.words.and
      })
    else { return nil }
    return close
  }

  /// Whether a subject and a finite verb follow before the next comma or link: "after Seoul designated …".
  func opensClause(_ index: Int, _ range: Range<Int>) -> Bool {
    var at = index
    var nouns = 0
    while at < range.upperBound, at < index + 12 {
      if mentionAt[at] >= 0 || timeAt[at] >= 0 {
        nouns += 1
        at += 1
        continue
      }
      // "After Harad Bank, a lender in Umbar, moved the money": an apposition stands between subject and verb.
      if word(at) == Mark.comma, nouns > 0, let close = endOfApposition(at, range) {
        return startsVerbGroup(close + 1)
      }
      if isMark(at), word(at) != Mark.possessive, word(at) != Mark.quote { return false }
      // "As property in which the firm has an interest": what follows the pronoun is a clause of its own.
      if at > index, has(at, .relative), has(at - 1, .preposition) { return false }
      if has(at, .modal) || has(at, .be) || has(at, .have) || has(at, .doVerb) { return nouns > 0 }
      if has(at, .preposition), word(at) != lexicon.words.of, word(at) != lexicon.words.in { return false }
      if let forms = verbForms(at), !isCompoundPart(at), nouns > 0 {
        // "Labeled it as a terrorist and levied sanctions": the verb behind "and" has its subject elsewhere.
        if forms.contains(.past), !has(at - 1, .determiner) { return !isAnd(at - 1) }
        if forms.contains(.third), startsNounPhrase(at + 1), !isPluralNoun(at) { return true }
      }
      if !has(at, .adverb) { nouns += 1 }
      at += 1
    }
    return false
  }
}
