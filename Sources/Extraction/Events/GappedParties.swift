import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Adds the parties of a verb that is not told again for each of them.
  ///
  /// "OFAC designated A for selling oil, B for shipping it, and C for …", "A is being designated for …, and B for …".
  func giveGapped(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .designation || event.kind == .delisting, site.kind == .verb, !site.isAttribute,
      event.has(.target)
    else { return }
    var at = site.unit + 1
    var reason: WordID = 0
    while at + 1 < units.count {
      let unit = units[at]
      if unit.kind == .preposition, reason == 0, isReason(word(unit.head)) { reason = word(unit.head) }
      // A finite verb or another clause ends what the verb governs.
      if unit.kind == .verb, !unit.verb.isGerund, !unit.verb.isInfinitive, !unit.verb.isBare { return }
      if unit.kind == .relative || unit.kind == .subordinator { return }
      if reason != 0, unit.kind == .nounPhrase, !unit.isPossessor, let party = entity(at: unit.head),
        units[at - 1].kind == .comma
          || units[at - 1].kind == .conjunction && at > 1 && units[at - 2].kind == .comma,
        units[at + 1].kind == .preposition, word(units[at + 1].head) == reason,
        entities[party].kind.canPlay(.target), entities[party].kind != .country,
        entities[party].kind != .place
      {
        add(.target, party, unit.head, &event, "party of the same verb")
      }
      at += 1
    }
  }

  private func isReason(_ preposition: WordID) -> Bool {
    preposition == lexicon.words.for || preposition == lexicon.words.under
      || preposition == lexicon.words.pursuant
  }

  /// Adds the instrument that an act is told to cite: "blocked the company, citing Executive Order 14014".
  func giveCited(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind.roles.contains(.instrument), event.kind.roles.contains(.target), !event.has(.instrument),
      site.kind == .verb, !site.isAttribute,
      let citing = units[(site.unit + 1)...].firstIndex(where: { $0.kind == .verb }),
      units[citing].verb.isGerund, has(units[citing].head, .using), let list = list(at: citing + 1, clauses)
    else { return }
    giveInstruments(list.fillers, &event, "what is cited for it")
  }

  /// Gives the act told just before the instrument that a sentence on it tells.
  ///
  /// "The action is taken pursuant to E.O. 13902".
  func takeActionInstruments() {
    for (number, range) in sentences.enumerated() where !range.isEmpty && speaksOfAction(range) {
      guard
        let preposition = range.first(where: { token in
          (word(token) == lexicon.words.pursuant || word(token) == lexicon.words.under
            // "The designations rest on E.O. 13810".
            || word(token) == lexicon.words.on && has(token - 1, .resting))
            && mentionAt[token] < 0
        })
      else { continue }
      let next = (preposition + 1..<min(preposition + 8, range.upperBound)).first { mentionAt[$0] >= 0 }
      guard let next, let instrument = entity(at: next), entities[instrument].kind.isInstrument,
        !range[..<preposition].contains(where: { has($0, .relative) && mentionAt[$0] < 0 }),
        let index = actTold(before: number), !events[index].has(.instrument)
      else { continue }
      events[index].participants.append(Participant(role: .instrument, entity: instrument))
      let mention = mentions[Int(mentionAt[next])]
      events[index].evidence.append(
        FoundEvidence(
          part: .instrument, tokens: mention.first..<mention.last, note: "under which the action was taken"))
    }
  }

  /// The act on parties or a country that is told last in a sentence or the few before it.
  private func actTold(before sentence: Int) -> Int? {
    let behind = bisect(events.count) { events[$0].sentence <= sentence }
    return events[..<behind].indices.reversed().prefix { sentence - events[$0].sentence <= 6 }.first {
      index in
      events[index].kind.roles.contains(.target) && events[index].status == .actual
        && !events[index].isBackground
    }
  }

  /// Whether a sentence begins with what was done: "This action", "Today's designations", "The sanctions".
  private func speaksOfAction(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    let noun: Int
    if timeAt[first] >= 0, word(times[Int(timeAt[first])].last) == Mark.possessive {
      noun = times[Int(timeAt[first])].last + 1
    } else if word(first) == lexicon.words.the || has(first, .demonstrative) {
      noun = first + 1
    } else {
      return false
    }
    return range.contains(noun) && mentionAt[noun] < 0
      && (has(noun, .nounAction) || has(noun, .nounDesignation) || has(noun, .nounSanctionsCore)
        || reads(noun, "announcement", "decision", "designation"))
  }
}
