import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells who is who: weak names, bracketed short forms, acronyms, surnames, parts of longer names.
  func link() {
    dropNamesOfOffices()
    dropReplacedMentions()
    for index in entities.indices { nameWords(of: index) }
    for mention in mentions where !mention.isNominal { takeFullerForm(mention) }
    nameInHeadlines()
    joinMistakenPersons()
    linkBrackets()
    acceptWeakNames()
    joinShorterNames()
    linkLoose()
    vesselsByArticle()
    kindsByDescription()
    for index in entities.indices { nameWords(of: index) }
    linkLoose()
    linkAcronyms()
    placesByPreposition()
    dropReplacedMentions()
  }

  /// Mentions that a longer one replaced are gone.
  func dropReplacedMentions() {
    guard areMentionsStale else { return }
    areMentionsStale = false
    mentions.removeAll { $0.entity < 0 }
    mentions.sort { $0.first < $1.first }
    orderedMentions = mentions.count
    for (index, mention) in mentions.enumerated() {
      for token in mention.first..<mention.last { mentionAt[token] = Int32(index) }
    }
  }

  /// The body in an office's name is no mention: "Director of National Intelligence", "Secretary of Commerce".
  private func dropNamesOfOffices() {
    for index in mentions.indices where mentions[index].entity >= 0 {
      let first = mentions[index].first
      guard entities[mentions[index].entity].kind == .organization,
        word(first - 1) == lexicon.words.of || word(first - 1) == lexicon.words.for,
        has(first - 2, .title), isCapital(first - 2), !shape(first).contains(.allCapitals)
      else { continue }
      for token in mentions[index].first..<mentions[index].last { mentionAt[token] = -1 }
      mentions[index].entity = -1
      areMentionsStale = true
    }
  }

  /// Fills the hashes of the words of an entity's name.
  private func nameWords(of index: Int) {
    guard entities[index].hashes.isEmpty else { return }
    let entity = entities[index]
    guard !entity.kind.isInstrument, entity.kind != .country, entity.kind != .place else { return }
    entities[index].hashes = wordHashes(entity.name)
    // "Whitcombe Jr.": the suffix is no surname.
    let suffixes = entity.kind == .person ? wordHashes("jr sr") : []
    if let last = entities[index].hashes.last, suffixes.contains(last) { entities[index].hashes.removeLast() }
  }

  /// A fuller form in the text tells more words of the name than the record does.
  private func takeFullerForm(_ mention: FoundMention) {
    let entity = entities[mention.entity]
    guard !entity.hashes.isEmpty, mention.last - mention.first > entity.hashes.count else { return }
    entities[mention.entity].hashes = (mention.first..<mention.last).map { hash(of: $0) }
  }

  func wordHashes(_ name: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters = 0
    func finish() {
      if letters > 0 { hashes.append(hash) }
      hash = 0xCBF2_9CE4_8422_2325
      letters = 0
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ","): finish()
      case UInt8(ascii: "."), UInt8(ascii: "'"): continue
      default:
        hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        letters += 1
      }
    }
    finish()
    return hashes
  }

  func merge(_ entity: Int, into other: Int) {
    for index in mentions.indices where mentions[index].entity == entity { mentions[index].entity = other }
    entities[entity].hashes = []
  }
}
