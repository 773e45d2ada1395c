import Knowledge
import Model
import TextMatching

/// What a verb in a relative clause has as its object.
extension PostReader {
  /// "which the EU blacklisted", "whose accounts HM Treasury froze": what the pronoun stands for is the object.
  ///
  /// Of two verbs that "and" joins the second may share the object of the first; a third does not.
  func relativeObject(of unit: Int, _ clauses: Clauses, isFirst: Bool = false) -> [Filler]? {
    let units = clauses.units
    var at = unit - 1
    // "Which the Parliament could refuse to ratify": the verb that governs the infinitive.
    if units[unit].verb.isInfinitive, at > 0, units[at].kind == .verb, !units[at].verb.isInfinitive {
      at -= 1
    }
    while at >= 0 {
      // "Which the Foreign Secretary, Liz Truss, had designated".
      if units[at].kind == .comma, at > 2, units[at - 1].kind == .nounPhrase, units[at - 2].kind == .comma,
        units[at - 3].kind == .nounPhrase
      {
        at -= 3
        continue
      }
      // "Which OFAC, for reasons of its own, has yet to designate".
      if units[at].kind == .comma, let opening = openingComma(before: at, clauses),
        units[opening + 1].kind == .preposition,
        !units[opening..<at].contains(where: { $0.isFiniteForm && !$0.verb.isBare })
      {
        at = opening - 1
        continue
      }
      if units[at].kind == .close {
        at = beforeBracket(at, clauses)
        continue
      }
      // "Which the House passed in July and the Senate never voted on": the object of both.
      if !isFirst, let other = verbWithoutObject(beforeConjunction: at, clauses),
        let shared = relativeObject(of: other, clauses, isFirst: true)
      {
        return shared
      }
      guard units[at].kind == .nounPhrase || units[at].kind == .time || units[at].kind == .conjunction
      else {
        break
      }
      at -= 1
    }
    guard at >= 0, units[at].kind == .relative, at < unit - 1 else {
      return contactAntecedent(of: unit, clauses)
    }
    var antecedent = antecedent(before: at, clauses)
    // "whose accounts": the thing in between belongs to the antecedent.
    if isWhose(units[at].head), units[at + 1].kind == .nounPhrase, at + 2 < unit,
      let last = antecedent.last
    {
      let thing = units[at + 1]
      antecedent = [Filler(unit: at + 1, head: thing.head, first: thing.first, of: [last])]
    }
    // "Froze the funds of Harad Air, which Umbar designated": the owner, where no frame of the verb takes funds.
    if let things = antecedent.last, antecedent.count == 1, entity(at: things.head) == nil,
      has(things.head, .nounAssets), let owner = things.of.last, entity(at: owner.head) != nil,
      case let lemma = units[unit].verb.lemma, lemma >= 0,
      !lexicon.verbs[lemma].frames.contains(where: { number in
        lexicon.frames[number].needs.contains { $0.fillers.contains(.noun(.nounAssets)) }
      })
    {
      return [owner]
    }
    return antecedent.isEmpty ? nil : antecedent
  }

  /// The verb before a conjunction, where only times stand between: "which the House passed in July and the Senate".
  func verbWithoutObject(beforeConjunction at: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard units[at].kind == .conjunction, let verb = units[..<at].lastIndex(where: { $0.kind == .verb }),
      units[(verb + 1)..<at].allSatisfy({ $0.kind == .time || $0.kind == .preposition })
    else { return nil }
    return verb
  }

  /// "the resolution the Council adopted": a noun phrase right before the subject, with no pronoun between.
  private func contactAntecedent(of unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    var subject = unit - 1
    while subject >= 0, units[subject].kind == .time { subject -= 1 }
    guard subject >= 0, units[subject].kind == .nounPhrase,
      let first = listEnding(before: subject + 1, clauses).first
    else { return nil }
    let start = clauses.unit(at: first.first)
    guard start > 0, units[start - 1].kind == .nounPhrase, !units[start - 1].isPossessor else { return nil }
    let antecedent = listEnding(before: start, clauses)
    return antecedent.isEmpty ? nil : described(antecedent, clauses)
  }
}
