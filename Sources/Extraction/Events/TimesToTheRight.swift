import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The comma behind a participle that describes a noun, where a time of the main verb follows.
  private func commaBehindReduced(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard units[unit].verb.isBare, unit > 0, unit + 1 < units.count,
      units[unit - 1].kind == .nounPhrase || units[unit - 1].kind == .comma,
      units[unit + 1].kind == .preposition,
      let comma = units[unit...].firstIndex(where: { $0.kind == .comma }),
      leadsToTime(comma, clauses),
      units[(unit + 1)..<comma].allSatisfy({
        $0.kind == .nounPhrase || $0.kind == .preposition || $0.kind == .verb && $0.verb.isBare
      })
    else { return nil }
    return comma
  }

  /// "Blacklisted X, its second action against a lender this year": whether a year or month only says among how many.
  private func isCounting(_ time: Int, behind unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard times[Int(timeAt[units[time].head])].value?.day == nil,
      let comma = units[unit..<time].lastIndex(where: { $0.kind == .comma }), comma + 1 < time,
      units[comma + 1].kind == .nounPhrase, entity(at: units[comma + 1].head) == nil,
      !units[comma..<time].contains(where: { $0.kind == .verb })
    else { return false }
    let first = units[comma + 1].first
    return (has(first, .possessivePronoun) || has(first, .article))
      && (has(first + 1, .ordinal) || reads(first + 1, "latest"))
  }

  /// ", in Umbar on April 4": whether phrases with prepositions lead from a comma to a time.
  private func leadsToTime(_ comma: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    var at = comma + 1
    while at + 1 < units.count, at < comma + 6, units[at].kind == .preposition {
      if units[at + 1].kind == .time { return true }
      guard units[at + 1].kind == .nounPhrase else { return false }
      at += 2
    }
    return false
  }

  /// Looks for the time of a trigger to its right: up to the next verb that is not part of the clause.
  func lookRight(
    of site: TriggerSite, _ clauses: Clauses, _ event: FoundEvent, _ best: inout NearestTime?
  ) {
    let units = clauses.units
    let unit = site.unit
    var at = unit + 1
    var depth = 0
    var isInReason = false
    var isAwaited = false
    while at < units.count {
      // "Launched what it calls a satellite on Sunday".
      if let noun = freeRelative(at, clauses) { at = noun }
      switch units[at].kind {
      // "Is imposing sanctions on X for accepting cargoes in the first quarter": a month of the reason is not of the act.
      case .time where isInReason && times[Int(timeAt[units[at].head])].value?.day == nil: break
      case .time where isCounting(at, behind: unit, clauses): break
      case .time: consider(at, at - unit + depth, site, clauses, event, &best)
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
          reads(
            units[at].head, "announced", "made", "issued", "imposed", "unveiled", "published", "disclosed")
        {
          // "The designation, announced on Monday, freezes".
          depth += 4
        } else if site.kind == .noun, tellsWhen(at, of: unit, clauses) {
          // "The last test was on September 3".
          depth += 2
        } else if event.kind == .violation, site.kind == .noun, unit == 1, units[0].kind == .preposition {
          // "In breach of the resolution, China bought coal in December".
          depth += 4
        } else if isInSubject(unit, before: at, clauses), event.kind != .violation || event.status == .actual
        {
          // "An attempt to launch a satellite ended in failure on Thursday".
          depth += 10
        } else if let comma = commaBehindReduced(at, clauses) {
          // "Seized X, a ship chartered by Y, on November 24".
          depth += 6
          at = comma
        } else {
          return
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
        else { return }
        depth += 4
        at = close - 1
      case .subordinator:
        // "Will list it when its ministers meet on June 21", "seized the ship when it called at Umbar on June 24".
        guard site.kind == .verb || event.kind == .violation,
          reads(units[at].head, "when") || event.status != .actual && reads(units[at].head, "once")
        else { return }
        isAwaited = true
        depth += 6
      case .comma:
        // "Who was listed by the EU as well, together with X, on February 4".
        let goesOn = at + 2 < units.count && units[at + 1].kind == .preposition
        if isInRelativeParenthesis(unit, clauses), !goesOn {
          // "Which designated an exchange, Garnet OTC, in April 2022": behind the name.
          guard let named = list(at: at + 1, clauses), named.next + 2 < units.count,
            units[named.next].kind == .comma, units[named.next + 1].kind == .preposition,
            units[named.next + 2].kind == .time
          else { return }
          depth += 4
          at = named.next
        }
      case .mark: if word(units[at].head) != Mark.dash { return } else { depth += 10 }
      case .conjunction:
        if opensVerb(at + 1, clauses) || opensClause(at + 1, clauses) { return }
        // "Britain sanctioned X, and on July 3 Japan blacklisted Y": the time opens the next clause.
        if at + 3 < units.count, units[at + 1].kind == .preposition, units[at + 2].kind == .time,
          opensClause(at + 3, clauses)
        {
          return
        }
        // "Passed the resolution, and yesterday, before … , Treasury did": the time opens the next clause.
        if at + 2 < units.count, units[at + 1].kind == .time,
          units[at + 2].kind == .comma || opensClause(at + 2, clauses)
        {
          return
        }
      // What stands behind "after" dates what it is after.
      case .preposition:
        // "Were designated for carrying coal by the committee in October".
        if word(units[at].head) == lexicon.words.by { isInReason = false }
        let isEnd = event.status != .actual && opensBound(at, clauses)
        if anchors(units[at].head), at + 1 < units.count, units[at + 1].kind != .time, !isEnd { return }
      default: break
      }
      at += 1
    }
  }
}
