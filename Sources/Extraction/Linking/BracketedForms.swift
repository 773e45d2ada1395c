import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Reads the short forms that brackets tell.
  ///
  /// "Belfalas Shipping Co., Ltd. (Belfalas Shipping)", "… (OFAC)", "PAK Sung-do (a.k.a. PAK Song To)".
  func linkBrackets() {
    for index in mentions.indices {
      let mention = mentions[index]
      var at = mention.last
      guard mention.entity >= 0, word(at) == Mark.open else { continue }
      at += 1
      var isAlias = false
      if word(at) == lexicon.words.aka || word(at) == lexicon.words.the || word(at) == Mark.quote
        || has(at, .article)
      {
        isAlias = word(at) == lexicon.words.aka
        at += 1
      }
      if word(at) == Mark.quote { at += 1 }
      var end = at
      while end < tokens.count, !isMark(end), end < at + 8 { end += 1 }
      let close = word(end) == Mark.quote ? end + 1 : end
      guard end > at, word(close) == Mark.close || isAlias, isCapital(at), shape(at).contains(.word) else {
        continue
      }
      if let inner = mentionStarting(at: at), mentions[inner].last == end {
        let other = mentions[inner].entity
        if other != mention.entity, entities[other].known < 0, isAlias || isShort(other, of: mention.entity) {
          merge(other, into: mention.entity)
        }
      } else if isAlias || isShortForm(at, end, of: mention.entity) || isAcronym(at, end, of: mention)
        || isInnerAcronym(at, end, of: mention)
      {
        learn(at, end, entity: mention.entity, rule: isAlias ? "also known as" : "short form in brackets")
      }
    }
  }

  /// Makes some words a name of an entity here and wherever else they stand.
  private func learn(_ first: Int, _ last: Int, entity: Int, rule: String) {
    addMention(first, last, entity: entity, rule: rule)
    let words = (first..<last).map { hash(of: $0) }
    for index in capitals.lazy.map(Int.init)
    where mentionAt[index] < 0 && isCapital(index) && hash(of: index) == words[0] {
      guard index + words.count <= tokens.count,
        (0..<words.count).allSatisfy({ mentionAt[index + $0] < 0 && hash(of: index + $0) == words[$0] })
      else { continue }
      addMention(index, index + words.count, entity: entity, rule: "short form told in the post")
    }
  }
}
