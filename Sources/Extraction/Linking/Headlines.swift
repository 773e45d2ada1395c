import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds the names of the text again in headlines, whose capitals hide where a name of ordinary words ends.
  ///
  /// Ships are looked for everywhere: "the Orthanc 8" has no form of its own where no word beside it tells a ship.
  func nameInHeadlines() {
    guard entities.contains(where: { $0.known < 0 && $0.hashes.count > 1 }) else { return }
    let owners = WordOwners(entities)
    var number = 0
    for index in capitals.lazy.map(Int.init) where isCapital(index) {
      let word = hash(of: index)
      owners.forEachOwner(of: word) { entity in
        guard entities[entity].known < 0, entities[entity].hashes.count > 1,
          entities[entity].hashes[0] == word
        else { return }
        while sentences[number].upperBound <= index { number += 1 }
        if titleCased[number] || entities[entity].kind == .vessel {
          nameAgain(entity, at: index, end: sentences[number].upperBound)
        }
      }
    }
    dropReplacedMentions()
  }

  private func nameAgain(_ entity: Int, at index: Int, end: Int) {
    let words = entities[entity].hashes
    let last = index + words.count
    guard last <= end, (1..<words.count).allSatisfy({ hash(of: index + $0) == words[$0] }) else { return }
    // A longer name that is there already stays, and so does the same one.
    let covered = (index..<last).contains { at in
      mentionAt[at] >= 0
        && (mentions[Int(mentionAt[at])].first < index || mentions[Int(mentionAt[at])].last >= last)
    }
    if !covered { addMention(index, last, entity: entity, rule: "name of the post in a headline") }
  }
}
