import Knowledge
import Model
import TextMatching

/// Events that others of their sentence date: "three days after the vote".
extension PostReader {
  /// Dates the events of a sentence that others of it anchor: "suspended X on Wednesday, a day after Y signed Z".
  ///
  /// Only days are counted; what is "a month after" something has no day of its own.
  func dateByAnchors(_ range: Range<Int>, from first: Int) {
    guard events.count > first else { return }
    for index in range {
      if dateByMonths(at: index, from: first) || dateByTimeBehind(index, range, from: first) { continue }
      guard let days = daysBetween(at: index) ?? hoursBetween(at: index) else { continue }
      // "On March 12, nine days after Britain froze his assets": counted from the time right before.
      if let time = timeRightBefore(index, range), let day = times[time].value?.day,
        let right = events[first...].indices.first(where: { events[$0].triggers[0].lowerBound > index }),
        events[right].date == nil
      {
        date(right, day - days, index, "counted from the time before")
        continue
      }
      guard let right = events[first...].indices.first(where: { events[$0].triggers[0].lowerBound > index })
      else { continue }
      // "Today's designations come forty days after Pyongyang launched a missile".
      if events[right].date == nil, let day = dayOfOwnedAct(range.lowerBound..<index) {
        date(right, day - days, index, "counted from the day of the act before")
        continue
      }
      guard let left = events[first...].indices.last(where: { events[$0].triggers[0].lowerBound < index })
      else {
        // "All this came four days after the Council approved it": counted from what was told before.
        // "Two days before Britain sanctioned X on July 5, Japan blacklisted Y": the act behind the clause.
        if index <= range.lowerBound + 2, right + 1 < events.count, let day = events[right].date?.day,
          events[right].basis == .text,
          events[right + 1].date == nil || events[right + 1].date == events[right].date
        {
          date(right + 1, day + days, index, "counted from the event before")
          continue
        }
        if (range.lowerBound..<index).contains(where: { reads($0, "came", "comes", "follows", "followed") }),
          let told = events[..<first].last(where: { $0.basis == .text && $0.date?.day != nil })?.date?.day,
          events[right].date == nil || events[right].basis == .knowledge
        {
          date(right, told - days, index, "counted from the event before")
        } else if events[right].date == nil, let day = dayOfNews(before: index, range) {
          date(right, day - days, index, "counted from the day of the news")
        }
        continue
      }
      if let day = events[left].date?.day, events[left].basis == .text, events[right].date == nil {
        date(right, day - days, index, "counted from the event before")
      } else if let day = events[right].date?.day, events[left].date == nil {
        date(left, day + days, index, "counted from the event behind")
      } else if events[right].date == nil, events[left].date == nil, events[left].rule.hasPrefix("noun"),
        let told = events[..<first].suffix(60).last(where: {
          $0.kind == events[left].kind && $0.status == events[left].status && $0.basis == .text
            && $0.date?.day != nil
        })?.date?.day
      {
        // "The vote came a day after Pyongyang launched a missile": the day of the vote is told before.
        date(right, told - days, index, "counted from the event before")
      }
    }
  }

  /// The day of what a sentence tells first: "Prices fell on Tuesday a day after …"; of a lead that tells none, the post's.
  private func dayOfNews(before index: Int, _ range: Range<Int>) -> Day? {
    if let told = (range.lowerBound..<index).last(where: { timeAt[$0] >= 0 }) {
      return times[Int(timeAt[told])].value?.day
    }
    let opens = index <= range.lowerBound + 2 || word(index - 2) == Mark.dash
    guard opens, range == sentences[firstSentenceOfText], word(index + 1) != lexicon.words.before else {
      return nil
    }
    return published?.day
  }

  /// "Was sanctioned two weeks after the war began on 24 February": counted from the day of what is no event.
  private func dateByTimeBehind(_ index: Int, _ range: Range<Int>, from first: Int) -> Bool {
    guard timeAt[index] < 0, let unit = calendarUnit(index), unit == .day || unit == .week,
      let count = amount(index - 1), (1...60).contains(count),
      word(index + 1) == lexicon.words.after || word(index + 1) == lexicon.words.before,
      let left = events[first...].indices.last(where: { events[$0].triggers[0].lowerBound < index }),
      events[left].date == nil,
      let token = (index + 2..<min(index + 12, range.upperBound)).prefix(while: { word($0) != Mark.comma })
        .first(where: { timeAt[$0] >= 0 }), let day = times[Int(timeAt[token])].value?.day,
      !events[first...].contains(where: {
        $0.triggers[0].lowerBound > index && $0.triggers[0].lowerBound < token
      })
    else { return false }
    let days = unit == .week ? 7 * count : count
    date(
      left, word(index + 1) == lexicon.words.after ? day + days : day - days, index,
      "counted from a day behind")
    return true
  }

  /// "Listed X on 24 February, four months after the EU froze its assets": the month or year of the other act.
  func dateByMonths(at index: Int, from first: Int) -> Bool {
    guard timeAt[index] < 0, let unit = calendarUnit(index), unit == .month || unit == .year,
      let count = amount(index - 1), (1...60).contains(count), !reads(index + 2, "that"),
      word(index + 1) == lexicon.words.after || word(index + 1) == lexicon.words.before,
      let right = events[first...].indices.first(where: { events[$0].triggers[0].lowerBound > index }),
      events[right].date == nil
    else { return false }
    // "On July 3, a year after Britain sanctioned X, …": counted from the time right before, else from the act before.
    let left = events[first...].indices.last(where: { events[$0].triggers[0].lowerBound < index })
    let before = timeRightBefore(index, sentences[sentence(of: index)]).flatMap { times[$0].value?.first }
    guard let told = before ?? left.flatMap({ events[$0].basis == .text ? events[$0].date?.first : nil })
    else {
      return false
    }
    let parts = told.components
    let step = word(index + 1) == lexicon.words.after ? -count : count
    let value =
      unit == .month
      ? EDTF(year: parts.year, month: parts.month + step) : EDTF(year: parts.year + step)
    tell(value, index..<(index + 1), "counted from the event before", &events[right])
    return true
  }

  /// The day that owns an act: "today's designations", "Friday's action".
  func dayOfOwnedAct(_ range: Range<Int>) -> Day? {
    for index in range where timeAt[index] >= 0 && word(index + 1) == Mark.possessive {
      if has(index + 2, .nounAction) || has(index + 2, .nounDesignation) || has(index + 2, .nounSanctions) {
        return times[Int(timeAt[index])].value?.day
      }
    }
    return nil
  }

  /// The time that only a comma parts from a count of days: "On March 12, nine days after …".
  func timeRightBefore(_ unit: Int, _ range: Range<Int>) -> Int? {
    var at = unit - 1
    while at >= range.lowerBound, at > unit - 7, !isMark(at) { at -= 1 }
    guard word(at) == Mark.comma, at > range.lowerBound, timeAt[at - 1] >= 0 else { return nil }
    return Int(timeAt[at - 1])
  }

  /// "Hours after the North fired a missile": the same day.
  func hoursBetween(at index: Int) -> Int? {
    guard isHours(index), timeAt[index] < 0 else { return nil }
    let link = word(index + 1)
    return link == lexicon.words.after || link == lexicon.words.before || link == lexicon.words.following
      ? 0 : nil
  }

  /// By how many days what stands before "a day after" or "three days before" is later than what stands behind.
  func daysBetween(at index: Int) -> Int? {
    guard timeAt[index] < 0, has(index, .unit),
      word(index) == lexicon.words.day || reads(index, "days"),
      var count = amount(index - 1), (1...99).contains(count)
    else { return nil }
    // "Three weeks and two days after".
    if word(index - 2) == lexicon.words.and, reads(index - 3, "week", "weeks"), let weeks = amount(index - 4),
      (1...52).contains(weeks)
    {
      count += 7 * weeks
    }
    switch word(index + 1) {
    case lexicon.words.after, lexicon.words.following: return count
    case lexicon.words.before: return -count
    default: return nil
    }
  }

  func date(_ event: Int, _ day: Day, _ token: Int, _ note: String) {
    guard events[event].status != .negated else { return }
    tell(EDTF(day), token..<(token + 1), note, &events[event])
  }
}
