import Knowledge
import Model
import TextMatching

/// Words that only together, or only in their place, are adverbs.
extension PostReader {
  /// The token behind a fixed adverbial phrase that begins at a token; nil where none does.
  func adverbialPhraseEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    let behind = index + 2
    // What such a phrase begins with, told without a look at its letters.
    guard
      has(index, .adverb) || has(index, .motion) || word(index) == lexicon.words.as
        || word(index) == lexicon.words.to || isUnit(index) || has(index, .modal)
        || shape(index).contains(.number)
    else { return nil }
    // "Treasury sanctioned Arnor Bank years ago", "… months before Japan did": no part of the object.
    if isUnit(index), timeAt[index] < 0 {
      if reads(index + 1, "ago", "earlier", "before", "later"),
        behind >= range.upperBound || !startsNounPhrase(behind)
      {
        return min(behind, range.upperBound)
      }
      if reads(index + 1, "before", "after"), mentionAt[index - 1] >= 0 { return index + 1 }
    }
    // "Passed the House 419-1".
    if shape(index).contains(.number), behind <= range.upperBound, mentionAt[index - 1] >= 0,
      shape(index + 1).contains(.number), shape(index + 1).contains(.hyphenBefore)
    {
      return behind
    }
    // "Could and should have sanctioned X".
    if has(index, .modal), behind < range.upperBound, isAnd(index + 1), has(behind, .modal) { return behind }
    guard behind < range.upperBound, timeAt[index] < 0, mentionAt[index] < 0 else { return nil }
    // "As soon as next week".
    if word(index) == lexicon.words.as, reads(index + 1, "soon", "early", "late", "recently"),
      word(behind) == lexicon.words.as, behind + 1 < range.upperBound,
      timeAt[behind + 1] >= 0 || behind + 2 < range.upperBound && timeAt[behind + 2] >= 0
    {
      return behind + 1
    }
    // "Its largest round of sanctions to date".
    if word(index) == lexicon.words.to, reads(index + 1, "date"),
      has(behind, .preposition) || isMark(behind) || has(behind, .conjunction)
    {
      return behind
    }
    // "Designated way back in 2013", "had once more exceeded the cap".
    if reads(index, "way"), reads(index + 1, "back") { return behind }
    if reads(index, "once"), reads(index + 1, "more", "again") { return behind }
    // "Has been violating it ever since."
    if reads(index, "ever"), word(index + 1) == lexicon.words.since, isMark(behind) { return behind }
    return nil
  }

  /// Whether "both", "all" or "each" stands inside a verb group or before a participle that describes a list.
  ///
  /// "Have both violated the accord", "are each charged", "A and B, both designated in 2005".
  func isFloatingQuantifier(_ index: Int, _ last: Tag?) -> Bool {
    guard has(index, .determiner), reads(index, "both", "all", "each"), index + 1 < tokens.count,
      mentionAt[index + 1] < 0
    else {
      return false
    }
    if sharesInstrument(index) { return true }
    guard verbForms(index + 1)?.contains(.participle) == true else { return false }
    if last == .auxiliary { return true }
    guard last == .comma else { return false }
    let behind = index + 2
    return behind < tokens.count
      && (has(behind, .preposition) || isMark(behind) || timeAt[behind] >= 0)
  }

  /// Whether a quantifier gives several acts of a sentence one instrument: ", both under Executive Order 13382".
  func sharesInstrument(_ index: Int) -> Bool {
    index > 0 && word(index - 1) == Mark.comma && reads(index, "both", "all", "each")
      && (word(index + 1) == lexicon.words.under || word(index + 1) == lexicon.words.pursuant)
  }
}
