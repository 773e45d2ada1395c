import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The list of phrases that ends just before a unit, in text order.
  func listEnding(before unit: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    var at = unit - 1
    guard at >= 0, units[at].kind == .nounPhrase, !units[at].isPossessor else { return [] }
    var fillers: [Filler] = []
    var sawConjunction = false
    while at >= 0, units[at].kind == .nounPhrase {
      if let person = personFrom(at, clauses) { at = person }
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
        // "A of Singapore and B of Sharjah": behind a place the next firm is one of the list.
        if endsPhrase(inner, before: fillers.first, clauses) {
          outer.of = [inner]
          fillers.insert(outer, at: 0)
          // "A former minister of the economy of Turkey, and B".
          while at > 1, units[at - 1].kind == .preposition, word(units[at - 1].head) == lexicon.words.of,
            units[at - 2].kind == .nounPhrase
          {
            at -= 2
            fillers[0] = Filler(unit: at, head: units[at].head, first: units[at].first, of: [fillers[0]])
          }
        } else if has(outer.head, .quantity), entity(at: outer.head) == nil, fillers.isEmpty {
          // "Most of those measures": what is counted is meant.
          var counted = inner
          counted.first = outer.first
          counted.counter = outer.head
          fillers = [counted]
        } else {
          outer.of = [inner] + fillers
          fillers = [outer]
        }
        first = clauses.firstWithOwners(of: at)
        fillers[0].owners.insert(contentsOf: first..<at, at: 0)
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

  /// The person whose origin stands behind the name, of which a unit is the last: "Pavel Storm, 34, of Auburn, Rohan".
  private func personFrom(_ origin: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = origin
    if at > 3, units[at - 1].kind == .comma, units[at - 2].kind == .nounPhrase { at -= 2 }
    guard at > 2, units[at - 1].kind == .preposition, reads(units[at - 1].head, "of", "from"),
      units[at - 2].kind == .comma
    else { return nil }
    at -= 3
    if at > 1, units[at].kind == .nounPhrase, shape(units[at].head).contains(.number),
      units[at - 1].kind == .comma
    {
      at -= 2
    }
    guard units[at].kind == .nounPhrase, let person = entity(at: units[at].head),
      entities[person].kind == .person
    else { return nil }
    return at
  }

  /// Whether what follows the noun behind "of" belongs to the list around it.
  ///
  /// "A of Singapore and B of Sharjah", "a former minister of the economy, and Orlenko".
  private func endsPhrase(_ inner: Filler, before next: Filler?, _ clauses: Clauses) -> Bool {
    guard let next, let other = entity(at: next.head) else { return false }
    if let place = entity(at: inner.head) {
      return entities[place].kind.isTerritory && !entities[other].kind.isTerritory
    }
    let joint = clauses.unit(at: next.first) - 1
    return entities[other].kind == .person && joint > 0 && clauses.units[joint].kind == .conjunction
      && clauses.units[joint - 1].kind == .comma
  }

  func isAnd(_ token: Int) -> Bool {
    word(token) == lexicon.words.and || word(token) == Mark.ampersand || word(token) == lexicon.words.or
      || word(token) == lexicon.words.nor
  }

  func beforeBracket(_ close: Int, _ clauses: Clauses) -> Int {
    var at = close
    while at >= 0, clauses.units[at].kind != .open { at -= 1 }
    return at - 1
  }
}
