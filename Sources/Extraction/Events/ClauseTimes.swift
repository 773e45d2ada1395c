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
      // "North Korea's February 12th nuclear test".
      if unit > 1, units[unit - 1].kind == .time, units[unit - 2].kind == .nounPhrase,
        units[unit - 2].isPossessor
      {
        return Int(timeAt[units[unit - 1].head])
      }
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
    var best: NearestTime?
    // What is only told to place another event ("a month after the test") does not share its time.
    if site.kind == .noun, isAnchor(unit, clauses) { return timeInPhrase(behind: unit, clauses) }
    // "Sanctioned X on Monday over the missile test": the reason was before.
    if event.kind == .weaponsTest, site.kind == .noun, isReasonGiven(unit, clauses) {
      return timeInPhrase(behind: unit, clauses)
    }
    lookRight(of: site, clauses, event, &best)
    // What a bill is to do is not of the day of the vote.
    if unit > 0, units[unit].kind == .verb, units[unit].verb.isInfinitive,
      units[unit - 1].kind == .nounPhrase,
      isBill(units[unit - 1].head)
    {
      return best?.time
    }
    // "In November the firm placed workers in Harad, in violation of UNSCR 2397": the time of what the verb tells.
    if event.kind == .violation, site.kind == .noun, unit > 1, word(units[unit - 1].head) == lexicon.words.in,
      let told = timeOfGovernor(before: unit - 1, clauses)
    {
      return best?.time ?? told
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
    return timeToTheLeft(of: site, clauses, event, &best)
  }

  /// The nearest time before a phrase, with one finite verb between at most and nothing that opens another clause.
  private func timeOfGovernor(before unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    var verbs = 0
    var at = unit - 1
    while at >= 0, verbs < 2 {
      switch units[at].kind {
      case .verb where units[at].verb.isGerund:
        if at > 0, units[at - 1].kind == .preposition, reads(units[at - 1].head, "of", "for", "to", "with") {
          return nil
        }
      // "Pleaded guilty on Tuesday to shipping parts in violation of it": the day of the plea.
      case .verb where punishes(units[at]): return nil
      case .verb: verbs += 1
      case .comma:
        if let opening = openingComma(before: at, clauses), units[opening + 1].kind == .relative {
          at = opening
        }
      case .relative, .subordinator, .mark, .conjunction: return nil
      case .time where word(units[at].last) != Mark.possessive && !isBound(at, clauses):
        return Int(timeAt[units[at].head])
      default: break
      }
      at -= 1
    }
    return nil
  }

  private func punishes(_ unit: Unit) -> Bool {
    let lemma = unit.verb.lemma
    return reads(unit.head, "plead", "pleads", "pleaded", "pled")
      || lemma >= 0 && lexicon.verbs[lemma].frames.contains { lexicon.frames[$0].kind == .enforcement }
  }

  /// Whether a noun stands behind "over", "for" or "about" behind a time.
  private func isReasonGiven(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    let first = clauses.firstWithOwners(of: unit)
    return first > 1 && units[first - 1].kind == .preposition && units[first - 2].kind == .time
      && reads(units[first - 1].head, "over", "for", "about")
  }

  /// Takes a time as that of a trigger where it can be and is nearer than the one found so far.
  func consider(
    _ at: Int, _ cost: Int, _ site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent,
    _ best: inout NearestTime?
  ) {
    let units = clauses.units
    let unit = site.unit
    let time = Int(timeAt[units[at].head])
    guard time >= 0, !isBound(at, clauses), !isOfAnchor(at, unit, clauses), !isOfMaking(time),
      !isOfOtherAct(at, unit, clauses), event.kind == .adoption || !isOfInstrument(at, clauses),
      word(units[at].last) != Mark.possessive || isOfAct(at, unit, clauses)
    else { return }
    // "After the landing on 23 May, the Council closed its airspace, on 4 June": a day of its own comes first.
    let cost = isBehindAnchor(at, unit, clauses) ? cost + 40 : cost
    if best.map({ cost < $0.cost }) ?? true { best = NearestTime(cost: cost, time: time) }
  }
}

/// A time with what it costs to take it for that of a trigger: the units between, and more where it belongs less.
struct NearestTime {
  var cost: Int
  var time: Int
}
