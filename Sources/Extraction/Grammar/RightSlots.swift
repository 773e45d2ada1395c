import Knowledge
import Model
import TextMatching

/// What stands beside a trigger, by its place: subject, object, and the prepositions.
struct Slots {
  var subject: [Filler] = []
  var object: [Filler] = []
  var complement: [Filler] = []
  var prepositions: [(word: WordID, token: Int, fillers: [Filler])] = []
  var isPassive = false

  /// What stands behind a preposition.
  func fillers(behind word: WordID) -> [Filler] {
    var found: [Filler] = []
    for slot in prepositions where slot.word == word {
      if found.isEmpty { found = slot.fillers } else { found += slot.fillers }
    }
    return found
  }
}

extension PostReader {
  /// What follows a verb: its object, a complement, and phrases with prepositions, up to the end of the clause.
  func fillRight(of unit: Int, _ slots: inout Slots, _ clauses: Clauses, particles: Int = 0) {
    let units = clauses.units
    var at = unit + 1
    // The words of a phrasal verb ("strike down") are no preposition of its own.
    var skipped = 0
    while skipped < particles, at < units.count,
      units[at].kind == .preposition || units[at].kind == .nounPhrase,
      units[at].first <= units[unit].head + particles
    {
      skipped += units[at].last - units[at].first
      at += 1
    }
    var hasObject = slots.isPassive
    var isInterrupted = false
    var steps = 0
    while at < units.count, steps < 40 {
      steps += 1
      switch units[at].kind {
      case .time: at += 1
      case .open: at = afterBracket(at, clauses)
      case .nounPhrase:
        if !hasObject, let noun = freeRelative(at, clauses) {
          at = noun
          continue
        }
        // "Passed 96 to nothing": a count of votes is no object.
        if !hasObject, isScore(at, clauses) {
          at += 3
          continue
        }
        if let subject = filler(at: at, clauses), hasObject, opensClauseOfItsOwn(subject, clauses) { return }
        guard let list = list(at: at, clauses) else { return }
        if !hasObject {
          slots.object = list.fillers
          hasObject = true
        } else if slots.complement.isEmpty {
          slots.complement = list.fillers
        }
        at = list.next
      case .preposition:
        hasObject = hasObject || !slots.object.isEmpty
        let preposition = units[at].head
        // "Removed X from the list, along with Y": what goes along is hit too.
        if has(preposition, .together), at + 1 < units.count, units[at + 1].kind == .preposition,
          let more = list(at: at + 2, clauses)
        {
          slots.object += more.fillers
          at = more.next
          continue
        }
        // "Removed dozens of names from its list, among them X".
        if has(preposition, .among), units[at - 1].kind == .comma, at + 1 < units.count,
          units[at + 1].kind == .nounPhrase, case let them = units[at + 1].first,
          has(them, .pronoun) || has(them, .determiner) || has(them, .possessivePronoun)
            || reads(them, "them"),
          let more = list(at: units[at + 1].last - units[at + 1].first == 1 ? at + 2 : at + 1, clauses)
        {
          slots.object += more.fillers
          at = more.next
          continue
        }
        // "pursuant to", "off of", "according to": the second word governs the noun.
        if at + 1 < units.count, units[at + 1].kind == .preposition {
          if word(preposition) == lexicon.words.pursuant, let list = list(at: at + 2, clauses) {
            // "Is designating, pursuant to E.O. 13382, A and B": the parties are the object.
            let texts = list.fillers.prefix { namesInstrument($0.head) }
            if isInterrupted, !hasObject, !texts.isEmpty, texts.count < list.fillers.count {
              slots.object = Array(list.fillers.dropFirst(texts.count))
              hasObject = true
            }
            slots.prepositions.append(
              (lexicon.words.under, preposition, hasObject && !texts.isEmpty ? Array(texts) : list.fillers))
            at = list.next
          } else {
            at += 1
          }
          continue
        }
        if at + 1 < units.count, units[at + 1].kind == .time {
          at += 2
          continue
        }
        if at + 1 < units.count, units[at + 1].kind == .verb {
          // "for evading", "by blocking": a clause of its own, behind which nothing belongs to this verb for certain,
          // but for who did it: "were designated for carrying coal by the committee".
          if slots.isPassive { takeDoer(behind: at + 1, &slots, clauses) }
          return
        }
        let behind = freeRelative(at + 1, clauses) ?? at + 1
        guard let list = list(at: behind, clauses) else { return }
        let slot = slotWord(preposition, list.fillers)
        slots.prepositions.append((slot, preposition, list.fillers))
        at = list.next
      case .comma:
        guard at + 1 < units.count else { return }
        let next = units[at + 1]
        let isAmended = next.kind == .subordinator && word(next.head) == lexicon.words.as
        if next.kind == .preposition || next.kind == .time || isAmended {
          isInterrupted = true
          at += 1
        } else if next.kind == .nounPhrase, isInterrupted, !hasObject, slots.object.isEmpty {
          // "Extended for a year, until 30 April, the measures": the object behind what stands between.
          at += 1
        } else if next.kind == .relative {
          guard let end = endOfParenthesis(at, clauses) else { return }
          at = end
        } else {
          return
        }
      case .conjunction:
        // "in 2016 and under E.O. 13722": the phrases go on.
        guard at + 1 < units.count, units[at + 1].kind == .preposition else { return }
        at += 1
      case .relative:
        return
      case .mark:
        guard word(units[at].head) == Mark.dash, let end = closingDash(at, clauses) else { return }
        at = end
      case .verb:
        // "Declared the bank to be a primary money laundering concern".
        // "Found it to be of primary money laundering concern".
        let behind = at + 1 < units.count && units[at + 1].kind == .preposition ? at + 2 : at + 1
        if units[at].verb.isInfinitive, units[at].verb.isAuxiliary, has(units[at].head, .be),
          !slots.object.isEmpty,
          slots.complement.isEmpty, behind < units.count, let list = list(at: behind, clauses)
        {
          slots.complement = list.fillers
          at = list.next
          continue
        }
        // "struck 22 entities seen as vital from the list": only what a list or an instrument governs is the verb's.
        guard hasObject || !slots.object.isEmpty || !slots.prepositions.isEmpty, isReduced(at, clauses),
          let end = phraseOfList(behind: at, &slots, clauses)
        else { return }
        at = end
      case .subordinator
      where word(units[at].head) == lexicon.words.as && at + 1 < units.count
        && units[at + 1].kind == .verb && units[at + 1].verb.isBare:
        // "E.O. 13894, as amended by E.O. 14312, …"; "as required by resolution 2270".
        let isAmended = reads(units[at + 1].head, "amended", "modified", "renewed", "extended")
        at += 2
        if at + 1 < units.count, units[at].kind == .preposition, let list = list(at: at + 1, clauses) {
          let instruments = list.fillers.filter { namesInstrument($0.head) }
          if !isAmended, !instruments.isEmpty {
            slots.prepositions.append((lexicon.words.under, units[at].head, instruments))
          }
          at = list.next
        }
      case .subordinator, .close: return
      }
    }
  }

  /// The phrase that "what" introduces: "launched what it calls a satellite", "trade with what was then called Burma".
  func freeRelative(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit < units.count, word(units[unit].first) == lexicon.words.what else { return nil }
    var sawVerb = false
    for at in (unit + 1)..<min(units.count, unit + 7) {
      switch units[at].kind {
      case .verb: sawVerb = true
      case .nounPhrase: if sawVerb { return at }
      case .subordinator, .preposition: if word(units[at].head) != lexicon.words.as { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// Takes a body that puts parties on lists and stands behind "by" before the end of the clause.
  private func takeDoer(behind gerund: Int, _ slots: inout Slots, _ clauses: Clauses) {
    let units = clauses.units
    var at = gerund + 1
    while at + 1 < units.count, at < gerund + 12 {
      switch units[at].kind {
      case .preposition where word(units[at].head) == lexicon.words.by:
        guard let list = list(at: at + 1, clauses), let doer = entity(at: list.fillers[0].head),
          designates(doer)
        else { return }
        slots.prepositions.append((lexicon.words.by, units[at].head, list.fillers))
        return
      case .nounPhrase, .preposition, .time, .open, .close: at += 1
      default: return
      }
    }
  }

  /// Whether a bare number, "to" and another number or none stand here.
  private func isScore(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit + 2 < units.count, units[unit].last - units[unit].first == 1,
      shape(units[unit].head).contains(.number),
      units[unit + 1].kind == .preposition, word(units[unit + 1].head) == lexicon.words.to,
      units[unit + 2].kind == .nounPhrase
    else { return false }
    let other = units[unit + 2].head
    return shape(other).contains(.number)
      || reads(other, "nothing", "none", "zero", "nil")
      || lexicon.numerals[word(other)] != nil
  }

  /// Takes the next phrase with a preposition that leads to a list or an instrument, within the clause; the unit behind.
  private func phraseOfList(behind verb: Int, _ slots: inout Slots, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = verb + 1
    while at < units.count, at < verb + 10 {
      switch units[at].kind {
      case .preposition:
        if at + 1 < units.count, units[at + 1].kind == .nounPhrase, has(units[at + 1].head, .nounList),
          let list = list(at: at + 1, clauses)
        {
          slots.prepositions.append((word(units[at].head), units[at].head, list.fillers))
          return list.next
        }
      case .nounPhrase, .time, .open, .close: break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// "in accordance with" and "under the authority of" lead to the instrument behind them.
  private func slotWord(_ preposition: Int, _ fillers: [Filler]) -> WordID {
    let current = word(preposition)
    if current == lexicon.words.with, word(preposition - 1) == lexicon.words.accordance {
      return lexicon.words.under
    }
    return current
  }

  private func opensClauseOfItsOwn(_ item: (filler: Filler, next: Int), _ clauses: Clauses) -> Bool {
    isSubject(item, clauses, afterConjunction: false)
  }

  /// The unit behind the comma that closes a parenthesis opened by a comma; nil where none closes.
  func endOfParenthesis(_ comma: Int, _ clauses: Clauses) -> Int? {
    var at = comma + 2
    while at < clauses.units.count, at < comma + 16 {
      if clauses.units[at].kind == .comma { return at + 1 }
      at += 1
    }
    return nil
  }

  private func closingDash(_ dash: Int, _ clauses: Clauses) -> Int? {
    var at = dash + 1
    while at < clauses.units.count {
      if clauses.units[at].kind == .mark, word(clauses.units[at].head) == Mark.dash { return at + 1 }
      at += 1
    }
    return nil
  }
}
