import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Dalian Sunmoon" is short for "Dalian Sunmoon Star International Trading Co.", and no place with a word behind it.
  func namesBehindPlaces() {
    var byFirst: [UInt64: [Int]] = [:]
    for index in entities.indices where entities[index].hashes.count > 2 {
      guard [.company, .bank, .airline, .organization].contains(entities[index].kind) else { continue }
      byFirst[entities[index].hashes[0], default: []].append(index)
    }
    guard !byFirst.isEmpty else { return }
    for place in mentions where place.entity >= 0 && entities[place.entity].kind.isTerritory {
      guard place.last < tokens.count, isCapital(place.last), mentionAt[place.last] < 0,
        let owners = byFirst[hash(of: place.first)], !titleCased[sentence(of: place.first)]
      else { continue }
      let found = owners.compactMap { owner -> (entity: Int, last: Int)? in
        let words = entities[owner].hashes
        var last = place.first
        while last < tokens.count, last - place.first < words.count, isCapital(last),
          last < place.last || mentionAt[last] < 0, hash(of: last) == words[last - place.first]
        {
          last += 1
        }
        // Another capital behind belongs to another name.
        return last > place.last && !isCapital(last) ? (owner, last) : nil
      }
      guard let short = found.first, found.count == 1 else { continue }
      addMention(place.first, short.last, entity: short.entity, rule: "short form of a name in the post")
    }
    dropReplacedMentions()
  }
}
