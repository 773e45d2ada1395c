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
      if has(filler.head, .quantity) || lexicon.numerals[word(filler.head)] != nil
        || has(filler.head, .package) && has(clauses.units[behindOf].head, .nounSanctionsCore),
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
    if let holders = holders(of: filler, behind: next, clauses) {
      filler.of = holders.fillers
      next = holders.next
    }
    if entity(at: filler.head) == nil, let name = nameGiven(at: next, clauses),
      let named = self.filler(at: name, clauses)
    {
      filler = Filler(unit: named.filler.unit, head: named.filler.head, first: filler.first)
      next = named.next
    }
    return (filler, next)
  }

  /// The unit of the name that a participle gives who is described: the name is who is meant.
  ///
  /// "A trading house called Harad Bussan", "a bank known as X", "a man identified only as Y".
  private func nameGiven(at verb: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard verb + 1 < units.count, units[verb].kind == .verb, units[verb].verb.isBare else { return nil }
    let isKnownAs =
      reads(units[verb].head, "known", "identified", "registered")
      && word(units[verb + 1].head) == lexicon.words.as
    let name = isKnownAs ? verb + 2 : verb + 1
    guard isKnownAs || has(units[verb].head, .naming), name < units.count, units[name].kind == .nounPhrase,
      entity(at: units[name].head) != nil
    else { return nil }
    return name
  }

  /// The unit behind a bracket that opens at a unit; the unit itself where none opens.
  func afterBracket(_ unit: Int, _ clauses: Clauses) -> Int {
    guard unit < clauses.units.count, clauses.units[unit].kind == .open else { return unit }
    var at = unit + 1
    while at < clauses.units.count, clauses.units[at].kind != .close { at += 1 }
    return min(at + 1, clauses.units.count)
  }

  /// The unit behind the age of a person: "Pavel Grebnev, 47, a citizen of Rohan".
  func behindAge(_ next: Int, _ last: Filler?, _ clauses: Clauses) -> Int {
    let units = clauses.units
    guard next + 2 < units.count, units[next].kind == .comma, units[next + 1].kind == .nounPhrase,
      units[next + 1].last - units[next + 1].first == 1, shape(units[next + 1].head).contains(.number),
      units[next + 2].kind == .comma, let person = last.flatMap({ entity(at: $0.head) }),
      entities[person].kind == .person
    else { return next }
    // "Farhad Mor, 47, of Umbar, and Levent Kar, 52, of Harad".
    if next + 5 < units.count, units[next + 3].kind == .preposition,
      reads(units[next + 3].head, "of", "from"),
      units[next + 4].kind == .nounPhrase, units[next + 5].kind == .comma
    {
      return next + 5
    }
    return next + 2
  }

  /// The unit behind a place that only tells where the last item of a list is: "two companies in Umbar, a broker in Rohan".
  func behindPlace(_ next: Int, _ clauses: Clauses) -> Int {
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
    // "A subsidiary of Rohan Steel, Arnor Trading": no "and" joins the two.
    if bearer == nil, isParty, names.count == 2, kind(names[1])?.isAgent == true, kind(names[1]) != .country,
      case let comma = clauses.unit(at: names[1].first) - 1, comma > 0, clauses.units[comma].kind == .comma
    {
      return 1
    }
    guard let bearer else { return nil }
    var comma = clauses.unit(at: names[bearer].first) - 1
    while comma > 0, clauses.units[comma].kind == .conjunction { comma -= 1 }
    return comma > 0 && clauses.units[comma].kind == .comma ? bearer : nil
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

  /// The names before the head of a phrase, as fillers of their own.
  func modifiersAsFillers(_ filler: Filler, _ clauses: Clauses) -> [Filler] {
    let unit = clauses.units[filler.unit]
    return (unit.first..<max(unit.first, filler.head)).compactMap { token in
      guard mentionAt[token] >= 0, token == unit.first || mentionAt[token - 1] != mentionAt[token] else {
        return nil
      }
      return Filler(unit: filler.unit, head: token, first: token)
    }
  }

  /// Whether a head names or describes somebody who can act.
  func isParty(_ head: Int) -> Bool {
    entity(at: head) != nil || has(head, .genericParty) || has(head, .pronoun)
  }
}
