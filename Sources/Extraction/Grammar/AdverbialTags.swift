import Knowledge
import Model
import TextMatching

/// Phrases that tell when or how and stand in the way of the grammar.
extension PostReader {
  /// "as well as" joins like "and"; "as well" is an adverb.
  func wellTag(_ index: Int) -> Tag? {
    let start =
      word(index) == lexicon.words.well
      ? index - 1
      : word(index) == lexicon.words.as && word(index - 1) == lexicon.words.well ? index - 2 : index
    guard word(start) == lexicon.words.as, word(start + 1) == lexicon.words.well else { return nil }
    guard word(start + 2) == lexicon.words.as else { return index < start + 2 ? .adverb : nil }
    return index == start ? .conjunction : .adverb
  }

  /// The end of a phrase that stands between an auxiliary and its verb: "has in fact lifted", "had at last listed".
  func adverbialEnd(_ index: Int) -> Int {
    guard mentionAt[index] < 0, timeAt[index] < 0 else { return index }
    let isAdverbial =
      word(index) == lexicon.words.in && reads(index + 1, "fact", "effect", "turn", "practice", "principle")
      || word(index) == lexicon.words.at && reads(index + 1, "last", "least", "once", "present")
      || word(index) == lexicon.words.of && reads(index + 1, "course", "late")
      || reads(index, "so") && reads(index + 1, "far")
      || word(index) == lexicon.words.for && reads(index + 1, "now", "once", "instance", "example")
    // "Has not at this time designated X".
    if word(index) == lexicon.words.at, word(index + 1) == lexicon.words.this,
      reads(index + 2, "time", "stage", "point"),
      verbForms(index + 3)?.isDisjoint(with: [.participle, .base, .gerund]) == false
    {
      return index + 3
    }
    guard isAdverbial else { return index }
    var next = index + 2
    while has(next, .adverb), verbForms(next) == nil, next < index + 4 { next += 1 }
    return verbForms(next)?.isDisjoint(with: [.participle, .base, .gerund]) == false ? index + 2 : index
  }

  /// The end of an expression that tells a time from something told: "the next day", "a month earlier".
  func anchoredTimeEnd(_ index: Int) -> Int {
    guard mentionAt[index] < 0, timeAt[index] < 0, has(index, .determiner) || shape(index).contains(.number)
    else {
      return index
    }
    if word(index) == lexicon.words.the || word(index) == lexicon.words.that {
      let named =
        word(index + 1) == lexicon.words.same || word(index + 1) == lexicon.words.next
        || word(index + 1) == lexicon.words.following
      if named, isUnit(index + 2) { return index + 3 }
      if word(index) == lexicon.words.that, isUnit(index + 1) { return index + 2 }
      let points = word(index + 2) == lexicon.words.before || word(index + 2) == lexicon.words.after
      // "Which Gondor had listed the month before."
      if isUnit(index + 1), word(index + 2) == lexicon.words.before, isMark(index + 3) { return index + 3 }
      return isUnit(index + 1) && points ? index + 2 : index
    }
    guard isUnit(index + 1) else { return index }
    switch word(index + 2) {
    case lexicon.words.later, lexicon.words.earlier, lexicon.words.ago: return index + 3
    case lexicon.words.after, lexicon.words.before: return index + 2
    default: return index
    }
  }

  /// The end of "for 180 days".
  func durationEnd(_ index: Int) -> Int? {
    guard word(index) == lexicon.words.for, timeAt[index] < 0,
      shape(index + 1).contains(.number) || lexicon.numerals[word(index + 1)] != nil
        || has(index + 1, .article)
    else { return nil }
    return isUnit(index + 2) || reads(index + 2, "days") ? index + 3 : nil
  }

  func isUnit(_ index: Int) -> Bool { has(index, .unit) || word(index) == lexicon.words.day }
}
