import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The subject of a verb group: before it, shared with the verb before, or of what governs it.
  func subject(of unit: Int, _ clauses: Clauses, depth: Int = 0) -> [Filler] {
    guard depth < 6 else { return [] }
    let units = clauses.units
    let group = units[unit].verb
    if group.isInfinitive, !group.isBeTo { return subjectOfInfinitive(unit, clauses, depth) }
    if group.isGerund { return subjectOfGerund(unit, clauses, depth) }
    var at = unit - 1
    var steps = 0
    while at >= 0, steps < 30 {
      steps += 1
      switch units[at].kind {
      case .time: at -= 1
      case .close: at = beforeBracket(at, clauses)
      case .relative: return antecedent(before: at, clauses)
      case .conjunction:
        // "designated X and froze Y" share the subject of the verb before.
        return sharedSubject(before: at, of: unit, clauses, depth)
      case .comma:
        guard let opening = openingComma(before: at, clauses) else {
          return sharedSubject(before: at, of: unit, clauses, depth)
        }
        if relativeOpening(around: opening, clauses) == nil,
          let named = namedApposition(between: opening, and: at, clauses)
        {
          let first = named.first.map { clauses.unit(at: $0.first) } ?? 0
          let description =
            listEnding(before: opening, clauses).first.map { clauses.unit(at: $0.first) } ?? first
          return describedBefore(min(first, description), clauses).map { [$0] + named } ?? named
        }
        at = (relativeOpening(around: opening, clauses) ?? opening) - 1
      case .mark:
        guard word(units[at].head) == Mark.dash, let opening = openingDash(before: at, clauses) else {
          return []
        }
        at = opening - 1
      case .nounPhrase:
        let list = listEnding(before: at + 1, clauses)
        guard let first = list.first else { return [] }
        // "Signed the order, and the next day OFAC used it": an adverbial behind "and" opens a clause.
        if list.count > 1, let last = list.last, case let joint = clauses.unit(at: last.first) - 1, joint > 0,
          units[joint].kind == .conjunction, units[joint].last < last.first,
          !(units[joint].last..<last.first).contains(where: { has($0, .addition) || word($0) == Mark.quote })
        {
          return [last]
        }
        // "Kemal Yurtsever, 53, the owner of X, was arrested": an age is no subject.
        if list.count == 1, at > 1, units[at].last - units[at].first == 1,
          shape(units[at].head).contains(.number),
          units[at - 1].kind == .comma, let person = entity(at: units[at - 2].head),
          entities[person].kind == .person
        {
          at -= 2
          continue
        }
        let start = clauses.unit(at: first.first)
        // "Permits dealings with the government in Harad, and the State Department waived": no subject begins in a phrase.
        // "Listed X, the supplier of the coal, and Harad is considering": who puts parties on lists acts behind ", and".
        if list.count > 1, start > 1, let last = list.last, let acting = entity(at: last.head),
          units[start - 1].kind == .preposition || designates(acting) && entities[acting].kind == .country,
          case let joint = clauses.unit(at: last.first) - 1, joint > 1, units[joint].kind == .conjunction,
          units[joint - 1].kind == .comma,
          units[..<start].contains(where: { $0.kind == .verb && !$0.verb.isInfinitive && !$0.verb.isGerund })
        {
          return [last]
        }
        // A phrase behind a preposition is part of the subject, not the subject.
        if start > 0, units[start - 1].kind == .preposition {
          at = start - 2
          while at >= 0, units[at].kind == .preposition { at -= 1 }
          if at < 0 { return [] }
          continue
        }
        // "The rule making these changes takes effect": the object of a participle behind the subject.
        // "A proposal to lift the embargo was dropped": the object of an infinitive behind it.
        if start > 1, units[start - 1].kind == .verb,
          units[start - 1].verb.isGerund || units[start - 1].verb.isInfinitive && list.count == 1,
          units[start - 2].kind == .nounPhrase
        {
          at = start - 2
          continue
        }
        // "… blocked X, and Japan listed them": what stands behind a verb is its object up to the conjunction.
        if start > 0, units[start - 1].kind == .verb, !isReduced(start - 1, clauses), list.count > 1 {
          return list.suffix(1)
        }
        // "whose property had been blocked": the thing belongs to what the pronoun stands for.
        if start > 0, units[start - 1].kind == .relative, isWhose(units[start - 1].head),
          let owner = antecedent(before: start - 1, clauses).last
        {
          var owned = list[0]
          owned.of.insert(owner, at: 0)
          return [owned]
        }
        // "X, a firm, and its director, B, pleaded": the description before the name goes with it.
        var origin = start
        if start > 2, units[start - 1].kind == .comma,
          let described = listEnding(before: start - 1, clauses).last,
          entity(at: described.head) == nil, has(described.head, .title) || has(described.head, .genericParty)
        {
          origin = clauses.unit(at: described.first)
        }
        return describedBefore(origin, clauses).map { [$0] + list } ?? list
      case .verb:
        // "the bank designated in 2016 moved": a participle between the subject and its verb.
        guard isReduced(at, clauses) else { return [] }
        at -= 1
      case .preposition: at -= 1
      case .subordinator, .open: return []
      }
    }
    return []
  }

  /// The name that an apposition describes before ", and": "Harad Cargo, a firm based in Umbar, and its director, B".
  private func describedBefore(_ start: Int, _ clauses: Clauses) -> Filler? {
    let units = clauses.units
    guard start > 4, units[start - 1].kind == .conjunction, isAnd(units[start - 1].head),
      units[start - 2].kind == .comma
    else { return nil }
    var at = start - 3
    while at > 0, start - at < 12 {
      switch units[at].kind {
      case .nounPhrase, .preposition, .time, .open, .close: break
      case .verb: guard units[at].verb.isBare else { return nil }
      case .comma:
        guard units[at - 1].kind == .nounPhrase, let named = entity(at: units[at - 1].head),
          entities[named].kind.isAgent, entities[named].kind != .country, at + 1 < start,
          units[at + 1].kind == .nounPhrase, has(units[at + 1].first, .article)
        else { return nil }
        return Filler(unit: at - 1, head: units[at - 1].head, first: units[at - 1].first)
      default: return nil
      }
      at -= 1
    }
    return nil
  }

  /// The unit before an adverbial between commas: "declined, yet again, to designate it".
  func aside(closedBy comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = comma - 1
    while at > 0, comma - at < 4 {
      switch units[at].kind {
      case .comma: return units[at - 1].kind == .verb ? at - 1 : nil
      case .conjunction, .preposition, .time: at -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The name between two commas that tells who the description before them is: "Its parent, Arnor Holdings, …".
  private func namedApposition(between opening: Int, and comma: Int, _ clauses: Clauses) -> [Filler]? {
    var described = opening - 1
    // "Its affiliate in Umbar, Lacus Petroleum, was": a place behind the description.
    if described > 1, let place = entity(at: clauses.units[described].head), entities[place].kind.isTerritory,
      clauses.units[described - 1].kind == .preposition, clauses.units[described - 2].kind == .nounPhrase
    {
      described -= 2
    }
    guard opening > 0, clauses.units[described].kind == .nounPhrase,
      entity(at: clauses.units[described].head) == nil,
      let inner = list(at: opening + 1, clauses), inner.next == comma,
      inner.fillers.allSatisfy({ entity(at: $0.head) != nil })
    else { return nil }
    // "Harad Bank, and its president, Vorontsov, have …": the others of the list too.
    return listEnding(before: opening, clauses).dropLast() + inner.fillers
  }

  /// The comma that opens the parenthesis which a comma closes; it stands behind a noun.
  private func openingComma(before comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = comma - 1
    while at > 0, comma - at < 16 {
      if units[at].kind == .comma,
        units[at - 1].kind == .nounPhrase || units[at - 1].kind == .close || units[at - 1].kind == .time
      {
        // A list "A, B, and C" has no parenthesis.
        let inner = units[at + 1]
        if inner.kind == .relative || inner.kind == .verb || inner.kind == .preposition
          || inner.kind == .nounPhrase || inner.kind == .subordinator
        {
          return at
        }
      }
      if units[at].kind == .mark, word(units[at].head) == Mark.semicolon { return nil }
      at -= 1
    }
    return nil
  }

  /// The comma before ", which in May froze the assets of a trader, Arnor Gold,", where only one verb stands behind it.
  private func relativeOpening(around comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var verbs = 0
    var at = comma - 1
    while at > 1, comma - at < 16 {
      switch units[at].kind {
      case .verb where !units[at].verb.isInfinitive && !units[at].verb.isGerund && !units[at].verb.isBare:
        verbs += 1
      case .relative:
        return verbs == 1 && units[at - 1].kind == .comma && units[at - 2].kind == .nounPhrase ? at - 1 : nil
      case .subordinator, .mark: return nil
      default: break
      }
      at -= 1
    }
    return nil
  }

  private func openingDash(before dash: Int, _ clauses: Clauses) -> Int? {
    var at = dash - 1
    while at > 0 {
      if clauses.units[at].kind == .mark, word(clauses.units[at].head) == Mark.dash { return at }
      at -= 1
    }
    return nil
  }

  private func sharedSubject(before joint: Int, of unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
    let units = clauses.units
    var at = joint - 1
    let group = units[unit].verb
    while at >= 0 {
      if units[at].kind == .verb {
        let other = units[at].verb
        if other.isInfinitive == group.isInfinitive, other.isGerund == group.isGerund || !group.isGerund,
          !isReduced(at, clauses)
        {
          return subject(of: at, clauses, depth: depth + 1)
        }
      }
      if units[at].kind == .subordinator, !group.isInfinitive { break }
      if units[at].kind == .mark, word(units[at].head) == Mark.semicolon { break }
      at -= 1
    }
    return []
  }

  /// Of "to designate": the object of a verb that asks ("urged Seoul to"), else the subject of what governs it.
  private func subjectOfInfinitive(_ unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
    let units = clauses.units
    var at = unit - 1
    while at >= 0 {
      switch units[at].kind {
      case .nounPhrase:
        let list = listEnding(before: at + 1, clauses)
        guard let last = list.last else { return [] }
        let start = clauses.unit(at: list[0].first)
        if start > 0, units[start - 1].kind == .preposition,
          word(units[start - 1].head) == lexicon.words.for
            || word(units[start - 1].head) == lexicon.words.on
        {
          return list
        }
        // "Ordered him to forfeit $2 million".
        // "Used the order to designate X": who uses an instrument acts.
        let isAddressed =
          entity(at: last.head) != nil && !namesInstrument(last.head) || has(last.head, .genericParty)
          || reads(last.head, "him", "her", "them")
        if isAddressed, start > 0, units[start - 1].kind == .verb { return list }
        if !last.owners.isEmpty { return ownersAsFillers(last, clauses) }
        if start > 0, units[start - 1].kind == .verb {
          return subject(of: start - 1, clauses, depth: depth + 1)
        }
        if start > 1, units[start - 1].kind == .preposition {
          at = start - 2
          continue
        }
        return entity(at: last.head) != nil ? list : []
      case .verb: return subject(of: at, clauses, depth: depth + 1)
      case .comma where aside(closedBy: at, clauses) != nil: at = aside(closedBy: at, clauses) ?? at - 1
      case .conjunction, .comma: return sharedSubject(before: at, of: unit, clauses, depth)
      case .time, .preposition: at -= 1
      case .close: at = beforeBracket(at, clauses)
      // "Is weighing whether to fine X".
      case .subordinator where at == unit - 1: at -= 1
      default: return []
      }
    }
    return []
  }

  private func subjectOfGerund(_ unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
    let units = clauses.units
    var at = unit - 1
    // "accused X of violating", "fined X for evading": the object does what the gerund tells.
    // "Charged two traders, A and B, with violating": a comma may close the names.
    let close = at > 1 && units[at - 1].kind == .comma ? at - 1 : at
    if at > 0, units[at].kind == .preposition, close > 0, units[close - 1].kind == .nounPhrase {
      let list = close < at ? namesBehind(close, clauses) : listEnding(before: at, clauses)
      if let first = list.first, clauses.unit(at: first.first) > 0,
        case let governor = units[clauses.unit(at: first.first) - 1], governor.kind == .verb,
        word(units[at].head) == lexicon.words.of || word(units[at].head) == lexicon.words.for
          || word(units[at].head) == lexicon.words.from || word(units[at].head) == lexicon.words.with
          || reads(units[at].head, "into"),
        list.contains(where: { isParty($0.head) || has($0.head, .pronoun) })
      {
        return list
      }
      if let first = list.first, !first.owners.isEmpty { return ownersAsFillers(first, clauses) }
    }
    // "Spent the same afternoon blocking X".
    if at > 0, units[at].kind == .nounPhrase || units[at].kind == .time, units[at - 1].kind == .verb,
      reads(units[at - 1].head, "spent", "spend", "spends", "spending")
    {
      return subject(of: at - 1, clauses, depth: depth + 1)
    }
    if let object = objectFined(before: at, clauses) ?? objectSuspected(before: at, clauses) { return object }
    while at >= 0 {
      switch units[at].kind {
      case .verb:
        // "Sued the ship that he had left, filing a complaint": not the verb of the relative clause.
        if units[unit - 1].kind == .comma,
          let relative = units[..<at].lastIndex(where: { $0.kind == .relative || $0.kind == .verb }),
          units[relative].kind == .relative,
          units[..<relative].contains(where: { $0.kind == .verb })
        {
          at = relative - 1
          continue
        }
        let group = units[at].verb
        if group.isPassive || isReduced(at, clauses) {
          return group.isPassive
            ? subject(of: at, clauses, depth: depth + 1) : antecedent(before: at, clauses)
        }
        return subject(of: at, clauses, depth: depth + 1)
      case .subordinator: return []
      case .nounPhrase where at == unit - 1:
        return listEnding(before: unit, clauses)
      default: at -= 1
      }
    }
    // "By blocking X, Treasury …": the subject follows.
    var next = unit + 1
    while next < units.count {
      if units[next].kind == .open { next = afterBracket(next, clauses) }
      guard next < units.count else { break }
      if units[next].kind == .comma, next + 1 < units.count, let list = list(at: next + 1, clauses),
        behind(list.next, clauses).map({ $0.kind == .verb && !$0.verb.isGerund && !$0.verb.isInfinitive })
          ?? false
      {
        return list.fillers
      }
      next += 1
    }
    return []
  }

  /// "Seized the ship on suspicion of violating sanctions": who is hit is suspected, and not who acts.
  private func objectSuspected(before preposition: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard preposition > 1, units[preposition].kind == .preposition,
      units[preposition - 1].kind == .nounPhrase,
      reads(units[preposition - 1].head, "suspicion", "charges", "allegations", "accusations", "grounds"),
      let verb = units[..<preposition].lastIndex(where: { $0.kind == .verb }), !units[verb].verb.isPassive
    else { return nil }
    let object = list(at: verb + 1, clauses)?.fillers ?? relativeObject(of: verb, clauses)
    return object?.contains(where: { isParty($0.head) }) == true ? object : nil
  }

  /// The names of an apposition that a comma closes, where a verb stands before what they name: "charged two traders, A and B,".
  private func namesBehind(_ close: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    // "Two traders, A and B": the list begins with what the names tell.
    let names = Array(listEnding(before: close, clauses).drop { entity(at: $0.head) == nil })
    guard let first = names.first, names.allSatisfy({ entity(at: $0.head) != nil }),
      case let open = clauses.unit(at: first.first) - 1, open > 1, units[open].kind == .comma,
      units[open - 1].kind == .nounPhrase, units[open - 2].kind == .verb
    else { return [] }
    var fillers = names
    fillers[0].unit = open - 1
    fillers[0].first = units[open - 1].first
    return fillers
  }

  /// The unit at a place, times aside.
  private func behind(_ unit: Int, _ clauses: Clauses) -> Unit? {
    clauses.units[unit...].first { $0.kind != .time }
  }

  /// "fined Harad Air, of Umbar, $5 million for evading": the object, where its place or a sum stands before "for".
  private func objectFined(before preposition: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard preposition > 0, units[preposition].kind == .preposition,
      word(units[preposition].head) == lexicon.words.for,
      let governor = units[..<preposition].lastIndex(where: { $0.kind == .verb }),
      !units[governor].verb.isPassive, !units[governor].verb.isAuxiliary,
      let object = list(at: governor + 1, clauses), object.next < preposition,
      object.fillers.allSatisfy({ isParty($0.head) }),
      units[object.next..<preposition].allSatisfy({ unit in
        unit.kind == .comma || unit.kind == .preposition || unit.kind == .nounPhrase
      })
    else { return nil }
    return object.fillers
  }
}
