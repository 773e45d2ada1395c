import Knowledge
import Model
import TextMatching

extension PostReader {
  func isWhose(_ token: Int) -> Bool { has(token, .possessivePronoun) }

  /// What a relative pronoun stands for: the phrase before it.
  func antecedent(before relative: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    var at = relative - 1
    var countsList = false
    // "A, outed in 2015 and blacklisted in 2017": two participles of one noun.
    if at > 0, units[at].kind == .conjunction, units[relative].kind == .verb,
      let first = units[..<at].lastIndex(where: { $0.kind == .verb }), units[first].verb.isBare,
      isReduced(first, clauses) || first > 0 && units[first - 1].kind == .comma,
      !units[first..<at].contains(where: { $0.kind == .comma || $0.kind == .relative })
    {
      return antecedent(before: first, clauses)
    }
    if let name = nameBeforeParticiple(before: relative, clauses) { return antecedent(before: name, clauses) }
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
      countsList = true
    } else if at > 0, units[at].kind == .preposition, word(units[at].head) == lexicon.words.of,
      has(units[at].head - 1, .noneWord)
    {
      // "Neither of whom": the word of denial is no phrase.
      at -= 1
      countsList = true
    }
    while at >= 0 {
      switch units[at].kind {
      case .comma, .time, .preposition, .conjunction: at -= 1
      case .close: at = beforeBracket(at, clauses)
      case .mark where word(units[at].head) == Mark.dash: at -= 1
      case .verb where isIntransitive(at, before: relative, clauses): return subject(of: at, clauses)
      case .nounPhrase:
        if let start = placeOfSubject(at, of: relative, clauses) {
          at = start - 2
          continue
        }
        // "It was Treasury, not the U.N., that froze them".
        if at > 1, units[at - 1].kind == .comma,
          (max(clauses.range.lowerBound, units[at].first - 1)...units[at].first).contains(where: {
            word($0) == lexicon.words.not
          })
        {
          at -= 2
          continue
        }
        let list = listEnding(before: at + 1, clauses)
        // A place in a phrase of its own is not what does or suffers something.
        if let first = list.first, let entity = entity(at: first.head), entities[entity].kind.isTerritory,
          case let start = clauses.unit(at: first.first), start > 1, units[start - 1].kind == .preposition,
          entities[entity].kind == .place || reads(units[start - 1].head, "in", "inside")
        {
          at = start - 2
          continue
        }
        // "An indictment of A and B, neither of whom has been arrested".
        if countsList, list.count == 1, list[0].of.count > 1, entity(at: list[0].head) == nil {
          return list[0].of
        }
        if let whole = wholeBehindCopula(list, before: relative, clauses) { return [whole] }
        // "Arnor Bank was among the banks that Gondor blacklisted".
        if units[relative].kind == .relative, let copula = membership(at + 1, clauses) {
          return subject(of: copula, clauses)
        }
        if isHit(list, of: relative, clauses) { return list }
        if let both = withOwner(of: list, before: relative, clauses) { return both }
        return countsList ? described(list, clauses) : lastOfMixed(described(list, clauses))
      default: return []
      }
    }
    return []
  }

  /// "Orlenko stood before a magistrate in Umbar, charged with fraud": where a phrase begins that stands between a verb
  /// without object and a participle behind a comma, which tells of the subject.
  private func placeOfSubject(_ phrase: Int, of participle: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard isParticipleBehindComma(participle, clauses),
      let first = listEnding(before: phrase + 1, clauses).first,
      case let start = clauses.unit(at: first.first), start > 1, units[start - 1].kind == .preposition,
      let verb = units[..<start].lastIndex(where: { $0.kind == .verb }),
      isIntransitive(verb, before: participle, clauses)
    else { return nil }
    func isPlace(_ entity: Int) -> Bool { entities[entity].kind.isTerritory }
    if let place = entity(at: first.head) { return isPlace(place) ? start : nil }
    let isNobody =
      !has(first.head, .genericParty)
      && first.of.allSatisfy { filler in
        entity(at: filler.head).map { entities[$0].kind == .organization || isPlace($0) } ?? true
      }
    return isNobody ? start : nil
  }

  private func isParticipleBehindComma(_ unit: Int, _ clauses: Clauses) -> Bool {
    clauses.units[unit].kind == .verb && clauses.units[unit].verb.isBare
      && clauses.units[unit - 1].kind == .comma
  }

  /// Whether a verb has phrases behind it, and no object, up to the comma before a participle.
  private func isIntransitive(_ verb: Int, before participle: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    return isParticipleBehindComma(participle, clauses) && verb + 1 < participle - 1
      && units[verb].isFiniteForm
      && (units[verb + 1].kind == .preposition || units[verb + 1].kind == .time)
      && !units[verb..<participle - 1].contains { $0.kind == .comma || $0.kind == .conjunction }
      // "Removed from its list Arnor Bank, blocked in 2014": the object stands behind the phrase.
      && (verb + 1..<participle - 1).allSatisfy { at in
        units[at].kind != .nounPhrase || units[at - 1].kind == .preposition || units[at - 1].isPossessor
      }
  }

  /// "Lifted sanctions on Arnor Bank, which was blacklisted in 2016": a verb for parties tells of the party.
  private func isHit(_ list: [Filler], of relative: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard list.count == 1, units[relative].kind == .relative, let party = entity(at: list[0].head),
      entities[party].kind.canBeListed, !entities[party].kind.isTerritory,
      case let start = clauses.unit(at: list[0].first), start > 1, units[start - 1].kind == .preposition,
      has(units[start - 2].head, .nounSanctions),
      let verb = units[relative...].prefix(4).first(where: { $0.kind == .verb }), verb.verb.lemma >= 0
    else { return false }
    let objects = lexicon.verbs[verb.verb.lemma].frames.flatMap { lexicon.frames[$0].needs }
      .filter { $0.slot == .object }.flatMap(\.fillers)
    return objects.contains(.party) && !objects.contains(.noun(.nounSanctions))
      && !objects.contains(.noun(.nounSanctionsCore))
  }

  /// "Arnor Bank and its chairman, Orlenko, who were blacklisted": a plural verb tells of both.
  private func withOwner(of list: [Filler], before relative: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard list.count == 1, entity(at: list[0].head) != nil, case let name = clauses.unit(at: list[0].first),
      name > 3, units[name - 1].kind == .comma, units[name - 2].kind == .nounPhrase,
      has(units[name - 2].first, .possessivePronoun), units[name - 3].kind == .conjunction,
      relative + 1 < units.count, units[relative + 1].kind == .verb,
      reads(units[relative + 1].first, "were", "are", "have")
    else { return nil }
    let owner = listEnding(before: name - 3, clauses).suffix(1)
    return owner.contains { entity(at: $0.head) != nil } ? owner + list : nil
  }

  /// "Arnor Star is a subsidiary of Umbar Group, which OFAC designated": the firm or body named right before.
  private func wholeBehindCopula(_ list: [Filler], before relative: Int, _ clauses: Clauses) -> Filler? {
    guard list.count == 1, reads(clauses.units[relative].head, "which"), entity(at: list[0].head) == nil,
      let whole = list[0].of.last, let named = entity(at: whole.head), entities[named].kind.canBeListed,
      entities[named].kind != .person, !entities[named].kind.isTerritory,
      case let start = clauses.unit(at: list[0].first), start > 0, clauses.units[start - 1].kind == .verb,
      has(clauses.units[start - 1].head, .be)
    else { return nil }
    return whole
  }

  /// Of a list whose last item is of another sort than the rest, the last: "X, a bank, and the tanker Y, which Z seized".
  private func lastOfMixed(_ list: [Filler]) -> [Filler] {
    guard list.count > 1, let last = list.last, let own = entity(at: last.head),
      entities[own].kind == .vessel || entities[own].kind == .person
        || list.dropLast().allSatisfy({ entity(at: $0.head).map { entities[$0].kind == .person } ?? false })
    else { return list }
    let isMixed = list.dropLast().allSatisfy { filler in
      entity(at: filler.head).map { entities[$0].kind != entities[own].kind } ?? false
    }
    return isMixed ? [last] : list
  }

  /// The comma behind the noun that a participle in commas describes, which says only when and where.
  ///
  /// "The Arnor Agreement, negotiated in Umbar in December, which the Parliament refused to ratify".
  private func nameBeforeParticiple(before relative: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard relative > 4, units[relative].kind == .relative, units[relative - 1].kind == .comma else {
      return nil
    }
    var at = relative - 2
    while at > 1, at > relative - 8 {
      switch units[at].kind {
      case .time, .preposition: break
      case .nounPhrase:
        guard let place = entity(at: units[at].head), entities[place].kind.isTerritory else { return nil }
      case .verb:
        let describes =
          units[at].verb.isBare && units[at - 1].kind == .comma && units[at - 2].kind == .nounPhrase
        return describes ? at - 1 : nil
      default: return nil
      }
      at -= 1
    }
    return nil
  }

  /// What a clause behind a list of phrases is about, where it is not the last noun.
  ///
  /// "Arnor Group, an arm of X, that was designated" is about the name; "the embargo on Eritrea, lifted in 2018"
  /// is about the embargo.
  func described(_ list: [Filler], _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    guard let first = list.first, let last = list.last else { return list }
    // "The signature by the President of E.O. 14312, which ends": the instrument, and not the person.
    if list.count == 1, let text = last.of.last, let instrument = entity(at: text.head),
      entities[instrument].kind.isInstrument,
      let signer = entity(at: last.head), entities[signer].kind == .person
    {
      return [text]
    }
    // "Harad Air, the generals' source of currency": the owner belongs to the description.
    let start = clauses.firstWithOwners(of: clauses.unit(at: first.first))
    if entity(at: last.head) == nil,
      has(last.head, .genericParty) || has(last.head, .title) || !last.of.isEmpty
        || has(first.first, .article), start > 1,
      units[start - 1].kind == .comma
    {
      // "Harad Air (HA), the state's airline, which": a bracket may stand behind the name.
      var name = units[start - 2].kind == .close ? beforeBracket(start - 2, clauses) : start - 2
      // "Kim — spymaster, torpedo enthusiast, a man whom Treasury designated": over other descriptions.
      while name > 1, units[name].kind == .nounPhrase, entity(at: units[name].head) == nil,
        units[name - 1].kind == .comma
          || units[name - 1].kind == .mark && word(units[name - 1].head) == Mark.dash,
        units[name - 2].kind == .nounPhrase
      {
        name -= 2
      }
      if name >= 0, units[name].kind == .nounPhrase, let named = entity(at: units[name].head),
        !entities[named].kind.isTerritory
      {
        // "A and B, entities designated in 2009": several where the description is of several.
        let isPlural = ends(last.head, in: "s") && !has(first.first, .possessivePronoun)
        let names = listEnding(before: name + 1, clauses)
        let named = isPlural && last.of.isEmpty ? names[...] : names.suffix(1)
        // "The release of the Harad Pearl, a tanker that …": the ship, and not its release.
        return named.last?.head == units[name].head
          ? Array(named) : [Filler(unit: name, head: units[name].head, first: units[name].first)]
      }
    }
    // "X is a commander whom Y blacklisted", "X is the sort of firm that Y could list".
    let isSort =
      reads(first.head, "sort", "kind", "type") && first.of.contains { has($0.head, .genericParty) }
    if list.count == 1, entity(at: first.head) == nil,
      has(first.head, .genericParty) || has(first.head, .title) || isSort,
      start > 0, units[start - 1].kind == .verb, units[start - 1].verb.isAuxiliary,
      !units[start - 1].verb.isNegated,
      has(units[start - 1].head, .be)
    {
      let bearer = subject(of: start - 1, clauses)
      if bearer.count == 1, entity(at: bearer[0].head) != nil { return bearer }
    }
    // "Its final rule on Arnor Bank, which bars banks from …": the text.
    if list.count == 1, entity(at: first.head) != nil, start > 1, units[start - 1].kind == .preposition,
      reads(units[start - 1].head, "on", "against", "concerning"), units[start - 2].kind == .nounPhrase,
      entity(at: units[start - 2].head) == nil,
      reads(units[start - 2].head, "rule", "order", "regulation", "notice")
    {
      let text = units[start - 2]
      return [Filler(unit: start - 2, head: text.head, first: text.first, of: list)]
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
}
