import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Words in capitals whose letters are the initials of a longer name of the post.
  func linkAcronyms() {
    var known: [[UInt8]: Int]?
    for index in capitals.lazy.map(Int.init) where mentionAt[index] < 0 {
      let token = tokens[index]
      guard token.shape.contains(.allCapitals), token.shape.contains(.long), !token.shape.contains(.dotted),
        token.end - token.start <= 7, !isOrdinary(index) || !shape(index + 1).contains(.allCapitals)
      else { continue }
      let owners = known ?? initialsOfNames()
      known = owners
      let letters = capitals(of: index)
      if letters.count >= 2, let entity = owners[letters] {
        addMention(index, index + 1, entity: entity, rule: "acronym of a name in the post")
      }
    }
  }

  func capitals(of token: Int) -> [UInt8] {
    bytes[Int(tokens[token].start)..<Int(tokens[token].end)].filter { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The first entity with some capital initials: of its name, or of the first two longer ways in which the post
  /// writes it.
  private func initialsOfNames() -> [[UInt8]: Int] {
    var owners: [[UInt8]: Int] = [:]
    func add(_ letters: [UInt8], _ entity: Int) { owners[letters] = min(entity, owners[letters] ?? entity) }
    var forms: [Int: Int] = [:]
    for entity in entities.indices where hasAcronym(entity) {
      add(initials(of: entities[entity].name), entity)
    }
    for mention in mentions
    where mention.entity >= 0 && mention.last - mention.first > 1 && hasAcronym(mention.entity) {
      forms[mention.entity, default: 0] += 1
      guard forms[mention.entity, default: 0] <= 2 else { continue }
      add(initials(of: text(mention.start, mention.end)), mention.entity)
    }
    return owners
  }

  private func hasAcronym(_ entity: Int) -> Bool {
    switch entities[entity].kind {
    case .organization, .company, .bank, .law, .agreement: true
    default: false
    }
  }

  private func initials(of name: String) -> [UInt8] {
    name.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") })
      .compactMap(\.first).filter { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Whether a word in capitals is made of the initials of an entity's name, or of the way a mention writes it.
  func isAcronym(_ first: Int, _ last: Int, of mention: FoundMention) -> Bool {
    guard last - first == 1, isCapital(first), hasAcronym(mention.entity) else { return false }
    let letters = capitals(of: first)
    guard letters.count >= 2 else { return false }
    let written = text(mention.start, mention.end)
    return initials(of: entities[mention.entity].name) == letters || initials(of: written) == letters
      || abbreviates(letters, written)
  }

  /// Whether capitals in a bracket are letters of the name before it in their order, the first and most of them initials:
  /// "Intergovernmental Authority on Development (IGAD)".
  func isInnerAcronym(_ first: Int, _ last: Int, of mention: FoundMention) -> Bool {
    guard last - first == 1, isCapital(first), hasAcronym(mention.entity) else { return false }
    let letters = capitals(of: first)
    let name = Array(text(mention.start, mention.end).utf8)
    guard letters.count >= 3, letters.count == Int(tokens[first].end - tokens[first].start),
      letters.first == name.first
    else { return false }
    var at = 0
    var initials = 0
    for letter in letters {
      guard let found = name[at...].firstIndex(where: { $0 & 0xDF == letter }) else { return false }
      if found == 0 || name[found - 1] == UInt8(ascii: " ") { initials += 1 }
      at = found + 1
    }
    return initials * 3 >= letters.count * 2
  }

  /// Whether capitals are some of the initials of a name in their order, a word in capitals counting in full: "TRA" of the
  /// "Iran Threat Reduction and Syria Human Rights Act", "BATMS" of "BAT Marketing Singapore".
  func abbreviates(_ letters: [UInt8], _ name: String) -> Bool {
    let words = name.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    let long = words.flatMap { word -> [UInt8] in
      let capitals = word.filter { $0 >= 0x41 && $0 <= 0x5A }
      return capitals.count == word.count ? Array(capitals) : Array(capitals.prefix(1))
    }
    guard letters.count >= 3 || letters.count == long.count,
      letters.first == long.first || letters.last == long.last
    else { return false }
    var rest = long[...]
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
