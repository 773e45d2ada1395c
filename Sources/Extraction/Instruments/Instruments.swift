import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds resolutions, orders, sections, code citations, bills and regulations by their form.
  mutating func findInstruments() {
    var next = 0
    for index in citationWords.lazy.map(Int.init) where index >= next {
      if let end = instrument(at: index) { next = end }
    }
    findBareResolutions()
  }

  /// Reads an instrument that begins at a token; returns the token after it.
  mutating func instrument(at index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    let fixed = lexicon.words
    let token = tokens[index]
    switch token.word {
    case fixed.resolution, fixed.resolutions, fixed.unscr, fixed.unscrs:
      return resolutions(at: index, numberAt: index + 1)
    case fixed.s
    where word(index + 1) == Mark.slash && word(index + 2) == fixed.res && word(index + 3) == Mark.slash:
      return resolutions(at: index, numberAt: index + 4)
    case fixed.s where shape(index).contains(.capital) && shape(index).contains(.abbreviated):
      return bill(at: index)
    case fixed.hr where shape(index).contains(.dotted): return bill(at: index)
    case fixed.executive where word(index + 1) == fixed.order || word(index + 1) == fixed.orders:
      return orders(at: index, numberAt: index + 2)
    case fixed.eo where isCapital(index), fixed.eos where isCapital(index):
      return orders(at: index, numberAt: index + 1)
    case fixed.section, fixed.sections: return section(at: index)
    case fixed.general where isCapital(index): return license(at: index)
    case fixed.pub, fixed.public: return publicLaw(at: index)
    case fixed.regulation where isCapital(index), fixed.decision where isCapital(index):
      return european(at: index)
    case fixed.committee where isCapital(index): return committee(at: index)
    default:
      guard token.shape.contains(.number) else { return nil }
      return code(at: index) ?? numberedCommittee(at: index)
    }
  }

  /// The mention that ends right before a token.
  func mention(endingAt index: Int) -> Int? {
    guard index > 0, mentionAt[index - 1] >= 0 else { return nil }
    let found = Int(mentionAt[index - 1])
    return mentions[found].last == index ? found : nil
  }

  /// The mention that begins at a token.
  func mentionStarting(at index: Int) -> Int? {
    guard index < tokens.count, index >= 0, mentionAt[index] >= 0 else { return nil }
    let found = Int(mentionAt[index])
    return mentions[found].first == index ? found : nil
  }

  func isInLongMention(_ index: Int) -> Bool {
    let mention = mentions[Int(mentionAt[index])]
    return mention.last - mention.first > 2
  }

  /// Reads an instrument further on, so that a section can be joined with it.
  mutating func instrumentStarting(at index: Int) -> Int? {
    guard instrument(at: index) != nil else { return nil }
    return mentionStarting(at: index)
  }
}

extension UInt8 {
  /// The identifier of an ASCII mark.
  var mark: WordID { WordID(self) }
}
