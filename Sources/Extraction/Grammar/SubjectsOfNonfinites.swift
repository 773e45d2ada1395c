import Knowledge
import Model
import TextMatching

/// Who does what an infinitive or a gerund tells.
extension PostReader {
  /// Of "to designate": the object of a verb that asks ("urged Seoul to"), else the subject of what governs it.
  func subjectOfInfinitive(_ unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
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
        // "Encourages allies such as Harad to bar them".
        if start > 1, units[start - 1].kind == .preposition, word(units[start - 1].head) == lexicon.words.as,
          word(units[start - 1].head - 1) == lexicon.words.such
        {
          return list
        }
        // "X became the first minister to be blacklisted": who became it.
        if units[unit].verb.isPassive, start > 0, units[start - 1].kind == .verb,
          entity(at: last.head) == nil,
          has(units[start - 1].head, .be) || reads(units[start - 1].head, "became", "become", "becomes"),
          (last.first..<last.head).contains(where: {
            has($0, .ordinal) || reads($0, "only", "last", "latest", "next")
          })
        {
          return subject(of: start - 1, clauses, depth: depth + 1)
        }
        // "Ordered him to forfeit $2 million".
        // "Used the order to designate X": who uses an instrument acts.
        let isAddressed =
          entity(at: last.head) != nil && !namesInstrument(last.head) || has(last.head, .genericParty)
          || has(last.head, .government)
          || reads(last.head, "him", "her", "them")
          || reads(last.head, "it") && start > 0 && reads(units[start - 1].head, "let", "lets", "letting")
        if isAddressed, start > 0, units[start - 1].kind == .verb { return list }
        if !last.owners.isEmpty { return ownersAsFillers(last, clauses) }
        if start > 0, units[start - 1].kind == .verb {
          return subject(of: start - 1, clauses, depth: depth + 1)
        }
        // "Turned down a request by the bank to be taken off the list": whoever asks is to be taken off.
        if start > 1, units[start - 1].kind == .preposition, reads(units[start - 1].head, "by", "from"),
          units[start - 2].kind == .nounPhrase, mentionAt[units[start - 2].head] < 0,
          lexicon.nounCues[word(units[start - 2].head)] != nil
        {
          return list
        }
        // "Hit Harad with sanctions to target its banks": who hits it targets them.
        if start > 1, has(last.head, .nounSanctions), reads(units[start - 1].head, "with", "of"),
          let verb = units[..<start].lastIndex(where: { $0.kind == .verb })
        {
          return subject(of: verb, clauses, depth: depth + 1)
        }
        if start > 1, units[start - 1].kind == .preposition {
          at = start - 2
          continue
        }
        return entity(at: last.head) != nil ? list : []
      case .verb: return subject(of: at, clauses, depth: depth + 1)
      case .conjunction, .comma:
        guard units[at].kind == .comma, let before = aside(closedBy: at, clauses) else {
          return sharedSubject(before: at, of: unit, clauses, depth)
        }
        at = before
      case .time, .preposition: at -= 1
      case .close: at = beforeBracket(at, clauses)
      // "Is weighing whether to fine X".
      case .subordinator where at == unit - 1: at -= 1
      default: return []
      }
    }
    return []
  }

  func subjectOfGerund(_ unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
    let units = clauses.units
    var at = unit - 1
    // "accused X of violating", "fined X for evading": the object does what the gerund tells.
    // "Charged two traders, A and B, with violating": a comma may close the names.
    var close = at > 1 && units[at - 1].kind == .comma ? at - 1 : at
    // "Accused X last year of buying".
    let isBehindTime = close == at && at > 1 && units[at].kind == .preposition && units[at - 1].kind == .time
    if isBehindTime { close -= 1 }
    if at > 0, units[at].kind == .preposition, close > 0, units[close - 1].kind == .nounPhrase {
      var list =
        close < at && !isBehindTime ? namesBehind(close, clauses) : listEnding(before: close, clauses)
      if list.isEmpty { list = namesDescribed(close, clauses) }
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
      // "Accused both sides of having violated it": who accuses does not do it.
      if let first = list.first, clauses.unit(at: first.first) > 0,
        reads(
          units[clauses.unit(at: first.first) - 1].head, "accused", "accuses", "accuse", "accusing",
          "suspected",
          "suspects", "suspect", "suspecting", "convicted", "acquitted", "cleared")
      {
        return list
      }
    }
    if let bearer = bearerOfPerfect(unit, clauses) { return bearer }
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
        // "Signed a decree imposing sanctions on X": who makes the text acts, where it has no name.
        if at > 0, units[at - 1].kind == .verb, entity(at: units[at].head) == nil,
          has(units[at].head, .nounInstrument), !units[at - 1].verb.isPassive, makesTexts(units[at - 1].verb)
        {
          return subject(of: at - 1, clauses, depth: depth + 1)
        }
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
        behind(list.next, clauses).map({ $0.isFiniteForm })
          ?? false
      {
        return list.fillers
      }
      next += 1
    }
    return []
  }

  /// "Harad, having broken the accord, promises to keep it": the subject around the aside.
  private func bearerOfPerfect(_ unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard unit > 1, reads(units[unit].first, "having"), units[unit - 1].kind == .comma,
      units[unit - 2].kind == .nounPhrase,
      let close = units[(unit + 1)...].firstIndex(where: { $0.kind == .comma }), close + 1 < units.count,
      units[close + 1].isFiniteForm
    else { return nil }
    return listEnding(before: unit - 1, clauses)
  }

  /// "Seized the ship on suspicion of violating sanctions": who is hit is suspected, and not who acts.
  private func objectSuspected(before preposition: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    // "A ship that it suspects of violating sanctions".
    if preposition > 1, units[preposition].kind == .preposition, units[preposition - 1].kind == .verb,
      reads(units[preposition - 1].head, "suspects", "suspected", "accuses", "accused"),
      !units[preposition - 1].verb.isPassive
    {
      return relativeObject(of: preposition - 1, clauses) ?? []
    }
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

  /// The object of a verb that an apposition describes, which a comma closes: "charged Ugluk, a citizen of Rohan,".
  private func namesDescribed(_ close: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    guard let open = units[..<close].lastIndex(where: { $0.kind == .comma }), close - open <= 8, open > 1,
      units[open + 1].kind == .nounPhrase, entity(at: units[open + 1].head) == nil,
      !units[open..<close].contains(where: { $0.kind == .verb || $0.kind == .relative }),
      units[open - 1].kind == .nounPhrase, entity(at: units[open - 1].head) != nil
    else { return [] }
    return listEnding(before: open, clauses)
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
