import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Words in capitals whose letters are the initials of a longer name of the post.
  mutating func linkAcronyms() {
    for index in tokens.indices where mentionAt[index] < 0 {
      let token = tokens[index]
      guard token.shape.contains(.allCapitals), token.shape.contains(.long), !token.shape.contains(.dotted),
        token.end - token.start <= 7, !isOrdinary(index) || !titleCasedOrShouting(index)
      else { continue }
      if let entity = entities.indices.first(where: { isAcronym(index, index + 1, of: $0) }) {
        addMention(index, index + 1, entity: entity, rule: "acronym of a name in the post")
      }
    }
  }

  private func titleCasedOrShouting(_ index: Int) -> Bool { shape(index + 1).contains(.allCapitals) }

  func isAcronym(_ first: Int, _ last: Int, of entity: Int) -> Bool {
    guard last - first == 1, isCapital(first),
      [.organization, .company, .bank, .law, .agreement].contains(entities[entity].kind)
    else { return false }
    let letters = bytes[Int(tokens[first].start)..<Int(tokens[first].end)].filter { $0 >= 0x41 && $0 <= 0x5A }
    guard letters.count >= 2 else { return false }
    let names =
      [entities[entity].name]
      + mentions.filter { $0.entity == entity && $0.last - $0.first > 1 }.prefix(2).map {
        text($0.start, $0.end)
      }
    return names.contains { name in
      let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
      let initials = words.compactMap { $0.utf8.first }.filter { $0 >= 0x41 && $0 <= 0x5A }
      return initials.count >= 2 && initials.elementsEqual(letters)
    }
  }
}
