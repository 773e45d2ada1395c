import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds the events: for each trigger the frame that fits, who takes part, the status and the date; then merges
  /// what is told of one event in several places.
  mutating func findEvents() {
    var anchor: EDTF?
    var unnamed: [(event: Int, found: UnnamedResolution)] = []
    for (number, range) in sentences.enumerated() where hasTrigger(range) {
      let clauses = clauses(of: range)
      let sites = clauses.units.indices.compactMap { unit in
        site(at: unit, clauses).flatMap { frame(for: $0, clauses) }
      }
      let taken = Set(sites.flatMap { takenNouns($0.0, $0.1, clauses) })
      for (frame, site) in sites {
        // "lifted the sanctions" is one event, that of the verb.
        if site.kind == .noun, site.tokens.contains(where: taken.contains) { continue }
        var event = event(frame, site, clauses, sentence: number)
        status(of: site, clauses, &event)
        date(site, clauses, &event, anchor: anchor)
        if let date = event.date, event.basis == .text { anchor = date }
        if let found = unnamedResolution(frame, site, clauses, event) {
          unnamed.append((events.count, found))
        }
        events.append(event)
      }
    }
    for (event, found) in unnamed { name(found, of: event) }
    mergeEvents()
  }

  /// The nouns that the frame of a verb asks for by their class, which are no events of their own.
  private func takenNouns(_ frame: EventFrame, _ site: TriggerSite, _ clauses: Clauses) -> [Int] {
    guard site.kind == .verb else { return [] }
    return frame.needs.filter { $0.slot == "object" || $0.joins }.flatMap { need in
      let asksForNoun = need.fillers.contains { filler in if case .noun = filler { true } else { false } }
      return asksForNoun ? fillers(need.slot, site, clauses).map(\.head) : []
    }
  }

  /// Whether a sentence holds a word that can name an event.
  private func hasTrigger(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard mentionAt[index] < 0 else { return false }
      if nounTriggerAt[index] >= 0 { return true }
      let lemma = lexicon.verbForm(tokens[index].word).lemma
      return lemma >= 0 && !lexicon.verbs[Int(lemma)].frames.isEmpty
    }
  }

  /// What stands beside the trigger that a unit can be.
  private func site(at unit: Int, _ clauses: Clauses) -> TriggerSite? {
    switch clauses.units[unit].kind {
    case .verb: verbSite(unit, clauses)
    case .nounPhrase: nounSite(unit, clauses)
    default: nil
    }
  }

  private func verbSite(_ unit: Int, _ clauses: Clauses) -> TriggerSite? {
    let group = clauses.units[unit].verb
    guard group.lemma >= 0, !group.isAuxiliary, !lexicon.verbs[group.lemma].frames.isEmpty else { return nil }
    let head = clauses.units[unit].head
    var site = TriggerSite(kind: .verb, unit: unit, tokens: head..<(head + 1))
    let isReduced = isReduced(unit, clauses)
    site.slots.isPassive = group.isPassive || isReduced
    if isReduced {
      site.slots.object =
        opensSentence(unit, clauses) ? followingSubject(unit, clauses) : antecedent(before: unit, clauses)
    } else if group.isPassive {
      site.slots.object = subject(of: unit, clauses)
    } else {
      site.slots.subject = subject(of: unit, clauses)
    }
    fillRight(of: unit, &site.slots, clauses)
    // "the text the Council will vote on tomorrow": what stands behind the time belongs to another verb.
    if !site.slots.isPassive, strandedPreposition(behind: unit, clauses) != nil,
      relativeObject(of: unit, clauses) != nil
    {
      site.slots.object = []
    }
    if !site.slots.isPassive, site.slots.object.isEmpty { fillSharedObject(of: unit, &site.slots, clauses) }
    if !site.slots.isPassive, site.slots.object.isEmpty, let object = relativeObject(of: unit, clauses) {
      if let stranded = strandedPreposition(behind: unit, clauses) {
        site.slots.prepositions.append((word(stranded), stranded, object))
      } else {
        site.slots.object = object
      }
    }
    if group.isPassive, let object = relativeObject(of: unit, clauses), site.slots.object.isEmpty {
      site.slots.object = object
    }
    fillLeft(of: unit, &site.slots, clauses)
    return site
  }

  /// "violated or withdrew from X": what the second verb takes is the first one's too.
  private func fillSharedObject(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    guard let other = sharesObject(unit, clauses) else { return }
    var shared = Slots()
    var next = other + 1
    if next < clauses.units.count, clauses.units[next].kind == .comma, let list = list(at: next + 1, clauses)
    {
      slots.object = list.fillers
      return
    }
    next = other
    fillRight(of: next, &shared, clauses)
    if let first = shared.prepositions.first, shared.object.isEmpty { shared.object = first.fillers }
    slots.object = shared.object
    slots.prepositions += shared.prepositions
  }

  /// A preposition without its noun: "the text that the Council will vote on".
  private func strandedPreposition(behind unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit + 1 < units.count, units[unit + 1].kind == .preposition else { return nil }
    guard unit + 2 < units.count else { return units[unit + 1].head }
    let next = units[unit + 2].kind
    return next == .nounPhrase || next == .verb
      ? nil : next == .time && word(units[unit + 1].head) != lexicon.words.on ? nil : units[unit + 1].head
  }

  private func opensSentence(_ unit: Int, _ clauses: Clauses) -> Bool { unit == 0 }

  /// "Designated in 2016, the bank …": the subject of the clause behind the comma.
  private func followingSubject(_ unit: Int, _ clauses: Clauses) -> [Filler] {
    var at = unit + 1
    while at < clauses.units.count {
      if clauses.units[at].kind == .comma { return list(at: at + 1, clauses)?.fillers ?? [] }
      at += 1
    }
    return []
  }

  /// "which the EU blacklisted", "whose accounts HM Treasury froze": what the pronoun stands for is the object.
  private func relativeObject(of unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    var at = unit - 1
    while at >= 0, units[at].kind == .nounPhrase || units[at].kind == .time || units[at].kind == .conjunction
    { at -= 1 }
    guard at >= 0, units[at].kind == .relative, at < unit - 1 else {
      return contactAntecedent(of: unit, clauses)
    }
    var antecedent = antecedent(before: at, clauses)
    // "whose accounts": the thing in between belongs to the antecedent.
    if text(of: units[at].head).lowercased() == "whose", units[at + 1].kind == .nounPhrase, at + 2 < unit,
      let last = antecedent.last
    {
      let thing = units[at + 1]
      antecedent = [Filler(unit: at + 1, head: thing.head, first: thing.first, of: [last])]
    }
    return antecedent.isEmpty ? nil : antecedent
  }

  /// "the resolution the Council adopted": a noun phrase right before the subject, with no pronoun between.
  private func contactAntecedent(of unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    var subject = unit - 1
    while subject >= 0, units[subject].kind == .time { subject -= 1 }
    guard subject >= 0, units[subject].kind == .nounPhrase,
      let first = listEnding(before: subject + 1, clauses).first
    else { return nil }
    let start = clauses.unit(at: first.first)
    guard start > 0, units[start - 1].kind == .nounPhrase, !units[start - 1].isPossessor else { return nil }
    let antecedent = listEnding(before: start, clauses)
    return antecedent.isEmpty ? nil : antecedent
  }

  /// Adds the phrases before the subject.
  ///
  /// "Under E.O. 13722, Treasury …".
  private func fillLeft(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    let units = clauses.units
    guard let first = units.first,
      first.kind == .preposition || units.count > 1 && units[0].kind == .conjunction
    else { return }
    let start = first.kind == .preposition ? 0 : 1
    guard start + 1 < units.count, units[start].kind == .preposition else { return }
    var noun = start + 1
    if units[noun].kind == .preposition { noun += 1 }
    guard noun < unit, let list = list(at: noun, clauses), list.next < units.count,
      units[list.next].kind == .comma, list.next < unit
    else { return }
    // It belongs to the first verb behind the comma.
    for index in (list.next + 1)..<unit where units[index].kind == .verb && !isReduced(index, clauses) {
      return
    }
    let isPursuant = word(units[start].head) == lexicon.words.pursuant
    slots.prepositions.append(
      (isPursuant ? lexicon.words.under : word(units[start].head), units[start].head, list.fillers))
  }

  private func nounSite(_ unit: Int, _ clauses: Clauses) -> TriggerSite? {
    let phrase = clauses.units[unit]
    guard mentionAt[phrase.head] < 0 else { return nil }
    var trigger: PhraseHit?
    for start in max(phrase.first, phrase.head - 4)...phrase.head where nounTriggerAt[start] >= 0 {
      let hit = nounTriggers[Int(nounTriggerAt[start])]
      if hit.last == phrase.head + 1 {
        trigger = hit
        break
      }
    }
    guard let trigger else { return nil }
    var site = TriggerSite(kind: .noun, unit: unit, tokens: trigger.first..<trigger.last)
    guard let found = filler(at: unit, clauses) else { return nil }
    site.modifiers = modifiers(of: found.filler, clauses).filter { entity in
      // A name that another noun takes ("North Korea sanctions designations") is not the trigger's.
      mentions.contains { $0.entity == entity && $0.first >= phrase.first && $0.last <= trigger.first }
    }
    var owner = unit - 1
    if owner >= 0, clauses.units[owner].kind == .time {
      site.isOwnedByTime = word(clauses.units[owner].last) == Mark.possessive
      owner -= 1
    }
    while owner >= 0, clauses.units[owner].kind == .nounPhrase, clauses.units[owner].isPossessor {
      let unit = clauses.units[owner]
      var filler = Filler(unit: owner, head: unit.head, first: unit.first)
      if owner > 0, clauses.units[owner - 1].kind == .nounPhrase, clauses.units[owner - 1].isPossessor {
        filler.owners = [owner - 1]
      }
      site.owners.append(filler)
      owner -= 1
      if site.owners.count == 1 { break }
    }
    if site.owners.isEmpty, has(phrase.first, .possessivePronoun), let pronoun = ownerPronoun(phrase.first) {
      site.owners = [pronoun]
    }
    fillRight(of: unit, &site.slots, clauses)
    site.slots.object = []
    site.slots.complement = []
    return site
  }

  private func ownerPronoun(_ token: Int) -> Filler? { Filler(unit: -1, head: token, first: token) }

  /// The first frame of the trigger whose needs hold.
  private func frame(for site: TriggerSite, _ clauses: Clauses) -> (EventFrame, TriggerSite)? {
    let head = site.tokens.lowerBound
    let candidates =
      site.kind == .verb
      ? lexicon.verbs[clauses.units[site.unit].verb.lemma].frames
      : lexicon.nounTriggers[nounTriggers[Int(nounTriggerAt[head])].index]
    for number in candidates {
      let rest = lexicon.frameRests[number]
      if !rest.isEmpty {
        // The particle may stand behind the object ("rolled the sanctions back").
        guard rest.enumerated().allSatisfy({ word(head + 1 + $0.offset) == $0.element }) else { continue }
        var moved = site
        moved.slots.object = site.slots.isPassive ? site.slots.object : []
        moved.slots.complement = []
        moved.slots.prepositions = []
        fillRight(of: site.unit, &moved.slots, clauses, particles: rest.count)
        moved.tokens = head..<(head + 1 + rest.count)
        if holds(lexicon.frames[number], moved, clauses) { return (lexicon.frames[number], moved) }
        continue
      }
      if holds(lexicon.frames[number], site, clauses) { return (lexicon.frames[number], site) }
    }
    return nil
  }
}
