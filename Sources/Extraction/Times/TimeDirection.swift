import Knowledge
import Model
import TextMatching

/// Where the verb beside a time puts it.
private enum Direction {
  case past, present, ahead
}

extension PostReader {
  /// Of the same day or month of several years, the one that the tense beside it means.
  func nearest(_ candidates: [EDTF], to post: Day, at index: Int) -> EDTF? {
    let direction = direction(at: index)
    if direction != .past {
      let next = candidates.first { ($0.last ?? post) >= post }
      // "Lies at anchor on June 21": of a day just gone and one in most of a year the present tense means the former.
      if direction == .present, let next, let start = next.first, start > post + 180,
        let gone = candidates.last(where: { ($0.last ?? post) < post }), let end = gone.last, post <= end + 60
      {
        return gone
      }
      if let next { return next }
    } else if let before = candidates.last(where: { ($0.first ?? post) <= post }) {
      return before
    }
    return candidates.first
  }

  /// Whether the verb beside a time looks ahead: "will", "may", "is to", or the present tense of a plan.
  func looksAhead(at index: Int) -> Bool { direction(at: index) != .past }

  /// Whether the verb beside a time tells what is still to come, the present tense aside.
  func isAhead(at index: Int) -> Bool { direction(at: index) == .ahead }

  private func direction(at index: Int) -> Direction {
    let range = sentences[sentence(of: index)]
    // "could suspend trade after Wednesday's coup": what a day owns has been, but for what is said to come before it.
    if word(index + 1) == Mark.possessive, !has(index + 2, .modal), !has(index + 2, .be) {
      return word(index - 1) == lexicon.words.before
        || word(index - 1) == lexicon.words.of && ends(index - 2, in: "ahead") ? .ahead : .past
    }
    // "Renewed until 31 May", "are permitted until November 1": an end lies ahead, but for what was.
    if word(index - 1) == lexicon.words.until || reads(index - 1, "beyond"),
      !(max(range.lowerBound, index - 12)..<index).contains(where: {
        isPastAuxiliary($0) || reads($0, "waited", "took")
      })
    {
      return .ahead
    }
    // "Thursday: OFAC blacklists two shippers": a diary tells what has been.
    if index == range.lowerBound, has(index, .weekday),
      let colon = (index + 1..<min(index + 8, range.upperBound))
        .first(where: { word($0) == Mark.colon || verbForms($0) != nil && timeAt[$0] < 0 }),
      word(colon) == Mark.colon
    {
      return .past
    }
    // "X, which oversees the sanctions, on Monday imposed a freeze": the verb at hand tells.
    if isBeforePast(index, range) { return .past }
    // "Could lift them if all were allowed to run on July 28": a condition lies ahead.
    if let link = (range.lowerBound..<index).last(where: { word($0) == lexicon.words.if && mentionAt[$0] < 0 }
    ),
      !(link..<index).contains(where: { word($0) == Mark.comma }),
      let modal = (range.lowerBound..<link).last(where: { has($0, .modal) && mentionAt[$0] < 0 }),
      !has(modal + 1, .have)
    {
      return .ahead
    }
    // "As early as October": what is still to come.
    if word(index - 1) == lexicon.words.as, reads(index - 2, "early", "soon"),
      word(index - 3) == lexicon.words.as
    {
      return .ahead
    }
    // "Asks Treasury to name the bank by August": an end set for what is to be done.
    if word(index - 1) == lexicon.words.by,
      let to = (max(range.lowerBound, index - 14)..<index).last(where: { isInfinitive($0) }),
      !(to..<index).contains(where: { direction($0, range) != nil })
    {
      return .ahead
    }
    var at = index - 1
    var steps = 0
    var sawBase = false
    while at >= range.lowerBound, steps < 24 {
      if let told = direction(at, range) { return told }
      // "When their ministers meet on Monday": the present tense behind such a link tells what is to come.
      if sawBase, reads(at, "when", "once", "until", "unless", "before") { return .ahead }
      sawBase = sawBase || isPlainBase(at, range)
      if word(at) == Mark.semicolon || word(at) == Mark.colon { break }
      // "Froze the assets of X, which sells oil, on Monday": what stands between commas is told aside.
      if word(at) == Mark.comma, steps < 3, let opening = relativeAside(closedBy: at, range) { at = opening }
      at -= 1
      steps += 1
    }
    at = index + 1
    while at < range.upperBound {
      if let told = direction(at, range) { return told }
      at += 1
    }
    return .past
  }

  /// The comma that opens a relative clause which another one closes.
  private func relativeAside(closedBy close: Int, _ range: Range<Int>) -> Int? {
    guard
      let open = (max(range.lowerBound, close - 24)..<close).last(where: { word($0) == Mark.comma }),
      has(open + 1, .relative), !has(open + 1, .subordinator)
    else { return nil }
    return open
  }

  /// Whether a verb in the past follows a time at once that no auxiliary precedes.
  private func isBeforePast(_ index: Int, _ range: Range<Int>) -> Bool {
    var next = index + 1
    while next < range.upperBound,
      shape(next).contains(.number) || has(next, .adverb) && verbForms(next) == nil
    {
      next += 1
    }
    // "Which is why, on Tuesday, they designated X": the subject stands between.
    if word(next) == Mark.comma, next == index + 1, has(index, .weekday), word(index - 1) == lexicon.words.on
    {
      let subject = next + 1
      next =
        has(subject, .pronoun) ? subject + 1 : mentionStarting(at: subject).map { mentions[$0].last } ?? next
    }
    guard next < range.upperBound, mentionAt[next] < 0, let forms = verbForms(next), forms.contains(.past),
      !forms.contains(.base), index > range.lowerBound
    else { return false }
    let before = has(index - 1, .preposition) ? index - 2 : index - 1
    return before < range.lowerBound
      || !has(before, .modal) && !has(before, .be) && !has(before, .have) && !has(before, .negation)
  }

  /// Whether a word is the present tense of a plural subject: a base form behind a noun or pronoun.
  private func isPlainBase(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, mentionAt[index] < 0, timeAt[index] < 0, !isMark(index) else {
      return false
    }
    let forms = lexicon.verbForm(word(index)).forms
    return forms.contains(.base) && !forms.contains(.past) && word(index - 1) != lexicon.words.to
      && (isPluralNoun(index - 1) || has(index - 1, .pronoun))
  }

  private func isPastAuxiliary(_ index: Int) -> Bool {
    mentionAt[index] < 0 && reads(index, "was", "were", "had")
  }

  /// "Stepped up sanctions", "waived Harad sanctions on May 17": the object of the verb before, or what takes none itself.
  private func isPluralObject(_ index: Int) -> Bool {
    isPluralNoun(index)
      && (has(index - 1, .verbParticle) || verbForms(index - 1) != nil
        || has(index, .nounSanctions) && has(index + 1, .preposition))
  }

  /// What one word tells of the time of its clause; nil for words that tell nothing.
  private func direction(_ index: Int, _ range: Range<Int>) -> Direction? {
    guard mentionAt[index] < 0, timeAt[index] < 0, !isMark(index) else { return nil }
    // "13 May" holds no modal.
    if isMonthWord(index) { return nil }
    if has(index, .modal), word(index) != lexicon.words.well || word(index - 1) != lexicon.words.as {
      return word(index) == lexicon.words.would && has(index + 1, .have) ? .past : .ahead
    }
    let form = lexicon.verbForm(word(index))
    if has(index, .be) {
      if reads(index, "was", "were", "been") {
        // "If the Senate were to pass it in July".
        if reads(index, "were"),
          word(index + 1) == lexicon.words.to
            || has(index + 1, .adverb) && word(index + 2) == lexicon.words.to,
          (max(range.lowerBound, index - 6)..<index).contains(where: { word($0) == lexicon.words.if })
        {
          return .ahead
        }
        // "Were expected to endorse it on Thursday": what was still to come.
        return reads(index + 1, "expected", "scheduled", "due", "set", "supposed", "meant")
          ? .ahead : .past
      }
      if word(index + 1) == lexicon.words.to { return .ahead }
      return reads(
        index + 1, "expected", "scheduled", "due", "set", "likely", "preparing", "planning", "poised",
        "about",
        "considering", "weighing", "supposed")
        ? .ahead : nil
    }
    if has(index, .have) || has(index, .doVerb) && reads(index, "did") || isDidNot(index) { return .past }
    // "Chipped in": a verb that no list holds.
    if form.lemma < 0, !isCapital(index), lexicon.info(word(index)).classes.isEmpty, ends(index, in: "ed"),
      index > range.lowerBound, !has(index - 1, .article), !has(index - 1, .preposition),
      !has(index - 1, .be),
      !isCompoundPart(index),
      !lexicon.sense(word(index)).contains(.ordinary) || !has(index + 1, .genericParty)
    {
      return .past
    }
    guard form.lemma >= 0, !isCapital(index) || index == range.lowerBound else { return nil }
    // "Accuses X of violating it in October": of what somebody is accused has been.
    if form.forms.contains(.gerund),
      word(index - 1) == lexicon.words.of || word(index - 1) == lexicon.words.with,
      (max(range.lowerBound, index - 14)..<index).contains(where: {
        reads($0, "accuses", "accuse", "accusing", "accused", "charged", "charges", "suspected", "convicted")
      })
    {
      return .past
    }
    if word(index - 1) == lexicon.words.to {
      // An infinitive takes the time of what governs it: "plans to", "declined to".
      return nil
    }
    // "Once the members come back in September": a base form that is a participle only behind an auxiliary.
    if form.forms.contains(.base), form.forms.contains(.participle), !form.forms.contains(.past),
      !has(index - 1, .have), !has(index - 1, .be)
    {
      return nil
    }
    if form.forms.contains(.past) || form.forms.contains(.participle) {
      // "will be added": what stands before the participle tells.
      if has(index - 1, .be), index - 1 > range.lowerBound { return nil }
      return has(index - 1, .article) || has(index - 1, .possessivePronoun) ? nil : .past
    }
    if form.forms.contains(.third), !isNounUse(index), !isPluralObject(index),
      sentence(of: index) > 0 || titleLength == 0
    {
      return .present
    }
    return nil
  }

  /// "Didn't", with whichever apostrophe.
  private func isDidNot(_ index: Int) -> Bool {
    has(index, .negation) && text(of: index).lowercased().hasPrefix("didn")
  }
}
