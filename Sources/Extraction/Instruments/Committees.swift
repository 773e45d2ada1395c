import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Security Council Committee established pursuant to resolution 1718 (2006)", "… concerning Haiti".
  func committee(at index: Int) -> Int? {
    let pursuant = word(index + 1) == lexicon.words.pursuant ? index + 1 : index + 2
    guard word(pursuant) == lexicon.words.pursuant, word(pursuant + 1) == lexicon.words.to else { return nil }
    var at = pursuant + 2
    while at < min(pursuant + 6, tokens.count), number(at) == nil { at += 1 }
    guard let value = number(at), isResolutionNumber(value, at) else { return nil }
    var last = yearInBrackets(after: at + 1) ?? at + 1
    while word(last) == lexicon.words.and || word(last) == Mark.comma {
      let next = word(last + 1) == lexicon.words.and ? last + 2 : last + 1
      guard let other = number(next), isResolutionNumber(other, next) else { break }
      last = yearInBrackets(after: next + 1) ?? next + 1
    }
    if ends(last, in: "concerning"), let subject = mentionStarting(at: last + 1) {
      last = mentions[subject].last
    }
    var first = index
    if mentionAt[index] >= 0 { first = min(first, mentions[Int(mentionAt[index])].first) }
    if has(first - 1, .nounSanctions), isCapital(first - 1) { first -= 1 }
    if let body = mention(endingAt: first), isUnitedNations(mentions[body]) { first = mentions[body].first }
    addMention(first, last, entity: committee(value), rule: "committee by its resolution")
    return last
  }

  /// "Panel of Experts on Somalia", "Monitoring Group on Eritrea": a body with the country that it is about.
  func takeSubjects() {
    for mention in mentions where mention.entity >= 0 && entities[mention.entity].kind == .organization {
      let subjectAt = word(mention.last + 1) == lexicon.words.the ? mention.last + 2 : mention.last + 1
      guard word(mention.last) == lexicon.words.on,
        text(of: mention.last - 1) == "Experts"
          || has(mention.last - 1, .orgHead) && has(mention.last - 2, .nounSanctions),
        let subject = mentionStarting(at: subjectAt), entities[mentions[subject].entity].kind == .country
      else { continue }
      let run = CapitalRun(first: mention.first, last: mentions[subject].last)
      addNamed(.organization, text(run), run, rule: "body with its country")
    }
    dropReplacedMentions()
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
