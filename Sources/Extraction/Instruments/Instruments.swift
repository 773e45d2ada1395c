import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds resolutions, orders, sections, code citations, bills and regulations by their form.
  func findInstruments() {
    var next = 0
    for index in citationWords.lazy.map(Int.init) where index >= next {
      if let end = instrument(at: index) { next = end }
    }
    findBareResolutions()
  }

  /// Reads an instrument that begins at a token; returns the token after it.
  func instrument(at index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    switch token.word {
    case lexicon.words.resolution, lexicon.words.resolutions, lexicon.words.unscr, lexicon.words.unscrs:
      return resolutions(at: index, numberAt: index + 1)
    case lexicon.words.s
    where word(index + 1) == Mark.slash && word(index + 2) == lexicon.words.res
      && word(index + 3) == Mark.slash:
      return resolutions(at: index, numberAt: index + 4)
    case lexicon.words.s where shape(index).contains(.capital) && shape(index).contains(.abbreviated):
      return bill(at: index)
    case lexicon.words.hr where shape(index).contains(.dotted): return bill(at: index)
    case lexicon.words.res where isCapital(index): return jointResolution(at: index)
    case lexicon.words.executive
    where word(index + 1) == lexicon.words.order || word(index + 1) == lexicon.words.orders:
      return orders(at: index, numberAt: index + 2)
    case lexicon.words.eo where isCapital(index), lexicon.words.eos where isCapital(index):
      return orders(at: index, numberAt: index + 1)
    case lexicon.words.section, lexicon.words.sections: return section(at: index)
    case lexicon.words.title where isCapital(index), lexicon.words.article where isCapital(index),
      lexicon.words.chapter where isCapital(index):
      return part(at: index)
    case lexicon.words.general where isCapital(index): return license(at: index, numberAt: index + 2)
    case lexicon.words.gl where shape(index).contains(.allCapitals):
      return license(at: index, numberAt: index + 1)
    case lexicon.words.pub, lexicon.words.public: return publicLaw(at: index)
    case lexicon.words.law where isCapital(index), lexicon.words.decree where isCapital(index):
      return numbered(at: index)
    case lexicon.words.regulation where !isCapital(index) && shape(index + 1).contains(.number):
      return part(at: index)
    case lexicon.words.regulation where isCapital(index), lexicon.words.decision where isCapital(index):
      return european(at: index)
    case lexicon.words.committee where isCapital(index): return committee(at: index)
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
  func instrumentStarting(at index: Int) -> Int? {
    guard instrument(at: index) != nil else { return nil }
    return mentionStarting(at: index)
  }
}

extension UInt8 {
  /// The identifier of an ASCII mark.
  var mark: WordID { WordID(self) }
}
