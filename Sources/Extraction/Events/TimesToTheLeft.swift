import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Looks for the time of a trigger to its left: back to the verb before, and through what governs it.
  func timeToTheLeft(
    of site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent, _ best: inout NearestTime?
  ) -> Int? {
    let units = clauses.units
    let unit = site.unit
    var at = unit - 1
    var depth = 2
    var crossed = 0
    // What the verbs to the left govern: the trigger, or the verb of saying that announces it.
    var governed = unit
    let anchored = clauseAnchored(around: unit, clauses)
    left: while at >= 0 {
      if at == anchored { break left }
      switch units[at].kind {
      case .time:
        // "The firms that Treasury lists today were listed by Harad in May": the time of the clause in the subject.
        if best != nil, crossed == 0, endsClauseInSubject(at, before: unit, clauses) { break }
        if crossed == 0 || isLeading(at, clauses) && crossed <= (site.kind == .noun ? 1 : 3) {
          consider(at, unit - at + depth + crossed * 4, site, clauses, event, &best)
        }
      case .verb:
        let group = units[at].verb
        // "Had, from 2003 to 2008, moved money in breach of the Act": a time between commas in the verb.
        if site.kind == .noun, crossed == 0,
          let token = (units[at].first..<units[at].last).first(where: { timeAt[$0] >= 0 }), best == nil
        {
          best = NearestTime(cost: unit - at + depth, time: Int(timeAt[token]))
        }
        if event.kind == .violation, crossed > 0 || isReason(at, clauses) { break left }
        // "On Monday signed the order, ending the sanctions": one act of one day.
        if units[unit].kind == .verb, units[unit].verb.isGerund, unit > 0, units[unit - 1].kind == .comma,
          crossed == 0, !group.isInfinitive, !group.isGerund
        {
          depth += 10
          at -= 1
          continue left
        }
        // "Said Wednesday it will bar X and freeze Y": the second verb has the time of the first.
        if units[unit].kind == .verb, at == sharedAuxiliaries(of: unit, clauses) {
          at -= 1
          continue left
        }
        // "A draft submitted by Rohan was not adopted": a participle of the subject.
        if group.isBare, at > 0, units[at - 1].kind == .nounPhrase, units[unit].verb.isPassive,
          isReduced(at, clauses)
        {
          at -= 1
          continue left
        }
        if event.status == .negated, site.kind == .verb, !refuses(site, clauses), !group.isInfinitive,
          !units[unit].verb.isInfinitive
        {
          break left
        }
        // A verb that governs this one shares its time: "on Friday voted to designate".
        crossed += 1
        let announces = has(units[at].head, .reporting) && !event.isBackground && crossed == 1
        if !group.isInfinitive, !governs(at, governed, clauses), !announces {
          depth += 30
        } else {
          crossed -= 1
        }
        if announces { governed = at }
      case .relative:
        // "February 24, the day on which Commerce restricted exports".
        if let named = timeExplained(before: at, clauses) { return best?.time ?? named }
        // What may happen is not of the day of the clause that it explains, and neither is a breach.
        if event.status != .actual || event.kind == .violation { break left }
        // "Reimposed the sanctions that it had lifted": what was before is not of that day.
        if site.kind == .verb, units[unit].verb.hasHave { break left }
        depth += 30
      case .nounPhrase:
        // "In a July 3 statement, Japan announced that …".
        if best == nil, event.status == .actual || event.status == .planned, crossed <= 1,
          reads(
            units[at].head, "statement", "notice", "release", "announcement", "filing", "communique", "letter"
          ),
          let token = (units[at].first..<units[at].last).first(where: { timeAt[$0] >= 0 })
        {
          return Int(timeAt[token])
        }
      case .comma:
        if let relative = parenthesis(closedBy: at, clauses) {
          at = relative
          continue left
        }
      case .conjunction:
        // "Was convicted last year and has never been arrested": what was not done is not of that day.
        if event.status == .negated, units[unit].kind == .verb,
          units[unit].verb.isNegated || units[unit].verb.hasHave
            || units[unit].verb.isInfinitive && units[unit - 1].kind == .nounPhrase,
          at + 1 == unit || units[..<at].contains(where: { $0.kind == .verb && !$0.verb.isInfinitive })
        {
          break left
        }
        // "Said on Monday that A and B have been listed": a joined subject opens no clause.
        let isSubject =
          listEnding(before: unit, clauses).first.map {
            let first = clauses.unit(at: $0.first)
            return first < at && first > 0 && units[first - 1].kind == .subordinator
          } ?? false
        if opensClause(at + 1, clauses), !isSubject { crossed += 1 }
        // "Banned exports in 2010 and suspended trade with Rohan in 2017": a time of its own comes first.
        if at + 1 == unit { depth += 10 }
      case .subordinator:
        // "of 1 June, when Treasury listed X": the time before the link.
        if let named = timeNamed(before: at, clauses) {
          // "Until today, when Treasury listed X": the end of one thing is the day of the other.
          let time = Int(timeAt[units[named].head])
          if time >= 0, best == nil {
            best = NearestTime(cost: unit - named + depth + crossed * 4, time: time)
          }
          break left
        }
        // "Will consider in September whether to remove X": the day of the decision.
        // "Is to vote on Friday on whether to list X".
        if units[unit].kind == .verb, units[unit].verb.isInfinitive, at == unit - 1, at > 1, best == nil,
          let time = [at - 1, at - 2].first(where: { units[$0].kind == .time }),
          time == at - 1 || units[at - 1].kind == .preposition
        {
          return Int(timeAt[units[time].head])
        }
        // "Monday's announcement that Treasury will list X".
        if let owner = timeOfAnnouncement(before: at, clauses), isAnnounced(event) {
          return best?.time ?? owner
        }
        // "said Friday that it will bar …": the day of the announcement.
        guard crossed == 0, !event.isBackground, isAnnounced(event), event.kind != .violation,
          announcer(before: at, clauses)
        else {
          break left
        }
      case .mark:
        if word(units[at].head) == Mark.semicolon { break left }
        // "SEOUL, June 28 - North Korea launched": the day of the report.
        if word(units[at].head) == Mark.dash, at < 9, !units[..<at].contains(where: { $0.kind == .verb }),
          let report = units[..<at].last(where: { $0.kind == .time })
        {
          // It dates what has no day of its own.
          return best?.time ?? (event.status == .actual ? Int(timeAt[report.head]) : nil)
        }
        // "On Wednesday, it did it: FinCEN declared …": the time that opens the sentence holds behind the colon.
        if word(units[at].head) == Mark.colon {
          let isLabel =
            units[..<at].contains { $0.kind == .time } && !units[..<at].contains { $0.kind == .verb }
          // "They follow suit today: London has listed X".
          if at > 0, units[at - 1].kind == .time { crossed = -1 }
          guard isLabel || event.status == .actual && !event.isBackground && at > 3 else { break left }
          crossed += 1
          depth += 30
        }
      default: break
      }
      at -= 1
    }
    return best?.time
  }

  /// "Fell on Thursday, a day after Gondor began to act by blacklisting X": the unit of time whose "after" opens the
  /// clause of a verb, what stands before it being of another one.
  private func clauseAnchored(around unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard units[unit].kind == .verb, units[unit].verb.isGerund, unit > 3 else { return nil }
    for at in (1..<unit - 1).reversed() {
      if units[at].kind == .comma || units[at].kind == .mark { return nil }
      guard units[at].kind == .subordinator || units[at].kind == .preposition,
        word(units[at].head) == lexicon.words.after || word(units[at].head) == lexicon.words.before
      else { continue }
      return has(units[at].first - 1, .unit) ? at - 1 : nil
    }
    return nil
  }

  /// Whether a time right before a verb ends a restrictive clause that belongs to the verb's subject.
  private func endsClauseInSubject(_ time: Int, before unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard time + 1 == unit, units[unit].kind == .verb, units[unit].isFiniteForm,
      let verb = units[..<time].lastIndex(where: { $0.kind == .verb }), verb > 1,
      !units[verb..<time].contains(where: { $0.kind == .comma || $0.kind == .conjunction })
    else { return false }
    return units[verb - 1].kind == .relative
      || units[verb - 1].kind == .nounPhrase
        && (units[verb - 2].kind == .relative || units[verb - 2].kind == .nounPhrase)
  }
}
