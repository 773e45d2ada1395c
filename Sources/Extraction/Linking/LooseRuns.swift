import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Runs that were no name by themselves: surnames and first words of names that the post has in full.
  mutating func linkLoose() {
    for run in loose where mentionAt[run.first] < 0 {
      if let entity = owner(of: run) {
        addMention(run.first, run.last, entity: entity, rule: "short form of a name in the post")
      }
    }
    // A title-cased headline or the start of a sentence hides names that stand elsewhere in full.
    for index in tokens.indices where mentionAt[index] < 0 && isCapital(index) && !isOrdinary(index) {
      let run = CapitalRun(first: index, last: index + 1)
      if shape(index).contains(.hyphenBefore)
        || shape(index + 1).contains(.hyphenBefore) && isCapital(index + 1)
      {
        continue
      }
      if let entity = owner(of: run) {
        addMention(index, index + 1, entity: entity, rule: "short form of a name in the post")
      }
    }
  }

  /// The one entity of which a run is a short form; of persons with one surname the latest before it.
  func owner(of run: CapitalRun) -> Int? {
    let words = (run.first..<run.last).map { hash(of: $0) }
    var found: [Int] = []
    for (index, entity) in entities.enumerated()
    where !entity.hashes.isEmpty && entity.hashes.count > words.count {
      guard contains(entity.hashes, words), isShortForm(run.first, run.last, of: index) else { continue }
      found.append(index)
    }
    if found.count <= 1 { return found.first }
    let persons = found.filter { entities[$0].kind == .person }
    guard persons.count == found.count else { return nil }
    return persons.max { latest($0, before: run.first) < latest($1, before: run.first) }
  }

  func latest(_ entity: Int, before index: Int) -> Int {
    mentions.last { $0.entity == entity && $0.first < index }?.first ?? -1
  }

  /// Whether words can stand for an entity of which they are a part.
  func isShortForm(_ first: Int, _ last: Int, of entity: Int) -> Bool {
    let found = entities[entity]
    let words = (first..<last).map { hash(of: $0) }
    guard contains(found.hashes, words) else { return false }
    switch found.kind {
    case .person:
      guard last - first == 1 else { return true }
      if words[0] == found.hashes.last { return !isOrdinary(first) || !isSentenceStart(first) }
      if words[0] == found.hashes.first { return isSurnameFirst(entity) }
      return found.hashes.count == 3 && !lexicon.sense(word(first)).contains(.givenName) && !isOrdinary(first)
    case .organization:
      return last - first >= 2 || words[0] == found.hashes.first && !isOrdinary(first)
    case .vessel: return last - first >= 1 && !isOrdinary(first) && !found.name.contains(where: \.isNumber)
    default:
      return (first..<last).contains {
        !isOrdinary($0) && !isFormWord($0) && lexicon.nameIndex[text(of: $0)] == nil
      }
    }
  }

  private func isSentenceStart(_ index: Int) -> Bool { sentences[sentence(of: index)].lowerBound == index }

  /// Whether a person's name is written with the family name first.
  private func isSurnameFirst(_ entity: Int) -> Bool {
    guard let mention = mentions.first(where: { $0.entity == entity && $0.last - $0.first > 1 }) else {
      return false
    }
    let run = CapitalRun(first: mention.first, last: mention.last)
    let sense = lexicon.sense(word(run.first))
    return isKoreanOrder(run) || isSurnameInCapitals(run)
      || sense.contains(.chineseSurname) && !sense.contains(.givenName) || sense.contains(.koreanSurname)
  }
}
