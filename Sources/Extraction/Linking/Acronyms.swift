import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Words in capitals whose letters are the initials of a longer name of the post.
  mutating func linkAcronyms() {
    var initials: [(letters: [UInt8], entity: Int)]?
    for index in tokens.indices where mentionAt[index] < 0 {
      let token = tokens[index]
      guard token.shape.contains(.allCapitals), token.shape.contains(.long), !token.shape.contains(.dotted),
        token.end - token.start <= 7, !isOrdinary(index) || !titleCasedOrShouting(index)
      else { continue }
      let known =
        initials ?? entities.indices.flatMap { entity in initialsOfNames(entity).map { ($0, entity) } }
      initials = known
      let letters = capitals(of: index)
      if letters.count >= 2, let found = known.first(where: { $0.letters == letters }) {
        addMention(index, index + 1, entity: found.entity, rule: "acronym of a name in the post")
      }
    }
  }

  func capitals(of token: Int) -> [UInt8] {
    bytes[Int(tokens[token].start)..<Int(tokens[token].end)].filter { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The capital initials of each way in which the post writes an entity's name.
  private func initialsOfNames(_ entity: Int) -> [[UInt8]] {
    guard [.organization, .company, .bank, .law, .agreement].contains(entities[entity].kind) else {
      return []
    }
    let names =
      [entities[entity].name]
      + mentions.filter { $0.entity == entity && $0.last - $0.first > 1 }.prefix(2).map {
        text($0.start, $0.end)
      }
    return names.map { name in
      name.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") })
        .compactMap(\.first).filter { $0 >= 0x41 && $0 <= 0x5A }
    }
  }

  private func titleCasedOrShouting(_ index: Int) -> Bool { shape(index + 1).contains(.allCapitals) }

  /// Whether a word in capitals is made of the initials of an entity's name.
  func isAcronym(_ first: Int, _ last: Int, of entity: Int) -> Bool {
    guard last - first == 1, isCapital(first) else { return false }
    let letters = capitals(of: first)
    return letters.count >= 2 && initialsOfNames(entity).contains(letters)
  }
}
