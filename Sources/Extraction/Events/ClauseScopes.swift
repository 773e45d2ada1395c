import Knowledge
import Model
import TextMatching

/// How far the clause of a trigger reaches, within which a time is its own.
extension PostReader {
  /// Whether a verb only tells when its subject took place: "the test was on Friday", "the launch came a day later".
  func tellsWhen(_ verb: Int, of noun: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard units[(noun + 1)..<verb].allSatisfy({ $0.kind == .preposition || $0.kind == .nounPhrase }) else {
      return false
    }
    if units[verb].verb.isAuxiliary, has(units[verb].head, .be), !units[verb].verb.isNegated {
      return verb + 1 < units.count
        && (units[verb + 1].kind == .time || verb + 2 < units.count && units[verb + 2].kind == .time)
        // "Has been in place since 1996".
        || verb + 4 < units.count && units[verb + 4].kind == .time
          && reads(units[verb + 2].head, "place", "force", "effect")
    }
    return cue(ofVerb: verb, clauses) == .actual && !units[verb].verb.isPassive
  }

  /// Whether an infinitive belongs to the subject of a verb behind it: "an attempt to launch a rocket failed".
  func isInSubject(_ unit: Int, before verb: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    return units[unit].kind == .verb && units[unit].verb.isInfinitive && unit > 0
      && units[unit - 1].kind == .nounPhrase && !isReduced(verb, clauses)
      && !units[..<unit].contains { $0.isFiniteForm }
      && !units[(unit + 1)..<verb].contains { $0.kind == .verb || $0.kind == .relative }
  }

  /// Whether a trigger stands in a relative clause that a comma opened.
  func isInRelativeParenthesis(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard let relative = units[..<unit].lastIndex(where: { $0.kind == .relative || $0.kind == .comma }),
      units[relative].kind == .relative
    else { return false }
    return relative > 0 && units[relative - 1].kind == .comma
  }

  /// "Seized the ship on July 10 and later charged its captain": the second of two verbs is of another day.
  func isLater(_ unit: Int, _ clauses: Clauses) -> Bool {
    guard unit > 0, clauses.units[unit].kind == .verb, clauses.units[unit - 1].kind == .conjunction else {
      return false
    }
    return (clauses.units[unit - 1].last..<clauses.units[unit].last).contains {
      reads($0, "later", "subsequently", "eventually", "since")
    }
  }

  /// The time that "the day on which" or "the month in which" behind a comma takes up.
  func timeExplained(before relative: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard relative > 3, units[relative - 1].kind == .preposition, units[relative - 2].kind == .nounPhrase,
      isUnit(units[relative - 2].head), units[relative - 3].kind == .comma, units[relative - 4].kind == .time
    else { return nil }
    return Int(timeAt[units[relative - 4].head])
  }

  /// Whether a verb that asks, urges or threatens governs an infinitive.
  func isAskedFor(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard units[unit].kind == .verb, units[unit].verb.isInfinitive,
      let governor = units[..<unit].lastIndex(where: { $0.kind == .verb })
    else { return false }
    // "Will consider on Monday whether to name X": the day of the decision.
    let isAhead = units[governor].verb.modal >= 0 || units[governor].verb.isBeTo
    if isAhead, unit > 0, units[unit - 1].kind == .subordinator { return false }
    return cue(ofVerb: governor, clauses) == .possible
  }

  /// Whether a noun is what somebody is told to break or evade: "in breach of the arms embargo".
  func isBroken(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    return unit > 1 && units[unit - 1].kind == .preposition && word(units[unit - 1].head) == lexicon.words.of
      && units[unit - 2].kind == .nounPhrase && has(units[unit - 2].head, .nounBreach)
  }

  /// "It took the committee until July 28 to list her": the end of the wait is the day of the act.
  func timeAwaited(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 3, units[unit].kind == .verb, units[unit].verb.isInfinitive, units[unit - 1].kind == .time,
      units[unit - 2].kind == .preposition, word(units[unit - 2].head) == lexicon.words.until,
      let verb = units[..<unit].lastIndex(where: { $0.kind == .verb }),
      has(units[verb].head, .lasting) || reads(units[verb].head, "waited", "waiting")
    else { return nil }
    return Int(timeAt[units[unit - 1].head])
  }

  /// The unit before the relative or subordinate clause between commas that a comma closes: its times are not those of
  /// the main clause.
  func parenthesis(closedBy comma: Int, _ clauses: Clauses) -> Int? {
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
        // "The State Department, citing the Act, cut off aid".
        let goesOn = units[at].verb.isGerund && units[comma + 1].kind == .verb
        if units[at].verb.isBare || goesOn, units[at - 1].kind == .comma, at > 1,
          !reads(units[at].head, "announced", "unveiled", "published", "disclosed")
        {
          return at - 2
        }
      case .relative: if hasVerb, units[at - 1].kind == .comma { return at - 2 }
      case .subordinator:
        // ", days before it left office,": with what measures the distance.
        var measure = units[at - 1].kind == .nounPhrase || units[at - 1].kind == .time ? at - 2 : at - 1
        // ", at an hour when most of the town was asleep,".
        if measure > 0, units[measure].kind == .preposition { measure -= 1 }
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
  func reasonGovernor(_ site: TriggerSite, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard
      let verb = units[..<site.unit].indices.last(where: { index in
        units[index].isFiniteForm && units[index].verb.lemma >= 0
          && !has(units[index].head, .naming)
      })
    else { return nil }
    let acts = lexicon.verbs[units[verb].verb.lemma].frames.contains {
      lexicon.frames[$0].kind == .enforcement || lexicon.frames[$0].kind == .designation
    }
    return acts ? verb : nil
  }

  /// The time right before "when", a comma aside, or before "that" where a sentence is split around it: "it was on Friday
  /// that the bank was listed".
  func timeNamed(before link: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = link - 1
    if reads(units[link].head, "that") {
      guard at > 0, units[at].kind == .time else { return nil }
      let verb = units[at - 1].kind == .preposition ? at - 2 : at - 1
      return verb >= 0 && units[verb].kind == .verb && has(units[verb].head, .be)
        && reads(units[verb].first - 1, "it") ? at : nil
    }
    guard reads(units[link].head, "when") else { return nil }
    if at >= 0, units[at].kind == .comma { at -= 1 }
    return at >= 0 && units[at].kind == .time ? at : nil
  }

  /// Whether the day on which somebody tells an event is its own: that of a deed or a plan, not of what may be or is not.
  func isAnnounced(_ event: FoundEvent) -> Bool {
    event.status == .actual || event.status == .planned
  }

  /// Whether a participle right behind a noun tells an act of enforcement: "an indictment unsealed", "a complaint filed".
  func isReducedAct(_ verb: Int, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[verb]
    return verb > 0 && clauses.units[verb - 1].kind == .nounPhrase && unit.last - unit.first == 1
      && unit.verb.lemma >= 0 && unit.verb.forms.contains(.participle)
      && has(clauses.units[verb - 1].head, .nounCharge)
  }

  /// "For exporting parts in violation of the Act": a gerund that tells what an act is for.
  func isReason(_ verb: Int, _ clauses: Clauses) -> Bool {
    verb > 0 && clauses.units[verb].verb.isGerund && clauses.units[verb - 1].kind == .preposition
  }

  /// Whether a verb of saying stands before "that", with at most a time between.
  func announcer(before link: Int, _ clauses: Clauses) -> Bool {
    guard word(clauses.units[link].head) == lexicon.words.that else { return false }
    var at = link - 1
    while at >= 0, clauses.units[at].kind == .time || clauses.units[at].kind == .preposition { at -= 1 }
    // "Told reporters on Tuesday that …".
    if at > 0, clauses.units[at].kind == .nounPhrase, reads(clauses.units[at - 1].head, "told", "informed") {
      at -= 1
    }
    return at >= 0 && clauses.units[at].kind == .verb && has(clauses.units[at].head, .reporting)
  }

  /// The day that owns the announcement before "that".
  func timeOfAnnouncement(before link: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard link > 1, word(units[link].head) == lexicon.words.that, units[link - 1].kind == .nounPhrase,
      reads(units[link - 1].head, "announcement", "statement", "decision", "declaration", "pledge"),
      units[link - 2].kind == .time, word(units[link - 2].last) == Mark.possessive
    else { return nil }
    return Int(timeAt[units[link - 2].head])
  }

  /// The day on which somebody is said behind a trigger to have told it: ", officials said Friday".
  func timeOfTelling(behind unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    for verb in (unit + 1)..<max(unit + 1, units.count) where units[verb].kind == .verb {
      guard has(units[verb].head, .reporting), units[verb].verb.forms.contains(.past), verb + 1 < units.count,
        units[verb - 1].kind == .nounPhrase,
        let comma = units[..<verb].lastIndex(where: { $0.kind == .comma }), comma > unit, verb - comma <= 5,
        !units[comma..<verb].contains(where: {
          $0.kind == .relative || $0.kind == .verb || $0.kind == .conjunction
        })
      else { continue }
      let time = units[verb + 1].kind == .preposition ? verb + 2 : verb + 1
      guard time < units.count, units[time].kind == .time,
        time + 1 >= units.count || units[time + 1].kind == .comma || units[time + 1].kind == .mark
      else { continue }
      return Int(timeAt[units[time].head])
    }
    return nil
  }

  /// The day on which somebody said that something had been done: "prosecutors said on Tuesday that X had pleaded guilty".
  func timeOfReport(before unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard reads(units[unit].first, "had"), let subject = listEnding(before: unit, clauses).first else {
      return nil
    }
    var at = clauses.unit(at: subject.first) - 1
    if at > 0, units[at].kind == .subordinator, word(units[at].head) == lexicon.words.that { at -= 1 }
    var time: Int?
    while at >= 0, units[at].kind == .time || units[at].kind == .preposition {
      if units[at].kind == .time { time = Int(timeAt[units[at].head]) }
      at -= 1
    }
    guard at >= 0, units[at].kind == .verb, has(units[at].head, .reporting),
      units[at].verb.forms.contains(.past)
    else { return nil }
    // "The ministry on Tuesday said that …".
    if time == nil, at > 0, units[at - 1].kind == .time { time = Int(timeAt[units[at - 1].head]) }
    return time.flatMap { $0 >= 0 && times[$0].value?.day != nil ? $0 : nil }
  }

  /// The time that a noun phrase holds itself: "the North's launch of a rocket on Sunday".
  func timeInPhrase(behind unit: Int, _ clauses: Clauses) -> Int? {
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
    return next.isFiniteForm
  }

  func opensVerb(_ unit: Int, _ clauses: Clauses) -> Bool {
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
  func isLeading(_ unit: Int, _ clauses: Clauses) -> Bool {
    clauses.units[..<unit].allSatisfy { $0.kind == .preposition || $0.kind == .conjunction }
  }
}
