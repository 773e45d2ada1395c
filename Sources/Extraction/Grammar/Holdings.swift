import Knowledge
import TextMatching

/// Whose something is, where neither "of" nor a possessive tells it.
extension PostReader {
  /// Gives assets that a passive tells of their holders, where only the words behind them tell.
  func fillHolders(of subjects: inout [Filler], _ clauses: Clauses) {
    guard let last = subjects.last, last.unit >= 0, last.of.isEmpty, last.owners.isEmpty,
      has(last.head, .nounAssets), let whole = filler(at: last.unit, clauses)
    else { return }
    subjects[subjects.count - 1].of = whole.filler.of
  }

  /// The holders of what a phrase names, by the words behind it, and the unit after them.
  func holders(of filler: Filler, behind next: Int, _ clauses: Clauses) -> (fillers: [Filler], next: Int)? {
    let units = clauses.units
    guard next + 1 < units.count else { return nil }
    // "A dime belonging to X".
    if units[next].kind == .verb, reads(units[next].head, "belonging"), units[next + 1].kind == .preposition {
      return list(at: next + 2, clauses)
    }
    guard has(filler.head, .nounAssets) || has(filler.head, .nounMoney), filler.of.isEmpty,
      entity(at: filler.head) == nil
    else { return nil }
    // "Interests in property of X".
    if units[next].kind == .preposition, word(units[next].head) == lexicon.words.in,
      has(units[next + 1].head, .nounAssets), let held = self.filler(at: next + 1, clauses),
      entity(at: held.filler.head) == nil, !held.filler.of.isEmpty
    {
      return (held.filler.of, held.next)
    }
    // "Funds held by X".
    if units[next].kind == .verb, units[next].verb.isBare, has(units[next].head, .holding),
      word(units[next + 1].head) == lexicon.words.by
    {
      return list(at: next + 2, clauses)
    }
    // "Any assets X holds there".
    if units[next].kind == .nounPhrase, !units[next].isPossessor, let holders = list(at: next, clauses),
      holders.next < units.count, units[holders.next].kind == .verb, has(units[holders.next].head, .holding),
      !units[holders.next].verb.isPassive
    {
      return (holders.fillers, holders.next + 1)
    }
    return nil
  }
}
