import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells who is who: weak names, bracketed short forms, acronyms, surnames, parts of longer names.
  func link() {
    dropNamesOfOffices()
    takeSharedSurnames()
    dropReplacedMentions()
    for index in entities.indices { nameWords(of: index) }
    for mention in mentions where !mention.isNominal { takeFullerForm(mention) }
    nameInHeadlines()
    joinMistakenPersons()
    linkBrackets()
    acceptWeakNames()
    takeOfficeHolders()
    namesBehindPlaces()
    joinShorterNames()
    linkLoose()
    vesselsByArticle()
    kindsByDescription()
    for index in entities.indices { nameWords(of: index) }
    namesBehindPlaces()
    for index in entities.indices { nameWords(of: index) }
    longNames = nil
    linkLoose()
    linkAcronyms()
    departmentsByHead()
    placesByPreposition()
    dropReplacedMentions()
  }

  /// Mentions that a longer one replaced are gone.
  func dropReplacedMentions() {
    guard areMentionsStale else { return }
    areMentionsStale = false
    mentions.removeAll { $0.entity < 0 }
    let isSorted = zip(mentions, mentions.dropFirst()).allSatisfy { $0.first <= $1.first }
    if !isSorted { mentions.sort { $0.first < $1.first } }
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
    let kind = entities[index].kind
    guard !kind.isInstrument, !kind.isTerritory else { return }
    let known = entities[index].known
    var hashes = known >= 0 ? lexicon.nameWords[known] : NameWords.hashes(entities[index].name)
    if kind == .person, let last = hashes.last, NameWords.suffixes.contains(last) { hashes.removeLast() }
    entities[index].hashes = hashes
  }

  /// A fuller form in the text tells more words of the name than the record does.
  private func takeFullerForm(_ mention: FoundMention) {
    let count = entities[mention.entity].hashes.count
    guard count > 0, mention.last - mention.first > count else { return }
    entities[mention.entity].hashes = (mention.first..<mention.last).map { hash(of: $0) }
  }

  func merge(_ entity: Int, into other: Int) {
    for index in mentions.indices where mentions[index].entity == entity { mentions[index].entity = other }
    entities[entity].hashes = []
  }
}
