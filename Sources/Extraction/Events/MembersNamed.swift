import Knowledge
import Model
import TextMatching

/// Sentences that name some of the parties told of before.
extension PostReader {
  /// The mentions that a sentence names as members of what an act hits; none where it is no such sentence.
  func membersNamed(in range: Range<Int>, of act: FoundEvent) -> [Int] {
    guard !range.isEmpty else { return [] }
    let clauses = clauses(of: range)
    let told = membersTold(clauses, of: act)
    guard told.isEmpty, opensWithMembers(range.lowerBound) else { return told }
    if let named = membersBeside(clauses, of: act) { return named }
    let units = clauses.units
    guard
      let verb = units.firstIndex(where: { $0.kind == .verb && !$0.verb.isBare }),
      case let opening = withoutParenthesis(units[..<verb]),
      opening.allSatisfy({ $0.kind != .nounPhrase || entity(at: $0.head) == nil }),
      opening.contains(where: { $0.kind == .nounPhrase && isMemberWord($0) }),
      !opening.contains(where: { tellsOther($0, than: act) })
    else { return [] }
    if isNaming(units[verb]) { return membersBehind(verb, clauses) }
    // "Two of the three work abroad: A, who …, and B".
    guard let colon = units[verb...].firstIndex(where: { $0.kind == .mark && word($0.head) == Mark.colon }),
      colon + 1 < units.count
    else { return [] }
    return listed(list(at: colon + 1, clauses)?.fillers ?? [])
  }

  /// "Two of them, A and B, make shells", "The third, C, lives abroad": the names in apposition to those told before.
  private func membersBeside(_ clauses: Clauses, of act: FoundEvent) -> [Int]? {
    let units = clauses.units
    guard let comma = units.firstIndex(where: { $0.kind == .comma }), comma > 0,
      units[..<comma].allSatisfy({ unit in
        unit.kind == .preposition
          || unit.kind == .nounPhrase && (entity(at: unit.head) == nil || isDescription(unit.head))
      }),
      let first = units.first, first.kind == .nounPhrase, isMemberWord(first) || isDescription(first.head),
      !has(first.head, .genericParty) || ends(first.head, in: "s") || isTold(first.head, in: act),
      let names = list(at: comma + 1, clauses), names.next < units.count, units[names.next].kind == .comma
    else { return nil }
    let found = listed(names.fillers)
    return found.isEmpty ? nil : found
  }

  /// "Among those dropped was X": whether a participle tells an act of another kind.
  private func tellsOther(_ unit: Unit, than act: FoundEvent) -> Bool {
    guard unit.kind == .verb, unit.verb.lemma >= 0 else { return false }
    let frames = lexicon.verbs[unit.verb.lemma].frames
    return !frames.isEmpty && !frames.contains { lexicon.frames[$0].kind == act.kind }
  }

  /// Whether a token ends a description of what is named elsewhere: "the ex-minister".
  private func isDescription(_ token: Int) -> Bool {
    mentionAt[token] >= 0 && mentions[Int(mentionAt[token])].isNominal
  }

  /// Whether the sentence of an act has a noun, in the singular or plural.
  private func isTold(_ noun: Int, in act: FoundEvent) -> Bool {
    let singular = text(of: noun).lowercased()
    return sentences[act.sentence].contains { index in
      let word = text(of: index).lowercased()
      return word == singular || word == Inflection.withS(singular)
    }
  }

  /// The names behind "are" or "include": those that commas, semicolons and "and" join, with what is told of each.
  private func membersBehind(_ verb: Int, _ clauses: Clauses) -> [Int] {
    let units = clauses.units
    var found = listed(list(at: verb + 1, clauses)?.fillers ?? [])
    var isTold = false
    for at in (verb + 1)..<units.count {
      let unit = units[at]
      if unit.kind == .relative || unit.kind == .subordinator || unit.kind == .verb && !unit.verb.isBare {
        isTold = true
      }
      if unit.kind == .mark, word(unit.head) == Mark.semicolon { isTold = false }
      guard !isTold, unit.kind == .nounPhrase, !unit.isPossessor, units[at - 1].kind != .preposition,
        mentionAt[unit.head] >= 0, case let mention = Int(mentionAt[unit.head]), isParty(mention: mention),
        !found.contains(mention)
      else { continue }
      found.append(mention)
    }
    return found
  }

  /// "The ministry named X, Y and Z", "OFAC identified the firms as X and Y": the parties that who acts names.
  ///
  /// Behind "as" whoever speaks may name them: "The minister identified the two men as A and B".
  private func membersTold(_ clauses: Clauses, of act: FoundEvent) -> [Int] {
    let units = clauses.units
    guard let verb = units.firstIndex(where: { $0.kind == .verb }), verb < 4, !units[verb].verb.isPassive,
      !units[verb].verb.isNegated, reads(units[verb].head, "named", "identified", "listed")
    else { return [] }
    var slots = Slots()
    fillRight(of: verb, &slots, clauses)
    let start = clauses.range.lowerBound
    let isDoers =
      entity(at: word(start) == lexicon.words.the ? start + 1 : start).map { isDoer($0, of: act) } ?? false
    let called = slots.fillers(behind: lexicon.words.as)
    if isDoers { return listed(slots.object + called) }
    let isOfMembers = slots.object.contains { $0.unit >= 0 && isMemberWord(units[$0.unit]) }
    return isOfMembers ? listed(called) : []
  }

  /// The mentions among fillers that name somebody who can be on a list.
  func listed(_ fillers: [Filler]) -> [Int] {
    fillers.compactMap { filler in
      guard mentionAt[filler.head] >= 0, case let mention = Int(mentionAt[filler.head]),
        isParty(mention: mention)
      else { return nil }
      return mention
    }
  }

  /// Whether a mention names somebody who can be on a list.
  private func isParty(mention: Int) -> Bool {
    !mentions[mention].isNominal && entities[mentions[mention].entity].kind.canBeListed
  }

  /// "Among them, according to a draft, are X and Y": the units before what stands between two commas.
  private func withoutParenthesis(_ units: ArraySlice<Unit>) -> ArraySlice<Unit> {
    guard units.last?.kind == .comma, let open = units.firstIndex(where: { $0.kind == .comma }),
      open < units.endIndex - 1, has(units[units.startIndex].head, .among)
    else { return units }
    return units[..<open]
  }

  /// Whether a sentence begins as one that takes up some of those told before: "the", "they", "two of", "among".
  func opensWithMembers(_ token: Int) -> Bool {
    // "Also on the list are X and Y".
    if has(token, .addition), word(token + 1) == lexicon.words.on { return true }
    if lexicon.numerals[word(token)] != nil { return mentionAt[token] < 0 }
    return word(token) == lexicon.words.the || has(token, .demonstrative) || has(token, .pronoun)
      || has(token, .among)
  }

  /// "North Koreans", "Russians".
  func isPluralOfPeople(_ index: Int) -> Bool {
    mentionAt[index] < 0 && ends(index, in: "ns") && lexicon.sense(word(index)).contains(.demonym)
  }

  /// Whether a phrase stands for some of those told before: "the officials", "the first", "they", "two of them".
  private func isMemberWord(_ unit: Unit) -> Bool {
    guard unit.kind == .nounPhrase, mentionAt[unit.head] < 0 else { return false }
    if has(unit.head, .nounList) || lexicon.numerals[word(unit.head)] != nil { return true }
    return has(unit.head, .genericParty) || has(unit.head, .pronoun) || has(unit.head, .demonstrative)
      || has(unit.head, .ordinal) || has(unit.head, .grouping) || isPluralOfPeople(unit.head)
  }
}
