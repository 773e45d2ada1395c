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

  /// Dates an act behind ", while" or ", and" by the day that opens its sentence: "On Tuesday, X blocked A, while Y blocked B".
  func dateByOpening(_ range: Range<Int>, from first: Int) {
    guard events.count > first + 1,
      let token = range.prefix(4).first(where: { timeAt[$0] >= 0 }),
      case let time = times[Int(timeAt[token])],
      let value = time.value, value.day != nil, word(time.last) == Mark.comma,
      events[first].date == value, events[first].triggers[0].lowerBound > time.last,
      !range.contains(where: { $0 >= time.last && timeAt[$0] >= 0 })
    else { return }
    for index in events.indices.dropFirst(first + 1)
    where events[index].date == nil && events[index].status == .actual && !events[index].isBackground
      && events[index].rule.hasPrefix("verb") && events[index].has(.authority)
      && events[index].kind != .violation
    {
      let between =
        events[index - 1].triggers[0]
        .upperBound..<max(
          events[index - 1].triggers[0].upperBound, events[index].triggers[0].lowerBound)
      let isJoined = between.contains { at in
        word(at) == Mark.comma && (reads(at + 1, "while") || word(at + 1) == lexicon.words.and)
      }
      // "And Japan has long listed it" tells no day.
      guard isJoined, !between.suffix(3).contains(where: { has($0, .have) }),
        !between.contains(where: { has($0, .relative) && mentionAt[$0] < 0 })
      else { continue }
      tell(value, time.first..<time.last, "the day that opens the sentence", &events[index])
    }
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
