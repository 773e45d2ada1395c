import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Three days after the vote": the kind of act that a noun behind "after" takes up.
  private func kindAnchored(by noun: Int) -> EventKind? {
    if has(noun, .nounTest) { return .weaponsTest }
    if has(noun, .nounDesignation) || has(noun, .nounSanctionsCore) || reads(noun, "finding", "determination")
    {
      return .designation
    }
    if reads(noun, "vote", "adoption", "passage", "signing", "signature") { return .adoption }
    if has(noun, .nounCharge) || reads(noun, "arrest", "verdict", "conviction", "seizure", "ruling") {
      return .enforcement
    }
    return nil
  }

  /// "Two years later", "a month earlier", "the next day" in the words of a trigger, counted from the day told last.
  func countedFromAnchor(_ site: TriggerSite, _ clauses: Clauses, _ anchor: EDTF?)
    -> (value: EDTF, tokens: Range<Int>)?
  {
    let scope = clauseRange(of: site, clauses)
    guard scope.contains(where: { isUnit($0) || isPartOfDay($0) }) else { return nil }
    if let past = countedFromPost(scope) { return past }
    if let named = dayOfNamedAct(scope) { return named }
    for index in scope where has(index, .unit) && timeAt[index] < 0 {
      if let days = daysBetween(at: index), let act = actTakenUp(at: index + 2), let told = act.date?.day {
        return (EDTF(told + days), index..<(index + 3))
      }
      guard let days = daysBetween(at: index), word(index + 2) == lexicon.words.the,
        let kind = kindAnchored(by: index + 3),
        let told = events.last(where: { $0.kind == kind && $0.basis == .text && $0.date?.day != nil })?.date?
          .day
      else { continue }
      return (EDTF(told + days), index..<(index + 4))
    }
    let exact = (dayInSentence(before: site.tokens.lowerBound) ?? lastDay(before: site, anchor: anchor))?.day
    let last = toldLast(before: scope.lowerBound)
    guard let told = last?.first ?? exact else { return nil }
    for index in scope {
      // "Listed X in April and, three months after that, added Y": what stands behind "and" is of the next verb.
      if index > site.tokens.upperBound,
        (site.tokens.upperBound..<index).contains(where: {
          word($0) == lexicon.words.and && (word($0 + 1) == Mark.comma || $0 + 2 == index)
        })
      {
        break
      }
      // "Waited until March 11 to block it, since, the month before, …": it opens another clause.
      if index > site.tokens.upperBound, word(index - 1) == lexicon.words.the,
        word(index + 1) == lexicon.words.before
      {
        continue
      }
      guard timeAt[index] < 0, mentionAt[index] < 0, isUnit(index) || isPartOfDay(index),
        let found = count(at: index)
      else { continue }
      // "Two weeks later the Guard, whom Harad designated in April, …": told of the main verb.
      let isAside = clauses.units.contains {
        $0.kind == .relative && index < $0.head && $0.head < site.tokens.lowerBound
      }
      if isAside { continue }
      // "On Saturday, three days after the vote": the day itself is told.
      if let time = timeRightBefore(index, scope), times[time].value?.day != nil { return nil }
      // "Twenty years later, in October 2017": what is told outright.
      if word(index + 2) == Mark.comma,
        (index + 3...index + 4).contains(where: { timeAt[$0] >= 0 })
      {
        return nil
      }
      // Of a month no day is counted.
      let isFine = found.unit == .day || found.unit == .week
      guard let day = isFine ? last.map({ $0.day }) ?? exact : told else { return nil }
      let parts = day.components
      let value: EDTF
      switch found.unit {
      case .day: value = EDTF(day + found.count)
      case .week: value = EDTF(day + 7 * found.count)
      case .month: value = EDTF(year: parts.year, month: parts.month + found.count)
      case .year: value = EDTF(year: parts.year + found.count)
      }
      return (value, index..<(index + 1))
    }
    return nil
  }

  private func isPartOfDay(_ index: Int) -> Bool {
    reads(index, "morning", "afternoon", "evening", "night", "eve", "hour") || isHours(index)
  }

  /// Whether a word counts less than a day: what lies "hours after" something is of the same day.
  func isHours(_ index: Int) -> Bool { reads(index, "hours", "minutes", "moments") }

  /// "On the afternoon of the signing", "on the very day of the indictment", "hours after the vote": the day of an act
  /// told before, by its noun.
  private func dayOfNamedAct(_ scope: Range<Int>) -> (value: EDTF, tokens: Range<Int>)? {
    for index in scope where word(index) == lexicon.words.day || isPartOfDay(index) {
      let isHours = self.isHours(index)
      guard
        word(index + 1) == lexicon.words.of && !isHours
          || isHours
            && [lexicon.words.after, lexicon.words.before, lexicon.words.following].contains(word(index + 1)),
        word(index + 2) == lexicon.words.the || reads(index + 2, "its", "that", "their", "his"),
        let kind = kindAnchored(by: index + 3), let told = dayTold(of: kind, by: index + 3)
      else { continue }
      return (EDTF(reads(index, "eve") ? told - 1 : told), index..<(index + 4))
    }
    return nil
  }

  /// "A day after Washington moved", "a day after our action": the act told last, of the body that is named.
  private func actTakenUp(at index: Int) -> FoundEvent? {
    if mentionAt[index] >= 0, let doer = entity(at: index),
      reads(mentions[Int(mentionAt[index])].last, "moved", "acted")
    {
      return events.last { isDoer(doer, of: $0) && $0.status == .actual && $0.date?.day != nil }
    }
    guard has(index, .possessivePronoun) || word(index) == lexicon.words.the || reads(index, "that", "this"),
      reads(index + 1, "action", "move", "step", "announcement", "decision")
    else { return nil }
    return events.last {
      $0.status == .actual && $0.basis == .text && $0.date?.day != nil && $0.has(.authority)
    }
  }

  /// The day of the act that a noun takes up: of the one told by the same noun, else the last of its kind.
  private func dayTold(of kind: EventKind, by noun: Int) -> Day? {
    let acts = events.suffix(60).filter { $0.kind == kind && $0.status == .actual }
    let named = acts.filter { $0.triggers.contains { $0.contains { word($0) == word(noun) } } }
    return (named.isEmpty ? acts.last { $0.date?.day != nil } : named.last)?.date?.day
  }

  /// "Two days ago", "three years ago", counted back from the day of the post; a week has no day of its own.
  private func countedFromPost(_ scope: Range<Int>) -> (value: EDTF, tokens: Range<Int>)? {
    guard let post = published, let today = post.day else { return nil }
    for index in scope where word(index + 1) == lexicon.words.ago && timeAt[index] < 0 {
      // "Two years ago, in October 2018": what is told outright.
      if word(index + 2) == Mark.comma, (index + 3...index + 4).contains(where: { timeAt[$0] >= 0 }) {
        continue
      }
      guard let unit = calendarUnit(index), let count = amount(index - 1), (1...60).contains(count) else {
        continue
      }
      let parts = today.components
      switch unit {
      case .day: return (EDTF(today - count), index..<(index + 2))
      case .week: continue
      case .month: return (EDTF(year: parts.year, month: parts.month - count), index..<(index + 2))
      case .year: return (EDTF(year: parts.year - count), index..<(index + 2))
      }
    }
    return nil
  }

  /// The tokens around a trigger up to the next semicolon, or comma or "and" before another verb.
  private func clauseRange(of site: TriggerSite, _ clauses: Clauses) -> Range<Int> {
    let units = clauses.units
    var first = site.unit
    // "The next day OFAC used the order to designate X": the time of what governs an infinitive.
    if units[first].kind == .verb, units[first].verb.isInfinitive, !units[first].verb.isBeTo,
      let governor = units[..<first].lastIndex(where: { $0.kind == .verb })
    {
      first = governor
    }
    // "Five days later the department announced the seizure": the noun is the object of a verb.
    if site.kind == .noun, first > 1, units[first - 1].kind == .verb, !units[first - 1].verb.isInfinitive {
      first -= 1
    }
    while first > 0, units[first - 1].kind != .verb,
      units[first - 1].kind != .mark || word(units[first - 1].head) != Mark.semicolon
    {
      // "X, which was fined a year ago, was blacklisted": the clause about X is one of its own.
      if units[first - 1].kind == .comma, let opening = openingComma(before: first - 1, clauses),
        units[opening + 1].kind == .relative
          // "X, listed by Japan two years later, is to be dropped".
          || units[opening + 1].kind == .verb && units[opening + 1].verb.isBare
      {
        break
      }
      first -= 1
    }
    var last = site.unit
    while last + 1 < units.count, units[last + 1].kind != .verb, units[last + 1].kind != .mark,
      units[last + 1].kind != .conjunction || !opensClause(last + 2, clauses)
    {
      last += 1
    }
    let start = first == 0 ? clauses.range.lowerBound : units[first - 1].last
    let end = last + 1 < units.count ? units[last + 1].first : clauses.range.upperBound
    return start..<max(start, end)
  }

  enum CalendarUnit { case day, week, month, year }

  func calendarUnit(_ index: Int) -> CalendarUnit? {
    switch text(of: index).lowercased() {
    case "day", "days": .day
    case "week", "weeks": .week
    case "month", "months": .month
    case "year", "years": .year
    default: nil
    }
  }

  /// The signed count that "later" and "earlier" tell at a unit of time.
  private func count(at index: Int) -> (count: Int, unit: CalendarUnit)? {
    // "An hour later": on the same day.
    if reads(index, "hour") || isHours(index) {
      return word(index + 1) == lexicon.words.later || word(index + 1) == lexicon.words.earlier
        ? (0, .day) : nil
    }
    if isPartOfDay(index),
      word(index - 1) == lexicon.words.next || word(index - 1) == lexicon.words.following,
      word(index - 2) == lexicon.words.the
    {
      return (1, .day)
    }
    guard let unit = calendarUnit(index) else { return nil }
    let before = index - 1
    if unit == .day || word(before) == lexicon.words.following,
      word(before) == lexicon.words.next || word(before) == lexicon.words.following,
      word(before - 1) == lexicon.words.the
    {
      return (1, unit)
    }
    // "The month before, Pyongyang had tested a device".
    if word(before) == lexicon.words.the, word(index + 1) == lexicon.words.before, isMark(index + 2) {
      return (-1, unit)
    }
    // "Which the committee had listed two years before".
    if word(before) != lexicon.words.the, word(index + 1) == lexicon.words.before,
      isMark(index + 2) || index + 2 >= tokens.count || reads(index + 2, "that"),
      let counted = amount(before),
      (1...60).contains(counted)
    {
      return (-counted, unit)
    }
    guard word(before) != lexicon.words.the, let counted = amount(before), (1...60).contains(counted) else {
      return nil
    }
    if word(index + 1) == lexicon.words.later || reads(index + 1, "afterward", "afterwards")
      || word(index + 1) == lexicon.words.after && reads(index + 2, "that")
    {
      return (counted, unit)
    }
    return word(index + 1) == lexicon.words.earlier ? (-counted, unit) : nil
  }

  /// The number that an article or numeral tells.
  func amount(_ index: Int) -> Int? {
    has(index, .article) ? 1 : lexicon.numerals[word(index)] ?? number(index)
  }
}
