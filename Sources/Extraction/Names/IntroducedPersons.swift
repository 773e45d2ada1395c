import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds persons whom a bracket behind the name calls by one word of it: "Do Phi Khanh (Do)", "Anar Tuleg (Tuleg)".
  ///
  /// So the name needs no other form, and may open with a word that opens sentences too.
  func takeIntroducedPersons() {
    var introduced: [UInt64: (short: Int, entity: Int)] = [:]
    for short in capitals.lazy.map(Int.init)
    where word(short - 1) == Mark.open && word(short + 1) == Mark.close && mentionAt[short] < 0 {
      guard shape(short).contains(.word),
        !shape(short).contains(.allCapitals) || !shape(short).contains(.long),
        let run = personBefore(bracket: short - 1, calling: short)
      else { continue }
      let entity = add(
        FoundEntity(kind: .person, name: properCase(run)), key: key(.person, properCase(run), run))
      addMention(run.first, run.last, entity: entity, rule: "person whom a bracket calls by one name")
      addMention(short, short + 1, entity: entity, rule: "short form in brackets")
      introduced[hash(of: short)] = (short, entity)
    }
    guard !introduced.isEmpty else { return }
    callElsewhere(introduced)
    dropReplacedMentions()
  }

  /// The name before a bracket that holds one of its words as the first or the last.
  private func personBefore(bracket: Int, calling short: Int) -> CapitalRun? {
    var first = bracket
    while first > 0, bracket - first < 5, isPersonWord(first - 1), first == bracket || !startsText(first) {
      first -= 1
    }
    guard bracket - first >= 2 else { return nil }
    let own = hash(of: short)
    if hash(of: bracket - 1) == own {
      // "DPRK national Anar Tuleg (Tuleg)": an office before the name is no part of it.
      while first < bracket - 2, has(first, .title) { first += 1 }
      return CapitalRun(first: first, last: bracket)
    }
    guard var start = (first..<bracket - 1).first(where: { hash(of: $0) == own }) else { return nil }
    // "Héctor Abelardo Quiroz Navarrete (Quiroz)": given names before the first of two surnames.
    while start > first, bracket - start < 4,
      lexicon.sense(word(start - 1)).contains(.givenName) || start - first <= 2 && !isOrdinary(start - 1),
      !has(start - 1, .title)
    {
      start -= 1
    }
    return CapitalRun(first: start, last: bracket)
  }

  private func startsText(_ index: Int) -> Bool {
    shape(index).contains(.lineStart) || shape(index).contains(.paragraphStart)
      || isSentenceStart(index)
  }

  /// Whether a word can be one of a person's name: a capital, and no word of firms, bodies or ships.
  private func isPersonWord(_ index: Int) -> Bool {
    isCapital(index) && shape(index).contains(.word) && mentionAt[index] < 0 && !isFormWord(index)
      && !has(index, .vesselNoun) && !has(index, .legalTail) && !has(index, .placeHead)
      && (!shape(index).contains(.allCapitals) || !shape(index).contains(.long)
        || tokens[index].end - tokens[index].start > 3)
  }

  /// The same words elsewhere, but at the head of a sentence where they may be ordinary ones.
  private func callElsewhere(_ introduced: [UInt64: (short: Int, entity: Int)]) {
    for index in capitals.lazy.map(Int.init) where mentionAt[index] < 0 {
      guard let person = introduced[hash(of: index)], index != person.short,
        !isCapital(index + 1) || isMark(index + 1) || word(index + 1) == Mark.possessive,
        !isCapital(index - 1) || isMark(index - 1) || has(index - 1, .title),
        !isOrdinary(index) || !startsText(index)
      else { continue }
      addMention(index, index + 1, entity: person.entity, rule: "short form told in the post")
    }
  }
}
