import Knowledge
import Model
import TextMatching

/// Who is under what a noun tells: "remains under sanctions", "has been on the blacklist", "faces a travel ban".
extension PostReader {
  /// Who is under what a noun tells: somebody told of, not "any bank that deals with them".
  func bearers(of unit: Int, _ clauses: Clauses) -> [Filler] {
    var found = bearingVerb(of: unit, clauses).map { subject(of: $0, clauses) } ?? []
    if found.isEmpty { found = bearersBefore(unit, clauses) }
    return found.filter {
      entity(at: $0.head) != nil || has($0.head, .pronoun) || word($0.first) == lexicon.words.the
        || has($0.first, .demonstrative) || has($0.first, .possessivePronoun) || !$0.owners.isEmpty
    }
  }

  /// The names that share a noun with another by "and": that of Harad in "Harad and EU sanctions".
  func modifiersJoined(before unit: Int, _ clauses: Clauses) -> [Int] {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .conjunction, units[unit - 2].kind == .nounPhrase,
      let first = entity(at: units[unit - 2].head), designates(first),
      let own = entity(at: units[unit].first), designates(own), unit > 2,
      units[unit - 3].kind == .preposition || units[unit - 3].kind == .verb
    else { return [] }
    return [first]
  }

  /// The verb of being or staying that leads to a noun by "under" or "on", or one of facing or escaping it.
  func bearingVerb(of unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    let first = firstUnit(ofPhrase: unit, clauses)
    // "Faces a travel ban"; "escaped designation", but not "moved ships to escape sanctions".
    if first > 0, units[first - 1].kind == .verb, case let verb = units[first - 1].verb, !verb.isPassive,
      has(units[first - 1].head, .facing)
        || has(units[first - 1].head, .escaping) && !verb.isInfinitive && !verb.isGerund
    {
      return first - 1
    }
    guard let link = linkToBearer(of: unit, from: first, clauses), link > 0 else { return nil }
    // "Why is X not on the blacklist?"
    if units[link - 1].kind == .nounPhrase, let subject = listEnding(before: link, clauses).first,
      case let verb = clauses.unit(at: subject.first) - 1, verb >= 0, units[verb].kind == .verb,
      units[verb].verb.isAuxiliary, has(units[verb].head, .be),
      verb == 0 || units[verb - 1].kind == .subordinator || has(units[verb - 1].head, .subordinator)
    {
      return verb
    }
    guard units[link - 1].kind == .verb,
      units[link - 1].verb.isAuxiliary && has(units[link - 1].head, .be)
        || has(units[link - 1].head, .staying)
    else { return nil }
    return link - 1
  }

  /// Who stands before the words that lead to a noun, with no verb between: "X, under sanctions since 2010, …".
  func bearersBefore(_ unit: Int, _ clauses: Clauses) -> [Filler] {
    let units = clauses.units
    guard let link = linkToBearer(of: unit, from: firstUnit(ofPhrase: unit, clauses), clauses), link > 0,
      units[link].kind == .preposition
    else { return [] }
    let end = units[link - 1].kind == .comma || units[link - 1].kind == .open ? link - 1 : link
    // "Changed the entry of X on the list": only a phrase set off tells who is on it, and a question.
    let isOnList = has(units[unit].head, .nounList)
    guard end > 0, !isOnList || end < link || bearingVerb(of: unit, clauses) != nil,
      units[end - 1].kind == .nounPhrase
    else { return [] }
    let described = listEnding(before: end, clauses)
    // "Pak Sung-do, a general under EU sanctions".
    if end == link, let last = described.last, entity(at: last.head) == nil,
      has(last.head, .genericParty) || has(last.head, .title),
      case let start = clauses.unit(at: last.first), start > 1, units[start - 1].kind == .comma
    {
      return listEnding(before: start - 1, clauses).suffix(1)
    }
    return described.suffix(1)
  }

  /// The first unit of a noun phrase with those who own it.
  private func firstUnit(ofPhrase unit: Int, _ clauses: Clauses) -> Int {
    clauses.firstWithOwners(of: modifiersJoined(before: unit, clauses).isEmpty ? unit : unit - 2)
  }

  /// The first unit of what leads from who bears an act to the noun for it.
  private func linkToBearer(of unit: Int, from first: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard first > 0, units[first - 1].kind == .preposition else { return nil }
    let preposition = units[first - 1].head
    // "Has been on the blacklist since 2010".
    if has(units[unit].head, .nounList) { return reads(preposition, "on") ? first - 1 : nil }
    if word(preposition) == lexicon.words.under { return first - 1 }
    guard first > 1, units[first - 2].kind == .nounPhrase else { return nil }
    // "Is subject to an asset freeze".
    if word(preposition) == lexicon.words.to, ends(preposition - 1, in: "subject") { return first - 2 }
    // "Has been the subject of sanctions".
    let isSubject =
      word(preposition) == lexicon.words.of && reads(units[first - 2].head, "subject", "target", "object")
      && word(units[first - 2].first) == lexicon.words.the
    return isSubject ? first - 2 : nil
  }
}
