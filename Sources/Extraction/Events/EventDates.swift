import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Dates an event: by a time in its clause, "the same day", an ordinal that knowledge dates, or an instrument's day.
  func date(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent, anchor: EDTF?) {
    if site.isAttribute { return }
    if let counted = countedFromAnchor(site, clauses, anchor) {
      event.date = counted.value
      event.basis = .text
      event.evidence.append(
        FoundEvidence(part: .date, tokens: counted.tokens, note: "counted from the event before"))
      return
    }
    if let time = time(of: site, clauses, event), let value = times[time].value,
      isFuturate(site, value, clauses, event)
    {
      event.status = .planned
      event.evidence.append(
        FoundEvidence(
          part: .status, tokens: times[time].first..<times[time].last, note: "present tense with a day ahead")
      )
    }
    if let time = time(of: site, clauses, event), event.status == .actual || !isSince(time),
      let value = times[time].value, fits(value, event)
    {
      event.date = value
      event.basis = .text
      event.evidence.append(
        FoundEvidence(
          part: .date, tokens: times[time].first..<times[time].last,
          note: "time in the clause: \(times[time].rule)"))
      return
    }
    if let token = sameMonthOrYear(clauses), let told = toldBefore(token) {
      event.date = told
      event.basis = .text
      event.evidence.append(
        FoundEvidence(part: .date, tokens: token..<(token + 2), note: "the month or year told before"))
      return
    }
    if let token = sameDay(site, clauses), let anchor = anchor ?? dayBefore(token) {
      event.date = anchor
      event.basis = .text
      event.evidence.append(
        FoundEvidence(part: .date, tokens: token..<(token + 2), note: "the day of the event before"))
      return
    }
    dateByKnowledge(site, clauses, &event)
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

  // MARK: Times of the clause

  /// The time that belongs to a trigger: of those in its clause the nearest.
  func time(of site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent) -> Int? {
    let units = clauses.units
    let unit = site.unit
    // "Friday's designations", "the December 2 designations".
    if site.kind == .noun {
      for index in units[unit].first..<units[unit].head where timeAt[index] >= 0 { return Int(timeAt[index]) }
      var at = unit - 1
      while at >= 0, units[at].kind == .nounPhrase, units[at].isPossessor { at -= 1 }
      if at >= 0, units[at].kind == .time, word(units[at].last) == Mark.possessive {
        return Int(timeAt[units[at].head])
      }
    }
    var best: (cost: Int, time: Int)?
    func consider(_ at: Int, _ cost: Int) {
      let time = Int(timeAt[units[at].head])
      guard time >= 0, !isBound(at, clauses), word(units[at].last) != Mark.possessive else { return }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, time) }
    }
    // What is only told to place another event ("a month after the test") does not share its time.
    if site.kind == .noun, isAnchor(unit, clauses) { return timeInPhrase(behind: unit, clauses) }
    // To the right: up to the next verb that is not part of the clause.
    var at = unit + 1
    var depth = 0
    right: while at < units.count {
      switch units[at].kind {
      case .time: consider(at, at - unit + depth)
      case .verb:
        let group = units[at].verb
        // ", a spokesman said yesterday": the day of the announcement.
        let closes =
          has(units[at].head, .reporting) && !event.isBackground
          && !units[at...].contains { $0.kind == .subordinator || $0.kind == .relative }
        if group.isInfinitive {
          depth += 20
        } else if group.isGerund || closes {
          depth += 12
        } else {
          break right
        }
      case .relative, .subordinator: break right
      case .mark: if word(units[at].head) != Mark.dash { break right } else { depth += 10 }
      case .conjunction: if opensVerb(at + 1, clauses) || opensClause(at + 1, clauses) { break right }
      // What stands behind "after" dates what it is after.
      case .preposition:
        if anchors(units[at].head), at + 1 < units.count, units[at + 1].kind != .time { break right }
      default: break
      }
      at += 1
    }
    // To the left: back to the verb before.
    at = unit - 1
    depth = 2
    var crossed = 0
    left: while at >= 0 {
      switch units[at].kind {
      case .time:
        if crossed == 0 || isLeading(at, clauses) && crossed <= (site.kind == .noun ? 1 : 3) {
          consider(at, unit - at + depth + crossed * 4)
        }
      case .verb:
        let group = units[at].verb
        // A verb that governs this one shares its time: "on Friday voted to designate".
        crossed += 1
        let announces = has(units[at].head, .reporting) && !event.isBackground && crossed == 1
        if !group.isInfinitive, !governs(at, unit, clauses), !announces { depth += 30 } else { crossed -= 1 }
      case .relative: depth += 30
      case .conjunction: if opensClause(at + 1, clauses) { crossed += 1 }
      case .subordinator: break left
      case .mark:
        if word(units[at].head) == Mark.semicolon || word(units[at].head) == Mark.colon { break left }
      default: break
      }
      at -= 1
    }
    return best?.time
  }

  /// The time that a noun phrase holds itself: "the North's launch of a rocket on Sunday".
  private func timeInPhrase(behind unit: Int, _ clauses: Clauses) -> Int? {
    var at = unit + 1
    while at < clauses.units.count {
      switch clauses.units[at].kind {
      case .time: return isBound(at, clauses) ? nil : Int(timeAt[clauses.units[at].head])
      case .preposition, .nounPhrase, .open, .close: at += 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether a subject with a finite verb stands here, so that a conjunction before it joins clauses.
  private func opensClause(_ unit: Int, _ clauses: Clauses) -> Bool {
    guard unit < clauses.units.count, clauses.units[unit].kind == .nounPhrase,
      let list = list(at: unit, clauses), list.next < clauses.units.count
    else { return false }
    let next = clauses.units[list.next]
    return next.kind == .verb && !next.verb.isInfinitive && !next.verb.isGerund
  }

  private func anchors(_ preposition: Int) -> Bool {
    let before = word(preposition)
    return before == lexicon.words.after || before == lexicon.words.before || before == lexicon.words.since
      || before == lexicon.words.following
  }

  /// Whether a noun only anchors another event: "after the test", "since the designation".
  private func isAnchor(_ unit: Int, _ clauses: Clauses) -> Bool {
    var first = unit
    while first > 0, clauses.units[first - 1].kind == .nounPhrase, clauses.units[first - 1].isPossessor {
      first -= 1
    }
    guard first > 0, clauses.units[first - 1].kind == .preposition else { return false }
    return anchors(clauses.units[first - 1].head)
  }

  private func opensVerb(_ unit: Int, _ clauses: Clauses) -> Bool {
    unit < clauses.units.count && clauses.units[unit].kind == .verb && !clauses.units[unit].verb.isInfinitive
  }

  /// Whether the trigger depends on a verb, with nothing but its own phrase between.
  func governs(_ verb: Int, _ unit: Int, _ clauses: Clauses) -> Bool {
    let group = clauses.units[unit].verb
    if clauses.units[unit].kind == .verb, group.isInfinitive || group.isGerund {
      return !clauses.units[(verb + 1)..<unit].contains { $0.kind == .comma || $0.kind == .mark }
    }
    if clauses.units[unit].kind == .nounPhrase { return true }
    // Two verbs of one subject: "on Friday adopted X and designated Y".
    return clauses.units[(verb + 1)..<unit].contains { $0.kind == .conjunction }
      && !clauses.units[(verb + 1)..<unit].contains { $0.kind == .relative || $0.kind == .subordinator }
  }

  /// Whether a time opens its sentence: "On Friday, …".
  private func isLeading(_ unit: Int, _ clauses: Clauses) -> Bool {
    clauses.units[..<unit].allSatisfy { $0.kind == .preposition || $0.kind == .conjunction }
  }

  /// Whether a time only bounds the act: "until Friday", "expires on Friday", "before 2010".
  private func isBound(_ unit: Int, _ clauses: Clauses) -> Bool {
    guard unit > 0,
      clauses.units[unit - 1].kind == .preposition || clauses.units[unit - 1].kind == .subordinator
    else { return false }
    let before = word(clauses.units[unit - 1].head)
    return before == lexicon.words.until || before == lexicon.words.before || before == lexicon.words.after
      || before == lexicon.words.through
  }

  /// "Has failed since 2017 to adopt": the start of what did not happen is no date of it.
  private func isSince(_ time: Int) -> Bool { word(times[time].first - 1) == lexicon.words.since }

  /// "The same day", "that day", in the sentence of a trigger.
  private func sameDay(_ site: TriggerSite, _ clauses: Clauses) -> Int? {
    clauses.range.first { index in
      (word(index) == lexicon.words.same || word(index) == lexicon.words.that)
        && word(index + 1) == lexicon.words.day
    }
  }

  /// "The same month", "that year", in the sentence of a trigger.
  private func sameMonthOrYear(_ clauses: Clauses) -> Int? {
    clauses.range.first { index in
      (word(index) == lexicon.words.same || word(index) == lexicon.words.that)
        && (word(index + 1) == lexicon.words.month || word(index + 1) == lexicon.words.year)
    }
  }

  /// The month or year that the last time before "the same month" or "that year" lies in.
  private func toldBefore(_ token: Int) -> EDTF? {
    guard let day = times.last(where: { $0.first < token && $0.value?.first != nil })?.value?.first else {
      return nil
    }
    let parts = day.components
    return word(token + 1) == lexicon.words.month
      ? EDTF(year: parts.year, month: parts.month) : EDTF(year: parts.year)
  }

  /// The last day that the text tells before a token.
  func dayBefore(_ token: Int) -> EDTF? {
    times.last { $0.first < token && $0.value?.day != nil }?.value
  }

  // MARK: Knowledge

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
            part: .date, tokens: index..<(index + 1), note: "\(text(of: index)) \(weapon) test in data/facts")
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
  func weapon(_ site: TriggerSite) -> String {
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
