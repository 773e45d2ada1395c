import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The fillers of a slot.
  func fillers(_ slot: Frame.Slot, _ site: TriggerSite, _ clauses: Clauses) -> [Filler] {
    switch slot {
    // In the passive, who acts stands behind "by".
    case .subject:
      site.slots.isPassive ? site.slots.fillers(behind: lexicon.words.by) : site.slots.subject
    case .object: site.slots.object
    // "Declared X, a regional lender, a concern": the complement behind an apposition.
    case .complement:
      site.slots.complement.isEmpty
        ? Array(site.slots.object.dropFirst()) + site.slots.prepositions.flatMap { $0.fillers.dropFirst() }
        : site.slots.complement
    case .bearer: site.bearers
    case .possessor: site.owners
    case .target: targetFillers(site, clauses)
    case .preposition(let word): site.slots.fillers(behind: word)
    case .modifier, .passive, .settling, .nearby: []
    }
  }

  /// Whatever can give the target: behind "on", "against", "of" and the like, and who owns the object.
  func targetFillers(_ site: TriggerSite, _ clauses: Clauses) -> [Filler] {
    var found: [Filler] = []
    if site.kind == .verb {
      for filler in site.slots.object where entity(at: filler.head) == nil {
        found += filler.of
        found += ownersAsFillers(filler, clauses)
        // "Froze Arnor Bank assets".
        if has(filler.head, .nounAssets) { found += modifiersAsFillers(filler, clauses) }
      }
    }
    for (word, _, fillers) in site.slots.prepositions
    where word == lexicon.words.on || word == lexicon.words.against || word == lexicon.words.of
      || word == lexicon.words.for
      || word == lexicon.words.to || word == lexicon.words.from
    {
      found += fillers
    }
    return found
  }

  /// Whether the needs of a frame hold.
  func holds(_ frame: Frame, _ site: TriggerSite, _ clauses: Clauses) -> Bool {
    for need in frame.needs {
      switch need.slot {
      case .passive: if !site.slots.isPassive { return false }
      case .settling: if !isSettling(clauses) { return false }
      case .nearby: if nearby(site, need.fillers, clauses).isEmpty { return false }
      case .modifier:
        let holds = need.fillers.contains { wanted in
          wanted == .any
            ? !site.modifiers.isEmpty : site.modifiers.contains { fits(entities[$0].kind, wanted) }
        }
        if !holds { return false }
      default: if !holds(need, site, clauses) { return false }
      }
    }
    return true
  }

  private func holds(_ need: Frame.Need, _ site: TriggerSite, _ clauses: Clauses) -> Bool {
    let fillers = fillers(need.slot, site, clauses)
    // "Declare it a concern": what has a complement is no sanction.
    if need.joins, !site.slots.complement.isEmpty, let only = fillers.first, has(only.head, .pronoun) {
      return false
    }
    // "Test-fired its Shaheen-III": what is test-fired is a weapon.
    if site.kind == .verb, need.fillers == [.noun(.nounWeapon)], !fillers.isEmpty,
      shape(site.tokens.lowerBound).contains(.hyphenBefore),
      reads(site.tokens.lowerBound - 1, "test", "flight")
    {
      return true
    }
    // "Extended the embargo on Harad, as well as the measures against those who …": the country is named first.
    if need.slot == .target, need.fillers == [.party], let first = fillers.first, !countries([first]).isEmpty
    {
      return false
    }
    return need.fillers.contains { wanted in
      switch wanted {
      case .none: fillers.isEmpty
      case .any: !fillers.isEmpty
      case .time: need.slot == .possessor && site.isOwnedByTime
      default:
        fillers.contains { filler in
          fits(filler, wanted, clauses)
            // "The freeze on the assets of Arnor Bank was lifted".
            || need.slot == .target && has(filler.head, .nounAssets)
              && filler.of.contains { fits($0, wanted, clauses) }
        }
          || need.slot == .target && site.modifiersFit(wanted, self)
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
    case .firm: [.bank, .airline, .company, .vessel].contains(kind)
    case .noun, .any, .none, .time, .authority: false
    }
  }

  /// Whose government a noun for one stands for: "the Obama administration", "the government of Gondor".
  private func rulers(_ filler: Filler, _ clauses: Clauses) -> [Int] {
    guard has(filler.head, .government), filler.unit >= 0 else { return [] }
    return modifiers(of: filler, clauses) + filler.of.compactMap { entity(at: $0.head) }
      + filler.owners.compactMap { entity(at: clauses.units[$0].head) }
  }

  /// "The Obama administration": who heads it stands for it.
  private func isPresident(_ entity: Int, _ filler: Filler) -> Bool {
    reads(filler.head, "administration") && entities[entity].kind == .person
  }

  func fits(_ filler: Filler, _ wanted: SlotCondition.Filler, _ clauses: Clauses) -> Bool {
    if let entity = entity(at: filler.head) {
      if case .noun(let wordClass) = wanted {
        // "Removed the entry of X": whose entry it is is meant.
        if wordClass == .nounEntry, has(filler.counter, .nounEntry) { return true }
        // "SDN List" may be a name's last word; a plain noun of a mention that describes counts too.
        return mentions[Int(mentionAt[filler.head])].isNominal && has(filler.head, wordClass)
      }
      return wanted == .authority ? designates(entity) : fits(entities[entity].kind, wanted)
    }
    // "Seized two of the ships": what the rest are a part of.
    if isPart(filler), filler.of.contains(where: { fits($0, wanted, clauses) }) { return true }
    switch wanted {
    case .authority:
      return has(filler.head, .pronoun) && pronoun(filler.head, .authority).map(designates) ?? false
        || rulers(filler, clauses).contains { designates($0) || isPresident($0, filler) }
    case .organization, .country, .person:
      if wanted == .country, countryMeant(filler) != nil { return true }
      if wanted != .person,
        rulers(filler, clauses).contains(where: {
          designates($0) || fits(entities[$0].kind, wanted) || isPresident($0, filler)
        })
      {
        return true
      }
      // "said it had targeted X".
      guard has(filler.head, .pronoun), let found = pronoun(filler.head, .authority) else { return false }
      return fits(entities[found].kind, wanted)
    case .noun(let wordClass):
      // "the sanctions regime was renewed": what stands before a noun that only bundles it is meant.
      if has(filler.head, .pronoun), wordClass == .nounSanctions || wordClass == .nounSanctionsCore {
        return meansSanctions(filler.head)
      }
      // A "denial order" is no order that anybody adopts.
      if wordClass == .lawNoun || wordClass == .nounInstrument, endsNounTrigger(filler.head) { return false }
      return has(filler.head, wordClass)
        // "Seized $2 million held by X".
        || wordClass == .nounAssets && has(filler.head, .nounMoney) && !filler.of.isEmpty
        // "A jurisdiction of primary money laundering concern".
        || wordClass == .nounConcern && filler.of.contains { has($0.head, .nounConcern) }
        || isNumeral(filler.head) && has(filler.head - 1, wordClass)
        || wordClass == .nounMoney && isSum(filler, clauses)
        || wordClass == .package && has(filler.counter, .package)
        || wordClass == .nounInstrument && has(filler.counter, .package)
        || has(filler.head, .package) && has(filler.head - 1, wordClass) && mentionAt[filler.head - 1] < 0
    case .party:
      return has(filler.head, .genericParty) || isPartyPronoun(filler.head) || opensList(filler.head)
        // "Charged three others", "has not sanctioned one".
        || reads(filler.head, "others", "none", "neither", "accused", "defendants")
        || reads(filler.head, "one") && filler.first == filler.head
        || countMeant(filler) != nil
          && (lexicon.numerals[word(filler.head)] != nil || reads(filler.head, "pair", "duo", "trio"))
        // "The other 65 were listed".
        || shape(filler.head).contains(.number) && reads(filler.head - 1, "other", "remaining", "all")
        // "Blacklisted 11 more Venezuelans".
        || lexicon.sense(word(filler.head)).contains(.demonym) && ends(filler.head, in: "s")
    case .instrument: return canMeanInstrument(filler.head)
    default: return false
    }
  }

  /// Whether a noun is the last word of several that tell an event together.
  private func endsNounTrigger(_ head: Int) -> Bool {
    (max(0, head - 3)..<head).contains { start in
      nounTriggerAt[start] >= 0 && nounTriggers[Int(nounTriggerAt[start])].last == head + 1
    }
  }

  /// "Quit the pact and reimposed them": whether "them" or "it" can stand for sanctions told just before.
  private func meansSanctions(_ token: Int) -> Bool {
    guard reads(token, "them", "it", "they") else { return false }
    let start = sentences[max(0, sentence(of: token) - 1)].lowerBound
    return (max(start, token - 40)..<token).contains { has($0, .nounSanctionsCore) && mentionAt[$0] < 0 }
  }

  /// Whether a phrase means some of those behind its "of": "any of the vessels", "two of the banks".
  private func isPart(_ filler: Filler) -> Bool {
    !filler.of.isEmpty
      && (lexicon.numerals[word(filler.head)] != nil
        || reads(filler.head, "any", "all", "none", "some", "each", "most", "both", "several", "many", "half"))
  }

  /// Whether a token is a Roman number in capitals, as in "Annex II".
  private func isNumeral(_ token: Int) -> Bool {
    let range = Int(tokens[token].start)..<Int(tokens[token].end)
    return isCapital(token) && range.count <= 4
      && bytes[range].allSatisfy {
        $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
      }
  }

  /// "$210,000", "£300,000": a sum without a word for money.
  private func isSum(_ filler: Filler, _ clauses: Clauses) -> Bool {
    let unit = clauses.units[filler.unit]
    return (unit.first..<unit.last).contains { token in
      shape(token).contains(.number)
        && (word(token - 1) == Mark.dollar
          || word(token - 1) == Mark.other && shape(token).contains(.touchesBefore))
    }
  }

  private func isPartyPronoun(_ token: Int) -> Bool {
    reads(token, "both", "either")
      || has(token, .pronoun)
        && (word(token) == lexicon.words.it
          || reads(token, "them", "him", "her", "itself", "he", "she", "they"))
  }

  /// Whether the sentence speaks of a settlement of liability.
  private func isSettling(_ clauses: Clauses) -> Bool {
    clauses.range.contains { index in
      has(index, .nounLiability) || has(index, .nounCharge) || has(index, .nounSanctions)
        || mentionAt[index] >= 0 && (entity(at: index).map { entities[$0].kind == .law } ?? false)
    }
  }

  /// The first frame of the trigger whose needs hold.
  func frame(for site: TriggerSite, _ clauses: Clauses) -> (Frame, TriggerSite)? {
    let head = site.tokens.lowerBound
    let candidates =
      site.kind == .verb
      ? lexicon.verbs[Int(lexicon.verbForm(word(head)).lemma)].frames
      : lexicon.nounTriggers[nounTriggers[Int(nounTriggerAt[head])].index]
    for number in candidates {
      let frame = lexicon.frames[number]
      guard !frame.rest.isEmpty else {
        if holds(frame, site, clauses) { return (frame, site) }
        continue
      }
      // The particle may stand behind the object ("rolled the sanctions back").
      guard follows(frame.rest, head) else { continue }
      var moved = site
      moved.slots.object = site.slots.isPassive ? site.slots.object : []
      moved.slots.complement = []
      moved.slots.prepositions = []
      fillRight(of: site.unit, &moved.slots, clauses, particles: frame.rest.count)
      moved.tokens = head..<(head + 1 + frame.rest.count)
      if holds(frame, moved, clauses) { return (frame, moved) }
    }
    return nil
  }
}

extension PostReader {
  /// Whether some words stand right behind a token.
  func follows(_ words: [WordID], _ token: Int) -> Bool {
    for (offset, expected) in words.enumerated() where word(token + 1 + offset) != expected { return false }
    return true
  }
}

extension TriggerSite {
  fileprivate func modifiersFit(_ wanted: SlotCondition.Filler, _ reader: PostReader) -> Bool {
    kind == .noun && modifiers.contains { reader.fits(reader.entities[$0].kind, wanted) }
  }
}
