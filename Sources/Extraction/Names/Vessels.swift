import Knowledge
import Model
import TextMatching

extension PostReader {
  func isVessel(_ run: CapitalRun) -> Bool {
    if word(run.last) == Mark.open, word(run.last + 1) == lexicon.words.imo { return true }
    if shape(run.last).contains(.number), word(run.last + 1) == Mark.open,
      word(run.last + 2) == lexicon.words.imo
    {
      return true
    }
    if vesselPrefix(run.first) > 0 { return true }
    // "The Myong Sin 2": an article before a name with a number.
    if word(run.first - 1) == lexicon.words.the, shape(run.last).contains(.number),
      tokens[run.last].end - tokens[run.last].start <= 2, !shape(run.last).contains(.hyphenBefore),
      (run.first..<run.last).allSatisfy({ isCapital($0) && !isOrdinary($0) && mentionAt[$0] < 0 })
    {
      return true
    }
    guard form(of: run) == nil else { return false }
    var before = run.first - 1
    if word(before) == Mark.quote { before -= 1 }
    if has(before, .vesselNoun), !isCapital(before) || mentionAt[before] < 0 {
      return !shape(before + 1).contains(.paragraphStart) && !covered(run)
    }
    if word(before) == lexicon.words.the, word(before - 1) == Mark.comma, has(before - 2, .vesselNoun) {
      return true
    }
    if word(before) == Mark.colon, has(before - 1, .vesselNoun) { return true }
    if word(before) == lexicon.words.the { before -= 1 }
    // "a freighter called the Jin Hae 7", "the Doña Remedios and the Isla Tortuga".
    if has(before, .naming) { return has(before - 1, .vesselNoun) || isNamedVessel(before) }
    // "The Togo-flagged Yu Yuan".
    if ends(before, in: "flagged") || ends(before, in: "registered"), shape(before).contains(.hyphenBefore) {
      return true
    }
    if before == run.first - 1, isInListOfShips(before) { return true }
    guard word(before) == lexicon.words.and || word(before) == Mark.comma, before != run.first - 1,
      let other = mention(endingAt: before)
    else { return false }
    return entities[mentions[other].entity].kind == .vessel
  }

  /// "The tankers Aster Wind, Lady Corinna and Rohan Pride": joined to ships that a noun in the plural announces.
  private func isInListOfShips(_ joint: Int) -> Bool {
    var at = joint
    for _ in 0..<12 {
      while word(at) == lexicon.words.and || word(at) == Mark.comma { at -= 1 }
      guard at < joint, mentionAt[at] >= 0, case let ship = mentions[Int(mentionAt[at])], ship.last == at + 1,
        ship.entity >= 0, entities[ship.entity].kind == .vessel
      else { return false }
      let before = ship.first - 1
      if has(before, .vesselNoun), ends(before, in: "s") { return true }
      guard word(before) == Mark.comma || word(before) == lexicon.words.and else { return false }
      at = before
    }
    return false
  }

  /// "Another ship, called Neptune 6", "the tanker, which is called Skipper".
  private func isNamedVessel(_ naming: Int) -> Bool {
    var at = naming - 1
    while at > naming - 5,
      word(at) == Mark.comma || has(at, .relative) || has(at, .be) || has(at, .earlier) || has(at, .addition)
    { at -= 1 }
    return has(at, .vesselNoun)
  }

  /// The number of tokens of "M/V", "MV" or the like at the head of a run.
  func vesselPrefix(_ index: Int) -> Int {
    if has(index, .vesselPrefix), shape(index).contains(.allCapitals), shape(index).contains(.long),
      isCapital(index + 1)
    {
      return 1
    }
    // "M/V", "M/T", "F/V": two single letters.
    let isPair = [index, index + 2].allSatisfy { isCapital($0) && tokens[$0].end - tokens[$0].start == 1 }
    return word(index + 1) == Mark.slash && isPair && isCapital(index + 3) ? 3 : 0
  }

  func addVessel(_ run: CapitalRun) {
    var run = run
    if shape(run.last).contains(.number), !shape(run.last).contains(.grouped), run.last < tokens.count {
      run.last += 1
    }
    let prefix = vesselPrefix(run.first)
    let name = properCase(CapitalRun(first: min(run.first + prefix, run.last - 1), last: run.last))
    addNamed(.vessel, name, run, rule: "vessel by context")
  }
}
