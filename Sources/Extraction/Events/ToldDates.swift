import Knowledge
import Model
import TextMatching

/// The date from which "later" and "before" count.
extension PostReader {
  /// The date told last before a token, in the two sentences before or the same one: that of an event or that of a time,
  /// whichever stands nearer; what relative clauses tell is aside.
  func toldLast(before token: Int) -> EDTF? {
    let here = sentence(of: token)
    let event = events.reversed().prefix { here - $0.sentence <= 2 }.first {
      $0.basis == .text && $0.date != nil && !isToldAside($0) && $0.triggers[0].lowerBound < token
    }
    let time = recentTimes(before: token).last { time in
      here - sentence(of: time.first) <= 2 && time.value?.first != nil && !isAside(time)
    }
    guard let time else { return event?.date }
    guard let event, event.triggers[0].lowerBound > time.first else { return time.value }
    return event.date
  }

  /// Whether a time stands in a relative clause, owns a noun, or only tells since or until when.
  private func isAside(_ time: FoundTime) -> Bool {
    if word(time.last) == Mark.possessive || reads(time.first - 1, "since", "until", "by", "of") {
      return true
    }
    let start = sentences[sentence(of: time.first)].lowerBound
    let clause = (start..<time.first).last {
      word($0) == Mark.semicolon || has($0, .relative) && mentionAt[$0] < 0
    }
    return clause.map { has($0, .relative) } ?? false
  }

  /// Whether an event is told in a relative clause, from which nothing is counted.
  private func isToldAside(_ event: FoundEvent) -> Bool {
    guard let trigger = event.triggers.first?.lowerBound else { return false }
    return (sentences[event.sentence].lowerBound..<trigger).contains { has($0, .relative) }
  }
}
