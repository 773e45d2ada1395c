import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Takes out of an act those of a verb that is told once, each of them with a time of its own.
  ///
  /// "OFAC designated A in 2012 and B in 2014", "A was listed by the EU in March and by Japan in May",
  /// "A and B were designated in 2012 and 2014, respectively".
  func gappedActs(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) -> [FoundEvent] {
    guard site.kind == .verb, !site.isAttribute, event.basis == .text, !event.participants.isEmpty,
      let first = firstTime(behind: site.unit, clauses)
    else { return [] }
    var acts: [FoundEvent] = []
    var ownTimes = [first]
    var at = first + 1
    while let joint = behindJoint(at, clauses) {
      if acts.isEmpty, let time = timeUnit(at: joint, clauses) {
        ownTimes.append(time)
        at = time + 1
        continue
      }
      guard ownTimes.count == 1, let next = gapped(at: joint, site, clauses, event) else { break }
      acts.append(next.act)
      at = next.end
    }
    if ownTimes.count > 1 { return actsOfEach(ownTimes, clauses, &event) }
    if acts.isEmpty { return [] }
    // "By the EU in March and by Japan in May": the phrases of the verb go on over the first time.
    let gone = acts.flatMap(\.participants).filter { one in
      event.participants.contains { $0.role == one.role && !acts[0].participants.contains($0) }
        && !site.slots.object.contains { entity(at: $0.head) == one.entity }
    }
    event.participants.removeAll(where: gone.contains)
    return acts
  }

  /// The unit of the first time behind a verb, with nothing but its phrases between.
  private func firstTime(behind verb: Int, _ clauses: Clauses) -> Int? {
    for unit in clauses.units.indices[(verb + 1)...] {
      switch clauses.units[unit].kind {
      case .time: return unit
      case .nounPhrase, .preposition, .open, .close, .comma, .conjunction: break
      default: return nil
      }
    }
    return nil
  }

  /// The unit behind a comma, a semicolon, "and" or ", and" that stands at a unit.
  private func behindJoint(_ start: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var at = start
    while at < units.count, at < start + 2 {
      switch units[at].kind {
      case .comma: break
      case .conjunction: guard isAnd(units[at].head) else { return nil }
      case .mark: guard word(units[at].head) == Mark.semicolon else { return nil }
      default: return at > start ? at : nil
      }
      at += 1
    }
    return at > start && at < units.count ? at : nil
  }

  /// The unit of a time that stands at a unit, behind "in" or "on" or alone.
  private func timeUnit(at unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit < units.count else { return nil }
    if units[unit].kind == .time { return unit }
    guard units[unit].kind == .preposition, unit + 1 < units.count, units[unit + 1].kind == .time,
      reads(units[unit].head, "in", "on")
    else { return nil }
    return unit + 1
  }

  /// The act of parties and their time that begin at a unit: "B in 2014", "by Japan in May".
  private func gapped(at start: Int, _ site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent)
    -> (act: FoundEvent, end: Int)?
  {
    let units = clauses.units
    let isDoer = units[start].kind == .preposition && word(units[start].head) == lexicon.words.by
    guard let parties = list(at: isDoer ? start + 1 : start, clauses),
      let unit = timeUnit(at: parties.next, clauses), !opensVerb(unit + 1, clauses),
      let role = role(of: parties.fillers, isDoer: isDoer, site, event), timeAt[units[unit].head] >= 0
    else { return nil }
    let time = times[Int(timeAt[units[unit].head])]
    var act = event
    act.participants.removeAll { $0.role == role }
    act.evidence.removeAll { $0.part.rawValue == role.rawValue || $0.part == .date }
    for filler in parties.fillers {
      guard let party = entity(at: filler.head) else { continue }
      add(role, party, filler.head, &act, "party of the same verb with a time of its own")
    }
    guard act.has(role), let value = time.value, fits(value, act) else { return nil }
    tell(value, time.first..<time.last, "time beside the party", &act)
    return (act, unit + 1)
  }

  /// What parties with a time of their own are to an act: who acts where they act and a firm is hit, else what is hit.
  private func role(of fillers: [Filler], isDoer: Bool, _ site: TriggerSite, _ event: FoundEvent) -> Role? {
    let parties = fillers.compactMap { entity(at: $0.head) }
    guard !parties.isEmpty else { return nil }
    let hit: Role = event.has(.target) ? .target : .instrument
    let hitsTerritory = event.participants.contains { $0.role == hit && entities[$0.entity].kind.isTerritory }
    let canAct = parties.allSatisfy(designates) && event.has(.authority) && !hitsTerritory
    if isDoer { return canAct ? .authority : nil }
    // "Listed by the EU in March and South Korea in May".
    let goesOnBehindBy = !site.slots.fillers(behind: lexicon.words.by).isEmpty
    if canAct, !site.slots.isPassive || goesOnBehindBy { return .authority }
    return event.has(hit) && !parties.contains(where: designates) ? hit : nil
  }

  /// Parts an act whose parties have each its time, in order: "in 2012 and 2014, respectively".
  private func actsOfEach(_ units: [Int], _ clauses: Clauses, _ event: inout FoundEvent) -> [FoundEvent] {
    let last = clauses.units[units[units.count - 1]].last
    guard (last..<min(last + 2, clauses.range.upperBound)).contains(where: { reads($0, "respectively") }),
      let role = [Role.target, .instrument, .authority].first(where: { role in
        event.participants.count { $0.role == role } == units.count
      })
    else { return [] }
    let parties = event.participants.filter { $0.role == role }
    let whole = event
    let acts = zip(units, parties).map { unit, party in
      var act = whole
      act.participants.removeAll { $0.role == role && $0 != party }
      act.evidence.removeAll { $0.part == .date }
      let time = times[Int(timeAt[clauses.units[unit].head])]
      if let value = time.value { tell(value, time.first..<time.last, "time of each in order", &act) }
      return act
    }
    event = acts[0]
    return Array(acts.dropFirst())
  }
}
