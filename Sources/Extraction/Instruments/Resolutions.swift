import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds resolutions by number.
  ///
  /// "UNSCRs 2270 and 2321", "U.N. Security Council Resolution 2321", "resolution 1718 (2006)".
  func resolutions(at index: Int, numberAt: Int) -> Int? {
    var at = numberAt
    if word(at) == lexicon.words.no, shape(at).contains(.abbreviated) { at += 1 }
    // "Security Council Resolution (UNSCR) 1718".
    if word(at) == Mark.open, has(at + 1, .resolutionWord), word(at + 2) == Mark.close { at += 3 }
    // "Five resolutions, 2270, 2321 and 2371".
    if word(at) == Mark.comma, word(index) == lexicon.words.resolutions, let known = number(at + 1),
      lexicon.resolutions.keys.contains(known), yearNumber(at + 1) == nil || isAheadOfPost(known)
    {
      return resolutionsBehind(comma: at)
    }
    guard let first = number(at), isResolutionNumber(first, at) else { return nil }
    // "Resolution 2016" is a year where nothing else speaks for a number.
    var start = index
    while start > 0, let body = mention(endingAt: start),
      entities[mentions[body].entity].kind == .organization
        || entities[mentions[body].entity].kind == .country
    {
      guard isUnitedNations(mentions[body]), !isMark(start - 1) else { break }
      start = mentions[body].first
    }
    var last = at + 1
    last = yearInBrackets(after: last) ?? last
    addResolution(first, start, last)
    return furtherResolutions(from: last)
  }

  private func resolutionsBehind(comma: Int) -> Int? {
    guard let first = number(comma + 1) else { return nil }
    addResolution(first, comma + 1, comma + 2)
    return furtherResolutions(from: comma + 2)
  }

  /// Whether a number is no year that a post can speak of.
  private func isAheadOfPost(_ number: Int) -> Bool {
    published?.last.map { number > $0.components.year + 20 } ?? false
  }

  /// Further numbers of a list, which are mentions of their own; returns the token after them.
  private func furtherResolutions(from end: Int) -> Int {
    var last = end
    while true {
      var next = last
      if word(next) == Mark.comma { next += 1 }
      if word(next) == lexicon.words.and || word(next) == lexicon.words.or || word(next) == Mark.ampersand {
        next += 1
      }
      guard next > last, let another = number(next), isResolutionNumber(another, next) else { break }
      if yearNumber(next) != nil, !lexicon.resolutions.keys.contains(another) { break }
      let end = yearInBrackets(after: next + 1) ?? next + 1
      addResolution(another, next, end)
      last = end
    }
    return last
  }

  func isResolutionNumber(_ value: Int, _ index: Int) -> Bool {
    (100...9999).contains(value) && !shape(index).contains(.grouped) && !shape(index).contains(.suffixed)
  }

  func isUnitedNations(_ mention: FoundMention) -> Bool {
    let known = entities[mention.entity].known
    guard known >= 0 else { return false }
    let name = lexicon.names[known].name
    return name == "United Nations" || name == "U.N. Security Council" || name == "UNSC"
  }

  /// The end of "(2006)" at a token.
  func yearInBrackets(after index: Int) -> Int? {
    guard word(index) == Mark.open, yearNumber(index + 1) != nil, word(index + 2) == Mark.close else {
      return nil
    }
    return index + 3
  }

  private func addResolution(_ number: Int, _ first: Int, _ last: Int) {
    addMention(first, last, entity: resolution(number), rule: "resolution by number")
  }

  /// The post's entity for a resolution of the Security Council.
  func resolution(_ number: Int) -> Int {
    var entity = FoundEntity(kind: .resolution, name: "UNSCR \(number)")
    entity.date = lexicon.resolutions[number]
    return add(entity, key: EntityKey.resolution(number))
  }

  /// Later bare numbers of resolutions that the post names: "the bar set by 2270".
  func findBareResolutions() {
    guard entities.contains(where: { $0.kind == .resolution }) else { return }
    for index in citationWords.lazy.map(Int.init)
    where mentionAt[index] < 0 && shape(index).contains(.number) {
      guard let value = number(index), let entity = entityIndex[EntityKey.resolution(value)],
        !shape(index).contains(.hyphenBefore), !shape(index).contains(.grouped),
        word(index - 1) != Mark.dollar,
        word(index + 1) != UInt8(ascii: "%").mark, !shape(index + 1).contains(.hyphenBefore),
        !has(index - 1, .month), !has(index - 1, .unit), word(index - 1) != Mark.slash
      else { continue }
      if yearNumber(index) != nil, !isAheadOfPost(value), word(index - 1) == lexicon.words.in {
        continue
      }
      addMention(index, index + 1, entity: entity, rule: "number of a named resolution")
    }
  }
}
