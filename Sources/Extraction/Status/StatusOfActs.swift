import Knowledge
import Model
import TextMatching

/// What makes an act done or undone whatever its verb tells: who decided it, what a court was asked, how long it took.
extension PostReader {
  /// The "no" before the object of an active verb: "imposed no embargo", but not "imposed no fewer than nine".
  func noObject(of site: TriggerSite) -> Int? {
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
  func decider(of site: TriggerSite, _ clauses: Clauses) -> (
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
  func isOrdered(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    // "The judge ordered the forfeiture of the ship".
    let isNoun = site.kind == .noun && site.unit > 0 && units[site.unit - 1].kind == .verb
    guard isNoun || site.kind == .verb && units[site.unit].verb.isInfinitive,
      let governor = units[..<site.unit].lastIndex(where: { $0.kind == .verb }),
      has(units[governor].head, .ordering)
    else { return false }
    var reasons: Reasons = []
    return statusOfVerb(governor, clauses, &reasons, depth: 1) == .actual
  }

  /// "Sued to forfeit $2 million", "plans to seek forfeiture of the ship": the suit is the act of enforcement, and is
  /// told as done or coming.
  func suedFor(_ site: TriggerSite, _ clauses: Clauses) -> Status? {
    let units = clauses.units
    guard reads(site.tokens.lowerBound, "forfeit", "forfeiture", "confiscate", "confiscation"),
      site.kind == .noun || units[site.unit].verb.isInfinitive,
      let governor = units[..<site.unit].lastIndex(where: { $0.kind == .verb }),
      has(units[governor].head, .suing)
    else { return nil }
    var reasons: Reasons = []
    return statusOfVerb(governor, clauses, &reasons, depth: 1)
  }

  /// Whether a body announces what somebody is to pay.
  func isSettled(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard
      let link = units[..<site.unit].lastIndex(where: { $0.kind == .subordinator || $0.kind == .relative }),
      link > 0,
      word(units[link].head) == lexicon.words.that, units[link - 1].kind == .verb,
      reads(units[link - 1].head, "announced", "announces")
    else { return false }
    return subject(of: link - 1, clauses).contains { entity(at: $0.head).map(designates) ?? false }
  }

  /// The time behind "until" up to which something was not done: "did not list it until July 3", "not until July 3 did it …".
  func endOfWait(_ site: TriggerSite, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard site.kind == .verb, !site.isAttribute,
      units[site.unit].verb.modal < 0 || reads(units[site.unit].verb.modal, "would")
    else { return nil }
    let isFirst =
      reads(clauses.range.lowerBound, "not") && word(clauses.range.lowerBound + 1) == lexicon.words.until
    var at = isFirst ? 0 : site.unit + 1
    guard isFirst || units[site.unit].verb.isNegated else { return nil }
    while at + 1 < units.count, isFirst ? at < site.unit : units[at].kind != .verb && units[at].kind != .mark
    {
      if word(units[at].head) == lexicon.words.until, units[at + 1].kind == .time,
        let value = times[Int(timeAt[units[at + 1].head])].value, let last = published?.last,
        value.last ?? last <= last
      {
        return Int(timeAt[units[at + 1].head])
      }
      at += 1
    }
    return nil
  }

  /// "Prosecutors say the bank moved millions, in violation of the Act": who accuses proves nothing.
  func accuser(of site: TriggerSite, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    // "Prosecutors said X had pleaded guilty to violating it": he says so himself.
    if units[..<site.unit].contains(where: {
      $0.kind == .verb && reads($0.head, "pleaded", "pled", "admitted")
    }) {
      return nil
    }
    for verb in 0..<site.unit where units[verb].kind == .verb && has(units[verb].head, .reporting) {
      if let source = subject(of: verb, clauses).last, entity(at: source.head) == nil,
        has(source.head, .accuser)
      {
        return source.head
      }
    }
    return nil
  }

  /// Whether a trigger is itself a verb of refusing.
  func refuses(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[site.unit]
    return unit.verb.lemma >= 0
      && lexicon.verbs[unit.verb.lemma].cues.contains { $0.status == .negated && follows($0.rest, unit.head) }
  }

  /// "Nobody designated her", "no bank was fined", "neither has been arrested".
  func isSaidOfNobody(_ site: TriggerSite, _ clauses: Clauses, _ reasons: inout Reasons) -> Bool {
    guard site.kind == .verb else { return false }
    // "Two banks, neither of which Washington has ever sanctioned".
    if !site.slots.isPassive,
      let relative = clauses.units[..<site.unit].lastIndex(where: { $0.kind == .relative || $0.kind == .verb }
      ),
      clauses.units[relative].kind == .relative, case let pronoun = clauses.units[relative].head,
      word(pronoun - 1) == lexicon.words.of, has(pronoun - 2, .noneWord)
    {
      reasons.append((pronoun - 2, "said of nobody"))
      return true
    }
    let subject = site.slots.isPassive ? site.slots.object : site.slots.subject
    guard let first = subject.first, first.first < site.tokens.lowerBound else { return false }
    let unit = clauses.units[site.unit].first
    let isNone =
      // "Ships, none of which has been designated".
      has(unit - 1, .relative) && word(unit - 2) == lexicon.words.of && has(unit - 3, .noneWord)
      || has(first.head, .noneWord) || has(first.first, .noneWord) || word(first.first) == lexicon.words.no
      // "Not one bank has been fined", "not a single bank".
      || reads(first.first, "one", "a") && word(first.first - 1) == lexicon.words.not
      // "Neither Rohan nor Gondor has designated her".
      || first.first > 0 && has(first.first - 1, .noneWord)
    if isNone { reasons.append((first.first, "said of nobody")) }
    return isNone
  }
}
