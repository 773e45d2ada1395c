import Knowledge
import Model
import TextMatching

/// A noun phrase in a slot of a trigger, with what belongs to it.
struct Filler {
  /// The unit of its head.
  var unit: Int
  /// The token of the head noun.
  var head: Int
  /// The first token of the phrase, owners included.
  var first: Int
  /// The owners ("Treasury's"), the outermost first.
  var owners: [Int] = []
  /// What "of" joins to it.
  var of: [Filler] = []
  /// Whether it only explains the one before ("X, a bank").
  var isApposition = false
}

/// What stands beside a trigger, by its place: subject, object, and the prepositions.
struct Slots {
  var subject: [Filler] = []
  var object: [Filler] = []
  var complement: [Filler] = []
  var prepositions: [(word: WordID, token: Int, fillers: [Filler])] = []
  var isPassive = false
}

extension PostReader {
  // MARK: Noun phrases

  /// The phrase at a unit with its owners and "of" phrases; nil where none begins there.
  func filler(at unit: Int, _ clauses: Clauses) -> (filler: Filler, next: Int)? {
    var at = unit
    var owners: [Int] = []
    let units = clauses.units
    guard at < units.count, units[at].kind == .nounPhrase else { return nil }
    while units[at].isPossessor, at + 1 < units.count,
      units[at + 1].kind == .nounPhrase || units[at + 1].kind == .time
    {
      owners.append(at)
      at += 1
      if units[at].kind == .time, at + 1 < units.count, units[at + 1].kind == .nounPhrase { at += 1 }
    }
    guard units[at].kind == .nounPhrase else { return nil }
    var filler = Filler(unit: at, head: units[at].head, first: units[unit].first, owners: owners)
    var next = at + 1
    // "Arnor Trust Bank (ATB)": a bracket explains the name before it.
    next = afterBracket(next, clauses)
    if next + 1 < units.count, units[next].kind == .preposition, word(units[next].head) == lexicon.words.of,
      let list = list(at: next + 1, clauses)
    {
      filler.of = list.fillers
      next = list.next
    }
    return (filler, next)
  }

  /// The unit behind a bracket that opens at a unit; the unit itself where none opens.
  func afterBracket(_ unit: Int, _ clauses: Clauses) -> Int {
    guard unit < clauses.units.count, clauses.units[unit].kind == .open else { return unit }
    var at = unit + 1
    while at < clauses.units.count, clauses.units[at].kind != .close { at += 1 }
    return min(at + 1, clauses.units.count)
  }

  /// Phrases joined by commas, "and", "or", "including" and the like, that begin at a unit.
  func list(at unit: Int, _ clauses: Clauses) -> (fillers: [Filler], next: Int)? {
    guard let first = filler(at: unit, clauses) else { return nil }
    var fillers = [first.filler]
    var next = first.next
    let units = clauses.units
    while next < units.count {
      var at = next
      var isApposition = false
      var sawConjunction = false
      joints: while at < units.count, at < next + 3 {
        switch units[at].kind {
        case .comma: isApposition = true
        case .conjunction:
          sawConjunction = true
        // "and in Macau": the next item repeats the preposition.
        case .preposition:
          let current = word(units[at].head)
          guard current == lexicon.words.including || isExample(units[at].head) else { break joints }
        case .mark:
          guard
            word(units[at].head) == Mark.semicolon || word(units[at].head) == Mark.colon
              || word(units[at].head) == Mark.dash || word(units[at].head) == Mark.bullet
          else { break joints }
        default: break joints
        }
        at += 1
      }
      guard at > next, let item = filler(at: at, clauses),
        !isSubject(item, clauses, afterConjunction: sawConjunction)
      else { break }
      var filler = item.filler
      filler.isApposition = isApposition && !sawConjunction && mentionAt[filler.head] < 0
      fillers.append(filler)
      next = item.next
    }
    return (fillers, next)
  }

  /// "such as", "like", "among them".
  private func isExample(_ token: Int) -> Bool {
    word(token) == lexicon.words.as && word(token - 1) == lexicon.words.such
  }

  /// Whether a finite verb follows a phrase, which so opens a clause of its own.
  private func isSubject(_ item: (filler: Filler, next: Int), _ clauses: Clauses, afterConjunction: Bool)
    -> Bool
  {
    let units = clauses.units
    var at = item.next
    while at < units.count, units[at].kind == .time { at += 1 }
    guard at < units.count, units[at].kind == .verb else { return false }
    let verb = units[at].verb
    if verb.isInfinitive || verb.isGerund { return false }
    // Where no verb stands before, the whole list is the subject: "the blacklisting of A and B matters".
    let start = clauses.unit(at: item.filler.first)
    if afterConjunction,
      !units[..<start].contains(where: { $0.kind == .verb && !$0.verb.isInfinitive && !$0.verb.isGerund })
    {
      return false
    }
    if verb.isBare { return !isReduced(at, clauses) }
    return true
  }

  // MARK: To the right

  /// What follows a verb: its object, a complement, and phrases with prepositions, up to the end of the clause.
  func fillRight(of unit: Int, _ slots: inout Slots, _ clauses: Clauses, particles: Int = 0) {
    let units = clauses.units
    var at = unit + 1
    // The words of a phrasal verb ("strike down") are no preposition of its own.
    var skipped = 0
    while skipped < particles, at < units.count,
      units[at].kind == .preposition || units[at].kind == .nounPhrase
    {
      skipped += units[at].last - units[at].first
      at += 1
    }
    var hasObject = slots.isPassive
    var steps = 0
    while at < units.count, steps < 40 {
      steps += 1
      switch units[at].kind {
      case .time: at += 1
      case .open: at = afterBracket(at, clauses)
      case .nounPhrase:
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
        // "pursuant to", "off of", "according to": the second word governs the noun.
        if at + 1 < units.count, units[at + 1].kind == .preposition {
          if word(preposition) == lexicon.words.pursuant, let list = list(at: at + 2, clauses) {
            slots.prepositions.append((lexicon.words.under, preposition, list.fillers))
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
          // "for evading", "by blocking": a clause of its own, behind which nothing belongs to this verb for certain.
          return
        }
        guard let list = list(at: at + 1, clauses) else { return }
        let slot = slotWord(preposition, list.fillers)
        slots.prepositions.append((slot, preposition, list.fillers))
        at = list.next
      case .comma:
        guard at + 1 < units.count else { return }
        let next = units[at + 1]
        if next.kind == .preposition || next.kind == .time {
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
      case .verb, .subordinator, .close: return
      }
    }
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
  private func endOfParenthesis(_ comma: Int, _ clauses: Clauses) -> Int? {
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

  // MARK: To the left

  /// Whether a bare participle describes the noun before it: no object follows, or it stands behind a comma.
  func isReduced(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    let group = units[unit].verb
    guard group.isBare else { return false }
    // A form that is only a participle ("taken", "frozen") cannot be finite.
    if !group.forms.contains(.past) { return true }
    var next = unit + 1
    while next < units.count, units[next].kind == .time { next += 1 }
    let isLast = next >= units.count || units[next].kind == .mark
    if unit > 0, units[unit - 1].kind == .comma, isTransitive(group), isLast { return true }
    if sharesObject(unit, clauses) != nil { return false }
    if next >= units.count {
      return unit > 0 && units[unit - 1].kind == .nounPhrase && isTransitive(group)
        && hasFiniteVerb(clauses, other: unit)
    }
    guard units[next].kind != .nounPhrase, isTransitive(group) else { return false }
    if units[next].kind == .preposition, word(units[next].head) == lexicon.words.by { return true }
    return hasFiniteVerb(clauses, other: unit) && !isOnlyVerb(unit, clauses)
  }

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
    // A subject of its own is set off by commas on both sides.
    if at < units.count, units[at].kind == .nounPhrase {
      guard isSetOff, let list = list(at: at, clauses) else { return nil }
      at = list.next
    }
    guard at + 1 < units.count, units[at].kind == .verb, !units[at].verb.isPassive,
      !units[at].verb.isAuxiliary
    else { return nil }
    if isSetOff { return units[at + 1].kind == .comma ? at : nil }
    return at
  }

  /// Whether the subject of a participle has no other verb: then the participle is the finite verb itself.
  private func isOnlyVerb(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    if unit > 0, units[unit - 1].kind == .comma { return false }
    var at = unit - 1
    while at >= 0 {
      switch units[at].kind {
      case .verb: return false
      case .subordinator, .relative: return true
      case .mark: if word(units[at].head) == Mark.semicolon { return true }
      default: break
      }
      at -= 1
    }
    at = unit + 1
    while at < units.count {
      if units[at].kind == .verb, !units[at].verb.isInfinitive, !units[at].verb.isGerund { return false }
      if units[at].kind == .subordinator || units[at].kind == .relative { return true }
      at += 1
    }
    return true
  }

  private func hasFiniteVerb(_ clauses: Clauses, other: Int) -> Bool {
    clauses.units.indices.contains { index in
      let unit = clauses.units[index]
      return index != other && unit.kind == .verb && !unit.verb.isInfinitive && !unit.verb.isGerund
    }
  }

  /// Whether a verb takes an object: it has frames, which nearly all do.
  private func isTransitive(_ group: VerbGroup) -> Bool {
    group.lemma >= 0 && !lexicon.verbs[group.lemma].frames.isEmpty
  }

  /// The list of phrases that ends just before a unit, in text order.
  func listEnding(before unit: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    var at = unit - 1
    guard at >= 0, units[at].kind == .nounPhrase, !units[at].isPossessor else { return [] }
    var fillers: [Filler] = []
    var sawConjunction = false
    while at >= 0, units[at].kind == .nounPhrase {
      var first = at
      var owners: [Int] = []
      while first > 0,
        units[first - 1].kind == .nounPhrase && units[first - 1].isPossessor
          || units[first - 1].kind == .time && first > 1 && units[first - 2].isPossessor
            && units[first - 2].kind == .nounPhrase
      {
        first -= 1
        if units[first].kind == .nounPhrase { owners.insert(first, at: 0) }
      }
      // An "of" phrase belongs to the noun before it.
      if first >= 2, units[first - 1].kind == .preposition, word(units[first - 1].head) == lexicon.words.of,
        units[first - 2].kind == .nounPhrase
      {
        let inner = Filler(unit: at, head: units[at].head, first: units[first].first, owners: owners)
        at = first - 2
        var outer = Filler(unit: at, head: units[at].head, first: units[at].first)
        outer.of = [inner] + fillers
        fillers = [outer]
        var owner = at
        while owner > 0, units[owner - 1].kind == .nounPhrase, units[owner - 1].isPossessor {
          owner -= 1
          fillers[0].owners.insert(owner, at: 0)
        }
        first = owner
      } else {
        fillers.insert(
          Filler(unit: at, head: units[at].head, first: units[first].first, owners: owners), at: 0)
      }
      var before = first - 1
      if before >= 0, units[before].kind == .close { before = beforeBracket(before, clauses) }
      let joint = before
      while before >= 0,
        units[before].kind == .conjunction || units[before].kind == .comma && sawConjunction
          || units[before].kind == .comma && before > 0 && units[before - 1].kind == .nounPhrase
            && sawConjunction
      {
        if units[before].kind == .conjunction {
          guard isAnd(units[before].head) else { return fillers }
          sawConjunction = true
        }
        before -= 1
      }
      guard
        before < joint || units.indices.contains(before) && units[before].kind == .comma && sawConjunction,
        before >= 0
      else { break }
      if units[before].kind == .close { before = beforeBracket(before, clauses) }
      at = before
    }
    return fillers
  }

  private func isAnd(_ token: Int) -> Bool {
    word(token) == lexicon.words.and || word(token) == Mark.ampersand || word(token) == lexicon.words.or
  }

  private func beforeBracket(_ close: Int, _ clauses: Clauses) -> Int {
    var at = close
    while at >= 0, clauses.units[at].kind != .open { at -= 1 }
    return at - 1
  }

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
        at = opening - 1
      case .mark:
        guard word(units[at].head) == Mark.dash, let opening = openingDash(before: at, clauses) else {
          return []
        }
        at = opening - 1
      case .nounPhrase:
        let list = listEnding(before: at + 1, clauses)
        guard let first = list.first else { return [] }
        let start = clauses.unit(at: first.first)
        // A phrase behind a preposition is part of the subject, not the subject.
        if start > 0, units[start - 1].kind == .preposition {
          at = start - 2
          while at >= 0, units[at].kind == .preposition { at -= 1 }
          if at < 0 { return [] }
          continue
        }
        return list
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

  private func openingDash(before dash: Int, _ clauses: Clauses) -> Int? {
    var at = dash - 1
    while at > 0 {
      if clauses.units[at].kind == .mark, word(clauses.units[at].head) == Mark.dash { return at }
      at -= 1
    }
    return nil
  }

  /// What a relative pronoun stands for: the phrase before it.
  func antecedent(before relative: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    var at = relative - 1
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
        return list
      default: return []
      }
    }
    return []
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
        if entity(at: last.head) != nil || has(last.head, .genericParty), start > 0,
          units[start - 1].kind == .verb
        {
          return list
        }
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
      case .conjunction, .comma: return sharedSubject(before: at, of: unit, clauses, depth)
      case .time, .preposition: at -= 1
      case .close: at = beforeBracket(at, clauses)
      default: return []
      }
    }
    return []
  }

  private func subjectOfGerund(_ unit: Int, _ clauses: Clauses, _ depth: Int) -> [Filler] {
    let units = clauses.units
    var at = unit - 1
    // "accused X of violating", "fined X for evading": the object does what the gerund tells.
    if at > 0, units[at].kind == .preposition, units[at - 1].kind == .nounPhrase {
      let list = listEnding(before: at, clauses)
      if let first = list.first, clauses.unit(at: first.first) > 0,
        case let governor = units[clauses.unit(at: first.first) - 1], governor.kind == .verb,
        word(units[at].head) == lexicon.words.of || word(units[at].head) == lexicon.words.for
          || word(units[at].head) == lexicon.words.from || word(units[at].head) == lexicon.words.with
      {
        return list
      }
      if let first = list.first, !first.owners.isEmpty { return ownersAsFillers(first, clauses) }
    }
    while at >= 0 {
      switch units[at].kind {
      case .verb:
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
      if units[next].kind == .comma, next + 1 < units.count, let list = list(at: next + 1, clauses) {
        return list.fillers
      }
      next += 1
    }
    return []
  }

  func ownersAsFillers(_ filler: Filler, _ clauses: Clauses) -> [Filler] {
    filler.owners.map { Filler(unit: $0, head: clauses.units[$0].head, first: clauses.units[$0].first) }
  }

  // MARK: Entities

  /// The entity that a token is a mention of.
  func entity(at token: Int) -> Int? {
    guard token >= 0, token < tokens.count, mentionAt[token] >= 0 else { return nil }
    let entity = mentions[Int(mentionAt[token])].entity
    return entity >= 0 ? entity : nil
  }

  /// The entities that stand before the head inside a phrase ("Air Koryo designation").
  func modifiers(of filler: Filler, _ clauses: Clauses) -> [Int] {
    let unit = clauses.units[filler.unit]
    var found: [Int] = []
    for token in unit.first..<max(unit.first, filler.head) {
      guard let entity = entity(at: token), entity != self.entity(at: filler.head), !found.contains(entity)
      else { continue }
      found.append(entity)
    }
    return found
  }
}
