import Knowledge
import Model
import TextMatching

/// Bounds of the search for what a base form goes on from.
private enum BaseForms {
  /// How many words of a sentence may stand before the comma behind the first form.
  static let reach = 60
}

/// Base forms of verbs that go on from what stands before.
extension PostReader {
  /// "Took long to negotiate and pass", "should move quickly and blacklist X": a second base form, adverbs aside.
  func continuesBase(_ index: Int, _ range: Range<Int>) -> Bool {
    func isAside(_ at: Int) -> Bool {
      reads(at, "further")
        || verbForms(at) == nil
          && (has(at, .adverb) || has(at, .verbParticle) || ends(at, in: "ly") || reads(at, "now"))
    }
    var at = index - 1
    while at > range.lowerBound, isAside(at) { at -= 1 }
    guard at > range.lowerBound + 1, has(at, .conjunction) else { return false }
    at -= 1
    while at > range.lowerBound, isAside(at) { at -= 1 }
    guard at > range.lowerBound, verbForms(at)?.contains(.base) == true else { return false }
    return word(at - 1) == lexicon.words.to || has(at - 1, .modal)
  }

  /// "Would cut off its crude, ban its exports of textiles, and freeze the assets of X": a base form with its object, in a
  /// list that another one opens.
  func listsBases(_ index: Int, _ range: Range<Int>) -> Bool {
    guard tellsEvent(index), !isCapital(index),
      has(index + 1, .article) || has(index + 1, .possessivePronoun)
        || index + 1 < range.upperBound
          && mentionAt[index + 1] >= 0,
      let comma = range.prefix(BaseForms.reach).first(where: { word($0) == Mark.comma }), comma < index
    else { return false }
    return (range.lowerBound..<comma).contains { at in
      has(at, .modal) && (at + 1..<min(at + 4, comma)).contains { verbForms($0)?.contains(.base) == true }
        && !(at + 1..<comma).contains { has($0, .relative) && mentionAt[$0] < 0 }
    }
  }

  /// "What OFAC did on Friday was designate X": a base form behind the copula tells what was done.
  func tellsWhatIsDone(before index: Int, _ range: Range<Int>) -> Bool {
    guard has(index - 1, .be) else { return false }
    return (range.lowerBound..<index).contains { word($0) == lexicon.words.what }
      && (range.lowerBound..<index - 1).contains { has($0, .doVerb) || reads($0, "done") }
  }
}
