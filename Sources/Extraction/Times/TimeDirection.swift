import Knowledge
import Model
import TextMatching

extension PostReader {
  func nearest(_ candidates: [EDTF], to post: Day, at index: Int) -> EDTF? {
    let ahead = looksAhead(at: index)
    if ahead {
      let next = candidates.first { ($0.last ?? post) >= post }
      // "Lies at anchor on June 21": of a day just gone and one in most of a year the present tense means the former.
      if let next, let start = next.first, start > post + 180,
        let gone = candidates.last(where: { ($0.last ?? post) < post }), let end = gone.last, post <= end + 60
      {
        return gone
      }
      if let next { return next }
    } else if let before = candidates.last(where: { ($0.first ?? post) <= post }) {
      return before
    }
    return candidates.first
  }

  /// Whether the verb beside a time looks ahead: "will", "may", "is to", or the present tense of a plan.
  func looksAhead(at index: Int) -> Bool {
    let range = sentences[sentence(of: index)]
    // "could suspend trade after Wednesday's coup": what a day owns has been, but for what is said to come before it.
    if word(index + 1) == Mark.possessive, !has(index + 2, .modal), !has(index + 2, .be) {
      return word(index - 1) == lexicon.words.before
        || word(index - 1) == lexicon.words.of && ends(index - 2, in: "ahead")
    }
    // "Renewed until 31 May", "are permitted until November 1": an end lies ahead, but for what was.
    if word(index - 1) == lexicon.words.until,
      !(max(range.lowerBound, index - 12)..<index).contains(where: { isPastAuxiliary($0) })
    {
      return true
    }
    var at = index - 1
    var steps = 0
    while at >= range.lowerBound, steps < 24 {
      if let ahead = direction(at, range) { return ahead }
      if word(at) == Mark.semicolon { break }
      at -= 1
      steps += 1
    }
    at = index + 1
    while at < range.upperBound {
      if let ahead = direction(at, range) { return ahead }
      at += 1
    }
    return false
  }

  private func isPastAuxiliary(_ index: Int) -> Bool {
    mentionAt[index] < 0 && ["was", "were", "had"].contains(text(of: index).lowercased())
  }

  /// What one word tells of the time of its clause; nil for words that tell nothing.
  private func direction(_ index: Int, _ range: Range<Int>) -> Bool? {
    guard mentionAt[index] < 0, timeAt[index] < 0, !isMark(index) else { return nil }
    // "13 May" holds no modal.
    if isMonthWord(index) { return nil }
    if has(index, .modal) { return !(word(index) == lexicon.words.would && has(index + 1, .have)) }
    let form = lexicon.verbForm(word(index))
    if has(index, .be) {
      let surface = text(of: index).lowercased()
      if surface == "was" || surface == "were" || surface == "been" {
        // "Were expected to endorse it on Thursday": what was still to come.
        return ["expected", "scheduled", "due", "set"].contains(text(of: min(index + 1, tokens.count - 1)))
      }
      if word(index + 1) == lexicon.words.to { return true }
      let next = text(of: min(index + 1, tokens.count - 1))
      return ["expected", "scheduled", "due", "set", "likely"].contains(next) ? true : nil
    }
    if has(index, .have) { return false }
    guard form.lemma >= 0, !isCapital(index) || index == range.lowerBound else { return nil }
    if word(index - 1) == lexicon.words.to {
      // An infinitive takes the time of what governs it: "plans to", "declined to".
      return nil
    }
    if form.forms.contains(.past) || form.forms.contains(.participle) {
      // "will be added": what stands before the participle tells.
      if has(index - 1, .be), index - 1 > range.lowerBound { return nil }
      return has(index - 1, .article) || has(index - 1, .possessivePronoun) ? nil : false
    }
    if form.forms.contains(.third), !isNounUse(index), sentence(of: index) > 0 || titleLength == 0 {
      return true
    }
    return nil
  }
}
