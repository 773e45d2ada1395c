import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds descriptions that stand for an entity of the post ("the bank", "that resolution") and tells which.
  ///
  /// A description is linked only where one candidate is left; a tie is left open.
  mutating func findNominals() {
    for hit in nominalHits where (hit.first..<hit.last).allSatisfy({ mentionAt[$0] < 0 && timeAt[$0] < 0 }) {
      guard let start = descriptionStart(of: hit), !isPartOfName(hit) else { continue }
      let kinds = lexicon.nominals[hit.index]
      guard let entity = referent(of: hit, kinds: kinds, start: start) else { continue }
      let first = start.keepsFirst ? start.first : start.inner
      addMention(
        first, hit.last, entity: entity, nominal: true,
        rule: "description of the nearest \(kinds[0].rawValue)")
    }
    dropReplacedMentions()
  }

  private struct Start {
    /// The determiner, demonstrative or possessor.
    var first: Int
    /// The first word behind it.
    var inner: Int
    /// Whether the first word belongs to the span ("that resolution").
    var keepsFirst: Bool
    var isNew: Bool
    var possessor: Int?
  }

  /// Where a definite description begins: at "the", a demonstrative, or a possessor, with adjectives between.
  private func descriptionStart(of hit: PhraseHit) -> Start? {
    var at = hit.first - 1
    var isNew = false
    var words = 0
    while at >= 0, words < 3, !isMark(at), mentionAt[at] < 0 {
      if word(at) == lexicon.words.the {
        return Start(first: at, inner: words == 0 ? hit.first : at + 1, keepsFirst: false, isNew: isNew)
      }
      if has(at, .demonstrative) {
        return Start(first: at, inner: at + 1, keepsFirst: true, isNew: isNew)
      }
      guard has(at, .adverb) == false, !has(at, .preposition), lexicon.sense(word(at)).contains(.ordinary),
        !isCapital(at),
        lexicon.verbForm(word(at)).forms.isDisjoint(with: [.base, .third])
          || lexicon.verbForm(word(at)).lemma < 0
      else { return nil }
      if word(at) == lexicon.words.new { isNew = true }
      at -= 1
      words += 1
    }
    if at > 0, word(at) == Mark.possessive, let owner = mention(endingAt: at) {
      return Start(first: at, inner: at + 1, keepsFirst: false, isNew: isNew, possessor: owner)
    }
    return nil
  }

  private func isPartOfName(_ hit: PhraseHit) -> Bool {
    isCapital(hit.last - 1)
      && (isCapital(hit.last) || word(hit.last) == lexicon.words.of && isCapital(hit.last + 1))
      || shape(hit.last).contains(.hyphenBefore) || shape(hit.first).contains(.hyphenBefore)
      || !isEndOfNounPhrase(hit.last)
  }

  /// Whether the noun is the head: no other noun follows it at once.
  private func isEndOfNounPhrase(_ index: Int) -> Bool {
    guard index < tokens.count, !isMark(index) else { return true }
    let classes = lexicon.classes[Int(word(index))]
    if !classes.isEmpty {
      return !has(index, .genericParty) && !has(index, .nounAssets) && !has(index, .nounSanctions)
        && !has(index, .lawNoun)
    }
    if lexicon.verbForm(word(index)).lemma >= 0 { return true }
    return mentionAt[index] >= 0 || isCapital(index)
  }

  /// The one entity that a description can mean.
  private func referent(of hit: PhraseHit, kinds: [EntityKind], start: Start) -> Int? {
    let current = sentence(of: hit.first)
    // "X's airline, Air Koryo": the name in apposition tells who it is.
    if word(hit.last) == Mark.comma, let next = mentionStarting(at: hit.last + 1),
      kinds.contains(entities[mentions[next].entity].kind), start.possessor != nil
    {
      return mentions[next].entity
    }
    if start.possessor != nil { return nil }
    var candidates: [Int] = []
    for mention in mentions.reversed() where mention.first < hit.first && !mention.isNominal {
      guard kinds.contains(entities[mention.entity].kind), !candidates.contains(mention.entity) else {
        continue
      }
      let distance = current - sentence(of: mention.first)
      if start.keepsFirst, distance > 2 { break }
      if isParticipantOfPossessor(mention) { continue }
      if start.isNew, isOld(mention.entity) { continue }
      candidates.append(mention.entity)
    }
    if start.keepsFirst { return candidates.first }
    let wholes = candidates.filter { entities[$0].whole < 0 }
    if wholes.count == 1 { return wholes[0] }
    guard !kinds[0].isInstrument, let first = wholes.first else { return nil }
    // Several candidates: the one that the post keeps coming back to in the last two sentences, if only one is there.
    let near = wholes.filter { entity in
      mentions.contains {
        $0.entity == entity && $0.first < hit.first && current - sentence(of: $0.first) <= 1
      }
    }
    return near.count == 1 ? near[0] : near.isEmpty ? first : nil
  }

  /// Whether a resolution was adopted so long before the post (120 days) that nobody calls it new.
  private func isOld(_ entity: Int) -> Bool {
    guard entities[entity].kind == .resolution, let adopted = entities[entity].date?.last,
      let today = published?.first
    else { return false }
    return adopted + 120 < today
  }

  /// Famous bodies that "the bank" or "the agency" in a story about a party never means.
  private func isParticipantOfPossessor(_ mention: FoundMention) -> Bool {
    let known = entities[mention.entity].known
    return known >= 0 && lexicon.authorities.contains(known)
  }
}
