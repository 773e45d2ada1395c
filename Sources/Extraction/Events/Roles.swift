import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The event that a frame tells at a site.
  func event(_ frame: Frame, _ site: TriggerSite, _ clauses: Clauses, sentence: Int) -> FoundEvent {
    var triggers = [site.tokens]
    for need in frame.needs where need.joins {
      if let noun = fillers(need.slot, site, clauses).first(where: { joinsNoun($0, need, clauses) }) {
        triggers.append(compound(endingAt: noun.head))
      }
    }
    // An asset freeze hits parties, whoever they are.
    let isFreeze =
      frame.kind == .restriction
      && triggers.dropFirst().contains {
        has($0.lowerBound, .nounAssets) && ends($0.upperBound - 1, in: "freeze")
      }
    var event = FoundEvent(
      kind: isFreeze ? .designation : frame.kind, triggers: triggers, rule: frame.rule, sentence: sentence)
    event.evidence.append(
      FoundEvidence(
        part: .trigger, tokens: site.tokens, note: why("\(frame.rule) of the event lexicon")))
    event.isBackground = isBackground(site, clauses)
    event.isUnderWay = isUnderWay(site, clauses)
    // "The listings cover X": who is hit by what is told before.
    event.isList =
      event.kind == .designation && site.kind == .verb
      && site.slots.subject.contains { has($0.head, .nounDesignation) }
    fillRoles(frame, site, clauses, &event)
    giveEmpowering(site, clauses, &event)
    giveLaterInstrument(site, clauses, &event)
    giveCited(site, clauses, &event)
    giveGapped(site, clauses, &event)
    dropPlaces(site, &event)
    return event
  }

  /// "Designated five firms in Harad, Khand and Umbar": countries joined behind a party are where it is, and not hit.
  private func dropPlaces(_ site: TriggerSite, _ event: inout FoundEvent) {
    guard event.kind == .designation || event.kind == .delisting || event.kind == .enforcement else { return }
    for list in [site.slots.object, site.slots.subject] {
      guard let first = list.first, countries([first]).isEmpty else { continue }
      for place in countries(list).compactMap({ entity(at: $0.head) }) {
        event.participants.removeAll { $0.role == .target && $0.entity == place }
      }
    }
    guard let first = event.participants.first(where: { $0.role == .target }),
      !entities[first.entity].kind.isTerritory
    else { return }
    event.participants.removeAll { $0.role == .target && entities[$0.entity].kind.isTerritory }
  }

  /// The instrument that makes or lets an authority act: "section 201 compels Treasury to designate X", "used it to
  /// block Y".
  private func giveEmpowering(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    let isResult =
      units[site.unit].verb.isGerund && site.unit > 1 && units[site.unit - 1].kind == .comma
      && namesInstrument(units[site.unit - 2].head)
    guard site.kind == .verb, !site.isAttribute, units[site.unit].verb.isInfinitive || isResult,
      event.kind.roles.contains(.instrument), event.kind != .adoption, event.kind != .violation,
      let governor = units[..<site.unit].lastIndex(where: { $0.kind == .verb })
    else { return }
    var slots = Slots()
    fillRight(of: governor, &slots, clauses)
    // "Signed the order, ending the sanctions": what is made ends them.
    let isUse = has(units[governor].head, .using) || isResult && makesTexts(units[governor].verb)
    for filler in subject(of: governor, clauses) + (isUse ? slots.object + slots.object.flatMap(\.of) : []) {
      let found =
        entity(at: filler.head)
        ?? (isUse && has(filler.head, .pronoun) ? pronoun(filler.head, .instrument) : nil)
      guard let found, entities[found].kind.isInstrument else { continue }
      add(.instrument, found, filler.head, &event, "what lets or makes the authority act")
    }
  }

  /// The instrument behind what an act is for.
  ///
  /// "Designated X for having sold arms, pursuant to E.O. 13551".
  ///
  /// No other act stands between.
  private func giveLaterInstrument(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .designation || event.kind == .delisting, site.kind == .verb, !site.isAttribute,
      !event.has(.instrument), event.has(.target)
    else { return }
    var at = site.unit + 1
    while at + 1 < units.count {
      if units[at].kind == .verb, units[at].verb.lemma >= 0, !units[at].verb.isGerund,
        lexicon.verbs[units[at].verb.lemma].frames.contains(where: { lexicon.frames[$0].kind == event.kind })
      {
        return
      }
      if units[at].kind == .preposition,
        word(units[at].head) == lexicon.words.pursuant || word(units[at].head) == lexicon.words.under
      {
        let noun = units[at + 1].kind == .preposition ? at + 2 : at + 1
        guard let list = list(at: noun, clauses) else { return }
        giveInstruments(list.fillers, &event, "behind what the act is for")
        return
      }
      at += 1
    }
  }

  /// Whether a verb tells what was before: "had designated", "which was designated", "a previously blocked bank".
  func isBackground(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb else { return false }
    if site.isAttribute { return true }
    let unit = clauses.units[site.unit]
    if unit.verb.hasHave, unit.verb.modal < 0, reads(unit.first, "had") {
      return !isReported(site.unit, clauses)
    }
    if isReduced(site.unit, clauses) { return site.unit > 0 }
    let before = unit.first - 1
    // "who is also being designated today" is the act that the post tells.
    if (unit.first..<unit.last).contains(where: { word($0) == lexicon.words.being }), !unit.verb.hasHave {
      return false
    }
    return has(before, .relative) || (max(0, before)..<unit.last).contains { has($0, .earlier) }
  }

  /// "OFAC said it had blacklisted X": what a body says that it had done is the act that it announces.
  private func isReported(_ unit: Int, _ clauses: Clauses) -> Bool {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .nounPhrase, has(units[unit - 1].head, .pronoun) else {
      return false
    }
    var at = unit - 2
    if units[at].kind == .subordinator, at > 0 { at -= 1 }
    while at > 0, units[at].kind == .time || units[at].kind == .preposition { at -= 1 }
    return units[at].kind == .verb && reads(units[at].head, "said", "announced")
      && units[at].last - units[at].first == 1
  }

  /// Whether a verb tells what is going on: "is being designated", "is removing".
  private func isUnderWay(_ site: TriggerSite, _ clauses: Clauses) -> Bool {
    guard site.kind == .verb, !site.isAttribute else { return false }
    let unit = clauses.units[site.unit]
    let isActive = unit.verb.forms.contains(.gerund) && !unit.verb.isGerund
    return (isActive || (unit.first..<unit.last).contains { word($0) == lexicon.words.being })
      && (unit.first..<unit.last).contains { reads($0, "is", "are", "am") }
  }

  private func joinsNoun(_ filler: Filler, _ need: Frame.Need, _ clauses: Clauses) -> Bool {
    need.fillers.contains { fits(filler, $0, clauses) }
  }

  /// The words of a noun trigger that ends at a token: "nuclear test", "asset freeze".
  private func compound(endingAt head: Int) -> Range<Int> {
    for start in max(0, head - 3)...head where nounTriggerAt[start] >= 0 {
      if nounTriggers[Int(nounTriggerAt[start])].last == head + 1 { return start..<(head + 1) }
    }
    return head..<(head + 1)
  }

  private func fillRoles(
    _ frame: Frame, _ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent
  ) {
    let kind = event.kind
    let doer: Role = kind == .violation || kind == .weaponsTest ? .actor : .authority
    let done: Role = kind.keyRole == .actor ? .actor : kind.keyRole
    let joined = frame.joined
    // Who does it.
    let site = withoutImposers(site, clauses, &event)
    give(frame.role(.subject, usual: doer), site.slots.subject, clauses, &event, "subject")
    if doer == .authority, !event.has(.authority) { giveMaker(of: site.slots.subject, clauses, &event) }
    // What is done to; the object of a light verb is a part of the trigger.
    if joined != .object {
      let objectRole = frame.role(.object, usual: kind == .weaponsTest ? nil : done)
      give(objectRole, site.slots.object, clauses, &event, "object")
      if objectRole == .target {
        // "froze the assets of X": the owner of what is frozen.
        for filler in site.slots.object where entity(at: filler.head) == nil && ownsThrough(filler.head) {
          give(.target, filler.of + ownersAsFillers(filler, clauses), clauses, &event, "owner of the object")
          let owner = clauses.units[filler.unit].first
          // "China suspended its imports": its own.
          let isOwn =
            kind == .restriction && has(filler.head, .nounTrade)
            && site.slots.subject.contains { self.entity(at: $0.head) != nil }
          if !isOwn, has(owner, .possessivePronoun), let entity = pronoun(owner, .target) {
            add(.target, entity, owner, &event, "pronoun as owner of the object")
          }
          giveEntities(
            .target, modifiers(of: filler, clauses).filter { !designates($0) }, filler.head, &event,
            "noun before the object")
        }
      } else if objectRole == .instrument {
        for filler in site.slots.object where entity(at: filler.head) == nil {
          giveEntities(
            .instrument, modifiers(of: filler, clauses), filler.head, &event, "noun before the object")
          give(.instrument, filler.of + ownersAsFillers(filler, clauses), clauses, &event, "behind 'of'")
          // "Vetoed a Security Council resolution": the body whose text it is, where the subject is not who adopts.
          if frame.overrides(.subject) {
            giveEntities(
              .authority,
              (modifiers(of: filler, clauses)
                + filler.owners.compactMap { self.entity(at: clauses.units[$0].head) })
                .filter { entities[$0].kind == .organization }, filler.head, &event, "whose text it is")
          }
        }
      }
    } else {
      for filler in site.slots.object {
        if done == .target {
          if !frame.overrides(.preposition(lexicon.words.of)) {
            give(.target, filler.of, clauses, &event, "behind 'of'")
          }
          giveByUse(modifiers(of: filler, clauses), filler, doer, &event)
        }
        if let owner = filler.owners.last {
          giveOwner([Filler(unit: owner, head: clauses.units[owner].head, first: 0)], doer, clauses, &event)
        }
      }
    }
    giveProbed(site, clauses, &event)
    giveBreached(site, clauses, &event)
    if let bearer = frame.roles.first(where: { $0.slot == .bearer }) {
      give(bearer.role, site.bearers, clauses, &event, "who is under it")
    }
    if site.kind == .noun {
      giveOwner(site.owners, doer, clauses, &event)
      if let noun = site.slots.object.first {
        giveByUse(site.modifiers, noun, doer, &event)
      } else {
        giveByUse(
          site.modifiers,
          Filler(unit: site.unit, head: site.tokens.lowerBound, first: site.tokens.lowerBound), doer, &event)
      }
    }
    for (word, token, fillers) in site.slots.prepositions {
      let place = why("behind '\(text(of: token).lowercased())'")
      if frame.overrides(.preposition(self.word(token))) {
        give(frame.role(.preposition(self.word(token)), usual: nil), fillers, clauses, &event, place)
        continue
      }
      // "listed in the annex to resolution 2653".
      if word == lexicon.words.to || word == lexicon.words.of, token > 0, has(token - 1, .nounList) {
        giveInstruments(fillers, &event, place)
      }
      if word == lexicon.words.by {
        // "Prohibits arms exports by Harad": whose trade it is.
        if kind == .restriction, site.kind == .verb, !site.slots.isPassive,
          site.slots.object.contains(where: { has($0.head, .nounTrade) || has($0.head, .nounTest) })
        {
          give(.target, countries(fillers), clauses, &event, place)
          continue
        }
        if !frame.overrides(.subject) || site.kind == .noun {
          give(doer, fillers, clauses, &event, "behind 'by'")
        } else if frame.role(.subject, usual: nil) == .target {
          give(.authority, fillers, clauses, &event, "behind 'by'")
        }
      } else if word == lexicon.words.under || word == lexicon.words.in || word == lexicon.words.through
        || word == lexicon.words.with
        || word == lexicon.words.for
      {
        // "under E.O. 13722", "for violating IEEPA": only an instrument.
        if kind != .adoption, kind != .violation || word == lexicon.words.under || word == lexicon.words.with
        {
          let hadInstrument = event.has(.instrument)
          giveInstruments(fillers, &event, place)
          if word == lexicon.words.in, !hadInstrument, event.has(.instrument) { event.isDoneByText = true }
          // "Under it, Treasury may block X".
          if word == lexicon.words.under || word == lexicon.words.with, let first = fillers.first,
            reads(first.head, "it"),
            let instrument = pronoun(first.head, .instrument)
          {
            add(.instrument, instrument, first.head, &event, place)
          }
        }
        if word == lexicon.words.for, kind == .restriction || kind == .relief,
          joined != nil || site.kind == .noun
        {
          give(.target, fillers, clauses, &event, "behind 'for'")
        }
        if kind == .restriction, word == lexicon.words.with || word == lexicon.words.in {
          give(.target, countries(fillers), clauses, &event, place)
        }
      } else if word == lexicon.words.on || word == lexicon.words.against || word == lexicon.words.to
        || word == lexicon.words.from
        || word == lexicon.words.of
      {
        guard done == .target else {
          if done == .instrument, word == lexicon.words.of || word == lexicon.words.on {
            give(.instrument, fillers, clauses, &event, place)
          }
          if done == .actor, word == lexicon.words.of, kind == .weaponsTest { continue }
          continue
        }
        let takesTarget = frame.asksForTarget
        let isTargetPlace =
          takesTarget || joined != nil || site.kind == .noun || kind == .restriction || kind == .relief
        guard isTargetPlace || word == lexicon.words.against else { continue }
        // "A fine on X for payments to Harad".
        if kind == .enforcement, word == lexicon.words.to || word == lexicon.words.from { continue }
        // "North Korea's exports to China": whoever owns the trade is hit, not who takes it.
        if word == lexicon.words.to, kind == .restriction,
          event.participants.contains(where: { $0.role == .target })
        {
          continue
        }
        if site.kind == .noun, word == lexicon.words.to || word == lexicon.words.from,
          kind != .restriction && kind != .relief
        {
          continue
        }
        give(.target, fillers, clauses, &event, place)
      }
    }
    if kind == .restriction { giveBarredFrom(site, clauses, &event) }
    if kind == .restriction || kind == .relief { completeRestriction(site, clauses, &event) }
    // "Barred Harad Air from its skies": what hits a named party alone designates it.
    let hit = event.participants.filter { $0.role == .target }
    if kind == .restriction, !hit.isEmpty, hit.allSatisfy({ !entities[$0.entity].kind.isTerritory }) {
      event.kind = .designation
    }
    if kind == .violation, site.kind == .noun { completeViolation(site, clauses, &event) }
    if kind == .weaponsTest, event.participants.isEmpty { completeTest(site, &event) }
  }

  /// "Barred Americans from providing services to Arnor Oil": the party with whom nobody may deal.
  private func giveBarredFrom(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard site.kind == .verb, !site.slots.isPassive,
      let from = units[site.unit...].prefix(8).firstIndex(where: {
        $0.kind == .preposition && word($0.head) == lexicon.words.from
      }), from + 1 < units.count, units[from + 1].kind == .verb, units[from + 1].verb.isGerund
    else { return }
    for at in (from + 2)..<min(units.count, from + 8)
    where units[at].kind == .preposition && reads(units[at].head, "to", "with", "for") {
      guard let parties = list(at: at + 1, clauses)?.fillers,
        parties.allSatisfy({ entity(at: $0.head).map { !entities[$0].kind.isTerritory } ?? false })
      else { continue }
      give(.target, parties, clauses, &event, "with whom nobody may deal")
      return
    }
  }

  /// "Exceeded the cap that UNSCR 2397 imposed": the text behind what is broken.
  private func giveBreached(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .violation, site.kind == .verb, !event.has(.instrument) else { return }
    for at in (site.unit + 1)..<min(units.count, site.unit + 10)
    where units[at].kind == .relative && at + 2 < units.count && units[at + 2].kind == .verb {
      guard units[at + 1].kind == .nounPhrase, let text = entity(at: units[at + 1].head),
        entities[text].kind.isInstrument
      else { continue }
      add(.instrument, text, units[at + 1].head, &event, "behind what is broken")
      return
    }
  }

  /// "Opened a probe into whether X had dodged the law": who is asked about is probed.
  private func giveProbed(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .enforcement, !event.has(.target) else { return }
    // "An inquiry into suspected money laundering at Straits Meridian Bank".
    for (token, fillers) in site.slots.prepositions.map({ ($0.token, $0.fillers) }) where reads(token, "at") {
      give(
        .target, fillers.filter { entity(at: $0.head).map { !entities[$0].kind.isTerritory } ?? false },
        clauses, &event, "where it is probed")
    }
    guard !event.has(.target),
      let whether = units[site.unit...].firstIndex(where: { $0.kind == .subordinator }),
      whether + 1 < units.count, word(units[whether].head) == lexicon.words.whether,
      units[whether - 1].kind == .preposition, reads(units[whether - 1].head, "into"),
      let asked = list(at: whether + 1, clauses)
    else { return }
    give(.target, asked.fillers, clauses, &event, "who is asked about")
  }

  /// Whether a verb is one of adopting, and not of refusing.
  private func makesTexts(_ group: VerbGroup) -> Bool {
    guard group.lemma >= 0 else { return false }
    let verb = lexicon.verbs[group.lemma]
    return verb.lemma == "release"
      || verb.frames.contains { lexicon.frames[$0].kind == .adoption }
        && !verb.cues.contains { $0.rest.isEmpty && $0.status == .negated }
  }

  /// "Gondor and EU sanctions were lifted": the first name shares the noun of the second one, and is not hit.
  private func withoutImposers(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent)
    -> TriggerSite
  {
    guard let noun = site.slots.object.last, site.slots.object.count > 1, entity(at: noun.head) == nil,
      has(noun.head, .nounSanctions), modifiers(of: noun, clauses).contains(where: designates)
    else { return site }
    var site = site
    for filler in site.slots.object.dropLast() {
      guard let imposer = entity(at: filler.head), designates(imposer) else { return site }
      add(.authority, imposer, filler.head, &event, "name before the noun")
    }
    site.slots.object = [noun]
    return site
  }

  /// "Released a rule that adds two firms", "signed an order banning imports": who makes the text does what it does.
  private func giveMaker(of subject: [Filler], _ clauses: Clauses, _ event: inout FoundEvent) {
    guard let text = subject.first, entity(at: text.head) == nil, has(text.head, .nounInstrument) else {
      return
    }
    let start = clauses.unit(at: text.first)
    guard start > 0, clauses.units[start - 1].kind == .verb, !clauses.units[start - 1].verb.isPassive,
      makesTexts(clauses.units[start - 1].verb)
    else { return }
    for maker in self.subject(of: start - 1, clauses) {
      guard let body = entity(at: maker.head), entities[body].kind.canPlay(.authority) else { continue }
      add(.authority, body, maker.head, &event, "who makes the text")
      for owner in maker.owners {
        if let owning = entity(at: clauses.units[owner].head), entities[owning].kind == .organization {
          add(.authority, owning, clauses.units[owner].head, &event, "owner of who makes the text")
        }
      }
    }
  }

  /// Whether the owner of a thing is who is hit when the thing is: "assets", "accounts", "members".
  func ownsThrough(_ head: Int) -> Bool {
    has(head, .nounAssets) || has(head, .nounSanctions) || has(head, .nounDesignation)
      || has(head, .nounAccess)
      || has(head, .nounTrade)
  }

  func countries(_ fillers: [Filler]) -> [Filler] {
    fillers.filter { filler in entity(at: filler.head).map { entities[$0].kind == .country } ?? false }
  }
}
