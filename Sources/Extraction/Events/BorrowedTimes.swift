import Knowledge
import Model
import TextMatching

/// Times in the clause of an event that are not its own: those of what it follows, of a text, or of an end.
extension PostReader {
  /// "Following the invasion of Rohan in 2022", "in response to a test in May": a month or year of what an act follows.
  func isOfAnchor(_ time: Int, _ unit: Int, _ clauses: Clauses) -> Bool {
    let isCoarse = times[Int(timeAt[clauses.units[time].head])].value.map { $0.day == nil } ?? false
    // "Lists six officials following May elections": the month belongs to what the act follows.
    if isCoarse, time > 0, time + 1 < clauses.units.count, clauses.units[time + 1].kind == .nounPhrase,
      reads(clauses.units[time - 1].head, "following", "after", "since")
    {
      return true
    }
    var at = time - 1
    var hasPhrase = false
    while at >= 0, at != unit, time - at < 8 {
      switch clauses.units[at].kind {
      case .nounPhrase: hasPhrase = true
      case .preposition:
        if hasPhrase, anchors(clauses.units[at].head) {
          if opensBound(at, clauses) { return false }
          return isCoarse || isAnswer(clauses.units[at].head)
        }
      case .verb where hasPhrase && word(clauses.units[at].head) == lexicon.words.following:
        return isCoarse
      default: return false
      }
      at -= 1
    }
    return false
  }

  /// "Approved the text, its answer to the test of 12 May": the time of another act that a noun tells.
  func isOfOtherAct(_ time: Int, _ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard time > 2, units[time - 1].kind == .preposition, word(units[time - 1].head) == lexicon.words.of,
      case let noun = time - 2, units[noun].kind == .nounPhrase, noun != unit,
      units[noun - 1].kind == .preposition
    else { return false }
    return has(units[noun].head, .nounTest) || has(units[noun].head, .nounDesignation)
  }

  /// Whether a phrase behind "after" or "since" at the head of a sentence holds a time.
  func isBehindAnchor(_ time: Int, _ unit: Int, _ clauses: Clauses) -> Bool {
    time < unit && anchors(clauses.units[0].head)
      && clauses.units[..<time].allSatisfy { $0.kind == .preposition || $0.kind == .nounPhrase }
  }

  /// Whether a preposition leads to the end of what is told, which bounds a plan: "before the end of December".
  func opensBound(_ preposition: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    return preposition + 3 < units.count && units[preposition + 1].kind == .nounPhrase
      && reads(units[preposition + 1].head, "end", "close", "start") && units[preposition + 3].kind == .time
  }

  /// "The Joint Statement of 12 June 2018": the day of a text is not that of what is told with it.
  func isOfInstrument(_ time: Int, _ clauses: Clauses) -> Bool {
    guard time > 1, clauses.units[time - 1].kind == .preposition,
      word(clauses.units[time - 1].head) == lexicon.words.of, clauses.units[time - 2].kind == .nounPhrase
    else { return false }
    let named = clauses.units[time - 2].head
    guard namesInstrument(named) || has(named, .agreementHead) && isCapital(named) else { return false }
    // "Imposed an embargo by resolution 2127 of 5 December": the act is of the day of the text by which it is done.
    let before = time - 3
    return before < 0 || clauses.units[before].kind != .preposition
      || ![lexicon.words.by, lexicon.words.in, lexicon.words.through].contains(
        word(clauses.units[before].head))
  }

  /// "In connection with today's designations, OFAC issued …": the day of the act that opens a sentence.
  func isOfAct(_ time: Int, _ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    // "Was fined at Friday's hearing", "arrested in Wednesday's raid": the day of the occasion.
    if time > unit, time + 1 < units.count, units[time - 1].kind == .preposition, units[unit].kind == .verb,
      reads(units[time - 1].head, "at", "in", "during"), units[time + 1].kind == .nounPhrase,
      mentionAt[units[time + 1].head] < 0, !namesInstrument(units[time + 1].head),
      !units[unit..<time].contains(where: { $0.kind == .relative || $0.kind == .subordinator })
    {
      return true
    }
    guard time + 1 < unit, units[time + 1].kind == .nounPhrase,
      has(units[time + 1].head, .nounAction) || has(units[time + 1].head, .nounDesignation),
      units[..<time].allSatisfy({ $0.kind == .preposition || $0.kind == .nounPhrase }),
      !units[..<time].contains(where: { $0.kind == .preposition && anchors($0.head) })
    else { return false }
    return true
  }

  /// The "to" of "in response to".
  private func isAnswer(_ preposition: Int) -> Bool {
    word(preposition) == lexicon.words.to && reads(preposition - 1, "response", "reaction", "answer")
  }

  /// Whether what stands behind a preposition places something else in time.
  func anchors(_ preposition: Int) -> Bool {
    let before = word(preposition)
    return isAnswer(preposition) || before == lexicon.words.after || before == lexicon.words.before
      || before == lexicon.words.since
      || before == lexicon.words.following
  }

  /// Whether a noun only anchors another event: "after the test", "since the designation".
  func isAnchor(_ unit: Int, _ clauses: Clauses) -> Bool {
    let first = clauses.firstWithOwners(of: unit)
    guard first > 0, clauses.units[first - 1].kind == .preposition else { return false }
    return anchors(clauses.units[first - 1].head)
  }

  /// Whether a time only bounds the act: "until Friday", "expires on Friday", "before 2010".
  func isBound(_ unit: Int, _ clauses: Clauses) -> Bool {
    // "In a rule effective Monday": the day of effect.
    if unit > 0, case let before = clauses.units[unit].first - 1, before >= clauses.range.lowerBound,
      word(before) == lexicon.words.effective
    {
      return true
    }
    guard unit > 0,
      clauses.units[unit - 1].kind == .preposition || clauses.units[unit - 1].kind == .subordinator
    else { return false }
    let before = word(clauses.units[unit - 1].head)
    // "As of July 1": the day of effect.
    if before == lexicon.words.of, word(clauses.units[unit - 1].head - 1) == lexicon.words.as { return true }
    // "All through last summer".
    if before == lexicon.words.through, reads(clauses.units[unit - 1].head - 1, "all") { return false }
    return before == lexicon.words.until || before == lexicon.words.before || before == lexicon.words.after
      || before == lexicon.words.through
  }

  /// "The Arnor Star (built 2001)": the age of a ship or a firm.
  func isOfMaking(_ time: Int) -> Bool {
    let first = times[time].first
    let before = word(first - 1) == lexicon.words.in ? first - 2 : first - 1
    return reads(before, "built", "founded", "established", "registered", "incorporated", "born")
      && !has(before - 1, .be)
  }

  /// "Has failed since 2017 to adopt": the start of what did not happen is no date of it.
  func isSince(_ time: Int) -> Bool { word(times[time].first - 1) == lexicon.words.since }
}
