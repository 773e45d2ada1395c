import Knowledge
import Model
import TextMatching

/// The common nouns by which a post calls what it names: "the Vityaz, a tanker", "Korea South-East Power, the state-run
/// utility", "the Sinaloa Cartel".
struct DescribingNouns {
  /// A noun, with an entity that is called by it, in its name or beside it.
  private(set) var calls: [(noun: WordID, entity: Int, isInName: Bool)] = []

  mutating func add(_ noun: WordID, _ entity: Int, isInName: Bool = false) {
    guard noun > 0,
      !calls.contains(where: { $0.noun == noun && $0.entity == entity && $0.isInName == isInName })
    else { return }
    calls.append((noun, entity, isInName))
  }

  /// Those that the post calls by a noun beside their names.
  func entities(called noun: WordID) -> [Int] {
    calls.lazy.filter { $0.noun == noun && !$0.isInName }.map(\.entity)
  }

  /// The one thing that a noun means; nil where it means several.
  func only(called noun: WordID) -> Int? {
    let found = Set(calls.lazy.filter { $0.noun == noun }.map(\.entity))
    return found.count == 1 ? found.first : nil
  }
}

extension PostReader {
  /// How many descriptions of one post are kept; what has more is no prose.
  private static let mostDescriptions = 200

  /// Gathers the nouns beside names and in them.
  func describingNouns() -> DescribingNouns {
    var found = DescribingNouns()
    for mention in mentions
    where mention.entity >= 0 && !mention.isNominal && found.calls.count < PostReader.mostDescriptions {
      let kind = entities[mention.entity].kind
      guard kind != .country, kind != .place, !kind.isInstrument else { continue }
      if let noun = nounOfApposition(behind: mention.last) { found.add(word(noun), mention.entity) }
      // "The tanker Ocean Tulip".
      let before = mention.first - 1
      if before >= 0, mentionAt[before] < 0, !isCapital(before), isCommonNoun(before),
        word(before - 1) == lexicon.words.the
          || has(before - 1, .article)
      {
        found.add(word(before), mention.entity)
      }
      if let noun = nounBefore(mention) { found.add(word(noun), mention.entity) }
      if let head = headOfName(mention), kind != .person, kind != .vessel {
        found.add(word(head), mention.entity, isInName: true)
      }
    }
    return found
  }

  /// The noun of "Arnor Power, the state-run utility that …".
  private func nounOfApposition(behind end: Int) -> Int? {
    guard word(end) == Mark.comma, has(end + 1, .article) || has(end + 1, .possessivePronoun) else {
      return nil
    }
    var noun: Int?
    var at = end + 2
    while at < tokens.count, at < end + 10, mentionAt[at] < 0, timeAt[at] < 0 {
      // "Says the Journal, the scandal has grown": a subject with its verb is no description.
      if has(at, .be) || has(at, .have) || has(at, .modal) { return nil }
      if isMark(at) || has(at, .preposition) || has(at, .relative) || has(at, .conjunction) { return noun }
      // "A tanker registered in Umbar".
      if noun != nil, let forms = verbForms(at), !forms.isDisjoint(with: [.past, .third]) {
        return forms.contains(.participle) && has(at + 1, .preposition) ? noun : nil
      }
      noun = isCommonNoun(at) ? at : nil
      at += 1
    }
    return nil
  }

  /// The noun of "its former subsidiary, Arnor Trading, …".
  private func nounBefore(_ mention: FoundMention) -> Int? {
    let noun = mention.first - 2
    guard noun > 1, word(mention.first - 1) == Mark.comma, isCommonNoun(noun), has(noun, .genericParty),
      mention.last >= tokens.count || isMark(mention.last), mentionAt[noun] < 0,
      (max(0, noun - 3)..<noun).contains(where: { has($0, .possessivePronoun) || word($0) == Mark.possessive }
      )
    else { return nil }
    return noun
  }

  /// The common noun that heads a name: the last word, or the one before "of".
  private func headOfName(_ mention: FoundMention) -> Int? {
    guard mention.last - mention.first > 1 else { return nil }
    let link = (mention.first + 1..<mention.last).first { has($0, .preposition) && !isCapital($0) }
    let head = (link ?? mention.last) - 1
    guard isCapital(head),
      lexicon.sense(word(head)).contains(.ordinary), !ends(head, in: "s"), !has(head, .legalForm),
      !has(head, .nounTrade),
      !has(head, .genericParty) || has(head, .orgHead)
    else { return nil }
    return head
  }

  private func isCommonNoun(_ index: Int) -> Bool {
    !isMark(index) && !isCapital(index) && !shape(index).contains(.number)
      && lexicon.sense(word(index)).contains(.ordinary) && !has(index, .adverb) && !ends(index, in: "s")
  }

  /// "The cartel", "the utility": a noun that no table holds, by which the post calls one thing alone.
  func findCalledByNoun(_ nouns: DescribingNouns) {
    let own = nouns.calls.filter { call in
      nouns.only(called: call.noun) != nil && entities[call.entity].kind != .person
    }
    guard !own.isEmpty else { return }
    for index in tokens.indices.dropFirst()
    where mentionAt[index] < 0 && timeAt[index] < 0 && !isCapital(index) {
      guard let call = own.first(where: { $0.noun == word(index) }), endsNounPhrase(index + 1),
        let first = descriptionStart(before: index, call.entity),
        word(index + 1) != lexicon.words.of,
        !nominalHits.contains(where: { $0.first <= index && index < $0.last }),
        mentions[..<bisect(orderedMentions) { mentions[$0].first < index }].contains(where: {
          $0.entity == call.entity
        })
      else { continue }
      addMention(
        first, index + 1, entity: call.entity, nominal: true, rule: "noun by which the post calls it")
    }
  }

  /// The word behind "the": the noun itself, or a word of the name before it ("the customs service").
  private func descriptionStart(before noun: Int, _ entity: Int) -> Int? {
    if word(noun - 1) == lexicon.words.the { return noun }
    return word(noun - 2) == lexicon.words.the && mentionAt[noun - 1] < 0
      && entities[entity].hashes.contains(hash(of: noun - 1)) ? noun - 1 : nil
  }
}
