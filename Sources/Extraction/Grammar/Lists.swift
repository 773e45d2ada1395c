import Knowledge
import Model
import TextMatching

/// Noun phrases that commas, semicolons and "and" join.
extension PostReader {
  /// Phrases joined by commas, "and", "or", "including" and the like, that begin at a unit.
  func list(at unit: Int, _ clauses: Clauses) -> (fillers: [Filler], next: Int)? {
    guard let first = filler(at: unit, clauses) else { return nil }
    var fillers = [first.filler]
    var next = first.next
    let units = clauses.units
    // "A front company for X, Arnor Trading".
    if let named = nameBehind(first.filler, next: next, clauses) {
      fillers.append(named.filler)
      next = named.next
    }
    let governor = unit > 0 && units[unit - 1].kind == .preposition ? word(units[unit - 1].head) : 0
    while next < units.count {
      if let items = itemsInBracket(before: next, clauses) { fillers += items }
      if let behind = behindReduced(next, fillers.last, clauses) { next = behind }
      if let item = itemBehindSemicolon(next, clauses) {
        fillers.append(item.filler)
        next = item.next
        continue
      }
      let start = behindPlace(behindAge(next, fillers.last, clauses), clauses)
      var at = start
      var isApposition = false
      var sawConjunction = false
      joints: while at < units.count, at < start + 3 {
        switch units[at].kind {
        // "X and, for good measure, Y".
        case .comma where sawConjunction:
          guard let end = endOfParenthesis(at, clauses), end - at <= 6,
            !units[at..<end].contains(where: { $0.kind == .verb })
          else { break joints }
          at = end
          break joints
        case .comma: isApposition = true
        case .conjunction:
          sawConjunction = true
        // "on X and on Y": the next item repeats the preposition.
        case .preposition:
          let current = word(units[at].head)
          // "518 names, among them X".
          // "Removed names from its list, among them X": X is no part of the list.
          if has(units[at].head, .among), governor == 0 || !has(fillers[fillers.count - 1].head, .nounList),
            at + 1 < units.count, units[at + 1].kind == .nounPhrase,
            has(units[at + 1].head, .pronoun)
              || units[at + 1].head + 1 == units[at + 1].last
                && has(units[at + 1].head, .determiner)
          {
            at += 2
            break joints
          }
          // "X along with its subsidiaries".
          // "Added X to the list, along with Y": what goes along goes with the object.
          if has(units[at].head, .together), at + 1 < units.count, units[at + 1].kind == .preposition,
            word(units[at + 1].head) == lexicon.words.with, governor == 0 || !isApposition
          {
            at += 2
            sawConjunction = true
            break joints
          }
          let repeats = sawConjunction && current == governor
          guard repeats || current == lexicon.words.including || isExample(units[at].head) else {
            break joints
          }
        // "A; B, a judge who sentenced protesters; and C": the clause ends with its item.
        case .mark
        where word(units[at].head) == Mark.semicolon && unit > 1 && units[unit - 1].kind == .verb
          && units[unit - 2].kind == .relative:
          break joints
        case .mark:
          guard
            word(units[at].head) == Mark.semicolon || word(units[at].head) == Mark.colon
              || word(units[at].head) == Mark.dash || word(units[at].head) == Mark.bullet
          else { break joints }
        default: break joints
        }
        at += 1
      }
      if at == start + 1, at < units.count,
        units[at].kind == .relative
          || units[at].kind == .preposition && at + 1 < units.count && units[at + 1].kind == .relative
          || units[at].kind == .verb && (units[at].verb.isBare || units[at].verb.isGerund),
        let behind = behindRelative(comma: start, clauses)
      {
        at = behind
        sawConjunction = true
      }
      guard at > start, let item = filler(at: at, clauses),
        start == next || isParty(item.filler.head) || has(item.filler.head, .title),
        !isSubject(item, clauses, afterConjunction: sawConjunction)
      else { break }
      var filler = item.filler
      let named = nameBehind(filler, next: item.next, clauses)
      filler.isApposition = isApposition && !sawConjunction && mentionAt[filler.head] < 0
      next = item.next
      // "X, the owner of Y, and Z": what comes behind the comma is no part of the apposition.
      if filler.isApposition, filler.of.count == 2, case let joint = clauses.unit(at: filler.of[1].first) - 1,
        joint > at,
        units[joint].kind == .conjunction, units[joint - 1].kind == .comma
      {
        filler.of.removeLast()
        next = joint - 1
      }
      fillers.append(filler)
      if let named {
        fillers.append(named.filler)
        next = named.next
      }
    }
    return (fillers, next)
  }

  /// "Arnor Trust Bank (and Arnor Trading)": the items of a bracket that goes on with the list, which ends before a unit.
  private func itemsInBracket(before next: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard next > 0, units[next - 1].kind == .close,
      let open = units[..<(next - 1)].lastIndex(where: { $0.kind == .open }), open + 2 < next,
      units[open + 1].kind == .conjunction
    else { return nil }
    return list(at: open + 2, clauses)?.fillers
  }

  /// The comma behind what tells whose some firms are, before examples of them: "firms owned by X, among them Y".
  private func behindReduced(_ next: Int, _ last: Filler?, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard let last, entity(at: last.head) == nil, has(last.head, .genericParty), units[next].kind == .verb,
      units[next].verb.isBare || units[next].verb.isGerund
    else { return nil }
    for at in (next + 1)..<min(units.count, next + 12) {
      switch units[at].kind {
      case .comma:
        guard at + 1 < units.count, units[at + 1].kind == .preposition else { continue }
        let opens =
          has(units[at + 1].head, .among) || word(units[at + 1].head) == lexicon.words.including
          || isExample(units[at + 1].head)
        if opens { return at }
      case .nounPhrase, .preposition, .conjunction, .time, .open, .close: break
      default: return nil
      }
    }
    return nil
  }

  /// The next item of a list that semicolons part, over what is told of the item before.
  ///
  /// "Of the following entries: A, with offices in Umbar and Dale; B, of Bree; and C".
  private func itemBehindSemicolon(_ next: Int, _ clauses: Clauses) -> (filler: Filler, next: Int)? {
    let units = clauses.units
    guard clauses.partsLists, units[next].kind == .comma, next + 1 < units.count,
      units[next + 1].kind != .conjunction, !isItem(units[next + 1])
    else { return nil }
    var mark = next + 1
    var isRelative = false
    while mark < units.count, mark < next + 40 {
      switch units[mark].kind {
      case .relative: isRelative = true
      case .verb where !isRelative && !units[mark].verb.isGerund && !units[mark].verb.isBare: return nil
      case .mark:
        guard word(units[mark].head) == Mark.semicolon else { return nil }
        var at = mark + 1
        while at < units.count, units[at].kind == .conjunction { at += 1 }
        guard let item = filler(at: at, clauses), !isSubject(item, clauses, afterConjunction: true),
          isParty(item.filler.head) || has(item.filler.head, .title)
        else { return nil }
        return item
      default: break
      }
      mark += 1
    }
    return nil
  }

  /// Whether a phrase behind a comma can be an item of its own, and does not only tell of the one before.
  private func isItem(_ unit: Unit) -> Bool {
    guard unit.kind == .nounPhrase, !shape(unit.head).contains(.number) || mentionAt[unit.head] >= 0 else {
      return false
    }
    guard let named = entity(at: unit.head) else { return !has(unit.first, .determiner) }
    return !entities[named].kind.isTerritory
  }

  /// "Its agent in Minsk, RYU Kwang-sik": the name behind the description and its place.
  private func nameBehind(_ filler: Filler, next: Int, _ clauses: Clauses) -> (filler: Filler, next: Int)? {
    let units = clauses.units
    guard entity(at: filler.head) == nil, has(filler.head, .genericParty) || has(filler.head, .title) else {
      return nil
    }
    // "Its director, Pak Sung-do".
    if has(filler.head, .title), next + 1 < units.count, units[next].kind == .comma,
      let item = self.filler(at: next + 1, clauses), let named = entity(at: item.filler.head),
      entities[named].kind == .person, !isSubject(item, clauses, afterConjunction: false)
    {
      return item
    }
    guard has(filler.head, .genericParty) else { return nil }
    // "its directors Oksana Belozerova and …": the names stand right behind.
    if next < units.count, units[next].kind == .nounPhrase, entity(at: units[next].head) != nil,
      let item = self.filler(at: next, clauses), !isSubject(item, clauses, afterConjunction: false)
    {
      return item
    }
    guard next + 3 < units.count,
      units[next].kind == .preposition, units[next + 1].kind == .nounPhrase, units[next + 2].kind == .comma,
      let item = self.filler(at: next + 3, clauses),
      let named = entity(at: item.filler.head), entities[named].kind.canPlay(.target),
      !isSubject(item, clauses, afterConjunction: false)
    else { return nil }
    return item
  }

  /// The unit behind a relative clause set off by commas that stands inside a list: "A, which is in X, and B".
  private func behindRelative(comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    // "A, who signs for it; B and C; and D": a semicolon ends what is told of the first one.
    if units[comma].kind == .comma,
      let mark = units[comma...].firstIndex(where: { $0.kind == .mark }),
      word(units[mark].head) == Mark.semicolon
    {
      var item = mark + 1
      while item < units.count, units[item].kind == .conjunction { item += 1 }
      return item < units.count && units[item].kind == .nounPhrase ? item : nil
    }
    guard units[comma].kind == .comma, var close = endOfParenthesis(comma, clauses), close < units.count
    else { return nil }
    // "A, based in Pelargir, Lebennin, Gondor, its director B and …": a city with what it lies in.
    while close + 1 < units.count, units[close].kind == .nounPhrase, units[close + 1].kind == .comma,
      units[close].last - units[close].first == 1 || entity(at: units[close].head) != nil,
      entity(at: units[close].head).map({ entities[$0].kind.isTerritory }) ?? isCapital(units[close].head)
    {
      close += 2
    }
    guard close < units.count else { return nil }
    // "A, which had long denied it, its director B and …".
    if units[close].kind == .nounPhrase, has(units[close].first, .possessivePronoun),
      isParty(units[close].head)
    {
      return close
    }
    guard units[close].kind == .conjunction, isAnd(units[close].head), close + 1 < units.count,
      units[close + 1].kind == .nounPhrase
    else { return nil }
    return close + 1
  }

  /// "such as", "like", "among them".
  private func isExample(_ token: Int) -> Bool {
    word(token) == lexicon.words.as && word(token - 1) == lexicon.words.such
  }

  /// Whether a finite verb follows a phrase, which so opens a clause of its own.
  func isSubject(_ item: (filler: Filler, next: Int), _ clauses: Clauses, afterConjunction: Bool)
    -> Bool
  {
    let units = clauses.units
    var at = item.next
    while at < units.count, units[at].kind == .time { at += 1 }
    // "and Treasury, an hour later, added": a parenthesis between the subject and its verb.
    if afterConjunction, at < units.count, units[at].kind == .comma,
      let close = units[(at + 1)...].prefix(6).firstIndex(where: { $0.kind == .comma }),
      !units[at..<close].contains(where: { $0.kind == .verb || $0.kind == .conjunction }),
      close + 1 < units.count,
      units[close + 1].kind == .verb
    {
      at = close + 1
    }
    guard at < units.count, units[at].kind == .verb else { return false }
    let verb = units[at].verb
    if verb.isInfinitive && !verb.isBeTo || verb.isGerund { return false }
    // Where no verb stands before, the whole list is the subject: "the blacklisting of A and B matters".
    let start = clauses.unit(at: item.filler.first)
    if afterConjunction,
      !units[..<start].contains(where: { $0.isFiniteForm })
    {
      return false
    }
    // "And the Justice Department sued to forfeit …": who puts parties on lists acts.
    if verb.isBare, afterConjunction, at + 1 < units.count, units[at + 1].kind == .verb,
      units[at + 1].verb.isInfinitive, let doer = entity(at: item.filler.head), designates(doer)
    {
      return true
    }
    if verb.isBare { return !isReduced(at, clauses) }
    return true
  }
}
