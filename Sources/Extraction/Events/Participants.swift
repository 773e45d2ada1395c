import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Puts the entities of phrases into a role; an instrument that seems to act is the instrument.
  func give(
    _ role: Role?, _ fillers: [Filler], _ clauses: Clauses, _ event: inout FoundEvent, _ place: String
  ) {
    guard let role else { return }
    for filler in fillers where !isDenied(filler) {
      if let entity = entity(at: filler.head) {
        if role == .authority || role == .actor, entities[entity].kind.isInstrument {
          // "The Act passed": what is adopted is its own subject.
          if event.kind == .adoption, place == "subject" {
            add(.instrument, entity, filler.head, &event, place)
          }
          if event.kind.roles.contains(.instrument), event.kind != .adoption, event.kind != .violation {
            add(.instrument, entity, filler.head, &event, place)
            // "The Council's own Resolution 2321 bans them".
            for owner in filler.owners {
              if let body = self.entity(at: clauses.units[owner].head), designates(body) {
                add(.authority, body, clauses.units[owner].head, &event, "owner of the \(place)")
              }
            }
          }
          continue
        }
        add(role, entity, filler.head, &event, place)
        guard role == .authority else { continue }
        // "Treasury's OFAC": whoever owns the body acts too, a country aside.
        for owner in filler.owners {
          if let owning = self.entity(at: clauses.units[owner].head), entities[owning].kind == .organization {
            add(.authority, owning, clauses.units[owner].head, &event, "owner of the \(place)")
          }
        }
      } else if role == .target, reads(filler.head, "those"), !filler.of.isEmpty {
        // "Added 700 names, including those of X and Y".
        give(role, filler.of, clauses, &event, place)
      } else if role == .target, let country = countryMeant(filler) {
        add(role, country, filler.head, &event, "the country as \(place)")
      } else if role == .authority, let body = bodyOfNobody(filler, clauses) {
        add(.authority, body.entity, body.token, &event, "behind 'no one' as \(place)")
      } else if role == .target,
        case let several = targetsMeant(filler.head) + severalMeant(filler)
          + filler.of.prefix(1).flatMap(severalMeant),
        several.count > 1
      {
        giveEntities(.target, several, filler.head, &event, "pronoun as \(place)")
      } else if role == .authority, case let several = personsMeant(filler), several.count > 1 {
        giveEntities(.authority, several, filler.head, &event, "those meant by the \(place)")
      } else if has(filler.head, .pronoun) || reads(filler.head, "both", "either") {
        if role == .authority, let instrument = instrumentActing(filler.head, event) {
          add(.instrument, instrument, filler.head, &event, "subject")
        } else if let entity = pronoun(filler.head, role) {
          add(role, entity, filler.head, &event, "pronoun as \(place)")
        }
      } else if role == .authority, has(filler.head, .nounList) {
        // "The resolution's annex blacklists X".
        giveInstruments(filler.of + ownersAsFillers(filler, clauses), &event, "owner of the \(place)")
      } else if role == .authority || role == .actor {
        // "the U.S. government", "North Korea's regime": the name before a noun for its rule or branch.
        giveOwnersOfNoun(role, filler, clauses, &event, place)
      } else if role == .target, has(filler.head, .government) {
        // "All property of the government of Harad": the country is hit.
        let countries =
          filler.of.compactMap { entity(at: $0.head) } + modifiers(of: filler, clauses)
          + filler.owners.compactMap { entity(at: clauses.units[$0].head) }
        giveEntities(
          .target, countries.filter { entities[$0].kind == .country }, filler.head, &event,
          "country of the \(place)")
      } else if role == .target, has(filler.head, .genericParty) || ownsThrough(filler.head) {
        if has(filler.head, .nounAssets) || has(filler.head, .nounSanctions) || has(filler.head, .nounTrade) {
          // Who owns sanctions may impose or bear them, which what stands behind them tells.
          let owners = has(filler.head, .nounSanctions) ? [] : ownersAsFillers(filler, clauses)
          give(.target, filler.of + owners, clauses, &event, "owner behind \(place)")
          // "Freezes any U.S. assets of X": where they are.
          if !has(filler.head, .nounAssets) {
            giveByUse(modifiers(of: filler, clauses), filler, .authority, &event)
          }
        }
      }
    }
  }

  /// "By Switzerland, not by the EU", "not the EU": who is told not to take part.
  private func isDenied(_ filler: Filler) -> Bool {
    var before = filler.first - 1
    guard before > 0 else { return false }
    // "But not its parent, X": the noun before the name.
    if word(before) == Mark.comma,
      let denial = (max(1, before - 4)..<before).last(where: { isMark($0) || word($0) == lexicon.words.not }),
      word(denial) == lexicon.words.not, reads(denial - 1, "but", ",")
    {
      before = denial
    }
    return word(before) == lexicon.words.not || reads(before, "except", "excluding")
      || has(before, .preposition)
        && (word(before - 1) == lexicon.words.not || reads(before - 1, "except"))
  }

  /// "No one at Treasury has sanctioned X": the body that nobody acts for.
  private func bodyOfNobody(_ filler: Filler, _ clauses: Clauses) -> (entity: Int, token: Int)? {
    let units = clauses.units
    let isNoOne = word(filler.head) == lexicon.words.no && reads(filler.head + 1, "one")
    guard isNoOne || reads(filler.head, "nobody", "none"), filler.unit >= 0, filler.unit + 2 < units.count,
      units[filler.unit + 1].kind == .preposition,
      reads(units[filler.unit + 1].head, "at", "in", "from", "of"),
      units[filler.unit + 2].kind == .nounPhrase, let body = entity(at: units[filler.unit + 2].head),
      designates(body)
    else { return nil }
    return (body, units[filler.unit + 2].head)
  }

  /// The instrument adopted just before, of which "it" tells in the present.
  ///
  /// "Obama signed E.O. 13722. It bars exports".
  private func instrumentActing(_ token: Int, _ event: FoundEvent) -> Int? {
    guard word(token) == lexicon.words.it, event.kind.roles.contains(.instrument), event.kind != .violation,
      (token + 1...token + 2).contains(where: {
        verbForms($0)?.contains(.third) ?? false && mentionAt[$0] < 0
      }),
      let last = recentEvents(before: event, within: 3).first(where: {
        $0.kind == .adoption || $0.sentence == event.sentence - 1
      }),
      last.kind == .adoption, last.sentence < event.sentence, event.sentence - last.sentence <= 3,
      event.kind == .restriction
        || (last.sentence + 1..<event.sentence).allSatisfy({
          word(sentences[$0].lowerBound) == lexicon.words.it
        })
    else { return nil }
    return last.participants.last { $0.role == .instrument }?.entity
  }

  /// The owner or the name before a common noun that acts: "Treasury officials", "Seoul's government".
  private func giveOwnersOfNoun(
    _ role: Role, _ filler: Filler, _ clauses: Clauses, _ event: inout FoundEvent, _ place: String
  ) {
    // "A U.S. draft would have frozen its assets": the Council would have, whose text it was to be.
    if role == .authority, reads(filler.head, "draft", "drafts", "text"),
      let council = lexicon.nameIndex["U.N. Security Council"].flatMap({ entityIndex[EntityKey.known($0)] })
    {
      add(.authority, council, filler.head, &event, "whose text it was to be")
      return
    }
    let names = modifiers(of: filler, clauses)
    // "The authorities of Harad", "officers of the bureau".
    let isBranch = reads(
      filler.head, "authorities", "government", "administration", "officers", "officials", "prosecutors",
      "agents")
    var owners =
      filler.owners.compactMap { entity(at: clauses.units[$0].head) }
      + (isBranch ? filler.of.compactMap { entity(at: $0.head) } : [])
    // "Officials at the Treasury Department".
    let behind = filler.unit + 2
    if isBranch, filler.unit >= 0, behind < clauses.units.count,
      clauses.units[behind - 1].kind == .preposition,
      reads(clauses.units[behind - 1].head, "at", "in", "from"),
      let body = entity(at: clauses.units[behind].head),
      entities[body].kind == .organization || entities[body].kind == .country
    {
      owners.append(body)
    }
    for entity in names + owners
    where entities[entity].kind == .organization || entities[entity].kind == .country
      || entities[entity].kind == .person
    {
      add(role, entity, filler.head, &event, "name before the \(place)")
    }
    if role == .authority, names.isEmpty, owners.isEmpty {
      giveCountry(ofBranch: filler, clauses, &event)
    }
  }

  /// Whose unnamed branch acts: "its coast guard seized X", "in Harad, customs agents seized X".
  private func giveCountry(ofBranch filler: Filler, _ clauses: Clauses, _ event: inout FoundEvent) {
    guard has(filler.head, .branch), entity(at: filler.head) == nil else { return }
    if has(filler.first, .possessivePronoun) {
      if let owner = pronoun(filler.first, .authority), entities[owner].kind == .country {
        add(.authority, owner, filler.first, &event, "pronoun as owner of the subject")
      }
      return
    }
    let units = clauses.units
    guard event.kind == .enforcement, filler.unit > 2, units[0].kind == .preposition,
      word(units[0].head) == lexicon.words.in, units[1].kind == .nounPhrase, units[2].kind == .comma,
      clauses.unit(at: filler.first) == 3, let country = entity(at: units[1].head),
      entities[country].kind == .country
    else { return }
    add(.authority, country, units[1].head, &event, "country of who acts")
  }

  func giveEntities(
    _ role: Role, _ found: [Int], _ token: Int, _ event: inout FoundEvent, _ place: String
  ) {
    for entity in found { add(role, entity, token, &event, place) }
  }

  func giveInstruments(_ fillers: [Filler], _ event: inout FoundEvent, _ place: String) {
    for filler in fillers {
      if let entity = entity(at: filler.head), entities[entity].kind.isInstrument {
        add(.instrument, entity, filler.head, &event, place)
      } else if reads(filler.head - 1, "same"),
        has(filler.head, .lawNoun) || has(filler.head, .resolutionWord) || reads(filler.head, "section"),
        let last = nearest(
          before: filler.head, { entities[$0].kind.isInstrument && isCalled(filler.head, $0) })
      {
        add(.instrument, last, filler.head, &event, "the same as before")
      }
      // "Charged X, who acted in contravention of the Act": the law that was broken.
      for inner in filler.of where entity(at: filler.head) == nil && !has(filler.head, .nounBreach) {
        if let entity = entity(at: inner.head), entities[entity].kind.isInstrument {
          add(.instrument, entity, inner.head, &event, place)
        }
      }
    }
  }

  /// The owner of a noun acts where it is a body or a country, and is hit where it is another party.
  func giveOwner(
    _ owners: [Filler], _ doer: Role, hasTarget: Bool, _ clauses: Clauses, _ event: inout FoundEvent
  ) {
    for owner in owners {
      guard let entity = entity(at: owner.head) else {
        // "Its designation" is mostly that of whom it hits; "its sanctions" and "its designation of X" tell who acts.
        let acts =
          has(owner.head, .pronoun)
          || has(owner.head, .possessivePronoun)
            && (hasTarget || has(owner.head + 1, .nounSanctions) || reads(owner.head + 1, "own"))
        if acts, let entity = pronoun(owner.head, doer) {
          add(doer, entity, owner.head, &event, "owner")
        } else if !acts, doer == .authority, has(owner.head, .possessivePronoun),
          event.kind == .designation || event.kind == .delisting, let entity = pronoun(owner.head, .target)
        {
          add(.target, entity, owner.head, &event, "owner")
        }
        continue
      }
      let kind = entities[entity].kind
      if kind.isInstrument {
        if event.kind != .adoption, event.kind != .violation, event.kind.roles.contains(.instrument) {
          add(.instrument, entity, owner.head, &event, "owner")
        }
      } else if doer == .authority, event.kind.roles.contains(.target), kind != .organization,
        kind != .country,
        !(kind == .person && !event.participants.contains { $0.role == .target } && isLeader(entity))
      {
        add(.target, entity, owner.head, &event, "owner")
      } else {
        add(doer, entity, owner.head, &event, "owner")
      }
    }
  }

  /// Whether a person is known as one who acts for a government.
  func isLeader(_ entity: Int) -> Bool {
    entities[entity].known >= 0 && !targeted.contains(entity)
  }

  /// A name before a noun acts where it designates, and is hit otherwise.
  func giveByUse(_ found: [Int], _ noun: Filler, _ doer: Role, _ event: inout FoundEvent) {
    for entity in found {
      let kind = entities[entity].kind
      // "Bars U.S. persons from dealing there": who is bound neither acts nor is hit.
      if event.kind == .restriction || event.kind == .relief, kind == .country,
        reads(noun.head, "persons", "person", "citizens", "nationals")
          || has(noun.head, .genericParty) && word(noun.head + 1) == lexicon.words.from
      {
        continue
      }
      if kind.isInstrument {
        if event.kind.roles.contains(.instrument) {
          add(.instrument, entity, noun.head, &event, "name before the noun")
        }
        continue
      }
      if doer == .actor {
        if event.kind == .weaponsTest { add(.actor, entity, noun.head, &event, "name before the noun") }
        continue
      }
      let known = entities[entity].known
      let designates = known >= 0 && lexicon.authorities.contains(known)
      if designates, kind == .organization || kind == .country && !isForeign(entity, event) {
        add(.authority, entity, noun.head, &event, "name before the noun")
      } else if event.kind.roles.contains(.target), kind != .organization, kind != .place,
        kind != .country || event.kind == .restriction || event.kind == .relief
      {
        add(.target, entity, noun.head, &event, "name before the noun")
      }
    }
  }

  /// "Gondor lifted Iran sanctions": beside a subject of another country that acts, a country before the noun is hit.
  private func isForeign(_ country: Int, _ event: FoundEvent) -> Bool {
    let known = entities[country].known
    return event.evidence.contains { $0.part == .authority && $0.note == "subject" }
      && event.participants.allSatisfy { participant in
        participant.role != .authority
          || participant.entity != country && entities[participant.entity].known >= 0
            && entities[participant.entity].country != known
      }
  }

  /// Adds a participant whose kind the role allows, once.
  func add(_ role: Role, _ entity: Int, _ token: Int, _ event: inout FoundEvent, _ place: String) {
    guard event.kind.roles.contains(role), entities[entity].kind.canPlay(role) else { return }
    let participant = Participant(role: role, entity: entity)
    guard !event.participants.contains(participant) else { return }
    // Nobody hits itself.
    if event.participants.contains(where: { $0.entity == entity }) { return }
    event.participants.append(participant)
    if let part = Evidence.Part(rawValue: role.rawValue) {
      let span =
        mentionAt[token] >= 0
        ? mentions[Int(mentionAt[token])].first..<mentions[Int(mentionAt[token])].last : token..<(token + 1)
      event.evidence.append(FoundEvidence(part: part, tokens: span, note: place))
    }
  }
}
