import Knowledge
import Model
import TextMatching

extension PostReader {
  func isWhose(_ token: Int) -> Bool { has(token, .possessivePronoun) }

  /// What a relative pronoun stands for: the phrase before it.
  func antecedent(before relative: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    var at = relative - 1
    // "A, outed in 2015 and blacklisted in 2017": two participles of one noun.
    if at > 0, units[at].kind == .conjunction, units[relative].kind == .verb,
      let first = units[..<at].lastIndex(where: { $0.kind == .verb }), units[first].verb.isBare,
      isReduced(first, clauses) || first > 0 && units[first - 1].kind == .comma,
      !units[first..<at].contains(where: { $0.kind == .comma || $0.kind == .relative })
    {
      return antecedent(before: first, clauses)
    }
    // "which A blacklisted and whose accounts B froze": both pronouns stand for the same.
    if at > 0, units[at].kind == .conjunction,
      let first = units[..<at].lastIndex(where: { $0.kind == .relative || $0.kind == .mark }),
      units[first].kind == .relative, units[first..<at].contains(where: { $0.kind == .verb })
    {
      return antecedent(before: first, clauses)
    }
    // "A and B, both of which have been designated".
    if at > 0, units[at].kind == .preposition, word(units[at].head) == lexicon.words.of,
      units[at - 1].kind == .nounPhrase, entity(at: units[at - 1].head) == nil
    {
      at -= 2
    }
    while at >= 0 {
      switch units[at].kind {
      case .comma, .time, .preposition, .conjunction: at -= 1
      case .close: at = beforeBracket(at, clauses)
      case .mark where word(units[at].head) == Mark.dash: at -= 1
      case .nounPhrase:
        let list = listEnding(before: at + 1, clauses)
        // A place in a phrase of its own is not what does or suffers something.
        if let first = list.first, let entity = entity(at: first.head), entities[entity].kind == .place,
          case let start = clauses.unit(at: first.first), start > 1, units[start - 1].kind == .preposition
        {
          at = start - 2
          continue
        }
        return described(list, clauses)
      default: return []
      }
    }
    return []
  }

  /// What a clause behind a list of phrases is about, where it is not the last noun.
  ///
  /// "Arnor Group, an arm of X, that was designated" is about the name; "the embargo on Eritrea, lifted in 2018"
  /// is about the embargo.
  private func described(_ list: [Filler], _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    guard let first = list.first, let last = list.last else { return list }
    // "The signature by the President of E.O. 14312, which ends": the instrument, and not the person.
    if list.count == 1, let text = last.of.last, let instrument = entity(at: text.head),
      entities[instrument].kind.isInstrument,
      let signer = entity(at: last.head), entities[signer].kind == .person
    {
      return [text]
    }
    var start = clauses.unit(at: first.first)
    // "Harad Air, the generals' source of currency": the owner belongs to the description.
    while start > 0, units[start - 1].kind == .nounPhrase, units[start - 1].isPossessor { start -= 1 }
    if entity(at: last.head) == nil,
      has(last.head, .genericParty) || has(last.head, .title) || !last.of.isEmpty
        || has(first.first, .article), start > 1,
      units[start - 1].kind == .comma
    {
      // "Harad Air (HA), the state's airline, which": a bracket may stand behind the name.
      let name = units[start - 2].kind == .close ? beforeBracket(start - 2, clauses) : start - 2
      if name >= 0, units[name].kind == .nounPhrase, let named = entity(at: units[name].head),
        !entities[named].kind.isTerritory
      {
        let named = listEnding(before: name + 1, clauses).suffix(1)
        // "The release of the Harad Pearl, a tanker that …": the ship, and not its release.
        return named.last?.head == units[name].head
          ? Array(named) : [Filler(unit: name, head: units[name].head, first: units[name].first)]
      }
    }
    // "X is a commander whom Y blacklisted".
    if list.count == 1, entity(at: first.head) == nil,
      has(first.head, .genericParty) || has(first.head, .title),
      start > 0, units[start - 1].kind == .verb, units[start - 1].verb.isAuxiliary,
      !units[start - 1].verb.isNegated,
      has(units[start - 1].head, .be)
    {
      let bearer = subject(of: start - 1, clauses)
      if bearer.count == 1, entity(at: bearer[0].head) != nil { return bearer }
    }
    // "The sanctions in resolution 2374, which it adopted": the text at hand.
    let isText = entity(at: last.head).map { entities[$0].kind.isInstrument } ?? false
    if !isText, let ban = banBefore(start, clauses) {
      let head = units[ban]
      return [Filler(unit: ban, head: head.head, first: head.first, of: list)]
    }
    if let country = entity(at: first.head), entities[country].kind == .country, start > 1,
      units[start - 1].kind == .preposition, units[start - 2].kind == .nounPhrase,
      has(units[start - 2].head, .nounSanctions)
    {
      let ban = units[start - 2]
      return [Filler(unit: start - 2, head: ban.head, first: ban.first, of: list)]
    }
    // "engines of Harad Air, whose property …": the owner, where the thing owned has no name.
    if let owner = last.of.last, list.count == 1, entity(at: last.head) == nil, entity(at: owner.head) != nil,
      !has(last.head, .nounSanctions), !has(last.head, .nounAssets)
    {
      return [owner]
    }
    return list
  }

  /// "A ban on arms sales to Damascus, imposed in 2011": the ban that phrases with prepositions lead back to.
  private func banBefore(_ start: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = start
    while at > 1, units[at - 1].kind == .preposition, units[at - 2].kind == .nounPhrase, at > start - 7 {
      at -= 2
      if mentionAt[units[at].head] < 0, has(units[at].head, .nounSanctions) { return at }
    }
    return nil
  }

  /// "which the EU blacklisted", "whose accounts HM Treasury froze": what the pronoun stands for is the object.
  ///
  /// Of two verbs that "and" joins the second may share the object of the first; a third does not.
  func relativeObject(of unit: Int, _ clauses: Clauses, isFirst: Bool = false) -> [Filler]? {
    let units = clauses.units
    var at = unit - 1
    while at >= 0 {
      // "Which the Foreign Secretary, Liz Truss, had designated".
      if units[at].kind == .comma, at > 2, units[at - 1].kind == .nounPhrase, units[at - 2].kind == .comma,
        units[at - 3].kind == .nounPhrase
      {
        at -= 3
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
