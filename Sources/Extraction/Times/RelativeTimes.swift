import Knowledge
import Model
import TextMatching

extension PostReader {
  /// A weekday, with its date where that follows.
  func weekday(_ index: Int, _ day: Int) -> Found? {
    var next = index + 1
    if word(next) == Mark.comma { next += 1 }
    if isMonthWord(next), let date = monthFirst(next), dayNumber(next + 1) != nil {
      return (date.end, date.value, "weekday with its date", index)
    }
    if let number = dayNumber(next), isMonthWord(next + 1), number > 0, let date = dayFirst(next) {
      return (date.end, date.value, "weekday with its date", index)
    }
    let before = word(index - 1)
    let directed =
      before == lexicon.words.last || before == lexicon.words.next || before == lexicon.words.this
    let future = before == lexicon.words.next || !directed && looksAhead(at: index)
    let value = relativeValue { post in
      let delta = day - post.weekday
      if before == lexicon.words.this {
        return EDTF(delta >= 0 || !looksAhead(at: index) && delta < 0 ? post + delta : post + delta + 7)
      }
      if before == lexicon.words.next { return EDTF(post + (delta <= 0 ? delta + 7 : delta)) }
      if before == lexicon.words.last { return EDTF(post + (delta >= 0 ? delta - 7 : delta)) }
      if future { return EDTF(post + (delta < 0 ? delta + 7 : delta)) }
      return EDTF(post + (delta > 0 ? delta - 7 : delta))
    }
    return (index + 1, value, future ? "weekday ahead" : "weekday before", directed ? index - 1 : index)
  }

  /// "today", "last week", "next year", "the last two weeks", "this weekend".
  func relative(_ index: Int) -> Found? {
    switch word(index) {
    case lexicon.words.today, lexicon.words.tonight:
      return (index + 1, relativeValue { EDTF($0) }, "the post's day", index)
    case lexicon.words.yesterday:
      return (index + 1, relativeValue { EDTF($0 - 1) }, "the day before the post's", index)
    case lexicon.words.weekend where word(index - 1) == lexicon.words.the && has(index - 2, .preposition):
      // "over the weekend": the last one, on Sunday that of the day itself.
      let step = looksAhead(at: index) ? 0 : -1
      let value = relativeValue { day in
        let saturday = day.weekday == 0 ? day - 1 : day + (6 - day.weekday) + step * 7
        return EDTF(from: saturday, through: saturday + 1)
      }
      return (index + 1, value, "the weekend beside the post's day", index)
    case lexicon.words.month, lexicon.words.year, lexicon.words.week:
      // "Before the end of the month".
      guard word(index - 1) == lexicon.words.the, word(index - 2) == lexicon.words.of,
        reads(index - 3, "end", "start", "beginning"), !has(index + 1, .preposition),
        let value = unit(index, 0)
      else { return nil }
      return (index + 1, value, "unit that the post lies in", index)
    case lexicon.words.tomorrow:
      return (index + 1, relativeValue { EDTF($0 + 1) }, "the day after the post's", index)
    case lexicon.words.last, lexicon.words.this, lexicon.words.next, lexicon.words.past:
      let step = word(index) == lexicon.words.this ? 0 : word(index) == lexicon.words.next ? 1 : -1
      if word(index) == lexicon.words.past, lexicon.numerals[word(index + 1)] == nil { return nil }
      if step != 0, let count = lexicon.numerals[word(index + 1)], count > 1, has(index + 2, .unit) {
        guard let value = span(of: index + 2, count: count, step: step) else { return nil }
        return (index + 3, value, "\(count) whole units from the post's date", index)
      }
      guard let value = unit(index + 1, step) else { return nil }
      return (index + 2, value, "unit told from the post's date", index)
    default: return nil
    }
  }

  /// The value of "last week" and the like.
  func unit(_ index: Int, _ step: Int) -> EDTF? {
    switch word(index) {
    case lexicon.words.week:
      return relativeValue { day in
        let sunday = day - day.weekday + step * 7
        return EDTF(from: sunday, through: sunday + 6)
      }
    case lexicon.words.month:
      return relativeValue { EDTF(year: $0.components.year, month: $0.components.month + step) }
    case lexicon.words.year: return relativeValue { EDTF(year: $0.components.year + step) }
    case lexicon.words.quarter:
      return relativeValue { day in
        let first = (day.components.month - 1) / 3 * 3 + 1 + step * 3
        return EDTF(
          from: EDTF(year: day.components.year, month: first),
          through: EDTF(year: day.components.year, month: first + 2))
      }
    case lexicon.words.weekend:
      return relativeValue { day in
        let saturday = (day.weekday == 0 ? day - 1 : day + (6 - day.weekday)) + step * 7
        return EDTF(from: saturday, through: saturday + 1)
      }
    default: return nil
    }
  }

  /// Whole weeks, months or years before or after the post's.
  func span(of index: Int, count: Int, step: Int) -> EDTF? {
    let name = text(of: index)
    return relativeValue { day in
      let parts = day.components
      if name.hasPrefix("week") {
        let sunday = day - day.weekday
        return step < 0
          ? EDTF(from: sunday - count * 7, through: sunday - 1)
          : EDTF(from: sunday + 7, through: sunday + 6 + count * 7)
      }
      if name.hasPrefix("month") {
        let range = step < 0 ? (parts.month - count, parts.month - 1) : (parts.month + 1, parts.month + count)
        return EDTF(
          from: EDTF(year: parts.year, month: range.0), through: EDTF(year: parts.year, month: range.1))
      }
      if name.hasPrefix("day") {
        return step < 0
          ? EDTF(from: day - count, through: day - 1) : EDTF(from: day + 1, through: day + count)
      }
      let range = step < 0 ? (parts.year - count, parts.year - 1) : (parts.year + 1, parts.year + count)
      return EDTF(from: EDTF(year: range.0), through: EDTF(year: range.1))
    }
  }

  /// A value told from the post's date; from an interval, the span of all that its days allow.
  func relativeValue(_ value: (Day) -> EDTF) -> EDTF? {
    guard let first = published?.first ?? published?.last, let last = published?.last ?? published?.first
    else { return nil }
    let a = value(first)
    let b = value(last)
    return a == b ? a : EDTF(from: a, through: b)
  }

  /// A day of a month; without a year, the nearest in the direction of the tense.
  func resolved(day: Int, month: Int, year: Int?, at index: Int) -> EDTF? {
    if let year = year ?? yearToldBehind(index) { return Day(year, month, day).map { EDTF($0) } }
    if let shared = yearSharedWithNext(index, month) { return Day(shared, month, day).map { EDTF($0) } }
    guard let post = published?.last ?? published?.first else { return nil }
    if let told = dayOfToldSeason(month, day, at: index) { return EDTF(told) }
    let year = post.components.year
    let candidates = (-1...1).compactMap { Day(year + $0, month, day).map { EDTF($0) } }
    return nearest(candidates, to: post, at: index)
  }

  /// "July 3 and July 28, 2017", "November and December 2014": the year behind the date that "and" joins.
  private func yearSharedWithNext(_ index: Int, _ month: Int) -> Int? {
    var at = isMonthWord(index) ? index + 1 : index
    while at < index + 3, shape(at).contains(.number) || isMonthWord(at) { at += 1 }
    if word(at) == Mark.comma { at += 1 }
    guard word(at) == lexicon.words.and || word(at) == lexicon.words.or else { return nil }
    at += 1
    guard let next = (at...at + 1).first(where: { isMonthWord($0) }), mentionAt[next] < 0,
      let other = lexicon.months[word(next)]
    else { return nil }
    var behind = next + 1
    if dayNumber(behind) != nil, yearNumber(behind) == nil { behind += 1 }
    if word(behind) == Mark.comma { behind += 1 }
    guard let year = yearNumber(behind), timeAt[behind] < 0 else { return nil }
    return month <= other ? year : year - 1
  }

  /// A day of the season told just before.
  ///
  /// "The first came in the spring of 2007. On March 14, Treasury …".
  private func dayOfToldSeason(_ month: Int, _ day: Int, at index: Int) -> Day? {
    guard let told = times.last, sentence(of: index) - sentence(of: told.first) <= 1,
      (told.first..<told.last).contains(where: { yearNumber($0) != nil }),
      let first = told.value?.first, let last = told.value?.last, first + 80 < last, first + 100 > last,
      let found = Day(first.components.year, month, day), found >= first, found <= last
    else { return nil }
    return found
  }

  /// "On September 6 of that year": the year told last.
  private func yearToldBehind(_ index: Int) -> Int? {
    guard
      let of = (index + 1...index + 4).first(where: { word($0) == lexicon.words.of || reads($0, "that") }),
      case let that = word(of) == lexicon.words.of ? of + 1 : of, reads(that, "that"),
      word(that + 1) == lexicon.words.year
    else { return nil }
    return times.last { $0.value?.first != nil }?.value?.first?.components.year
  }

  /// Whether "after" parts a time from one told before it, which is then the later one.
  private func isAfter(_ told: FoundTime, _ index: Int) -> Bool {
    (told.last..<index).contains { word($0) == lexicon.words.after }
  }

  /// A month without a year, the nearest in the direction of the tense.
  func month2(_ month: Int, at index: Int) -> EDTF? {
    if let shared = yearSharedWithNext(index, month) { return EDTF(year: shared, month: month) }
    guard let post = published?.last ?? published?.first else { return nil }
    // "In August 2017 after Pyongyang tested two missiles in July": the year told in the sentence.
    if let told = times.last, sentence(of: told.first) == sentence(of: index), let first = told.value?.first,
      let last = told.value?.last, first + 31 >= last, first + 366 < post,
      (told.last..<index).contains(where: { has($0, .preposition) || has($0, .subordinator) })
    {
      let year = first.components.year
      let isBefore = isAfter(told, index)
      // "Signed in December 2019, waived in May": what a narrative tells next lies behind, in no year told.
      if isBefore || month >= first.components.month {
        return EDTF(
          year: month > first.components.month && reads(index - 1, "in") && isBefore ? year - 1 : year,
          month: month)
      }
    }
    let candidates = (-1...1).map { EDTF(year: post.components.year + $0, month: month) }
    return nearest(candidates, to: post, at: index)
  }
}
