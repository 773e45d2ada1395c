import Knowledge
import Model
import TextMatching

/// What stands beside a noun that tells an event.
extension PostReader {
  func nounSite(_ unit: Int, _ clauses: Clauses) -> TriggerSite? {
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
      (phrase.first..<trigger.first).contains { token in
        guard self.entity(at: token) == entity else { return false }
        let mention = mentions[Int(mentionAt[token])]
        return mention.first >= phrase.first && mention.last <= trigger.first
      }
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
    if site.owners.isEmpty, has(phrase.first, .possessivePronoun) {
      site.owners = [Filler(unit: -1, head: phrase.first, first: phrase.first)]
    }
    fillRight(of: unit, &site.slots, clauses)
    // "Sanctions of its own on X": who owns them.
    if let own = site.slots.prepositions.firstIndex(where: { slot in
      slot.word == lexicon.words.of && slot.fillers.contains { reads($0.head, "own") }
    }) {
      let filler = site.slots.prepositions.remove(at: own).fillers[0]
      if site.owners.isEmpty, has(filler.first, .possessivePronoun) {
        site.owners = [Filler(unit: -1, head: filler.first, first: filler.first)]
      }
    }
    site.slots.object = []
    site.slots.complement = []
    site.bearers = bearers(of: unit, clauses)
    site.modifiers += modifiersJoined(before: unit, clauses).filter { !site.modifiers.contains($0) }
    // "Came under sanctions": who bears them does not announce them.
    if site.owners.isEmpty, site.bearers.isEmpty { site.slots.subject = announcer(of: unit, clauses) }
    return site
  }

  /// Who announces, seeks or plans an act told by a noun: the subject of the active verb whose object it is.
  private func announcer(of unit: Int, _ clauses: Clauses) -> [Filler] {
    let start = listEnding(before: unit + 1, clauses).first.map { clauses.unit(at: $0.first) } ?? unit
    guard start > 1 || start == 1 && clauses.units[0].kind == .verb else { return [] }
    // "Ruled out sanctions": the particle belongs to the verb.
    let isPhrasal =
      start > 1 && clauses.units[start - 1].kind == .preposition && clauses.units[start - 2].kind == .verb
      && clauses.units[start - 1].first == clauses.units[start - 2].last
      && cue(ofVerb: start - 2, clauses) != nil
    let verb = isPhrasal ? start - 2 : start - 1
    guard clauses.units[verb].kind == .verb else { return [] }
    let group = clauses.units[verb].verb
    // A second act of one verb ("conducted 17 missile tests and two nuclear tests") or one that is announced.
    // An order is issued as other orders are adopted: "issued a denial order against X".
    let isAct =
      (start < unit || reads(clauses.units[unit].head, "order", "orders")) && group.lemma >= 0
      && !lexicon.verbs[group.lemma].frames.isEmpty
    // "The court may vacate the designation": who takes an act back did not do it.
    let takesBack =
      group.lemma >= 0
      && lexicon.verbs[group.lemma].frames.contains {
        lexicon.frames[$0].kind == .delisting || lexicon.frames[$0].kind == .relief
      }
      && !lexicon.verbs[group.lemma].frames.contains {
        lexicon.frames[$0].kind == .adoption || lexicon.frames[$0].kind == .designation
      }
    // "Has had an arms embargo on Harad since 2011".
    let units = clauses.units
    let isHolding =
      has(units[verb].head, .have) && unit + 1 < units.count && units[unit + 1].kind == .preposition
      && reads(units[unit + 1].head, "on", "against")
    if isHolding { return subject(of: verb, clauses) }
    // "Harad condemned the designation": whoever speaks of an act does not act.
    guard !group.isPassive, !takesBack, !group.isAuxiliary, !isReduced(verb, clauses),
      isAct || !has(clauses.units[verb].head, .commenting),
      isAct || cue(ofVerb: verb, clauses) != nil || has(clauses.units[verb].head, .keeping)
    else { return [] }
    return subject(of: verb, clauses)
  }
}
