import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The fillers of a slot by its name in the event lexicon.
  func fillers(_ slot: String, _ site: TriggerSite, _ clauses: Clauses) -> [Filler] {
    switch slot {
    case "subject":
      // In the passive, who acts stands behind "by".
      guard site.slots.isPassive else { return site.slots.subject }
      return site.slots.prepositions.filter { $0.word == lexicon.words.by }.flatMap(\.fillers)
    case "object": return site.slots.object
    case "complement": return site.slots.complement
    case "possessor": return site.owners
    case "target": return targetFillers(site, clauses)
    default:
      let word = lexicon.vocabulary.word(slot)
      return site.slots.prepositions.filter { $0.word == word }.flatMap(\.fillers)
    }
  }

  /// Whatever can give the target: behind "on", "against", "of" and the like, and who owns the object.
  private func targetFillers(_ site: TriggerSite, _ clauses: Clauses) -> [Filler] {
    var found: [Filler] = []
    if site.kind == .verb {
      for filler in site.slots.object where entity(at: filler.head) == nil {
        found += filler.of
        found += ownersAsFillers(filler, clauses)
      }
    }
    let fixed = lexicon.words
    for (word, _, fillers) in site.slots.prepositions
    where word == fixed.on || word == fixed.against || word == fixed.of || word == fixed.for
      || word == fixed.to || word == fixed.from
    {
      found += fillers
    }
    return found
  }

  /// Whether the needs of a frame hold.
  func holds(_ frame: EventFrame, _ site: TriggerSite, _ clauses: Clauses) -> Bool {
    frame.needs.allSatisfy { condition in
      switch condition.slot {
      case "passive": return site.slots.isPassive
      case "settling": return isSettling(clauses)
      case "modifier":
        return condition.fillers.contains { filler in
          filler == .any
            ? !site.modifiers.isEmpty : site.modifiers.contains { fits(entities[$0].kind, filler) }
        }
      default: break
      }
      let fillers = fillers(condition.slot, site, clauses)
      return condition.fillers.contains { wanted in
        switch wanted {
        case .none: fillers.isEmpty
        case .any: !fillers.isEmpty
        case .time: condition.slot == "possessor" && site.isOwnedByTime
        default:
          fillers.contains { fits($0, wanted, clauses) }
            || condition.slot == "target" && site.modifiersFit(wanted, self)
        }
      }
    }
  }

  func fits(_ kind: EntityKind, _ wanted: SlotCondition.Filler) -> Bool {
    switch wanted {
    case .party: kind.isAgent && kind != .country
    case .country: kind == .country
    case .instrument: kind.isInstrument
    case .organization: kind == .organization
    case .person: kind == .person
    case .noun, .any, .none, .time, .authority: false
    }
  }

  func fits(_ filler: Filler, _ wanted: SlotCondition.Filler, _ clauses: Clauses) -> Bool {
    if let entity = entity(at: filler.head) {
      if case .noun(let wordClass) = wanted {
        // "SDN List" may be a name's last word; a plain noun of a mention that describes counts too.
        return mentions[Int(mentionAt[filler.head])].isNominal && has(filler.head, wordClass)
      }
      return wanted == .authority ? designates(entity) : fits(entities[entity].kind, wanted)
    }
    switch wanted {
    case .authority:
      return has(filler.head, .pronoun) && pronoun(filler.head, .authority).map(designates) ?? false
    case .noun(let wordClass):
      return has(filler.head, wordClass) || wordClass == .package && has(filler.counter, .package)
    case .party: return has(filler.head, .genericParty) || isPartyPronoun(filler.head)
    case .instrument: return canMeanInstrument(filler.head)
    default: return false
    }
  }

  private func isPartyPronoun(_ token: Int) -> Bool {
    has(token, .pronoun)
      && (word(token) == lexicon.words.it
        || ["them", "him", "her", "itself", "he", "she", "they"].contains(text(of: token).lowercased()))
  }

  /// Whether the sentence speaks of a settlement of liability.
  private func isSettling(_ clauses: Clauses) -> Bool {
    clauses.range.contains { index in
      has(index, .nounLiability) || has(index, .nounCharge) || has(index, .nounSanctions)
        || mentionAt[index] >= 0 && (entity(at: index).map { entities[$0].kind == .law } ?? false)
    }
  }

  /// The first frame of the trigger whose needs hold.
  func frame(for site: TriggerSite, _ clauses: Clauses) -> (EventFrame, TriggerSite)? {
    let head = site.tokens.lowerBound
    let candidates =
      site.kind == .verb
      ? lexicon.verbs[Int(lexicon.verbForm(word(head)).lemma)].frames
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

extension TriggerSite {
  fileprivate func modifiersFit(_ wanted: SlotCondition.Filler, _ reader: PostReader) -> Bool {
    kind == .noun && modifiers.contains { reader.fits(reader.entities[$0].kind, wanted) }
  }
}
