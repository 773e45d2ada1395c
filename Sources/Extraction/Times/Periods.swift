import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "the 1990s".
  func decade(_ index: Int) -> Found? {
    guard shape(index).contains(.suffixed) else { return nil }
    let surface = text(of: index)
    guard surface.hasSuffix("0s"), surface.count == 5, let value = Int(surface.dropLast()),
      (1800...2090).contains(value)
    else { return nil }
    return (index + 1, EDTF(decade: value), "decade", index)
  }

  /// "2016", "2011 to 2013", "2001-2007".
  func year(_ index: Int) -> Found? {
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

  /// "fiscal year 2017", "FY 2017", "FY2017": October to September.
  func fiscalYear(_ index: Int) -> Found? {
    var at = index
    if word(index) == lexicon.words.fiscal {
      at = word(index + 1) == lexicon.words.year ? index + 2 : index + 1
    } else if word(index) == lexicon.words.fy {
      at = index + 1
    } else if startsWithFY(index), let year = Int(text(of: index).dropFirst(2)) {
      let full = year < 100 ? 2000 + year : year
      return (index + 1, fiscal(full), "US fiscal year", index)
    } else {
      return nil
    }
    guard let year = yearNumber(at) else { return nil }
    return (at + 1, fiscal(year), "US fiscal year", index)
  }

  private func startsWithFY(_ index: Int) -> Bool {
    let start = Int(tokens[index].start)
    return tokens[index].end - tokens[index].start > 3 && bytes[start] == UInt8(ascii: "F")
      && bytes[start + 1] == UInt8(ascii: "Y")
  }

  func fiscal(_ year: Int) -> EDTF {
    EDTF(from: EDTF(year: year - 1, month: 10), through: EDTF(year: year, month: 9))
  }

  /// "first quarter of 2017", "Q3 2019", "this quarter".
  func quarter(_ index: Int) -> Found? {
    var number = 0
    var at = index
    if word(index + 1) == lexicon.words.quarter, let ordinal = lexicon.ordinals[word(index)], ordinal <= 4 {
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
  func season(_ index: Int) -> Found? {
    guard let season = lexicon.seasons[word(index)] else { return nil }
    var at = index + 1
    if word(at) == lexicon.words.of { at += 1 }
    if let year = yearNumber(at) {
      return (at + 1, EDTF(year: year, season: season), "season of a year", index)
    }
    let before = word(index - 1)
    let isBound = reads(index - 1, "by", "until", "before", "since")
    if isBound || before == lexicon.words.the && reads(index - 2, "in", "during"),
      isMark(at) || has(at, .preposition) || has(at, .conjunction)
        || at == sentences[sentence(of: index)].upperBound
        || has(at, .subordinator) || has(at, .relative),
      let post = published?.last ?? published?.first
    {
      let years = [-1, 0, 1].map { EDTF(year: post.components.year + $0, season: season) }
      let value =
        (isBound && !reads(index - 1, "since") ? looksAhead(at: index) : isAhead(at: index))
        ? years.first { ($0.last ?? post) >= post } : years.last { ($0.first ?? post) <= post }
      return (index + 1, value, "season in the direction of the tense", index)
    }
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
}
