import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Dates the events of a sentence that others of it anchor: "suspended X on Wednesday, a day after Y signed Z".
  ///
  /// Only days are counted; what is "a month after" something has no day of its own.
  mutating func dateByAnchors(_ range: Range<Int>, from first: Int, before anchor: EDTF?) {
    for index in range {
      guard let distance = distance(at: index) else { continue }
      let found = events[first...].indices
      switch distance.side {
      case .after, .before:
        let sign = distance.side == .after ? -1 : 1
        guard let left = found.last(where: { events[$0].triggers[0].lowerBound < index }),
          let right = found.first(where: { events[$0].triggers[0].lowerBound > index })
        else { continue }
        if let day = events[left].date?.day, events[left].basis == .text, events[right].date == nil {
          date(right, day + sign * distance.days, index, "counted from the event before")
        } else if let day = events[right].date?.day, events[left].date == nil {
          date(left, day - sign * distance.days, index, "counted from the event behind")
        }
      case .later, .earlier:
        let sign = distance.side == .later ? 1 : -1
        let day = anchor?.day
        guard let day, let near = found.min(by: { gap($0, index) < gap($1, index) }), events[near].date == nil
        else { continue }
        date(near, day + sign * distance.days, index, "counted from the date before")
      }
    }
  }

  private enum Side { case after, before, later, earlier }

  private func gap(_ event: Int, _ token: Int) -> Int { abs(events[event].triggers[0].lowerBound - token) }

  private mutating func date(_ event: Int, _ day: Day, _ token: Int, _ note: String) {
    guard events[event].status != .negated else { return }
    events[event].date = EDTF(day)
    events[event].basis = .text
    events[event].evidence.append(FoundEvidence(part: .date, tokens: token..<(token + 1), note: note))
  }

  /// "A day after", "three days before", "two days later", "the next day", "the day before".
  private func distance(at index: Int) -> (days: Int, side: Side)? {
    let fixed = lexicon.words
    guard timeAt[index] < 0 else { return nil }
    let isDays = word(index) == fixed.day || text(of: index).lowercased() == "days"
    guard isDays, !has(index, .article) else { return nil }
    let before = index - 1
    let count: Int? =
      has(before, .article)
      ? 1 : lexicon.numerals[word(before)] ?? number(before)
    if let count, (1...31).contains(count) {
      switch word(index + 1) {
      case fixed.after, fixed.following: return (count, .after)
      case fixed.before: return (count, .before)
      case fixed.later: return (count, .later)
      case fixed.earlier: return (count, .earlier)
      default: break
      }
    }
    let isNext = word(before) == fixed.next || word(before) == fixed.following
    return isNext && word(before - 1) == fixed.the ? (1, .later) : nil
  }
}
