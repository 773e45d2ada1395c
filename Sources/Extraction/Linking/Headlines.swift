import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds the names of the text again in headlines, whose capitals hide where a name of ordinary words ends.
  mutating func nameInHeadlines() {
    let hidden = sentences.indices.filter { titleCased[$0] }
    guard !hidden.isEmpty else { return }
    for entity in entities.indices where entities[entity].known < 0 && entities[entity].hashes.count > 1 {
      for sentence in hidden { nameAgain(entity, in: sentences[sentence]) }
    }
    dropReplacedMentions()
  }

  private mutating func nameAgain(_ entity: Int, in range: Range<Int>) {
    let words = entities[entity].hashes
    var index = range.lowerBound
    while index + words.count <= range.upperBound {
      defer { index += 1 }
      guard isCapital(index), hash(of: index) == words[0],
        (1..<words.count).allSatisfy({ hash(of: index + $0) == words[$0] })
      else { continue }
      let last = index + words.count
      // A longer name that is there already stays.
      let covered = (index..<last).contains { at in
        mentionAt[at] >= 0
          && (mentions[Int(mentionAt[at])].first < index || mentions[Int(mentionAt[at])].last >= last)
      }
      if !covered { addMention(index, last, entity: entity, rule: "name of the post in a headline") }
    }
  }
}
