import Knowledge
import Model
import TextMatching

extension PostReader {
  typealias Found = (end: Int, value: EDTF?, rule: String, start: Int)

  /// Finds the calendar expressions and fills in what they leave open from the post's date and the verb's tense.
  func findTimes() {
    var next = 0
    for index in calendarWords.lazy.map(Int.init) where index >= next {
      guard mentionAt[index] < 0, let (end, value, rule, start) = time(at: index) else { continue }
      if let value {
        times.append(
          FoundTime(
            first: start, last: end, start: Int(tokens[start].start), end: timeEnd(end - 1), value: value,
            rule: rule))
        for token in start..<end { timeAt[token] = Int32(times.count - 1) }
      }
      next = end
    }
  }

  /// The end of the last token in bytes; the dot behind an abbreviated last month belongs to it.
  private func timeEnd(_ index: Int) -> Int {
    Int(tokens[index].end) + (shape(index).contains(.abbreviated) ? 1 : 0)
  }

  func time(at index: Int) -> Found? {
    let token = tokens[index]
    if token.shape.contains(.number) {
      return isoDate(index) ?? numericDate(index) ?? dayFirst(index) ?? decade(index) ?? year(index)
        ?? dayAlone(index)
    }
    guard token.shape.contains(.word) else { return nil }
    if let found = fiscalYear(index) ?? quarter(index) { return found }
    if isMonth(index) { return monthFirst(index) }
    if has(index, .weekday), let day = lexicon.weekdays[token.word], isWeekday(index) {
      return weekday(index, day)
    }
    if has(index, .season) { return season(index) }
    return relative(index)
  }
}
