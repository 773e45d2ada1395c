import Knowledge
import Model
import TextMatching

extension PostReader {
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
    // "Has today designated": a day among the auxiliaries.
    if site.kind == .verb, !site.isAttribute,
      let token = (units[unit].first..<units[unit].last).first(where: { timeAt[$0] >= 0 })
    {
      return Int(timeAt[token])
    }
    if let awaited = timeAwaited(unit, clauses) { return awaited }
    var best: (cost: Int, time: Int)?
    func consider(_ at: Int, _ cost: Int) {
      let time = Int(timeAt[units[at].head])
      guard time >= 0, !isBound(at, clauses), !isOfAnchor(at, unit, clauses), !isOfMaking(time),
        !isOfOtherAct(at, unit, clauses), event.kind == .adoption || !isOfInstrument(at, clauses),
        word(units[at].last) != Mark.possessive || isOfAct(at, unit, clauses)
      else { return }
      // "After the landing on 23 May, the Council closed its airspace, on 4 June": a day of its own comes first.
      let cost = isBehindAnchor(at, unit, clauses) ? cost + 40 : cost
      if best.map({ cost < $0.cost }) ?? true { best = (cost, time) }
    }
    // What is only told to place another event ("a month after the test") does not share its time.
    if site.kind == .noun, isAnchor(unit, clauses) { return timeInPhrase(behind: unit, clauses) }
    // To the right: up to the next verb that is not part of the clause.
    var at = unit + 1
    var depth = 0
    var isInReason = false
    var isAwaited = false
    right: while at < units.count {
      // "Launched what it calls a satellite on Sunday".
      if let noun = freeRelative(at, clauses) { at = noun }
      switch units[at].kind {
      // "Is imposing sanctions on X for accepting cargoes in the first quarter": a month of the reason is not of the act.
      case .time where isInReason && times[Int(timeAt[units[at].head])].value?.day == nil: break
      case .time: consider(at, at - unit + depth)
      case .verb:
        let group = units[at].verb
        if group.isGerund, event.kind != .violation, site.kind == .verb, at > 0,
          units[at - 1].kind == .preposition,
          word(units[at - 1].head) == lexicon.words.for
        {
          isInReason = true
        }
        // ", a spokesman said yesterday": the day of the announcement.
        let closes =
          has(units[at].head, .reporting) && !event.isBackground && isAnnounced(event)
          && !units[at...].prefix(4).contains { $0.kind == .subordinator || $0.kind == .relative }
        if isAwaited {
          isAwaited = false
        } else if group.isInfinitive {
          depth += 20
        } else if event.kind == .enforcement, isReducedAct(at, clauses) {
          // "Charged in a complaint unsealed on Friday".
          depth += 4
        } else if group.isGerund || closes {
          depth += 12
        } else if site.kind == .noun, at == unit + 2, units[unit + 1].kind == .comma, group.isBare,
          reads(units[at].head, "announced", "made", "issued", "imposed", "unveiled", "published", "disclosed")
        {
          // "The designation, announced on Monday, freezes".
          depth += 4
        } else if site.kind == .noun, tellsWhen(at, of: unit, clauses) {
          // "The last test was on September 3".
          depth += 2
        } else if event.kind == .violation, site.kind == .noun, unit == 1, units[0].kind == .preposition {
          // "In breach of the resolution, China bought coal in December".
          depth += 4
        } else if isInSubject(unit, before: at, clauses) {
          // "An attempt to launch a satellite ended in failure on Thursday".
          depth += 10
        } else {
          break right
        }
      case .open: at = max(at, afterBracket(at, clauses) - 1)
      case .relative:
        // "Violated resolution 1970, which bars arms, in May": the clause goes on behind the comma.
        // "The indictment of X, which was unsealed last September".
        if site.kind == .noun, at + 1 < units.count, units[at + 1].kind == .verb,
          units[at + 1].verb.isPassive,
          reads(
            units[at + 1].head, "unsealed", "filed", "announced", "issued", "published", "imposed", "handed",
            "made")
        {
          depth += 4
          at += 1
          break
        }
        guard at > 0, units[at - 1].kind == .comma, let close = endOfParenthesis(at - 1, clauses),
          close < units.count, units[close].kind == .preposition || units[close].kind == .time
        else { break right }
        depth += 4
        at = close - 1
      case .subordinator:
        // "Will list it when its ministers meet on June 21", "seized the ship when it called at Umbar on June 24".
        guard site.kind == .verb || event.kind == .violation,
          reads(units[at].head, "when") || event.status != .actual && reads(units[at].head, "once")
        else { break right }
        isAwaited = true
        depth += 6
      case .comma:
        // "Who was listed by the EU as well, together with X, on February 4".
        let goesOn = at + 2 < units.count && units[at + 1].kind == .preposition
        if isInRelativeParenthesis(unit, clauses), !goesOn { break right }
      case .mark: if word(units[at].head) != Mark.dash { break right } else { depth += 10 }
      case .conjunction:
        if opensVerb(at + 1, clauses) || opensClause(at + 1, clauses) { break right }
        // "Britain sanctioned X, and on July 3 Japan blacklisted Y": the time opens the next clause.
        if at + 3 < units.count, units[at + 1].kind == .preposition, units[at + 2].kind == .time,
          opensClause(at + 3, clauses)
        {
          break right
        }
        // "Passed the resolution, and yesterday, before … , Treasury did": the time opens the next clause.
        if at + 2 < units.count, units[at + 1].kind == .time,
          units[at + 2].kind == .comma || opensClause(at + 2, clauses)
        {
          break right
        }
      // What stands behind "after" dates what it is after.
      case .preposition:
        // "Were designated for carrying coal by the committee in October".
        if word(units[at].head) == lexicon.words.by { isInReason = false }
        let isEnd = event.status != .actual && opensBound(at, clauses)
        if anchors(units[at].head), at + 1 < units.count, units[at + 1].kind != .time, !isEnd { break right }
      default: break
      }
      at += 1
    }
    // What a bill is to do is not of the day of the vote.
    if unit > 0, units[unit].kind == .verb, units[unit].verb.isInfinitive,
      units[unit - 1].kind == .nounPhrase,
      isBill(units[unit - 1].head)
    {
      return best?.time
    }
    // "Fined X in 2020 for violating the Act": the day of the act is not that of what it is for.
    // Behind a second verb or the reason it is: "charged with plotting in 2019 to violate it", "fined for shipments in 2014".
    if event.kind == .violation, let governor = reasonGovernor(site, clauses) {
      let between = units[(governor + 1)..<unit].indices.last { at in
        units[at].kind == .time && timeAt[units[at].head] >= 0
          && units[(governor + 1)..<at].contains {
            $0.kind == .verb || $0.kind == .subordinator
              || $0.kind == .preposition && reads($0.head, "for", "over", "with", "about")
          }
      }
      return best?.time ?? between.map { Int(timeAt[units[$0].head]) }
    }
    // "Was urged in March to name X": the day of the asking.
    if event.status == .possible, isAskedFor(unit, clauses) { return best?.time }
    // "In breach of the embargo": when it was imposed is not told.
    if site.kind == .noun, isBroken(unit, clauses) { return best?.time }
    if isLater(unit, clauses) { return best?.time }
    // To the left: back to the verb before.
    at = unit - 1
    depth = 2
    var crossed = 0
    // What the verbs to the left govern: the trigger, or the verb of saying that announces it.
    var governed = unit
    left: while at >= 0 {
      switch units[at].kind {
      case .time:
        if crossed == 0 || isLeading(at, clauses) && crossed <= (site.kind == .noun ? 1 : 3) {
          consider(at, unit - at + depth + crossed * 4)
        }
      case .verb:
        let group = units[at].verb
        // "Had, from 2003 to 2008, moved money in breach of the Act": a time between commas in the verb.
        if site.kind == .noun, crossed == 0,
          let token = (units[at].first..<units[at].last).first(where: { timeAt[$0] >= 0 }), best == nil
        {
          best = (unit - at + depth, Int(timeAt[token]))
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
        if !group.isInfinitive, !governs(at, governed, clauses), !announces { depth += 30 } else { crossed -= 1 }
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
          reads(units[at].head, "statement", "notice", "release", "announcement", "filing", "communique", "letter"),
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
          if time >= 0, best == nil { best = (unit - named + depth + crossed * 4, time) }
          break left
        }
        // "Monday's announcement that Treasury will list X".
        if let owner = timeOfAnnouncement(before: at, clauses), isAnnounced(event) { return best?.time ?? owner }
        // "said Friday that it will bar …": the day of the announcement.
        guard crossed == 0, !event.isBackground, isAnnounced(event), announcer(before: at, clauses) else {
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
}
