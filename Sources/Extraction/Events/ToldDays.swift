import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "The same day", "that year", in the sentence of a trigger: the token before one of some units of time.
  func same(_ units: [WordID], _ clauses: Clauses) -> Int? {
    // "That was the day when Treasury named the bank".
    if units.first == lexicon.words.day, case let first = clauses.range.lowerBound,
      reads(first, "that", "this", "it"),
      has(first + 1, .be), word(first + 2) == lexicon.words.the, word(first + 3) == lexicon.words.day
    {
      return first + 2
    }
    return clauses.range.first { index in
      // "On September 6 of that year" tells its day itself.
      (word(index - 1) != lexicon.words.of || index < 2 || timeAt[index - 2] < 0)
        && (word(index) == lexicon.words.same || word(index) == lexicon.words.that)
        && (units.contains(word(index + 1))
          || units.first == lexicon.words.day && word(index) == lexicon.words.same
            && reads(index + 1, "date", "morning", "afternoon", "evening", "night"))
    }
  }

  /// The month or year that the last time before "the same month" or "that year" lies in.
  func toldBefore(_ token: Int) -> EDTF? {
    let isYear = word(token + 1) == lexicon.words.year
    let told = recentTimes(before: token).last { time in
      guard let first = time.value?.first, let last = time.value?.last else { return false }
      // Of a season or year no month is told.
      return isYear || first + 31 >= last
    }
    guard let value = told?.value, let day = value.first else { return nil }
    let parts = day.components
    // "The same week": of a month told the month is all that is known.
    if word(token + 1) == lexicon.words.week {
      guard value.day != nil else { return value }
      let sunday = day - day.weekday
      return EDTF(from: sunday, through: sunday + 6)
    }
    return word(token + 1) == lexicon.words.month
      ? EDTF(year: parts.year, month: parts.month) : EDTF(year: parts.year)
  }

  /// The day told last before a trigger: that of the last dated event, or of a later time that dates none.
  func lastDay(before site: TriggerSite, anchor: EDTF?) -> EDTF? {
    let start = sentences[sentence(of: site.tokens.lowerBound)].lowerBound
    guard let time = recentTimes(before: start).last(where: { $0.value?.day != nil }),
      let last = events.last(where: { $0.date?.day != nil && $0.basis == .text })
    else { return anchor ?? dayBefore(site.tokens.lowerBound) }
    return time.first > (last.triggers.map(\.upperBound).max() ?? 0)
      && sentence(of: time.first) > last.sentence
      ? time.value : anchor
  }

  /// The day of the week before the post with which the sentence before begins or ends, where that tells no act.
  ///
  /// "It got simpler yesterday. OFAC froze the assets of X".
  func timeOfSentenceBefore(_ site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent) -> Int? {
    guard event.status == .actual, !event.isBackground, site.kind == .verb, event.sentence > 0,
      !clauses.units[site.unit].verb.isInfinitive, events.last?.sentence != event.sentence - 1,
      !clauses.units[..<site.unit].contains(where: { $0.kind == .relative }),
      !hasTimeOfItsOwn(clauses)
    else { return nil }
    let before = sentences[event.sentence - 1]
    guard before.count > 2, before.count < 20, isMark(before.upperBound - 1) else { return nil }
    // "On Monday it happened."
    let places = [before.upperBound - 2, before.lowerBound, before.lowerBound + 1]
    return places.lazy.map { Int(self.timeAt[$0]) }.first { time in
      time >= 0 && (times[time].value.map { $0.day != nil && isFresh($0) } ?? false)
    }
  }

  /// Whether a sentence tells a time outside its relative clauses: "revoked the sanctions that Bush imposed in 2003".
  func hasTimeOfItsOwn(_ clauses: Clauses) -> Bool {
    var isRelative = false
    for unit in clauses.units {
      switch unit.kind {
      case .relative: isRelative = true
      case .comma, .conjunction, .mark: isRelative = false
      default:
        if !isRelative, (unit.first..<unit.last).contains(where: { timeAt[$0] >= 0 || isUnit($0) }) {
          return true
        }
      }
    }
    return false
  }

  /// The last day told before a token in its own sentence.
  func dayInSentence(before token: Int) -> EDTF? {
    let start = sentences[sentence(of: token)].lowerBound
    return recentTimes(before: token).last { $0.first >= start && $0.value?.day != nil }?.value
  }

  /// The last day that the sentence before tells, outside its relative clauses.
  func dayInSentenceBefore(_ token: Int) -> EDTF? {
    let here = sentence(of: token)
    guard here > 0, case let before = sentences[here - 1] else { return nil }
    return recentTimes(before: before.upperBound).last { time in
      guard time.first >= before.lowerBound, time.value?.day != nil else { return false }
      let part = (before.lowerBound..<time.first).reversed().prefix { word($0) != Mark.comma }
      return !part.contains { has($0, .relative) }
    }?.value
  }

  /// The last day that the text tells before a token.
  func dayBefore(_ token: Int) -> EDTF? {
    recentTimes(before: token).last { $0.value?.day != nil }?.value
  }

  /// The last times before a token, in their order; what was told hundreds of times before is no more meant.
  func recentTimes(before token: Int) -> ArraySlice<FoundTime> {
    times[..<bisect(times.count) { times[$0].first < token }].suffix(200)
  }
}
