import Knowledge
import Model
import TextMatching

extension PostReader {
  func isMonthWord(_ index: Int) -> Bool {
    isCapital(index) && has(index, .month) && mentionAt[index] < 0
  }

  /// Whether a capitalised month name is one: "May" and "March" need a preposition or a number beside them.
  func isMonth(_ index: Int) -> Bool {
    guard isMonthWord(index), !shape(index + 1).contains(.hyphenBefore) || shape(index + 1).contains(.number)
    else { return false }
    if dayNumber(index + 1) != nil || yearNumber(index + 1) != nil
      || word(index + 1) == Mark.comma && yearNumber(index + 2) != nil
      || word(index + 1) == lexicon.words.of && yearNumber(index + 2) != nil
    {
      return true
    }
    let short = tokens[index].end - tokens[index].start <= 4 && !["June", "July"].contains(text(of: index))
    if short, word(index) != lexicon.words.may { return false }
    guard word(index) == lexicon.words.may || word(index) == lexicon.words.march else { return true }
    let before = index - 1
    return has(before, .preposition) || has(before, .vague) || word(before) == lexicon.words.last
      || word(before) == lexicon.words.next || word(before) == lexicon.words.this
      || word(before) == lexicon.words.and && isMonthWord(before - 1)
      || isMark(before) && word(before) == Mark.comma && has(before - 1, .preposition)
  }

  func isWeekday(_ index: Int) -> Bool {
    guard isCapital(index), mentionAt[index] < 0 else { return false }
    return tokens[index].end - tokens[index].start > 4 || shape(index).contains(.abbreviated)
      || word(index + 1) == Mark.comma && isMonthWord(index + 2)
  }

  /// Whether a word that can be a verb follows a determiner or adjective, as a noun does.
  func isNounUse(_ index: Int) -> Bool {
    isOwnedName(index - 1) || has(index - 1, .determiner) || has(index - 1, .possessivePronoun)
      || has(index - 1, .preposition)
      || lexicon.sense(word(index - 1)).contains(.demonym) || word(index - 1) == Mark.possessive
      || shape(index).contains(.hyphenBefore)
      || has(index - 1, .adverb) == false && !isMark(index - 1) && mentionAt[index - 1] < 0
        && !has(index - 1, .pronoun) && !has(index - 1, .relative)
  }

  /// "Its Russia sanctions": whether a name ends here that a possessive pronoun stands before.
  private func isOwnedName(_ index: Int) -> Bool {
    guard let named = mention(endingAt: index + 1) else { return false }
    let before = mentions[named].first - 1
    return has(before, .possessivePronoun)
  }

  /// Whether a number that looks like a year counts something: "2000 workers".
  func isCount(_ index: Int) -> Bool {
    if has(index - 1, .numbered) { return true }
    guard shape(index + 1).contains(.word), !isCapital(index + 1) else { return false }
    if has(index + 1, .nounMoney) || word(index + 1) == lexicon.words.more { return true }
    if has(index - 1, .preposition),
      word(index - 1) == lexicon.words.in || word(index - 1) == lexicon.words.since
    {
      return false
    }
    let next = text(of: index + 1)
    return next.hasSuffix("s") && lexicon.info(word(index + 1)).classes.isEmpty
      && lexicon.verbForm(word(index + 1)).lemma < 0
      || has(index + 1, .unit)
  }
}
