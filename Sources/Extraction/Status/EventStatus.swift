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
    if event.kind == .enforcement, status == .planned, reads(site.tokens.lowerBound, "pay", "settle"), isSettled(site, clauses) {
      event.status = .actual
    }
    if event.kind == .enforcement, status == .possible, let told = suedFor(site, clauses) { event.status = told }
    // "Vetoed the resolution": the act itself is that the instrument is not adopted.
    if event.kind == .adoption, site.kind == .verb, refuses(site, clauses) {
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

  /// The "no" before the object of an active verb: "imposed no embargo", but not "imposed no fewer than nine".
  private func noObject(of site: TriggerSite) -> Int? {
    guard site.kind == .verb, !site.slots.isPassive, let object = site.slots.object.first,
      object.first > site.tokens.lowerBound
    else { return nil }
    // "Adopted nothing".
    if has(object.head, .noneWord), object.of.isEmpty { return object.head }
    guard word(object.first) == lexicon.words.no,
      !reads(object.first + 1, "fewer", "less", "more", "longer", "small", "mere", "other")
    else { return nil }
    return object.first
  }

  /// Who decided, and in what, that all states shall do something: the act is that of the body.
  ///
  /// "In resolution 2375, the Council decided that all Member States shall prohibit the sale of gas".
  private func decider(of site: TriggerSite, _ clauses: Clauses) -> (
    subject: [Filler], instruments: [Filler]
  )? {
    let units = clauses.units
    guard site.kind == .verb, !site.isAttribute, units[site.unit].verb.modal >= 0,
      reads(units[site.unit].verb.modal, "shall"), !units[site.unit].verb.isNegated,
      let that = units[..<site.unit].lastIndex(where: { $0.kind == .subordinator }), that > 0,
      word(units[that].head) == lexicon.words.that, units[that - 1].kind == .verb,
      has(units[that - 1].head, .deciding)
    else { return nil }
    var slots = Slots()
    fillLeft(of: that - 1, &slots, clauses)
    return (subject(of: that - 1, clauses), slots.prepositions.flatMap(\.fillers))
  }

  /// "Ordered her to forfeit", "was ordered to pay a fine": what a court orders is done by that.
  private func isOrdered(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard site.kind == .verb, units[site.unit].verb.isInfinitive,
      let governor = units[..<site.unit].lastIndex(where: { $0.kind == .verb }),
      has(units[governor].head, .ordering)
    else { return false }
    var reasons: Reasons = []
    return statusOfVerb(governor, clauses, &reasons, depth: 1) == .actual
  }

  /// "Sued to forfeit $2 million", "plans to seek forfeiture of the ship": the suit is the act of enforcement, and is
  /// told as done or coming.
  private func suedFor(_ site: TriggerSite, _ clauses: Clauses) -> Status? {
    let units = clauses.units
    guard reads(site.tokens.lowerBound, "forfeit", "forfeiture", "confiscate", "confiscation"),
      site.kind == .noun || units[site.unit].verb.isInfinitive,
      let governor = units[..<site.unit].lastIndex(where: { $0.kind == .verb }), has(units[governor].head, .suing)
    else { return nil }
    var reasons: Reasons = []
    return statusOfVerb(governor, clauses, &reasons, depth: 1)
  }

  /// The time behind "until" up to which something was not done: "did not list it until July 3", "not until July 3 did it …".
  func endOfWait(_ site: TriggerSite, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard site.kind == .verb, !site.isAttribute, units[site.unit].verb.modal < 0 || reads(units[site.unit].verb.modal, "would")
    else { return nil }
    let isFirst =
      reads(clauses.range.lowerBound, "not") && word(clauses.range.lowerBound + 1) == lexicon.words.until
    var at = isFirst ? 0 : site.unit + 1
    guard isFirst || units[site.unit].verb.isNegated else { return nil }
    while at + 1 < units.count, isFirst ? at < site.unit : units[at].kind != .verb && units[at].kind != .mark {
      if word(units[at].head) == lexicon.words.until, units[at + 1].kind == .time,
        let value = times[Int(timeAt[units[at + 1].head])].value, let last = published?.last, value.last ?? last <= last
      {
        return Int(timeAt[units[at + 1].head])
      }
      at += 1
    }
    return nil
  }

  /// Whether a body announces what somebody is to pay.
  private func isSettled(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard
      let link = units[..<site.unit].lastIndex(where: { $0.kind == .subordinator || $0.kind == .relative }), link > 0,
      word(units[link].head) == lexicon.words.that, units[link - 1].kind == .verb,
      reads(units[link - 1].head, "announced", "announces")
    else { return false }
    return subject(of: link - 1, clauses).contains { entity(at: $0.head).map(designates) ?? false }
  }

  /// Whether a trigger is itself a verb of refusing.
  func refuses(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[site.unit]
    return unit.verb.lemma >= 0
      && lexicon.verbs[unit.verb.lemma].cues.contains { $0.status == .negated && follows($0.rest, unit.head) }
  }

  typealias Reasons = [(token: Int, note: String)]

  func statusOfVerb(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons, depth: Int) -> Status {
    guard depth < 6 else { return .actual }
    let units = clauses.units
    let group = units[unit].verb
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
    return combine(statusOfClause(unit, clauses, &reasons, depth: depth), own)
  }

  /// "Freeze the assets and buy ambulances": a base form that opens its clause asks for what it tells.
  private func isImperative(_ unit: Int, _ clauses: Clauses) -> Bool {
    let group = clauses.units[unit].verb
    guard group.forms == [.base], !group.isAuxiliary, group.modal < 0, !group.isInfinitive, !group.hasHave,
      clauses.units[unit].last - clauses.units[unit].first == 1
    else { return false }
    let before = clauses.units[unit].first - 1
    return unit == 0 || word(before) == Mark.semicolon || word(before) == Mark.quote
  }

  /// "Wanted X taken off the list", "ordered X removed": the known verb whose object stands before a participle.
  private func causer(of participle: Int, _ clauses: Clauses) -> Int? {
    guard let first = listEnding(before: participle, clauses).first,
      case let governor = clauses.unit(at: first.first) - 1, governor >= 0,
      case let unit = clauses.units[governor], unit.kind == .verb, unit.verb.lemma >= 0
    else { return nil }
    return governor
  }

  /// Whether a verb of saying in the past governs a clause, so that its "would" is the future of then.
  private func isAnnounced(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    var at = unit - 1
    while at >= 0 {
      switch units[at].kind {
      case .verb:
        let group = units[at].verb
        return has(units[at].head, .reporting) && group.forms.contains(.past) && group.modal < 0
          && !units[unit...].contains { $0.kind == .subordinator && word($0.head) == lexicon.words.if }
      case .relative, .mark: return false
      case .subordinator where word(units[at].head) != lexicon.words.that: return false
      default: at -= 1
      }
    }
    return false
  }

  /// "Nobody designated her", "no bank was fined", "neither has been arrested".
  private func isSaidOfNobody(_ site: TriggerSite, _ clauses: Clauses, _ reasons: inout Reasons) -> Bool {
    guard site.kind == .verb else { return false }
    let subject = site.slots.isPassive ? site.slots.object : site.slots.subject
    guard let first = subject.first, first.first < site.tokens.lowerBound else { return false }
    let unit = clauses.units[site.unit].first
    let isNone =
      // "Ships, none of which has been designated".
      has(unit - 1, .relative) && word(unit - 2) == lexicon.words.of && has(unit - 3, .noneWord)
      || has(first.head, .noneWord) || has(first.first, .noneWord) || word(first.first) == lexicon.words.no
      // "Neither Rohan nor Gondor has designated her".
      || first.first > 0 && has(first.first - 1, .noneWord)
    if isNone { reasons.append((first.first, "said of nobody")) }
    return isNone
  }

  /// The verb before "and" or "or" whose auxiliaries a verb without its own shares.
  ///
  /// "would have lowered the cap and imposed a freeze", "will bar ships and freeze accounts".
  func sharedAuxiliaries(of unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    let group = units[unit].verb
    // "Must pass the House and be signed".
    let isBare = !group.isPassive || reads(units[unit].first, "be")
    guard unit > 0, units[unit - 1].kind == .conjunction, group.modal < 0, !group.hasHave, isBare,
      !group.isInfinitive, !group.isGerund, !group.isAuxiliary
    else { return nil }
    var found: Int?
    for index in (0..<unit).reversed() {
      // A verb behind a relative pronoun belongs to the clause of that pronoun.
      if units[index].kind == .relative { found = nil }
      if units[index].kind == .verb, !units[index].verb.isGerund, found == nil { found = index }
    }
    guard let first = found, !units[first..<unit].contains(where: { $0.kind == .subordinator }) else {
      return nil
    }
    let governor = units[first].verb
    if governor.hasHave || governor.isPassive { return group.forms.contains(.participle) ? first : nil }
    let takesBase = governor.modal >= 0 || governor.isNegated
    if group.isPassive { return takesBase ? first : nil }
    return takesBase && group.forms.contains(.base) && !group.forms.contains(.past) ? first : nil
  }

  /// What the auxiliaries and adverbs of the group itself tell.
  func statusOfGroup(_ unit: Int, _ clauses: Clauses, _ reasons: inout Reasons) -> Status {
    let group = clauses.units[unit].verb
    var status = Status.actual
    if group.modal >= 0 {
      let name = text(of: group.modal).lowercased()
      // "If the suspicions are borne out, the ship would have broken it".
      let isOpen = name == "would" && isOpenCondition(before: clauses.units[unit].first, clauses)
      if group.hasHave, !isOpen, ["would", "should", "could"].contains(name) {
        reasons.append((group.modal, why("'\(name) have': it did not happen")))
        return .negated
      }
      let isPlan =
        ["will", "shall", "ll", "wo"].contains(name) || name.hasSuffix("'ll") || name.hasSuffix("’ll")
        || name.hasPrefix("won")
      status = isPlan || name == "would" && isAnnounced(unit, clauses) ? .planned : .possible
      reasons.append((group.modal, why("modal '\(name)'")))
    } else if group.isBeTo {
      status = .planned
      reasons.append((clauses.units[unit].first, "'is to'"))
    }
    if group.isNegated {
      let isWhether = cues(in: clauses.range).contains {
        $0.status == nil && $0.first <= clauses.units[unit].head && $0.last > clauses.units[unit].first
      }
      if !isWhether {
        reasons.append((clauses.units[unit].first, "negation"))
        return .negated
      }
    }
    // Adverbs inside the group or right before the verb: "reportedly", "never", "has yet to".
    let first = clauses.units[unit].first
    let start = max(clauses.range.lowerBound, first - 2)
    for cue in cues(in: clauses.range) where cue.first >= start && cue.last <= clauses.units[unit].head {
      guard let told = cue.status else { continue }
      if cue.first < first,
        mentionAt[cue.last] >= 0
          || clauses.unit(at: cue.last - 1) >= 0
            && clauses.units[clauses.unit(at: cue.last - 1)].kind == .nounPhrase && cue.last < first
      {
        continue
      }
      if has(cue.first, .modal) || has(cue.first, .be) && group.isBeTo { continue }
      if has(cue.first, .preposition) || has(cue.first, .subordinator), cue.last - cue.first == 1 { continue }
      reasons.append((cue.first, why("cue '\(text(of: cue.first))'")))
      status = combine(told, status)
    }
    return status
  }

  /// Whether a clause with "if" in the present tense stands before a place.
  private func isOpenCondition(before index: Int, _ clauses: Clauses) -> Bool {
    guard let link = clauses.units.first(where: { $0.kind == .subordinator && word($0.head) == lexicon.words.if }),
      link.head < index,
      let verb = clauses.units.first(where: { $0.kind == .verb && $0.first > link.head && $0.first < index })
    else { return false }
    return (verb.first..<verb.last).contains { reads($0, "is", "are", "has", "have", "proves", "prove") }
      || verb.verb.forms.contains(.third)
  }

  /// The stronger of two statuses: what is not done is not done, whatever else is told.
  func combine(_ outer: Status, _ inner: Status) -> Status {
    if outer == .negated || inner == .negated { return .negated }
    if outer == .possible || inner == .possible { return .possible }
    if outer == .planned || inner == .planned { return .planned }
    return .actual
  }

  /// What a cue makes of a status: a refusal of what is told is a negation, unless the refusal itself did not happen.
  func apply(_ cue: Status, governor: Status) -> Status {
    switch (cue, governor) {
    case (.actual, _): governor
    case (.negated, .negated): .actual
    case (.negated, .actual): .negated
    case (.negated, .possible), (.negated, .planned): .possible
    case (_, .negated): .negated
    case (.planned, .planned), (.planned, .actual): .planned
    case (.planned, .possible), (.possible, _): .possible
    }
  }

  func phrase(_ first: Int, _ last: Int) -> String {
    text(Int(tokens[first].start), Int(tokens[last - 1].end))
  }
}
