import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Whether a trigger tells no act, but what acts are for, what holds in general, or what the law calls such acts.
  func isGeneralTalk(_ kind: EventKind, _ site: TriggerSite, _ clauses: Clauses) -> Bool {
    switch kind {
    case .restriction:
      isPurpose(site, clauses) || isHabit(site, clauses) || isEffect(site, clauses)
        || isStanding(site, clauses) || isOtherwise(site, clauses)
    case .relief: isPurpose(site, clauses) || isHabit(site, clauses) || isEffect(site, clauses)
    case .violation: isPurpose(site, clauses) || isHabit(site, clauses) || isNotion(site, clauses)
    case .designation: isHabit(site, clauses) || isOfAnyone(site, clauses) || isOver(site, clauses)
    case .weaponsTest: isShelling(site)
    case .adoption: isOfOtherText(site)
    default: false
    }
  }

  /// "Measures aimed at curbing exports", "rules designed to stop transfers": what for, unless a bill is to do it.
  private func isPurpose(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard site.kind == .verb, !site.isAttribute,
      units[site.unit].verb.isInfinitive || units[site.unit].verb.isGerund,
      let governor = units[..<site.unit].lastIndex(where: { $0.kind == .verb && !$0.verb.isGerund }),
      units[governor].verb.isBare, has(units[governor].head, .purpose),
      !units[governor..<site.unit].contains(where: { $0.kind == .relative || $0.kind == .subordinator })
    else { return false }
    return !antecedent(before: governor, clauses).contains { filler in
      has(filler.head, .nounInstrument)
        || namesInstrument(filler.head)
    }
  }

  /// "Resolution 2231, which endorsed the accord": no text adopts another one.
  private func isOfOtherText(_ site: TriggerSite) -> Bool {
    site.kind == .verb && !site.slots.isPassive
      && site.slots.subject.last.map { namesInstrument($0.head) } ?? false
      && site.slots.object.contains { namesInstrument($0.head) }
  }

  /// "The asset freeze no longer applies to X": what has ended tells no act of its own.
  private func isOver(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[site.unit]
    return site.kind == .verb && reads(unit.head, "applies", "apply") && unit.verb.isNegated
      && reads(unit.head - 1, "longer")
  }

  /// "Dealings that would otherwise be prohibited": what a licence lets be done.
  private func isOtherwise(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[site.unit]
    return site.kind == .verb
      && (max(clauses.range.lowerBound, unit.first - 1)..<unit.last).contains { reads($0, "otherwise") }
  }

  /// What holds as a rule, as in "exporters are generally prohibited from dealing with them".
  private func isHabit(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[site.unit]
    return site.kind == .verb
      && (max(clauses.range.lowerBound, unit.first - 1)..<unit.last).contains { has($0, .habitual) }
  }

  /// "Sanctions on Harad work": sanctions on a country that no word tells to be new ones.
  private func isStanding(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .noun, site.bearers.isEmpty, has(site.tokens.upperBound - 1, .nounSanctionsCore),
      ends(site.tokens.upperBound - 1, in: "anctions") || ends(site.tokens.upperBound - 1, in: "anction")
    else { return false }
    let phrase = clauses.units[site.unit]
    // "Tougher sanctions on Harad have friends": nobody does anything about them.
    let isObject = clauses.units[..<site.unit].contains { $0.kind == .verb }
    guard isObject || clauses.units[site.unit...].first(where: { $0.kind == .verb })?.verb.isPassive ?? false
    else {
      return true
    }
    return !(phrase.first..<site.tokens.lowerBound).contains {
      reads(
        $0, "new", "fresh", "further", "more", "additional", "tougher", "harsher", "stricter", "stronger",
        "extra",
        "another", "sweeping", "wider", "broader")
    }
  }

  /// "Treasury may block the property of any official": what a law lets be done to whoever it fits.
  private func isOfAnyone(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb, case let group = clauses.units[site.unit].verb else { return false }
    // "Will keep targeting those who help them": nobody is told.
    if group.isInfinitive || group.isGerund || group.modal >= 0, let first = site.slots.object.first,
      site.slots.object.count == 1, reads(first.head, "those", "anyone", "whoever")
    {
      return true
    }
    guard group.modal >= 0 else { return false }
    // "Property that anyone can block".
    if site.slots.subject.contains(where: { reads($0.head, "anyone", "anybody", "someone", "somebody") }) {
      return true
    }
    return site.slots.object.contains { filler in
      entity(at: filler.head) == nil
        && ([filler] + filler.of).contains { reads($0.first, "any", "anyone", "anybody", "whoever") }
    }
  }

  /// "Fired missiles at Harad": an attack and no test.
  private func isShelling(_ site: TriggerSite) -> Bool {
    site.kind == .verb
      && site.slots.prepositions.contains { preposition in
        reads(preposition.token, "at")
          && !countries(preposition.fillers).isEmpty
      }
  }

  /// What follows from a designation for others.
  ///
  /// "U.S. persons are prohibited from dealing with him", "prohibiting Americans from doing business with them".
  private func isEffect(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb, let first = site.slots.object.first,
      has(first.head, .genericParty) || lexicon.sense(word(first.head)).contains(.demonym)
    else { return false }
    return (site.tokens.upperBound..<clauses.range.upperBound).contains { token in
      word(token - 1) == lexicon.words.with
        && (reads(token, "him", "her", "them", "it")
          || has(token, .demonstrative) && has(token + 1, .genericParty))
    }
  }

  /// "Violations of the Act can cost millions", "dealing with them is a violation of the Act": no one's act.
  private func isNotion(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard site.kind == .noun, site.owners.isEmpty else { return false }
    let phrase = units[site.unit]
    if phrase.first == site.tokens.lowerBound, ends(phrase.head, in: "s"),
      units[..<site.unit].allSatisfy({ $0.kind == .subordinator || $0.kind == .conjunction }),
      let verb = units[(site.unit + 1)...].first(where: { $0.kind == .verb && !$0.verb.isBare })
    {
      return verb.verb.modal >= 0 || has(verb.head, .be) && isPresent(verb.head)
        || !verb.verb.isPassive && verb.verb.forms.contains(.base)
    }
    guard site.unit > 0, units[site.unit - 1].kind == .verb, units[site.unit - 1].verb.isAuxiliary,
      isPresent(units[site.unit - 1].head)
    else { return false }
    return units[0].kind == .verb && units[0].verb.isGerund
  }

  /// Whether a form of "be" is in the present.
  private func isPresent(_ token: Int) -> Bool {
    reads(token, "is", "are")
  }
}
