import Knowledge
import Model
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
    // The last tag that tells what may follow.
    var last: Tag?
    var index = range.lowerBound
    while index < range.upperBound {
      // "the same day", "two weeks later": when, not who.
      let isInGroup = last == .auxiliary || last == .modal
      if let behind = adverbialPhraseEnd(index, range) {
        tags.append(contentsOf: repeatElement(.adverb, count: behind - index))
        index = behind
      }
      // "Waived for 180 days sanctions under the Act".
      // "Prolonged for a year its embargo".
      if last == .verb, let behind = durationEnd(index), behind < range.upperBound,
        isPluralNoun(behind) || has(behind, .article) || has(behind, .possessivePronoun)
      {
        tags.append(contentsOf: repeatElement(.adverb, count: behind - index))
        index = behind
      }
      let end = min(max(anchoredTimeEnd(index), isInGroup ? adverbialEnd(index) : index), range.upperBound)
      // "On the same day the rules came into force": the preposition belongs to the time.
      if index < end, !isInGroup, tags.last == .preposition, reads(index - 1, "on", "in", "at", "during") {
        tags[tags.count - 1] = .adverb
        if last == .preposition { last = nil }
      }
      while index < end {
        tags.append(.adverb)
        index += 1
      }
      guard index < range.upperBound else { break }
      // "Five United Arab Emirates (UAE)-based companies": the bracket is part of the compound.
      if word(index) == Mark.open, let inner = mentionStarting(at: index + 1),
        case let close = mentions[inner].last, word(close) == Mark.close,
        shape(close + 1).contains(.hyphenBefore),
        close < range.upperBound
      {
        tags.append(contentsOf: repeatElement(.noun, count: close + 1 - index))
        index = close + 1
        last = .noun
        continue
      }
      var tag = tag(index, range, tags, last)
      if tag == .adverb || tag == .subordinator || tag == .conjunction, isInCompound(index, range) {
        tag = .noun
      }
      if tag != .adverb, tag != .negation, tag != .quotation { last = tag }
      tags.append(tag)
      index += 1
    }
    return tags
  }

  /// Whether a hyphen joins a small word to another one: "the so-called bank", "a once-mighty bank".
  private func isInCompound(_ index: Int, _ range: Range<Int>) -> Bool {
    guard mentionAt[index] < 0, timeAt[index] < 0 else { return false }
    return shape(index).contains(.hyphenBefore) && index > range.lowerBound && timeAt[index - 1] < 0
      || index + 1 < range.upperBound && shape(index + 1).contains(.hyphenBefore) && timeAt[index + 1] < 0
        && (!has(index, .verbPrefix) || has(index - 1, .determiner))
  }

  private func tag(_ index: Int, _ range: Range<Int>, _ before: [Tag], _ last: Tag?) -> Tag {
    if mentionAt[index] >= 0 { return .noun }
    if timeAt[index] >= 0 { return .time }
    if isMark(index) { return markTag(index) }
    // "List of Specially Designated Nationals and Blocked Persons".
    if isCapital(index), !notNames.isEmpty, isInNotName(index) { return .noun }
    let current = word(index)
    let info = lexicon.info(current)
    if info.classes.isEmpty, info.verb.lemma < 0, current != lexicon.words.well {
      return plainTag(index, range, last)
    }
    // "Neither has been extradited".
    if last == nil, reads(index, "neither"), has(index + 1, .have) || has(index + 1, .be) { return .pronoun }
    if has(index, .negation), !has(index, .doVerb), !has(index, .modal), !has(index, .be), !has(index, .have)
    {
      return .negation
    }
    // "As well" holds no "we'll".
    if has(index, .modal), current != lexicon.words.well || word(index - 1) != lexicon.words.as {
      return .modal
    }
    // "For the time being".
    if current == lexicon.words.being, reads(index - 1, "time") { return .noun }
    if has(index, .be) { return .auxiliary }
    // "Remains blacklisted", "stayed frozen".
    if has(index, .staying), case let next = has(index + 1, .adverb) ? index + 2 : index + 1,
      verbForms(next)?.contains(.participle) == true, mentionAt[next] < 0
    {
      return .auxiliary
    }
    if has(index, .have) || has(index, .doVerb) {
      // "Both had been listed": a quantity can be a subject.
      return last == .determiner && !has(index - 1, .quantity) && !reads(index - 1, "both", "several", "few")
        ? .noun : .auxiliary
    }
    if has(index, .get), let next = verbForms(index + 1), next.contains(.participle) { return .auxiliary }
    // "Launched yet another missile".
    if last == .verb, current == lexicon.words.yet, reads(index + 1, "another") { return .adverb }
    // "Firms such as X"; "sanctioned it effective immediately".
    if current == lexicon.words.such, word(index + 1) == lexicon.words.as { return .adverb }
    if last == .noun, current == lexicon.words.effective,
      has(index + 1, .adverb) || has(index + 1, .preposition)
        || index + 1 < tokens.count && timeAt[index + 1] >= 0
    {
      return .adverb
    }
    // "OFAC ought to block it": the "to" of a modal.
    if current == lexicon.words.to, last == .modal, verbForms(index + 1) != nil { return .adverb }
    if current == lexicon.words.to { return isInfinitive(index) ? .infinitiveTo : .preposition }
    if current == lexicon.words.that { return thatTag(index, range, last) }
    if has(index, .relative), !has(index, .subordinator) { return last == nil ? .pronoun : .relative }
    if isFloatingQuantifier(index, last) { return .adverb }
    // "OFAC blacklisted both the same afternoon".
    if reads(index, "both"), anchoredTimeEnd(index + 1) > index + 1 { return .pronoun }
    // "The Committee further designated X".
    if reads(index, "further"), last == .noun || last == .pronoun,
      verbForms(index + 1)?.contains(.past) == true, !isPluralNoun(index + 1)
    {
      return .adverb
    }
    // "Will re-impose": the prefix belongs to the verb.
    if has(index, .verbPrefix), !isCapital(index), shape(index + 1).contains(.hyphenBefore),
      last == .modal || last == .infinitiveTo || last == .auxiliary, verbForms(index + 1) != nil
    {
      return .adverb
    }
    // "have all been blocked".
    if last == .auxiliary, has(index, .determiner), has(index, .adverb), !startsNounPhrase(index + 1) {
      return .adverb
    }
    if current == lexicon.words.no { return .determiner }
    if let tag = wellTag(index) { return tag }
    // "Has since acquitted".
    if last == .auxiliary, word(index) == lexicon.words.since,
      has(index + 1, .be) || verbForms(index + 1)?.contains(.participle) ?? false
    {
      return .adverb
    }
    if has(index, .subordinator) {
      // "As proposed by Japan", "as required under the Act": a clause without its subject.
      if current == lexicon.words.as, verbForms(index + 1)?.contains(.participle) ?? false,
        mentionAt[index + 1] < 0, has(index + 2, .preposition)
      {
        return .subordinator
      }
      // "As a Specially Designated Global Terrorist".
      if current == lexicon.words.as, reads(has(index + 1, .article) ? index + 2 : index + 1, "specially") {
        return .preposition
      }
      // "Since the spring of 2022".
      let behind = has(index + 1, .article) ? index + 2 : index + 1
      if current == lexicon.words.since, behind < tokens.count, timeAt[behind] >= 0 { return .preposition }
      let opens = opensClause(index + 1, range)
      // "has so far declined": a link that opens no clause before another adverb is an adverb itself.
      if !opens, has(index, .adverb), has(index + 1, .adverb) { return .adverb }
      let isCausal = current == lexicon.words.because && word(index + 1) != lexicon.words.of
      return !has(index, .preposition) || opens || isCausal ? .subordinator : .preposition
    }
    if has(index, .conjunction) {
      // "has yet to designate".
      return has(index, .adverb) && (last == .auxiliary || last == .modal) ? .adverb : .conjunction
    }
    // "more than 700 names", "sanctioned over 100 vessels".
    if word(index) == lexicon.words.than,
      shape(index + 1).contains(.number) || lexicon.numerals[word(index + 1)] != nil
    {
      return .determiner
    }
    if last == .verb, shape(index + 1).contains(.number), timeAt[index + 1] < 0,
      reads(index, "over", "about", "around", "under")
    {
      return .determiner
    }
    // "the following individuals".
    if has(index, .preposition), last == .determiner, verbForms(index) != nil { return .noun }
    if has(index, .preposition), last == .noun || last == .comma, let form = verbForms(index),
      form.contains(.gerund)
    {
      return .preposition
    }
    if isSecondCapital(index, range) { return .noun }
    // "Which like its predecessors forbids it".
    if reads(index, "like"), last == .relative || last == .comma || last == nil { return .preposition }
    if let form = verbForms(index), !isCompoundPart(index),
      isVerb(index, form, last, range) || completesInversion(index, form, before)
    {
      return .verb
    }
    // "The entries specified below to its list".
    if has(index, .preposition), has(index, .listing),
      has(index + 1, .preposition) || isMark(index + 1)
        || last == .noun && (has(index + 1, .be) || has(index + 1, .have) || has(index + 1, .modal))
    {
      return .adverb
    }
    if has(index, .preposition) { return .preposition }
    // "added to the list together with others"; without "with" it is an adverb.
    if has(index, .together), word(index + 1) == lexicon.words.with { return .preposition }
    // "has sanctioned her as well": no noun follows.
    if has(index, .possessivePronoun), reads(index, "her"), !startsWithNoun(index + 1) {
      return .pronoun
    }
    // "those designated under the order are": no noun follows the participle.
    if has(index, .demonstrative), case let participle = has(index + 1, .adverb) ? index + 2 : index + 1,
      verbForms(participle)?.contains(.participle) == true, case let next = participle + 1,
      has(next, .preposition) || has(next, .be) || isInclusion(next)
        || next < tokens.count && timeAt[next] >= 0
    {
      return .pronoun
    }
    // "Since the spring of 2022": an article that only a time follows.
    if has(index, .article), index + 1 < range.upperBound, timeAt[index + 1] >= 0,
      case let end = times[Int(timeAt[index + 1])].last,
      end >= range.upperBound || isMark(end) || has(end, .preposition) || has(end, .conjunction)
    {
      return .adverb
    }
    // "Has not sanctioned either", "listed both him and X".
    if last == .verb, current == lexicon.words.either || current == lexicon.words.both,
      isMark(index + 1) || index + 1 >= range.upperBound
    {
      return .pronoun
    }
    if current == lexicon.words.either, has(index + 1, .genericParty) { return .determiner }
    if current == lexicon.words.both, has(index + 1, .pronoun) { return .adverb }
    // "Was last renewed in May", "may next ask".
    if last == .auxiliary || last == .modal, has(index, .last) || has(index, .next),
      let forms = verbForms(index + 1), forms.contains(last == .modal ? .base : .participle)
    {
      return .adverb
    }
    // "Should seize the ship next".
    if last == .noun, has(index, .next), isMark(index + 1) || index + 1 >= range.upperBound { return .adverb }
    if has(index, .determiner) || has(index, .possessivePronoun) { return .determiner }
    // "Three others".
    if reads(index, "others"), last == .determiner || lexicon.numerals[word(index - 1)] != nil {
      return .noun
    }
    if has(index, .pronoun) {
      // "Lukashenko himself was blacklisted".
      let isReflexive = ends(index, in: "self") || ends(index, in: "selves")
      // "Rohan Star Bank, itself blocked in 2013".
      let opensParticiple = last == .comma && verbForms(index + 1)?.contains(.participle) == true
      // "Was himself listed".
      let isInGroup =
        last == .auxiliary
        && (verbForms(index + 1)?.contains(.participle) == true || has(index + 1, .be)
          || has(index + 1, .preposition))
      return isReflexive && (last == .noun || opensParticiple || isInGroup) ? .adverb : .pronoun
    }
    if has(index, .adverb) { return .adverb }
    // "Stepped up sanctions": no part of the object.
    if has(index, .verbParticle), last == .verb, verbForms(index - 1) != nil { return .adverb }
    return plainTag(index, range, last)
  }

  /// Whether a capital stands behind another one in running text, as inside a name.
  private func isSecondCapital(_ index: Int, _ range: Range<Int>) -> Bool {
    // "The Cuba Restricted List": between a name and another capital.
    isCapital(index) && isCapital(index - 1) && index > range.lowerBound
      && (mentionAt[index - 1] < 0 || isCapital(index + 1) && mentionAt[index + 1] < 0 && !isMark(index + 1))
      && !titleCased[sentence(of: index)]
  }

  /// The tag of a word that is in no class of words and no verb of the lexicon.
  private func plainTag(_ index: Int, _ range: Range<Int>, _ last: Tag?) -> Tag {
    if shape(index).contains(.number) || isSecondCapital(index, range) { return .noun }
    if isCapital(index) || tokens[index].end - tokens[index].start <= 4 { return .noun }
    if ends(index, in: "ly"), lexicon.info(word(index)).classes.isEmpty { return .adverb }
    return unknownVerb(index, last) ? .verb : .noun
  }

  /// Whether a word stands here that a possessive pronoun can take.
  private func startsWithNoun(_ index: Int) -> Bool {
    index < tokens.count && !isMark(index) && !has(index, .preposition) && !has(index, .conjunction)
      && !has(index, .adverb) && timeAt[index] < 0
      && !reads(index, "along", "away", "back", "too", "together")
  }

  private func markTag(_ index: Int) -> Tag {
    switch word(index) {
    case Mark.comma: .comma
    case Mark.dollar: .noun
    case Mark.possessive: .possessive
    case Mark.open, Mark.openBracket: .open
    case Mark.close, Mark.closeBracket: .close
    case Mark.quote, Mark.apostrophe: .quotation
    case Mark.ampersand, Mark.slash, lexicon.words.and: .conjunction
    default: .mark
    }
  }
}
