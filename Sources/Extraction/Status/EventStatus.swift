import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells whether an event is told as done, coming, conceivable or not done.
  func status(of site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    var reasons: [(token: Int, note: String)] = []
    let status =
      site.isAttribute
      ? .actual
      : isSaidOfNobody(site, clauses, &reasons)
        ? .negated
        : site.kind == .verb
          ? statusOfVerb(membership(site.unit, clauses) ?? site.unit, clauses, &reasons, depth: 0)
          : statusOfNoun(site, clauses, &reasons)
    event.status = status
    if let none = noObject(of: site) {
      event.status = .negated
      reasons.append((none, "'no'"))
    }
    if let decider = decider(of: site, clauses) {
      event.status = .actual
      for filler in decider.subject {
        if let body = entity(at: filler.head), entities[body].kind == .organization {
          add(.authority, body, filler.head, &event, "who decided it")
        }
      }
      for filler in decider.instruments { giveInstruments([filler], &event, "where it was decided") }
      return
    }
    if event.kind == .enforcement, status == .possible, isOrdered(site, clauses) { event.status = .actual }
    // "Announced that X would pay $2 million": a settlement is told as done.
    if event.kind == .enforcement, status == .planned, reads(site.tokens.lowerBound, "pay", "settle"),
      isSettled(site, clauses)
    {
      event.status = .actual
    }
    // "Its attempt to launch a satellite ended in a fireball": a failed launch is one.
    if event.kind == .weaponsTest, status == .possible, reasons.count == 1,
      reads(reasons[0].token, "attempt", "attempts", "attempted")
    {
      event.status = .actual
    }
    if event.kind == .enforcement, status == .possible, let told = suedFor(site, clauses) {
      event.status = told
    }
    if event.kind == .violation, status == .actual, let accuser = accuser(of: site, clauses) {
      event.status = .possible
      reasons.append((accuser, why("'\(text(of: accuser))'")))
    }
    // "Vetoed the resolution": the act itself is that the instrument is not adopted.
    // "Was acquitted": no conviction.
    if event.kind == .adoption
      || event.kind == .enforcement && reads(site.tokens.lowerBound, "acquit", "acquitted"),
      site.kind == .verb, refuses(site, clauses)
    {
      event.status = apply(.negated, governor: status)
      reasons.append((site.tokens.lowerBound, why("'\(text(of: site.tokens.lowerBound))'")))
    }
    // "Did not list it until July 3": on that day it did.
    if event.status == .negated || event.status == .possible, let time = endOfWait(site, clauses) {
      event.status = .actual
      reasons = [(times[time].first, "'not until': done then")]
    }
    for reason in reasons.prefix(3) {
      event.evidence.append(
        FoundEvidence(part: .status, tokens: reason.token..<(reason.token + 1), note: reason.note))
    }
    if status == .actual, reasons.isEmpty {
      event.evidence.append(
        FoundEvidence(part: .status, tokens: nil, note: "told without a cue to the contrary"))
    }
  }

  typealias Reasons = [(token: Int, note: String)]

  func statusOfVerb(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status {
    guard depth < 6 else { return .actual }
    let units = clauses.units
    let group = units[unit].verb
    // "What the department hasn't done is block X".
    if let done = verbOfDoing(before: unit, clauses) {
      return statusOfVerb(done, clauses, &reasons, depth: depth + 1)
    }
    if let first = sharedAuxiliaries(of: unit, clauses) {
      let shared = statusOfVerb(first, clauses, &reasons, depth: depth + 1)
      // "Has been questioned but not arrested".
      return group.isNegated ? combine(.negated, shared) : shared
    }
    let own = statusOfGroup(unit, clauses, &reasons)
    if group.isInfinitive, !group.isBeTo {
      return combine(statusFromGovernor(of: unit, clauses, &reasons, depth: depth), own)
    }
    if group.isGerund { return combine(statusOfGerund(unit, clauses, &reasons, depth: depth), own) }
    if let having = verbOfHaving(before: unit, clauses) {
      // "Would have the President block X": of the present.
      if units[having].verb.modal >= 0, units[having].last - units[having].first == 2 {
        reasons.append((units[having].first, why("'\(text(of: units[having].first)) have'")))
        return combine(.possible, own)
      }
      return combine(statusOfVerb(having, clauses, &reasons, depth: depth + 1), own)
    }
    if isImperative(unit, clauses) {
      reasons.append((units[unit].head, "imperative"))
      return combine(.possible, own)
    }
    if isReduced(unit, clauses) {
      // "If convicted, she faces …".
      guard unit == 1, units[0].kind == .subordinator, word(units[0].head) == lexicon.words.if else {
        guard let causer = causer(of: unit, clauses) else { return own }
        switch lexicon.verbs[units[causer].verb.lemma].lemma {
        case "order": return combine(statusOfVerb(causer, clauses, &reasons, depth: depth + 1), own)
        case "want", "demand", "seek", "like": return combine(.possible, own)
        default: return own
        }
      }
      reasons.append((units[0].head, "'if'"))
      return combine(.possible, own)
    }
    if let main = verbJoinedOverClause(unit, clauses) {
      return combine(statusOfClause(main, clauses, &reasons, depth: depth + 1), own)
    }
    return combine(statusOfClause(unit, clauses, &reasons, depth: depth), own)
  }

  /// "Would have the Council designate X": the verb of having whose object does what a base form tells.
  private func verbOfHaving(before unit: Int, _ clauses: Clauses) -> Int? {
    guard clauses.units[unit].verb.forms.contains(.base), !clauses.units[unit].verb.forms.contains(.past),
      clauses.units[unit].last - clauses.units[unit].first == 1,
      let doer = listEnding(before: unit, clauses).first, case let having = clauses.unit(at: doer.first) - 1,
      having >= 0, clauses.units[having].kind == .verb, has(clauses.units[having].last - 1, .have)
    else { return nil }
    return having
  }

  /// "Freeze the assets and buy ambulances": a base form that opens its clause asks for what it tells.
  private func isImperative(_ unit: Int, _ clauses: Clauses) -> Bool {
    let group = clauses.units[unit].verb
    guard group.forms == [.base], !group.isAuxiliary, group.modal < 0, !group.isInfinitive, !group.hasHave,
      clauses.units[unit].last - clauses.units[unit].first == 1
    else { return false }
    let before = clauses.units[unit].first - 1
    return unit == 0 || word(before) == Mark.semicolon || word(before) == Mark.colon
      || word(before) == Mark.quote
  }

  /// "Wanted X taken off the list", "ordered X removed": the known verb whose object stands before a participle.
  private func causer(of participle: Int, _ clauses: Clauses) -> Int? {
    guard let first = listEnding(before: participle, clauses).first,
      case let governor = clauses.unit(at: first.first) - 1, governor >= 0,
      case let unit = clauses.units[governor], unit.kind == .verb, unit.verb.lemma >= 0
    else { return nil }
    return governor
  }

  func phrase(_ first: Int, _ last: Int) -> String {
    text(Int(tokens[first].start), Int(tokens[last - 1].end))
  }
}
