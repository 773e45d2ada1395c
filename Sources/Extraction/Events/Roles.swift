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
    event.isNarrated = isNarrated(site, clauses)
    // "The listings cover X": who is hit by what is told before.
    event.isList =
      event.kind == .designation && site.kind == .verb
      && site.slots.subject.contains { has($0.head, .nounDesignation) }
    event.isOfSanctions = isOfSanctions(site, clauses)
    fillRoles(frame, site, clauses, &event)
    giveEmpowering(site, clauses, &event)
    giveLaterInstrument(site, clauses, &event)
    giveCited(site, clauses, &event)
    giveAdopted(site, clauses, &event)
    giveGapped(site, clauses, &event)
    giveImposers(site, clauses, &event)
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
          // "China's embargo on Rohan was lifted": who owns it imposed it.
          let isOn = site.slots.prepositions.contains { reads($0.token, "on", "against") }
          if isOn, has(filler.head, .nounSanctions) {
            give(.target, filler.of, clauses, &event, "behind 'of'")
            if !event.has(.authority) {
              give(.authority, ownersAsFillers(filler, clauses), clauses, &event, "owner")
            }
          } else {
            give(
              .target, filler.of + ownersAsFillers(filler, clauses), clauses, &event, "owner of the object")
          }
          let owner = clauses.units[filler.unit].first
          // "China suspended its imports": its own.
          let isOwn =
            kind == .restriction && has(filler.head, .nounTrade)
            && site.slots.subject.contains { self.entity(at: $0.head) != nil }
          // "Ended its sanctions": who imposed them.
          if !isOwn, !has(filler.head, .nounSanctions), has(owner, .possessivePronoun),
            let entity = pronoun(owner, .target)
          {
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
          // "A Security Council resolution adopted in 2017".
          let isOfBody =
            kind == .adoption && site.slots.isPassive
            && site.slots.fillers(behind: lexicon.words.by).isEmpty
          if frame.overrides(.subject) || isOfBody {
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
          giveOwner(
            [Filler(unit: owner, head: clauses.units[owner].head, first: 0)], doer, hasTarget: false, clauses,
            &event)
        }
      }
    }
    giveProbed(site, clauses, &event)
    giveBreached(site, clauses, &event)
    if let near = frame.needs.first(where: { $0.slot == .nearby }) {
      give(
        frame.role(.nearby, usual: done), nearby(site, near.fillers, clauses), clauses, &event, "named nearby"
      )
    }
    if let bearer = frame.roles.first(where: { $0.slot == .bearer }) {
      give(bearer.role, site.bearers, clauses, &event, "who is under it")
    }
    if site.kind == .noun {
      let hasTarget = site.slots.prepositions.contains {
        reads($0.token, "of", "on", "against") && !$0.fillers.isEmpty
      }
      giveOwner(site.owners, doer, hasTarget: hasTarget, clauses, &event)
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
      // "Added X to the annex of E.O. 13405".
      for list in fillers where has(list.head, .nounList) && kind != .adoption {
        giveInstruments(list.of, &event, place)
      }
      // "Paid a fine after shipping parts to Harad": what went before the payment.
      if kind == .enforcement, word == lexicon.words.to || word == lexicon.words.with,
        site.slots.prepositions.contains(where: { $0.token < token && anchors($0.token) })
      {
        continue
      }
      if frame.overrides(.preposition(self.word(token))) {
        give(frame.role(.preposition(self.word(token)), usual: nil), fillers, clauses, &event, place)
        continue
      }
      // "listed in the annex to resolution 2653".
      if word == lexicon.words.to || word == lexicon.words.of, token > 0, has(token - 1, .nounList) {
        giveInstruments(fillers, &event, place)
      }
      if kind == .designation || kind == .delisting, !event.has(.authority) {
        giveListKeeper(fillers, clauses, &event)
      }
      if word == lexicon.words.by {
        // "Prohibits arms exports by Harad": whose trade it is.
        if kind == .restriction, site.kind == .verb, !site.slots.isPassive,
          site.slots.object.contains(where: { has($0.head, .nounTrade) || has($0.head, .nounTest) })
        {
          give(.target, countries(fillers), clauses, &event, place)
          continue
        }
        // "Blacklisted X in answer to a test by Harad": who acts is told.
        let isTold = site.kind == .verb && !site.slots.isPassive && event.has(doer)
        if isTold {
          giveInstruments(fillers, &event, place)
        } else if !frame.overrides(.subject) || site.kind == .noun {
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
        // "Imposed sanctions on 55 jurists from Harad".
        let fillers =
          kind == .designation && word == lexicon.words.from
          ? fillers.filter { countries([$0]).isEmpty } : fillers
        // "Prohibits the export of services from Gondor to Harad": who may not get them is hit.
        if word == lexicon.words.from, kind == .restriction,
          !site.slots.object.contains(where: { reads($0.head, "import", "imports") }),
          site.slots.prepositions.contains(where: {
            $0.word == lexicon.words.to && !countries($0.fillers).isEmpty
          })
        {
          continue
        }
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
    if kind == .restriction {
      giveBarredFrom(site, clauses, &event)
      giveTradedWith(site, clauses, &event)
    }
    giveTakenBack(site, clauses, &event)
    giveAccuser(site, clauses, &event)
    if event.kind == .restriction || event.kind == .relief { completeRestriction(site, clauses, &event) }
    // "Extended its ban on North Korean ships": of nobody named, a ban hits the country.
    if kind == .designation, joined == .object, event.participants.allSatisfy({ $0.role != .target }),
      site.slots.object.contains(where: { reads($0.head, "ban", "bans", "embargo", "prohibition") })
        && targetFillers(site, clauses).contains(where: {
          has($0.head, .nounTrade) || has($0.head, .vesselNoun)
        })
        // "Imposed visa restrictions on officers".
        || site.slots.object.contains(where: { has($0.head - 1, .nounVisa) })
    {
      event.kind = .restriction
      completeRestriction(site, clauses, &event)
    }
    // "Barred Harad Air from its skies": what hits a named party alone designates it.
    let hit = event.participants.filter { $0.role == .target }
    if kind == .restriction, !hit.isEmpty, hit.allSatisfy({ !entities[$0.entity].kind.isTerritory }) {
      event.kind = .designation
    }
    if kind == .violation, site.kind == .noun { completeViolation(site, clauses, &event) }
    if kind == .weaponsTest, event.participants.isEmpty { completeTest(site, &event) }
  }
}
