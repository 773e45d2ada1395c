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
        event.kind == .adoption || !isOfInstrument(at, clauses),
        word(units[at].last) != Mark.possessive || isOfAct(at, unit, clauses)
      else { return }
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
        } else if site.kind == .noun, tellsWhen(at, of: unit, clauses) {
          // "The last test was on September 3".
          depth += 2
        } else if isInSubject(unit, before: at, clauses) {
          // "An attempt to launch a satellite ended in failure on Thursday".
          depth += 10
        } else {
          break right
        }
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
        // "Will list it when its ministers meet on June 21".
        guard event.status == .planned || event.status == .possible, reads(units[at].head, "when", "once")
        else {
          break right
        }
        isAwaited = true
        depth += 6
      case .comma: if isInRelativeParenthesis(unit, clauses) { break right }
      case .mark: if word(units[at].head) != Mark.dash { break right } else { depth += 10 }
      case .conjunction:
        if opensVerb(at + 1, clauses) || opensClause(at + 1, clauses) { break right }
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
        // "Could ban it before the end of December": the end of what is told bounds a plan.
        let isEnd =
          event.status != .actual && at + 3 < units.count && units[at + 1].kind == .nounPhrase
          && reads(units[at + 1].head, "end", "close", "start") && units[at + 3].kind == .time
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
        if event.status == .negated, site.kind == .verb, !refuses(site, clauses), !group.isInfinitive,
          !units[unit].verb.isInfinitive
        {
          break left
        }
        // A verb that governs this one shares its time: "on Friday voted to designate".
        crossed += 1
        let announces = has(units[at].head, .reporting) && !event.isBackground && crossed == 1
        if !group.isInfinitive, !governs(at, unit, clauses), !announces { depth += 30 } else { crossed -= 1 }
      case .relative:
        // What may happen is not of the day of the clause that it explains, and neither is a breach.
        if event.status != .actual || event.kind == .violation { break left }
        // "Reimposed the sanctions that it had lifted": what was before is not of that day.
        if site.kind == .verb, units[unit].verb.hasHave { break left }
        depth += 30
      case .comma:
        if let relative = parenthesis(closedBy: at, clauses) {
          at = relative
          continue left
        }
      case .conjunction:
        // "Was convicted last year and has never been arrested": what was not done is not of that day.
        if event.status == .negated, units[unit].kind == .verb,
          units[unit].verb.isNegated || units[unit].verb.isInfinitive && units[unit - 1].kind == .nounPhrase,
          at + 1 == unit || units[..<at].contains(where: { $0.kind == .verb && !$0.verb.isInfinitive })
        {
          break left
        }
        if opensClause(at + 1, clauses) { crossed += 1 }
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

  /// Whether a verb only tells when its subject took place: "the test was on Friday", "the launch came a day later".
  private func tellsWhen(_ verb: Int, of noun: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard units[(noun + 1)..<verb].allSatisfy({ $0.kind == .preposition || $0.kind == .nounPhrase }) else {
      return false
    }
    if units[verb].verb.isAuxiliary, has(units[verb].head, .be), !units[verb].verb.isNegated {
      return verb + 1 < units.count
        && (units[verb + 1].kind == .time || verb + 2 < units.count && units[verb + 2].kind == .time)
    }
    return cue(ofVerb: verb, clauses) == .actual && !units[verb].verb.isPassive
  }

  /// Whether an infinitive belongs to the subject of a verb behind it: "an attempt to launch a rocket failed".
  private func isInSubject(_ unit: Int, before verb: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    return units[unit].kind == .verb && units[unit].verb.isInfinitive && unit > 0
      && units[unit - 1].kind == .nounPhrase && !isReduced(verb, clauses)
      && !units[..<unit].contains { $0.kind == .verb && !$0.verb.isInfinitive && !$0.verb.isGerund }
      && !units[(unit + 1)..<verb].contains { $0.kind == .verb || $0.kind == .relative }
  }

  /// Whether a trigger stands in a relative clause that a comma opened.
  private func isInRelativeParenthesis(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard let relative = units[..<unit].lastIndex(where: { $0.kind == .relative || $0.kind == .comma }),
      units[relative].kind == .relative
    else { return false }
    return relative > 0 && units[relative - 1].kind == .comma
  }

  /// Whether a verb that asks, urges or threatens governs an infinitive.
  private func isAskedFor(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard units[unit].kind == .verb, units[unit].verb.isInfinitive,
      let governor = units[..<unit].lastIndex(where: { $0.kind == .verb })
    else { return false }
    return cue(ofVerb: governor, clauses) == .possible
  }

  /// Whether a noun is what somebody is told to break or evade: "in breach of the arms embargo".
  private func isBroken(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    return unit > 1 && units[unit - 1].kind == .preposition && word(units[unit - 1].head) == lexicon.words.of
      && units[unit - 2].kind == .nounPhrase && has(units[unit - 2].head, .nounBreach)
  }

  /// "It took the committee until July 28 to list her": the end of the wait is the day of the act.
  private func timeAwaited(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 3, units[unit].kind == .verb, units[unit].verb.isInfinitive, units[unit - 1].kind == .time,
      units[unit - 2].kind == .preposition, word(units[unit - 2].head) == lexicon.words.until,
      let verb = units[..<unit].lastIndex(where: { $0.kind == .verb }), has(units[verb].head, .lasting)
    else { return nil }
    return Int(timeAt[units[unit - 1].head])
  }

  /// The unit before the relative or subordinate clause between commas that a comma closes: its times are not those of
  /// the main clause.
  private func parenthesis(closedBy comma: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard comma + 1 < units.count,
      units[comma + 1].kind == .nounPhrase || units[comma + 1].kind == .conjunction
        || units[comma + 1].kind == .verb && !units[comma + 1].verb.isGerund
    else { return nil }
    var at = comma - 1
    var hasVerb = false
    while at > 0, comma - at < 16 {
      switch units[at].kind {
      case .verb:
        hasVerb = true
        // "UNSCR 2397, passed in December 2017, caps the fuel".
        if units[at].verb.isBare, units[at - 1].kind == .comma, at > 1,
          !reads(units[at].head, "announced", "unveiled", "published", "disclosed")
        {
          return at - 2
        }
      case .relative: if hasVerb, units[at - 1].kind == .comma { return at - 2 }
      case .subordinator:
        // ", days before it left office,": with what measures the distance.
        let measure = units[at - 1].kind == .nounPhrase || units[at - 1].kind == .time ? at - 2 : at - 1
        return hasVerb && measure > 0 && units[measure].kind == .comma ? measure : nil
      // "Huarun, a maker of switches that you have never bought, agreed".
      case .comma
      where hasVerb && units[at - 1].kind == .nounPhrase && entity(at: units[at - 1].head) != nil
        && units[at + 1].kind == .nounPhrase && has(units[at + 1].first, .article):
        return at - 1
      case .mark: return nil
      default: break
      }
      at -= 1
    }
    return nil
  }

  /// The verb of enforcement or designation for which a violation is told; only a longer time between the two is its own.
  private func reasonGovernor(_ site: TriggerSite, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard
      let verb = units[..<site.unit].indices.last(where: { index in
        let group = units[index].verb
        return units[index].kind == .verb && !group.isGerund && !group.isInfinitive && group.lemma >= 0
          && !has(units[index].head, .naming)
      })
    else { return nil }
    let acts = lexicon.verbs[units[verb].verb.lemma].frames.contains {
      lexicon.frames[$0].kind == .enforcement || lexicon.frames[$0].kind == .designation
    }
    return acts ? verb : nil
  }

  /// The time right before "when", a comma aside.
  private func timeNamed(before link: Int, _ clauses: Clauses) -> Int? {
    guard reads(clauses.units[link].head, "when") else { return nil }
    var at = link - 1
    if at >= 0, clauses.units[at].kind == .comma { at -= 1 }
    return at >= 0 && clauses.units[at].kind == .time ? at : nil
  }

  /// Whether the day on which somebody tells an event is its own: that of a deed or a plan, not of what may be or is not.
  private func isAnnounced(_ event: FoundEvent) -> Bool {
    event.status == .actual || event.status == .planned
  }

  /// Whether a participle right behind a noun tells an act of enforcement: "an indictment unsealed", "a complaint filed".
  private func isReducedAct(_ verb: Int, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[verb]
    return verb > 0 && clauses.units[verb - 1].kind == .nounPhrase && unit.last - unit.first == 1
      && unit.verb.lemma >= 0 && unit.verb.forms.contains(.participle)
      && has(clauses.units[verb - 1].head, .nounCharge)
  }

  /// "For exporting parts in violation of the Act": a gerund that tells what an act is for.
  private func isReason(_ verb: Int, _ clauses: Clauses) -> Bool {
    verb > 0 && clauses.units[verb].verb.isGerund && clauses.units[verb - 1].kind == .preposition
  }

  /// Whether a verb of saying stands before "that", with at most a time between.
  private func announcer(before link: Int, _ clauses: Clauses) -> Bool {
    guard word(clauses.units[link].head) == lexicon.words.that else { return false }
    var at = link - 1
    while at >= 0, clauses.units[at].kind == .time || clauses.units[at].kind == .preposition { at -= 1 }
    return at >= 0 && clauses.units[at].kind == .verb && has(clauses.units[at].head, .reporting)
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
  func opensClause(_ unit: Int, _ clauses: Clauses) -> Bool {
    guard unit < clauses.units.count, clauses.units[unit].kind == .nounPhrase,
      let list = list(at: unit, clauses), list.next < clauses.units.count
    else { return false }
    let next = clauses.units[list.next]
    return next.kind == .verb && !next.verb.isInfinitive && !next.verb.isGerund
  }

  private func opensVerb(_ unit: Int, _ clauses: Clauses) -> Bool {
    unit < clauses.units.count && clauses.units[unit].kind == .verb && !clauses.units[unit].verb.isInfinitive
  }

  /// Whether the trigger depends on a verb, with nothing but its own phrase between.
  private func governs(_ verb: Int, _ unit: Int, _ clauses: Clauses) -> Bool {
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
}
