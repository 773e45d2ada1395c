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
  /// The token of a noun that only counts or bundles it ("a package of sanctions"); -1 for none.
  var counter = -1
  /// Whether it only explains the one before ("X, a bank").
  var isApposition = false
}

extension PostReader {
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
    // "A violation by Harad of resolution 1718": an instrument is no part of who violates it.
    let isOfInstrument =
      next + 1 < units.count && namesInstrument(units[next + 1].head) && entity(at: filler.head) != nil
    if next + 1 < units.count, units[next].kind == .preposition, word(units[next].head) == lexicon.words.of,
      !isOfInstrument, let list = list(at: next + 1, clauses)
    {
      let behindOf = next + 1
      filler.of = list.fillers
      next = list.next
      // "The President of Harad, Nicolas Orlenko", "two judges of the court, A and B": persons behind the comma bear the
      // office, and are not of it.
      if let bearer = firstBearer(list.fillers, of: filler, clauses) {
        filler.of = Array(list.fillers[..<bearer])
        var joint = clauses.unit(at: list.fillers[bearer].first) - 1
        while joint > at, units[joint].kind == .conjunction { joint -= 1 }
        next = joint
      }
      // "most of its sanctions", "a stack of sanctions", "the name of X": what is counted or named is meant.
      if has(filler.head, .quantity) || lexicon.numerals[word(filler.head)] != nil,
        entity(at: filler.head) == nil, let counted = self.filler(at: behindOf, clauses)
      {
        let counter = filler
        filler = counted.filler
        filler.first = counter.first
        filler.counter = counter.head
        // "Eleven of its ships, among them X": what follows belongs to the list around it.
        next = counted.next
      }
    }
    // "A dime belonging to X".
    if next + 2 < units.count, units[next].kind == .verb, reads(units[next].head, "belonging"),
      units[next + 1].kind == .preposition, let owners = list(at: next + 2, clauses)
    {
      filler.of = owners.fillers
      next = owners.next
    }
    // "A trading house called Harad Bussan": the name is who is meant.
    if entity(at: filler.head) == nil, next + 1 < units.count, units[next].kind == .verb,
      units[next].verb.isBare, has(units[next].head, .naming), units[next + 1].kind == .nounPhrase,
      entity(at: units[next + 1].head) != nil, let named = self.filler(at: next + 1, clauses)
    {
      filler = Filler(unit: named.filler.unit, head: named.filler.head, first: filler.first)
      next = named.next
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

  /// The unit behind the age of a person: "Pavel Grebnev, 47, a citizen of Rohan".
  private func behindAge(_ next: Int, _ last: Filler?, _ clauses: Clauses) -> Int {
    let units = clauses.units
    guard next + 2 < units.count, units[next].kind == .comma, units[next + 1].kind == .nounPhrase,
      units[next + 1].last - units[next + 1].first == 1, shape(units[next + 1].head).contains(.number),
      units[next + 2].kind == .comma, let person = last.flatMap({ entity(at: $0.head) }),
      entities[person].kind == .person
    else { return next }
    return next + 2
  }

  /// The unit behind a place that only tells where the last item of a list is: "two companies in Umbar, a broker in Rohan".
  private func behindPlace(_ next: Int, _ clauses: Clauses) -> Int {
    let units = clauses.units
    guard next + 2 < units.count, units[next].kind == .preposition, has(units[next].head, .placePreposition),
      word(units[next].head) != lexicon.words.to, word(units[next].head) != lexicon.words.from,
      units[next + 1].kind == .nounPhrase, let place = entity(at: units[next + 1].head),
      entities[place].kind.isTerritory,
      units[next + 2].kind == .comma || units[next + 2].kind == .conjunction,
      next + 3 < units.count, units[next + 3].kind == .nounPhrase || units[next + 3].kind == .conjunction,
      entity(at: units[next + 3].head).map({ !entities[$0].kind.isTerritory })
        ?? true
    else { return next }
    return next + 2
  }

  /// The first of the names behind "of" that bears the office or sort told before, and is not of it.
  ///
  /// "The President of Harad, Nicolas Orlenko", "a citizen of Rohan and Gondor, and Pavel Grebnev".
  private func firstBearer(_ names: [Filler], of office: Filler, _ clauses: Clauses) -> Int? {
    guard names.count > 1, entity(at: office.head) == nil else { return nil }
    let isParty = has(office.head, .title) || has(office.head, .genericParty)
    func kind(_ name: Filler) -> EntityKind? { entity(at: name.head).map { entities[$0].kind } }
    guard kind(names[0]) != .person else { return nil }
    let bearer = names.indices.dropFirst().first { index in
      guard let found = kind(names[index]) else { return false }
      // "Deputy chair of the commission, and Ihar Vorontsov": a body has no person for a part.
      if !isParty { return found == .person && kind(names[0]) != nil }
      return found == .person || kind(names[0]) == nil && found.isAgent && found != .country
    }
    guard let bearer else { return nil }
    var comma = clauses.unit(at: names[bearer].first) - 1
    while comma > 0, clauses.units[comma].kind == .conjunction { comma -= 1 }
    return comma > 0 && clauses.units[comma].kind == .comma ? bearer : nil
  }

  /// Phrases joined by commas, "and", "or", "including" and the like, that begin at a unit.
  func list(at unit: Int, _ clauses: Clauses) -> (fillers: [Filler], next: Int)? {
    guard let first = filler(at: unit, clauses) else { return nil }
    var fillers = [first.filler]
    var next = first.next
    let units = clauses.units
    let governor = unit > 0 && units[unit - 1].kind == .preposition ? word(units[unit - 1].head) : 0
    while next < units.count {
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
        case .comma: isApposition = true
        case .conjunction:
          sawConjunction = true
        // "on X and on Y": the next item repeats the preposition.
        case .preposition:
          let current = word(units[at].head)
          // "518 names, among them X".
          if has(units[at].head, .among), at + 1 < units.count, units[at + 1].kind == .nounPhrase,
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
        case .mark:
          guard
            word(units[at].head) == Mark.semicolon || word(units[at].head) == Mark.colon
              || word(units[at].head) == Mark.dash || word(units[at].head) == Mark.bullet
          else { break joints }
        default: break joints
        }
        at += 1
      }
      if at == start + 1, at < units.count, units[at].kind == .relative,
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
      fillers.append(filler)
      next = item.next
      if let named {
        fillers.append(named.filler)
        next = named.next
      }
    }
    return (fillers, next)
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
    guard unit.kind == .nounPhrase else { return false }
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
    guard units[comma].kind == .comma, let close = endOfParenthesis(comma, clauses), close < units.count,
      units[close].kind == .conjunction, isAnd(units[close].head), close + 1 < units.count,
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
    if verb.isInfinitive || verb.isGerund { return false }
    // Where no verb stands before, the whole list is the subject: "the blacklisting of A and B matters".
    let start = clauses.unit(at: item.filler.first)
    if afterConjunction,
      !units[..<start].contains(where: { $0.kind == .verb && !$0.verb.isInfinitive && !$0.verb.isGerund })
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

  /// The entity that a token is a mention of.
  func entity(at token: Int) -> Int? {
    guard token >= 0, token < tokens.count, mentionAt[token] >= 0 else { return nil }
    let entity = mentions[Int(mentionAt[token])].entity
    return entity >= 0 ? entity : nil
  }

  /// Whether a token is of the name or description of an instrument.
  func namesInstrument(_ token: Int) -> Bool {
    entity(at: token).map { entities[$0].kind.isInstrument } ?? false
  }

  /// The entities that stand before the head inside a phrase ("Air Koryo designation").
  func modifiers(of filler: Filler, _ clauses: Clauses) -> [Int] {
    let unit = clauses.units[filler.unit]
    var found: [Int] = []
    for token in unit.first..<max(unit.first, filler.head) {
      guard let entity = entity(at: token), entity != self.entity(at: filler.head), !found.contains(entity),
        !isCompound(token)
      else { continue }
      found.append(entity)
    }
    return found
  }

  /// "UAE-based firms": the name only tells where, and is no modifier of its own.
  private func isCompound(_ token: Int) -> Bool {
    let next = mentions[Int(mentionAt[token])].last
    return shape(next).contains(.hyphenBefore) && has(next, .compoundTail)
  }

  func ownersAsFillers(_ filler: Filler, _ clauses: Clauses) -> [Filler] {
    filler.owners.map { Filler(unit: $0, head: clauses.units[$0].head, first: clauses.units[$0].first) }
  }

  /// Whether a head names or describes somebody who can act.
  func isParty(_ head: Int) -> Bool {
    entity(at: head) != nil || has(head, .genericParty) || has(head, .pronoun)
  }
}
