import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Committee established pursuant to resolution 1718 (2006)".
  func committee(at index: Int) -> Int? {
    guard word(index + 2) == lexicon.words.pursuant, word(index + 3) == lexicon.words.to else { return nil }
    var at = index + 4
    while at < min(index + 8, tokens.count), number(at) == nil { at += 1 }
    guard let value = number(at), isResolutionNumber(value, at) else { return nil }
    var last = yearInBrackets(after: at + 1) ?? at + 1
    while word(last) == lexicon.words.and || word(last) == Mark.comma {
      let next = word(last + 1) == lexicon.words.and ? last + 2 : last + 1
      guard let other = number(next), isResolutionNumber(other, next) else { break }
      last = yearInBrackets(after: next + 1) ?? next + 1
    }
    addMention(index, last, entity: committee(value), rule: "committee by its resolution")
    return last
  }

  func committee(_ number: Int) -> Int {
    let name = "\(number) Committee"
    if let known = lexicon.nameIndex[name] { return self.known(known) }
    return add(FoundEntity(kind: .organization, name: name), key: EntityKey.named(.organization, name))
  }

  /// "1718 Committee", "Security Council 1718 Sanctions Committee".
  func numberedCommittee(at index: Int) -> Int? {
    guard let value = number(index), isResolutionNumber(value, index) else { return nil }
    var last = index + 1
    if has(last, .nounSanctions), isCapital(last) { last += 1 }
    guard word(last) == lexicon.words.committee, isCapital(last) else { return nil }
    var first = index
    if let body = mention(endingAt: first), isUnitedNations(mentions[body]) { first = mentions[body].first }
    addMention(first, last + 1, entity: committee(value), rule: "committee by number")
    return last + 1
  }
}
