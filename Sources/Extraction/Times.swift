import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds the calendar expressions and fills in what they leave open from the post's date and the verb's tense.
  mutating func findTimes() {
    var index = 0
    while index < tokens.count {
      guard mentionAt[index] < 0, let (end, value, rule, start) = time(at: index) else {
        index += 1
        continue
      }
      if let value {
        times.append(
          FoundTime(
            first: start, last: end, start: Int(tokens[start].start), end: timeEnd(end - 1), value: value,
            rule: rule))
        for token in start..<end { timeAt[token] = Int32(times.count - 1) }
      }
      index = max(end, index + 1)
    }
  }

  /// The end of the last token in bytes; the dot behind an abbreviated last month belongs to it.
  private func timeEnd(_ index: Int) -> Int {
    Int(tokens[index].end) + (shape(index).contains(.abbreviated) ? 1 : 0)
  }

  private typealias Found = (end: Int, value: EDTF?, rule: String, start: Int)

  private func time(at index: Int) -> Found? {
    let token = tokens[index]
    if token.shape.contains(.number) {
      return isoDate(index) ?? dayFirst(index) ?? decade(index) ?? year(index)
    }
    guard token.shape.contains(.word) else { return nil }
    if let found = fiscalYear(index) ?? quarter(index) { return found }
    if isMonth(index) { return monthFirst(index) }
    if let day = lexicon.weekdays[token.word], isWeekday(index) { return weekday(index, day) }
    if lexicon.seasons[token.word] != nil { return season(index) }
    return relative(index)
  }

  // MARK: Dates

  /// "2016-12-02".
  private func isoDate(_ index: Int) -> Found? {
    guard let year = yearNumber(index), shape(index + 1).contains(.hyphenBefore),
      let month = number(index + 1),
      shape(index + 2).contains(.hyphenBefore), let day = number(index + 2), let date = Day(year, month, day)
    else { return nil }
    return (index + 3, EDTF(date), "ISO date", index)
  }

  /// "28 April 2015", "the 28th of April", "12 to 15 June".
  private func dayFirst(_ index: Int) -> Found? {
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
    let first = resolved(day: day, month: month, year: year, at: index)
    let last = lastDay == day ? first : resolved(day: lastDay, month: month, year: year, at: index)
    guard let first, let last else { return nil }
    let value = EDTF(from: first, through: last)
    return range(from: value, through: end, start: index, year: year, rule: "day and month")
  }

  /// "April 28, 2015", "April 2015", "April", with ranges of them.
  private func monthFirst(_ index: Int) -> Found? {
    guard let month = lexicon.months[word(index)] else { return nil }
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
      guard let first = resolved(day: day, month: month, year: year, at: index),
        let last = resolved(day: lastDay, month: month, year: year, at: index)
      else { return nil }
      return range(
        from: EDTF(from: first, through: last), through: end, start: index, year: year, rule: "month and day")
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
    return range(
      from: month2(month, at: index), through: index + 1, start: index, year: nil, month: month, rule: "month"
    )
  }

  /// Goes on with a range: "March to June 2018", "November 2016 through April 2018".
  private func range(
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
    if year == nil, let lastDay = last.first {
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

  private func isClock(_ index: Int) -> Bool {
    word(index + 1) == Mark.colon && shape(index + 2).contains(.number)
  }

  private func isMonthWord(_ index: Int) -> Bool {
    index < tokens.count && lexicon.months[word(index)] != nil && isCapital(index) && mentionAt[index] < 0
  }

  /// Whether a capitalised month name is one: "May" and "March" need a preposition or a number beside them.
  private func isMonth(_ index: Int) -> Bool {
    guard isMonthWord(index), !shape(index + 1).contains(.hyphenBefore) || shape(index + 1).contains(.number)
    else { return false }
    if dayNumber(index + 1) != nil || yearNumber(index + 1) != nil
      || word(index + 1) == Mark.comma && yearNumber(index + 2) != nil
      || word(index + 1) == lexicon.words.of && yearNumber(index + 2) != nil
    {
      return true
    }
    let short = tokens[index].end - tokens[index].start <= 4 && !["June", "July"].contains(text(of: index))
    if short, word(index) != lexicon.words.may { return false }
    guard word(index) == lexicon.words.may || word(index) == lexicon.words.march else { return true }
    let before = index - 1
    return has(before, .preposition) || has(before, .vague) || word(before) == lexicon.words.last
      || word(before) == lexicon.words.next || word(before) == lexicon.words.this
      || word(before) == lexicon.words.and && isMonthWord(before - 1)
      || isMark(before) && word(before) == Mark.comma && has(before - 1, .preposition)
  }

  private func isWeekday(_ index: Int) -> Bool {
    guard isCapital(index), mentionAt[index] < 0 else { return false }
    return tokens[index].end - tokens[index].start > 4 || shape(index).contains(.abbreviated)
      || word(index + 1) == Mark.comma && isMonthWord(index + 2)
  }

  // MARK: Years

  /// "the 1990s".
  private func decade(_ index: Int) -> Found? {
    guard shape(index).contains(.suffixed) else { return nil }
    let surface = text(of: index)
    guard surface.hasSuffix("0s"), surface.count == 5, let value = Int(surface.dropLast()),
      (1800...2090).contains(value)
    else { return nil }
    return (index + 1, EDTF(decade: value), "decade", index)
  }

  /// "2016", "2011 to 2013", "2001-2007".
  private func year(_ index: Int) -> Found? {
    guard let value = yearNumber(index), value <= 2060, value >= 1930, word(index - 1) != Mark.dollar,
      !shape(index).contains(.hyphenBefore), word(index + 1) != UInt8(ascii: "%").mark,
      !(word(index - 1) == lexicon.words.no && shape(index - 1).contains(.abbreviated)),
      word(index - 1) != Mark.slash, word(index + 1) != Mark.slash,
      word(index - 1) != Mark.section, !isCount(index)
    else { return nil }
    if shape(index + 1).contains(.hyphenBefore) {
      guard let last = number(index + 1) else { return nil }
      let full = last < 100 ? value / 100 * 100 + last : last
      guard full > value, full < value + 60 else { return nil }
      return (index + 2, EDTF(from: EDTF(year: value), through: EDTF(year: full)), "range of years", index)
    }
    return range(from: EDTF(year: value), through: index + 1, start: index, year: value, rule: "year")
  }

  /// Whether a number that looks like a year counts something: "2000 workers".
  private func isCount(_ index: Int) -> Bool {
    guard shape(index + 1).contains(.word), !isCapital(index + 1) else { return false }
    if has(index - 1, .preposition),
      word(index - 1) == lexicon.words.in || word(index - 1) == lexicon.words.since
    {
      return false
    }
    let next = text(of: index + 1)
    return next.hasSuffix("s") && lexicon.classes[Int(word(index + 1))].isEmpty
      && lexicon.verbForm(word(index + 1)).lemma < 0
      || has(index + 1, .unit)
  }

  /// "fiscal year 2017", "FY 2017", "FY2017": October to September.
  private func fiscalYear(_ index: Int) -> Found? {
    var at = index
    if word(index) == lexicon.words.fiscal {
      at = word(index + 1) == lexicon.words.year ? index + 2 : index + 1
    } else if word(index) == lexicon.words.fy {
      at = index + 1
    } else if text(of: index).hasPrefix("FY"), let year = Int(text(of: index).dropFirst(2)) {
      let full = year < 100 ? 2000 + year : year
      return (index + 1, fiscal(full), "US fiscal year", index)
    } else {
      return nil
    }
    guard let year = yearNumber(at) else { return nil }
    return (at + 1, fiscal(year), "US fiscal year", index)
  }

  private func fiscal(_ year: Int) -> EDTF {
    EDTF(from: EDTF(year: year - 1, month: 10), through: EDTF(year: year, month: 9))
  }

  /// "first quarter of 2017", "Q3 2019", "this quarter".
  private func quarter(_ index: Int) -> Found? {
    var number = 0
    var at = index
    if let ordinal = lexicon.ordinals[word(index)], ordinal <= 4, word(index + 1) == lexicon.words.quarter {
      number = ordinal
      at = index + 2
    } else if tokens[index].end - tokens[index].start == 2,
      bytes[Int(tokens[index].start)] == UInt8(ascii: "Q")
    {
      number = Int(bytes[Int(tokens[index].start) + 1]) - 48
      at = index + 1
    }
    guard (1...4).contains(number) else { return nil }
    if word(at) == lexicon.words.of { at += 1 }
    if let year = yearNumber(at) {
      let value = EDTF(
        from: EDTF(year: year, month: number * 3 - 2), through: EDTF(year: year, month: number * 3))
      return (at + 1, value, "quarter of a year", index)
    }
    let value = relativeValue { day in
      let now = day.components
      let year = now.month >= number * 3 - 2 ? now.year : now.year - 1
      return EDTF(from: EDTF(year: year, month: number * 3 - 2), through: EDTF(year: year, month: number * 3))
    }
    return word(at - 1) == lexicon.words.of
      ? (at - 1, value, "quarter", index) : (at, value, "quarter", index)
  }

  /// "this fall", "next spring", "autumn of 2017", "summer 2012".
  private func season(_ index: Int) -> Found? {
    guard let season = lexicon.seasons[word(index)] else { return nil }
    var at = index + 1
    if word(at) == lexicon.words.of { at += 1 }
    if let year = yearNumber(at) {
      return (at + 1, EDTF(year: year, season: season), "season of a year", index)
    }
    let before = word(index - 1)
    guard
      before == lexicon.words.this || before == lexicon.words.next || before == lexicon.words.last
        || before == lexicon.words.past
    else { return nil }
    let value = relativeValue { day in
      let now = day.components
      let current =
        now.month <= 2
        ? (24, now.year - 1) : now.month == 12 ? (24, now.year) : (21 + (now.month - 3) / 3, now.year)
      var year = now.month <= 2 && season == 24 ? now.year - 1 : now.year
      if before == lexicon.words.next, season <= current.0 || now.month == 12 {
        year = max(now.year, current.1) + (season == 24 && current.0 != 24 ? 0 : 1)
      }
      if before == lexicon.words.next, now.month <= 2, season != 24 { year = now.year }
      if before == lexicon.words.last || before == lexicon.words.past {
        year = season < current.0 && now.month > 2 ? now.year : season < current.0 ? current.1 : now.year - 1
        if now.month == 12, season != 24 { year = now.year }
      }
      return EDTF(year: year, season: season)
    }
    return (index + 1, value, "season told from the post's date", index - 1)
  }

  // MARK: From the post's date

  /// A weekday, with its date where that follows.
  private func weekday(_ index: Int, _ day: Int) -> Found? {
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
  private func relative(_ index: Int) -> Found? {
    let fixed = lexicon.words
    switch word(index) {
    case fixed.today, fixed.tonight: return (index + 1, relativeValue { EDTF($0) }, "the post's day", index)
    case fixed.yesterday:
      return (index + 1, relativeValue { EDTF($0 - 1) }, "the day before the post's", index)
    case fixed.tomorrow: return (index + 1, relativeValue { EDTF($0 + 1) }, "the day after the post's", index)
    case fixed.last, fixed.this, fixed.next, fixed.past:
      let step = word(index) == fixed.this ? 0 : word(index) == fixed.next ? 1 : -1
      if word(index) == fixed.past, lexicon.numerals[word(index + 1)] == nil { return nil }
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
  private func unit(_ index: Int, _ step: Int) -> EDTF? {
    let fixed = lexicon.words
    switch word(index) {
    case fixed.week:
      return relativeValue { day in
        let sunday = day - day.weekday + step * 7
        return EDTF(from: sunday, through: sunday + 6)
      }
    case fixed.month:
      return relativeValue { EDTF(year: $0.components.year, month: $0.components.month + step) }
    case fixed.year: return relativeValue { EDTF(year: $0.components.year + step) }
    case fixed.quarter:
      return relativeValue { day in
        let first = (day.components.month - 1) / 3 * 3 + 1 + step * 3
        return EDTF(
          from: EDTF(year: day.components.year, month: first),
          through: EDTF(year: day.components.year, month: first + 2))
      }
    case fixed.weekend:
      return relativeValue { day in
        let saturday = (day.weekday == 0 ? day - 1 : day + (6 - day.weekday)) + step * 7
        return EDTF(from: saturday, through: saturday + 1)
      }
    default: return nil
    }
  }

  /// Whole weeks, months or years before or after the post's.
  private func span(of index: Int, count: Int, step: Int) -> EDTF? {
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
  private func relativeValue(_ value: (Day) -> EDTF) -> EDTF? {
    guard let first = published?.first ?? published?.last, let last = published?.last ?? published?.first
    else { return nil }
    let a = value(first)
    let b = value(last)
    return a == b ? a : EDTF(from: a, through: b)
  }

  /// A day of a month; without a year, the nearest in the direction of the tense.
  private func resolved(day: Int, month: Int, year: Int?, at index: Int) -> EDTF? {
    if let year { return Day(year, month, day).map { EDTF($0) } }
    guard let post = published?.last ?? published?.first else { return nil }
    let candidates = (-1...1).compactMap { Day(post.components.year + $0, month, day) }
    return nearest(candidates.map { EDTF($0) }, to: post, at: index)
  }

  /// A month without a year, the nearest in the direction of the tense.
  private func month2(_ month: Int, at index: Int) -> EDTF? {
    guard let post = published?.last ?? published?.first else { return nil }
    let candidates = (-1...1).map { EDTF(year: post.components.year + $0, month: month) }
    return nearest(candidates, to: post, at: index)
  }

  private func nearest(_ candidates: [EDTF], to post: Day, at index: Int) -> EDTF? {
    let ahead = looksAhead(at: index)
    if ahead {
      if let next = candidates.first(where: { ($0.last ?? post) >= post }) { return next }
    } else if let before = candidates.last(where: { ($0.first ?? post) <= post }) {
      return before
    }
    return candidates.first
  }

  /// Whether the verb beside a time looks ahead: "will", "may", "is to", or the present tense of a plan.
  private func looksAhead(at index: Int) -> Bool {
    let range = sentences[sentence(of: index)]
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

  /// What one word tells of the time of its clause; nil for words that tell nothing.
  private func direction(_ index: Int, _ range: Range<Int>) -> Bool? {
    guard mentionAt[index] < 0, timeAt[index] < 0, !isMark(index) else { return nil }
    if has(index, .modal) { return !(word(index) == lexicon.words.would && has(index + 1, .have)) }
    let form = lexicon.verbForm(word(index))
    if has(index, .be) {
      let surface = text(of: index).lowercased()
      if surface == "was" || surface == "were" || surface == "been" { return false }
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
      return has(index - 1, .article) || has(index - 1, .possessivePronoun) ? nil : false
    }
    if form.forms.contains(.third), !isNounUse(index), sentence(of: index) > 0 || titleLength == 0 {
      return true
    }
    return nil
  }

  /// Whether a word that can be a verb follows a determiner or adjective, as a noun does.
  private func isNounUse(_ index: Int) -> Bool {
    has(index - 1, .determiner) || has(index - 1, .possessivePronoun) || has(index - 1, .preposition)
      || lexicon.sense(word(index - 1)).contains(.demonym) || word(index - 1) == Mark.possessive
      || shape(index).contains(.hyphenBefore)
      || has(index - 1, .adverb) == false && !isMark(index - 1) && mentionAt[index - 1] < 0
        && !has(index - 1, .pronoun) && !has(index - 1, .relative)
  }
}
