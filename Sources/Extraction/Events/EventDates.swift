import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Dates an event: by a time in its clause, "the same day", an ordinal that knowledge dates, or an instrument's day.
  func date(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent, anchor: EDTF?) {
    if site.isAttribute { return }
    event.isAdded = site.kind == .verb && isAdded(site, clauses)
    if event.status == .actual, let time = endOfWait(site, clauses), let value = times[time].value {
      tell(value, times[time].first..<times[time].last, "the end of the wait", &event)
      return
    }
    if event.kind != .violation, let counted = countedFromAnchor(site, clauses, anchor) {
      tell(counted.value, counted.tokens, "counted from the event before", &event)
      return
    }
    if let time = time(of: site, clauses, event).map(narrowed), let value = times[time].value {
      let tokens = times[time].first..<times[time].last
      if isFuturate(site, value, clauses, event) {
        event.status = .planned
        event.evidence.append(
          FoundEvidence(part: .status, tokens: tokens, note: "present tense with a day ahead"))
      }
      if event.status == .actual ? !reads(times[time].first, "tomorrow") : !isSince(time), fits(value, event)
      {
        tell(value, tokens, "time in the clause: \(times[time].rule)", &event)
        return
      }
    }
    if site.kind == .verb, !event.isBackground, event.status == .actual || event.status == .planned,
      !clauses.units[..<site.unit].contains(where: { $0.kind == .relative || $0.kind == .subordinator }),
      let time = timeOfTelling(behind: site.unit, clauses), let value = times[time].value, fits(value, event)
    {
      tell(value, times[time].first..<times[time].last, "the day on which it was told", &event)
      return
    }
    if event.status == .actual, event.isBackground, site.kind == .verb,
      let time = timeOfReport(before: site.unit, clauses), let value = times[time].value, isFresh(value),
      event.kind != .violation
    {
      tell(value, times[time].first..<times[time].last, "the day on which it was told", &event)
      return
    }
    if let token = same([lexicon.words.month, lexicon.words.year, lexicon.words.week], clauses),
      let told = toldBefore(token)
    {
      tell(told, token..<(token + 2), "the month or year told before", &event)
      return
    }
    if let token = same([lexicon.words.day], clauses), word(token) == lexicon.words.that,
      let told = dayBefore(clauses.range.lowerBound)
    {
      tell(told, token..<(token + 2), "the day told before", &event)
      return
    }
    if let token = same([lexicon.words.day], clauses), word(token + 2) == lexicon.words.as,
      let other = entity(at: has(token + 3, .article) ? token + 4 : token + 3),
      let told = events.last(where: { isDoer(other, of: $0) && $0.date?.day != nil && $0.status == .actual })?
        .date
    {
      tell(told, token..<(token + 2), "the day on which another one acted", &event)
      return
    }
    if let token = same([lexicon.words.day], clauses),
      let anchor = word(token) == lexicon.words.the
        ? dayBefore(token)
        : dayInSentence(before: token) ?? dayInSentenceBefore(token) ?? anchor ?? dayBefore(token)
    {
      tell(anchor, token..<(token + 2), "the day of the event before", &event)
      return
    }
    if let opening = atTheSameTime(clauses),
      let before = recentEvents(before: event, within: 3).first(where: {
        $0.status == .actual && $0.basis == .text && $0.date?.day != nil
      }),
      let date = before.date, event.status == .actual, !event.isBackground
    {
      tell(date, opening, "the day of the event before", &event)
      return
    }
    if let time = timeOfSentenceBefore(site, clauses, event), let value = times[time].value {
      tell(value, times[time].first..<times[time].last, "the day of the sentence before", &event)
      return
    }
    if let before = actMeant(by: site, clauses, event), let date = before.date {
      tell(date, site.tokens, "the day of what the subject takes up", &event)
      return
    }
    if let before = actInClauseBefore(site, clauses, event), let date = before.date {
      tell(date, site.tokens, "the day of the clause before the semicolon", &event)
      return
    }
    if let before = actBefore(event), let date = before.date {
      tell(date, site.tokens, "the day of what the same doer did before", &event)
      return
    }
    // "Today Treasury is acting against X. OFAC is designating two firms": what goes on is of the day told before.
    if event.isUnderWay, event.status == .actual, event.kind.roles.contains(.target),
      let today, today.last <= clauses.range.lowerBound, let value = today.value
    {
      tell(value, today.first..<today.last, "the day told before as today", &event)
      return
    }
    if let before = actNarratedBefore(event, clauses), let date = before.date {
      tell(date, site.tokens, "the day of what is told right before", &event)
      return
    }
    if event.status == .actual, !event.isBackground, site.kind == .verb,
      let heading = timelineDate(before: clauses.range.lowerBound), let value = heading.value,
      fits(value, event)
    {
      tell(value, heading.first..<heading.last, "the time that heads these lines", &event)
      return
    }
    dateByKnowledge(site, clauses, &event)
  }

  /// "Earlier this year, in March": the month, where it follows the year that it is of.
  private func narrowed(_ time: Int) -> Int {
    guard time + 1 < times.count, let wide = times[time].value, let near = times[time + 1].value,
      case let between = times[time].last..<max(times[time].last, times[time + 1].first),
      (1...2).contains(between.count), word(between.lowerBound) == Mark.comma,
      between.dropFirst().allSatisfy({ word($0) == lexicon.words.in || word($0) == lexicon.words.on }),
      wide != near, wide.contains(near)
    else { return time }
    return time + 1
  }

  /// The first "today" of the post, where it is a day.
  func todayTold() -> FoundTime? {
    let today = times.first { word($0.first) == lexicon.words.today && $0.last == $0.first + 1 }
    return today.flatMap { $0.value?.day != nil ? $0 : nil }
  }

  /// The words "at the same time", or "concurrently" at the head of a sentence.
  private func atTheSameTime(_ clauses: Clauses) -> Range<Int>? {
    let first = clauses.range.lowerBound
    let same = clauses.range.first { word($0) == lexicon.words.same && word($0 + 1) == lexicon.words.time }
    if let same, word(same - 2) == lexicon.words.at { return (same - 2)..<(same + 2) }
    // "In doing so, it dropped two men".
    if word(first) == lexicon.words.in, reads(first + 1, "doing"), reads(first + 2, "so") {
      return first..<(first + 3)
    }
    if ends(first, in: "oncurrently") || ends(first, in: "imultaneously") { return first..<(first + 1) }
    // "Concurrent with this action, …", "in coordination with the U.S. action", "in a parallel action".
    let opening = clauses.range.prefix(7)
    guard
      opening.dropFirst().contains(where: {
        has($0, .nounAction) || has($0, .nounDesignation) || reads($0, "announcement", "package", "decision")
      }),
      let link = opening.first(where: {
        reads(
          $0, "concurrent", "coordination", "conjunction", "parallel", "alongside", "tandem", "concert",
          "connection")
      }), link <= first + 2
    else { return nil }
    return first..<(link + 1)
  }

  /// The dated act that the subject of a verb in the present tense takes up.
  ///
  /// "Announced new sanctions on Monday. They target X".
  private func actMeant(by site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent) -> FoundEvent? {
    guard event.status == .actual, site.kind == .verb, !site.slots.isPassive, !event.isBackground,
      clauses.units[site.unit].verb.forms.contains(.third)
        || clauses.units[site.unit].verb.forms.contains(.base),
      !clauses.units[site.unit].verb.hasHave, !clauses.units[site.unit].verb.isInfinitive,
      let subject = site.slots.subject.first,
      reads(subject.head, "they")
        || word(subject.first) == lexicon.words.the && has(subject.head, .nounSanctions)
        || has(subject.head, .nounDesignation) || has(subject.head, .nounAction)
    else { return nil }
    return recentEvents(before: event, within: 1).first {
      $0.sentence < event.sentence && $0.status == .actual && $0.date?.day != nil && $0.basis == .text
        && ($0.kind == .designation || $0.kind == .restriction)
    }
  }

  /// "The move came on Monday": the day of the act that the sentence before tells without one.
  func dateByMove(_ last: Int) {
    guard events[last].date == nil, events[last].status == .actual, !events[last].isBackground,
      events[last].has(.authority), events[last].sentence + 1 < sentences.count
    else { return }
    let range = sentences[events[last].sentence + 1]
    let first = range.lowerBound
    guard word(first) == lexicon.words.the || reads(first, "this", "that"), range.count > 4,
      reads(first + 1, "move", "action", "announcement", "decision", "step", "designation", "listing"),
      reads(first + 2, "came", "was", "follows", "comes"),
      case let near = (first + 3)..<min(range.upperBound, first + 6),
      let token = near.first(where: { timeAt[$0] >= 0 }), let value = times[Int(timeAt[token])].value,
      !near.contains(where: { isUnit($0) && timeAt[$0] < 0 })
    else { return }
    let time = times[Int(timeAt[token])]
    tell(value, time.first..<time.last, "the day of the move that is the act", &events[last])
  }

  /// "Today Gondor sanctioned A; Rohan's ministry froze the assets of B": acts of one kind that semicolons join.
  private func actInClauseBefore(_ site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent) -> FoundEvent?
  {
    guard event.status == .actual, !event.isBackground, site.kind == .verb, let before = events.last,
      before.sentence == event.sentence, before.status == .actual, before.basis == .text,
      !before.isBackground,
      before.kind == event.kind || event.kind == .restriction && before.kind == .designation,
      before.date?.day != nil, before.triggers[0].upperBound <= site.tokens.lowerBound,
      (before.triggers[0].upperBound..<site.tokens.lowerBound).contains(where: { word($0) == Mark.semicolon })
    else { return nil }
    return before
  }

  /// "The Council also placed X on the list": the dated act of the same doer, told just before and of the days before
  /// the post.
  private func actBefore(_ event: FoundEvent) -> FoundEvent? {
    guard event.status == .actual, !event.isBackground, event.isAdded,
      let doer = event.participants.first(where: { $0.role == .authority }),
      let before = recentEvents(before: event, within: 4).first(where: {
        $0.date?.day != nil && isDoer(doer.entity, of: $0)
      }),
      before.status == .actual, before.basis == .text, !before.isBackground,
      let date = before.date, isFresh(date)
    else { return nil }
    return before
  }

  /// The act told right before one whose story goes on within its paragraph, of days just before the post.
  ///
  /// "On Monday Gondor blacklisted A. The ministry barred B".
  private func actNarratedBefore(_ event: FoundEvent, _ clauses: Clauses) -> FoundEvent? {
    guard event.status == .actual, event.isNarrated, !event.isBackground,
      event.kind.roles.contains(.authority),
      let before = events.last, before.status == .actual, before.isNarrated, !before.isBackground,
      before.basis == .text, let date = before.date, date.day != nil, isFresh(date),
      event.sentence - before.sentence <= 1, !shape(clauses.range.lowerBound).contains(.paragraphStart),
      !hasTimeOfItsOwn(clauses)
    else { return nil }
    return before
  }

  /// Whether "also" or the like stands beside a verb.
  private func isAdded(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[site.unit]
    let first = clauses.range.lowerBound
    if word(first) == lexicon.words.in && reads(first + 1, "addition") && word(first + 2) == Mark.comma
      || ends(first, in: "dditionally") || ends(first, in: "urthermore") || ends(first, in: "oreover")
    {
      return true
    }
    // "In the same decision, the Council delisted X"; "are designated with them".
    if word(first) == lexicon.words.in, word(first + 2) == lexicon.words.same,
      reads(first + 3, "decision", "action", "resolution", "text", "package", "vote", "statement", "step")
    {
      return true
    }
    if word(unit.last) == lexicon.words.with, reads(unit.last + 1, "them", "it", "him", "her") { return true }
    // "Two deputies were hit as well".
    if word(unit.last) == lexicon.words.as, reads(unit.last + 1, "well") { return true }
    return (max(clauses.range.lowerBound, unit.first - 1)...min(unit.last, clauses.range.upperBound - 1))
      .contains { has($0, .addition) }
  }

  /// The events told in some sentences before one, the last first.
  func recentEvents(before event: FoundEvent, within sentences: Int)
    -> Slice<ReversedCollection<[FoundEvent]>>
  {
    events.reversed().prefix { $0.sentence >= event.sentence - sentences }
  }

  /// Gives an event a date that the text tells, with the words that tell it.
  func tell(_ value: EDTF, _ tokens: Range<Int>, _ note: String, _ event: inout FoundEvent) {
    event.date = value
    event.basis = .text
    event.evidence.append(FoundEvidence(part: .date, tokens: tokens, note: note))
  }

  /// "Takes effect on September 1", "is joining next week": the present tense with a time to come tells a plan.
  private func isFuturate(_ site: TriggerSite, _ value: EDTF, _ clauses: Clauses, _ event: FoundEvent) -> Bool
  {
    guard event.status == .actual, site.kind == .verb, let first = value.first, let today = published?.last,
      first > today
    else { return false }
    let group = clauses.units[site.unit].verb
    guard !group.hasHave, !group.isBare, !group.isInfinitive else { return false }
    return group.forms.contains(.third) || group.forms.contains(.gerund) && !group.isGerund
  }

  /// Whether a time can date an event: nothing done lies after the post.
  func fits(_ value: EDTF, _ event: FoundEvent) -> Bool {
    guard event.status == .actual, let first = value.first, let last = published?.last else { return true }
    return first <= last + 1
  }

  private func dateByKnowledge(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    guard event.status == .actual else { return }
    switch event.kind {
    case .adoption:
      let dates = Set(
        event.participants.filter { $0.role == .instrument }.compactMap { entities[$0.entity].date })
      guard dates.count == 1, let date = dates.first, !isChamber(event) else { return }
      event.date = date
      event.basis = .knowledge
      event.evidence.append(
        FoundEvidence(part: .date, tokens: nil, note: "day of adoption in data/instruments"))
    case .weaponsTest:
      guard let actor = event.participants.first(where: { $0.role == .actor }) else { return }
      let name = entities[actor.entity].name
      for index in clauses.units[site.unit].first..<clauses.units[site.unit].last {
        guard let ordinal = lexicon.ordinals[word(index)] else { continue }
        let weapon = weapon(site)
        guard
          let fact = lexicon.weaponsTests.first(where: {
            $0.actor == name && $0.ordinal == ordinal && $0.weapon == weapon
          })
        else { continue }
        event.date = EDTF(fact.date.text) ?? fact.date
        event.basis = .knowledge
        event.evidence.append(
          FoundEvidence(
            part: .date, tokens: index..<(index + 1),
            note: why("\(text(of: index)) \(weapon) test in data/facts"))
        )
        return
      }
    default: return
    }
  }

  /// Whether one chamber of a parliament acts, whose vote is not the day of the law.
  private func isChamber(_ event: FoundEvent) -> Bool {
    event.participants.contains { participant in
      participant.role == .authority
        && ["Senate", "House of Representatives"].contains { entities[participant.entity].name.contains($0) }
    }
  }

  /// What is tested, as `data/facts` calls it.
  private func weapon(_ site: TriggerSite) -> String {
    let words = phrase(site.tokens.lowerBound, site.tokens.upperBound).lowercased()
    if words.contains("nuclear") || words.contains("nuke") || words.contains("atomic")
      || words.contains("bomb")
    {
      return "nuclear"
    }
    if words.contains("satellite") || words.contains("space") { return "satellite" }
    if words.contains("icbm") { return "icbm" }
    return "missile"
  }
}
