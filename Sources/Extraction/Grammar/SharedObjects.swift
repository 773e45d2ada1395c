import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The verb behind, joined by "and" or "or", whose object a verb without one shares.
  ///
  /// "Congress passed, and the President signed, the Act".
  func sharesObject(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = unit + 1
    let isSetOff = at < units.count && units[at].kind == .comma
    if isSetOff { at += 1 }
    guard at < units.count, units[at].kind == .conjunction else { return nil }
    at += 1
    // "Congress passed and the President signed the Act": the second verb has a subject of its own.
    let hasSubject = at < units.count && units[at].kind == .nounPhrase
    if hasSubject {
      guard isSetOff || isTransitive(units[unit].verb), let list = list(at: at, clauses) else { return nil }
      at = list.next
    }
    guard at + 1 < units.count, units[at].kind == .verb, !units[at].verb.isPassive,
      !units[at].verb.isAuxiliary
    else { return nil }
    if isSetOff { return units[at + 1].kind == .comma ? at : nil }
    return !hasSubject || units[at + 1].kind == .nounPhrase ? at : nil
  }

  /// "violated or withdrew from X": what the second verb takes is the first one's too.
  func fillSharedObject(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    guard let other = sharesObject(unit, clauses) else { return }
    var shared = Slots()
    var next = other + 1
    if next < clauses.units.count, clauses.units[next].kind == .comma, let list = list(at: next + 1, clauses)
    {
      slots.object = list.fillers
      return
    }
    next = other
    fillRight(of: next, &shared, clauses)
    if let first = shared.prepositions.first, shared.object.isEmpty { shared.object = first.fillers }
    slots.object = shared.object
    slots.prepositions += shared.prepositions
  }

  /// The object that a verb shares with one before it: "Congress passed, and the President signed, the Act".
  func objectSharedWithVerb(before unit: Int, _ clauses: Clauses) -> [Filler]? {
    isLastToShare(unit, clauses) ? list(at: unit + 2, clauses)?.fillers : nil
  }

  /// Whether a verb before this one waits for the object behind the comma.
  ///
  /// Told only from the units before, since what follows a verb may be asked of this one again.
  func isLastToShare(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit + 2 < units.count, units[unit + 1].kind == .comma, units[unit + 2].kind == .nounPhrase else {
      return false
    }
    let subject = listEnding(before: unit, clauses).first.map { clauses.unit(at: $0.first) }
    let start = subject ?? unit
    guard start > 1, units[start - 1].kind == .conjunction else { return false }
    // "Passed and signed, the Act".
    if units[start - 2].kind == .verb { return subject == nil }
    return start > 2 && units[start - 2].kind == .comma && units[start - 3].kind == .verb
  }

  /// A preposition without its noun: "the text that the Council will vote on".
  func strandedPreposition(behind unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit + 1 < units.count, units[unit + 1].kind == .preposition else { return nil }
    guard unit + 2 < units.count else { return units[unit + 1].head }
    // "Which OFAC designated pursuant to E.O. 13224": the two words govern what follows.
    if units[unit + 2].kind == .preposition, word(units[unit + 1].head) == lexicon.words.pursuant {
      return nil
    }
    switch units[unit + 2].kind {
    case .nounPhrase, .verb: return nil
    // "will vote on tomorrow" strands it, "sanctioned on Friday" does not.
    case .time: return takesNoPreposition(units[unit + 2].first) ? units[unit + 1].head : nil
    default: return units[unit + 1].head
    }
  }

  /// Whether a time stands without a preposition: "tomorrow", "last week".
  private func takesNoPreposition(_ index: Int) -> Bool {
    [
      lexicon.words.today, lexicon.words.tomorrow, lexicon.words.yesterday, lexicon.words.tonight,
      lexicon.words.last, lexicon.words.next, lexicon.words.this,
    ]
    .contains(word(index))
  }
}
