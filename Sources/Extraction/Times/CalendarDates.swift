import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "2016-12-02".
  func isoDate(_ index: Int) -> Found? {
    guard let year = yearNumber(index), shape(index + 1).contains(.hyphenBefore),
      let month = number(index + 1),
      shape(index + 2).contains(.hyphenBefore), let day = number(index + 2), let date = Day(year, month, day)
    else { return nil }
    return (index + 3, EDTF(date), "ISO date", index)
  }

  /// "28 April 2015", "the 28th of April", "12 to 15 June".
  func dayFirst(_ index: Int) -> Found? {
    guard let day = dayNumber(index) else { return nil }
    var at = index + 1
    var lastDay = day
    if word(at) == lexicon.words.to || word(at) == Mark.dash || word(at) == lexicon.words.and
      || shape(at).contains(.hyphenBefore),
      let other = dayNumber(shape(at).contains(.hyphenBefore) ? at : at + 1), other > day
    {
      let next = shape(at).contains(.hyphenBefore) ? at + 1 : at + 2
      if isMonthWord(next) {
        lastDay = other
        at = next
      }
    }
    if word(at) == lexicon.words.of, shape(index).contains(.suffixed) { at += 1 }
    guard isMonthWord(at), let month = lexicon.months[word(at)], mentionAt[at] < 0 else { return nil }
    at += 1
    let (year, end) = yearAfter(at)
    if year == nil, lastDay == day, let named = yearNamed(at), let date = Day(named, month, day) {
      return (at + 2, EDTF(date), "day of a year told from the post's", index)
    }
    let first = resolved(day: day, month: month, year: year, at: index)
    let last = lastDay == day ? first : resolved(day: lastDay, month: month, year: year, at: index)
    guard let first, let last else {
      return range(from: nil, through: end, start: index, year: year, rule: "day and month")
    }
    let value = EDTF(from: first, through: last)
    return range(from: value, through: end, start: index, year: year, rule: "day and month")
  }

  /// "April 28, 2015", "April 2015", "April", with ranges of them.
  func monthFirst(_ index: Int) -> Found? {
    guard let month = lexicon.months[word(index)] else { return nil }
    // "The Fourth of July", "the first of May".
    if word(index - 1) == lexicon.words.of, let day = lexicon.ordinals[word(index - 2)],
      word(index - 3) == lexicon.words.the, timeAt[index - 2] < 0
    {
      let (year, end) = yearAfter(index + 1)
      return (end, resolved(day: day, month: month, year: year, at: index), "day by its ordinal", index - 2)
    }
    var at = index + 1
    if let day = dayNumber(at), !shape(at).contains(.hyphenBefore), !isClock(at), yearNumber(at) == nil {
      at += 1
      var lastDay = day
      if shape(at).contains(.hyphenBefore), let other = dayNumber(at), other > day {
        lastDay = other
        at += 1
      } else if word(at) == Mark.dash || word(at) == lexicon.words.to || word(at) == lexicon.words.and,
        let other = dayNumber(at + 1), other > day, yearNumber(at + 1) == nil, !has(at + 2, .unit)
      {
        lastDay = other
        at += 2
      }
      let (year, end) = yearAfter(at)
      // "October 21 last year".
      if year == nil, lastDay == day, case let step = word(at) == lexicon.words.of ? 1 : 0,
        let named = yearNamed(at + step), let date = Day(named, month, day)
      {
        return (at + 2 + step, EDTF(date), "day of a year told from the post's", index)
      }
      guard let first = resolved(day: day, month: month, year: year, at: index),
        let last = resolved(day: lastDay, month: month, year: year, at: index)
      else { return nil }
      return range(
        from: EDTF(from: first, through: last), through: end, start: index, year: year, rule: "month and day")
    }
    // "July of last year".
    if word(at) == lexicon.words.of, word(at + 2) == lexicon.words.year,
      let year = unit(
        at + 2, word(at + 1) == lexicon.words.last ? -1 : word(at + 1) == lexicon.words.next ? 1 : 0)?.first?
        .components.year,
      [lexicon.words.last, lexicon.words.this, lexicon.words.next].contains(word(at + 1))
    {
      return (at + 3, EDTF(year: year, month: month), "month of a year told from the post's", index)
    }
    // "March last year".
    if let year = yearNamed(at), word(at) != lexicon.words.this {
      return (at + 2, EDTF(year: year, month: month), "month of a year told from the post's", index)
    }
    // "November of that year", "December of the following year": the year told last, or the one behind it.
    if word(at) == lexicon.words.of,
      case let step = reads(at + 1, "that") ? 0 : word(at + 2) == lexicon.words.following ? 1 : -1, step >= 0,
      word(at + 2 + step) == lexicon.words.year,
      let year = times.last(where: { $0.value?.first != nil })?.value?.first?.components.year
    {
      return (at + 3 + step, EDTF(year: year + step, month: month), "month of the year told last", index)
    }
    if word(at) == lexicon.words.of, yearNumber(at + 1) != nil { at += 1 }
    let comma = word(at) == Mark.comma && yearNumber(at + 1) != nil ? at + 1 : at
    if let year = yearNumber(comma), timeAt[comma] < 0 {
      return range(
        from: EDTF(year: year, month: month), through: comma + 1, start: index, year: year,
        rule: "month and year")
    }
    // "last May", "next March": the word before tells the direction.
    if word(index - 1) == lexicon.words.last || word(index - 1) == lexicon.words.next
      || word(index - 1) == lexicon.words.this
    {
      let sign = word(index - 1) == lexicon.words.last ? -1 : word(index - 1) == lexicon.words.next ? 1 : 0
      let value = relativeValue { day in
        let now = day.components
        let year =
          sign < 0
          ? (month < now.month ? now.year : now.year - 1)
          : sign > 0 ? (month > now.month ? now.year : now.year + 1) : now.year
        return EDTF(year: year, month: month)
      }
      return (index + 1, value, "\(sign < 0 ? "last" : sign > 0 ? "next" : "this") month by name", index - 1)
    }
    // "On Oct. 31, 2023, and … that June": of the year told last.
    if reads(index - 1, "that"), let told = times.last, sentence(of: index) - sentence(of: told.first) <= 1,
      let year = told.value?.first?.components.year
    {
      return (index + 1, EDTF(year: year, month: month), "month of the year told last", index)
    }
    return range(
      from: month2(month, at: index), through: index + 1, start: index, year: nil, month: month, rule: "month"
    )
  }

  /// "On the 30th": the day of the month told last, or of the post's.
  func dayAlone(_ index: Int) -> Found? {
    guard shape(index).contains(.suffixed), let day = dayNumber(index), word(index - 1) == lexicon.words.the,
      [lexicon.words.on, lexicon.words.since, lexicon.words.until, lexicon.words.by].contains(
        word(index - 2)),
      index + 1 >= tokens.count || isMark(index + 1) || has(index + 1, .conjunction)
        || has(index + 1, .preposition) && word(index + 1) != lexicon.words.of
        || has(index + 1, .pronoun) || has(index + 1, .article) || mentionAt[index + 1] >= 0
    else { return nil }
    // The month of the sentence, with its day or without, else that of the day told last.
    let start = sentences[sentence(of: index)].lowerBound
    let told = times.last { time in
      guard let first = time.value?.first, let last = time.value?.last else { return false }
      return first + 31 > last && (time.first >= start || time.value?.day != nil)
    }?.value?.first
    guard let near = told ?? published?.last else { return nil }
    let parts = near.components
    return (
      index + 1, Day(parts.year, parts.month, day).map { EDTF($0) }, "day of the month told last", index
    )
  }

  /// Goes on with a range: "March to June 2018", "November 2016 through April 2018".
  func range(
    from value: EDTF?, through end: Int, start: Int, year: Int?, month: Int? = nil, rule: String
  ) -> Found? {
    let link = word(end)
    let isLink =
      link == lexicon.words.to || link == lexicon.words.through || link == lexicon.words.until
      || link == Mark.dash || link == lexicon.words.and && word(start - 1) == lexicon.words.between
    guard isLink, end + 1 < tokens.count, mentionAt[end + 1] < 0 else { return (end, value, rule, start) }
    let fromWord = word(start - 1) == lexicon.words.from || word(start - 1) == lexicon.words.between
    let next: Found?
    if isMonthWord(end + 1) {
      next = monthFirst(end + 1)
    } else if dayNumber(end + 1) != nil {
      next = dayFirst(end + 1)
    } else if yearNumber(end + 1) != nil, rule == "year" {
      next = (end + 2, EDTF(year: yearNumber(end + 1) ?? 0), "year", end + 1)
    } else {
      next = nil
    }
    guard let next, let last = next.value else { return (end, value, rule, start) }
    guard fromWord || link != lexicon.words.to || year != nil || rule == "year" || month != nil else {
      return (end, value, rule, start)
    }
    var first = value
    // "28 February to 3 March 2014": without a year of the post the first day has none yet.
    if year == nil, month == nil, let day = dayNumber(start) ?? dayNumber(start + 1),
      let own = lexicon.months[word(start)] ?? lexicon.months[word(start + 1)], let lastDay = last.first
    {
      let year = lastDay.components.year
      first = Day(own <= lastDay.components.month ? year : year - 1, own, day).map { EDTF($0) } ?? value
    } else if year == nil, let lastDay = last.first {
      // The year behind the second date is the first one's too.
      let lastYear = lastDay.components.year
      if let month {
        first = EDTF(year: month <= lastDay.components.month ? lastYear : lastYear - 1, month: month)
      } else if let day = value?.first {
        let parts = day.components
        let sameYear = (parts.month, parts.day) <= (lastDay.components.month, lastDay.components.day)
        first = Day(sameYear ? lastYear : lastYear - 1, parts.month, parts.day).map { EDTF($0) } ?? value
      }
    }
    guard let first, let a = first.first, let b = last.last, a <= b else { return (end, value, rule, start) }
    return (next.end, EDTF(from: first, through: last), "range of dates", start)
  }

  private func yearAfter(_ index: Int) -> (Int?, Int) {
    if let year = yearNumber(index), !shape(index).contains(.hyphenBefore) { return (year, index + 1) }
    if word(index) == Mark.comma, let year = yearNumber(index + 1) { return (year, index + 2) }
    return (nil, index)
  }

  /// The year that "last year" and the like behind a day or month tell from the post's date.
  private func yearNamed(_ index: Int) -> Int? {
    guard word(index + 1) == lexicon.words.year,
      let step = word(index) == lexicon.words.last
        ? -1 : word(index) == lexicon.words.next ? 1 : word(index) == lexicon.words.this ? 0 : nil
    else { return nil }
    return unit(index + 1, step)?.first?.components.year
  }

  private func isClock(_ index: Int) -> Bool {
    word(index + 1) == Mark.colon && shape(index + 2).contains(.number)
  }
}
