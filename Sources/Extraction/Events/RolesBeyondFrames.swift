import Knowledge
import Model
import TextMatching

/// Participants that no frame names: makers of a text, instruments told later, those of whom a breach is told.
extension PostReader {
  /// The instrument that makes or lets an authority act: "section 201 compels Treasury to designate X", "used it to
  /// block Y".
  func giveEmpowering(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
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

  /// "By adopting resolution 2094, the Council prohibited …": what is done by a text that the sentence opens with.
  func giveAdopted(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    let gerund = units[0].kind == .preposition && word(units[0].head) == lexicon.words.by ? 1 : 0
    guard site.kind == .verb, site.unit > gerund + 2, event.kind.roles.contains(.instrument),
      event.kind != .adoption,
      event.kind != .violation, !event.has(.instrument), gerund < units.count, units[gerund].kind == .verb,
      units[gerund].verb.isGerund, makesTexts(units[gerund].verb),
      let texts = list(at: gerund + 1, clauses),
      !units[..<site.unit].contains(where: { $0.kind == .relative })
    else { return }
    giveInstruments(texts.fillers, &event, "what is adopted")
    if event.has(.instrument) { event.isDoneByText = true }
  }

  /// The instrument behind what an act is for.
  ///
  /// "Designated X for having sold arms, pursuant to E.O. 13551".
  ///
  /// No other act stands between.
  func giveLaterInstrument(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .designation || event.kind == .delisting, site.kind == .verb, !site.isAttribute,
      !event.has(.instrument), event.has(.target)
    else { return }
    var at = site.unit + 1
    while at + 1 < units.count {
      // "Removed X, months after a court had held that …", "having named it under section 311": told of another act.
      if units[at].kind == .subordinator || units[at].kind == .verb && reads(units[at].first, "having") {
        // "For having sold arms": what a preposition leads to is the ground of the act.
        let isGround = at > site.unit + 1 && units[at - 1].kind == .preposition
        if !isGround { return }
      }
      if units[at].kind == .conjunction, opensClause(at + 1, clauses) { return }
      if units[at].kind == .mark, word(units[at].head) == Mark.semicolon { return }
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

  /// "Barred Americans from providing services to Arnor Oil": the party with whom nobody may deal.
  func giveBarredFrom(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard site.kind == .verb, !site.slots.isPassive,
      let from = units[site.unit...].prefix(8).firstIndex(where: {
        $0.kind == .preposition && word($0.head) == lexicon.words.from
      }), from + 1 < units.count, units[from + 1].kind == .verb, units[from + 1].verb.isGerund
    else { return }
    for at in (from + 2)..<min(units.count, from + 8)
    where units[at].kind == .preposition && reads(units[at].head, "to", "with", "for") {
      guard let parties = list(at: at + 1, clauses)?.fillers,
        parties.allSatisfy({
          entity(at: $0.head).map { !entities[$0].kind.isTerritory } ?? reads($0.head, "it", "them")
        })
      else { continue }
      give(.target, parties, clauses, &event, "with whom nobody may deal")
      return
    }
  }

  /// "Prohibited all transactions with Arnor Oil": the named party with whom nobody may trade.
  func giveTradedWith(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let traded =
      site.slots.object + site.slots.prepositions.filter { reads($0.token, "on") }.flatMap(\.fillers)
    guard !event.has(.target),
      let trade = traded.first(where: { has($0.head, .nounTrade) && entity(at: $0.head) == nil })
    else { return }
    var parties = site.slots.prepositions.filter { reads($0.token, "with", "involving") }.flatMap(\.fillers)
    // "Dealings with Arnor Oil are prohibited".
    let units = clauses.units
    if site.slots.isPassive, trade.unit >= 0, case let link = trade.unit + 1, link < units.count,
      units[link].kind == .preposition, reads(units[link].head, "with", "involving"),
      let named = list(at: link + 1, clauses)
    {
      parties += named.fillers
    }
    parties.removeAll { party in
      entity(at: party.head).map { entities[$0].kind.isTerritory || !entities[$0].kind.canBeListed } ?? true
    }
    give(.target, parties, clauses, &event, "with whom nobody may trade")
  }

  /// "Exceeded the cap that UNSCR 2397 imposed": the text behind what is broken.
  func giveBreached(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .violation, site.kind == .verb, !event.has(.instrument) else { return }
    // "Exceeded the cap set by resolution 2397".
    if let by = units[(site.unit + 1)...].prefix(4).firstIndex(where: {
      $0.kind == .preposition && word($0.head) == lexicon.words.by
    }), units[by - 1].kind == .verb, units[by - 1].verb.isBare, let maker = list(at: by + 1, clauses) {
      giveInstruments(maker.fillers, &event, "who set what is broken")
      if event.has(.instrument) { return }
    }
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
  func giveProbed(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
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

  /// "Gondor and EU sanctions were lifted": the first name shares the noun of the second one, and is not hit.
  func withoutImposers(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent)
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

  /// "Was hit with US sanctions", "the EU's sanctions hit X": whose they are imposed them.
  func giveImposers(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    guard site.kind == .verb, event.kind == .designation || event.kind == .restriction, !event.has(.authority)
    else { return }
    let behind = site.slots.prepositions.filter { reads($0.token, "with", "under", "by", "to") }
    for filler in site.slots.subject + behind.flatMap(\.fillers)
    where entity(at: filler.head) == nil && has(filler.head, .nounSanctions) {
      let owners = filler.owners.compactMap { entity(at: clauses.units[$0].head) }
      giveEntities(
        .authority, (owners + modifiers(of: filler, clauses)).filter(designates), filler.head, &event,
        "whose sanctions they are")
    }
  }

  /// "Released a rule that adds two firms", "signed an order banning imports": who makes the text does what it does.
  func giveMaker(of subject: [Filler], _ clauses: Clauses, _ event: inout FoundEvent) {
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

  /// "Lifted the asset freeze that it had imposed on X in 2011": whom what is taken back had hit.
  func giveTakenBack(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    let units = clauses.units
    guard event.kind == .relief || event.kind == .delisting, site.kind == .verb, !event.has(.target),
      let object = site.slots.object.last, object.unit >= 0, has(object.head, .nounSanctions),
      object.unit > site.unit || site.slots.isPassive, object.unit + 2 < units.count,
      units[object.unit + 1].kind == .relative || units[object.unit + 1].kind == .nounPhrase,
      let verb = units[object.unit...].prefix(5).firstIndex(where: { $0.kind == .verb }),
      reads(units[verb].head, "imposed", "placed", "slapped", "put", "levied")
    else { return }
    var slots = Slots()
    fillRight(of: verb, &slots, clauses)
    for slot in slots.prepositions where reads(slot.token, "on", "against") {
      give(.target, slot.fillers, clauses, &event, "hit by what is taken back")
    }
    let hit = event.participants.filter { $0.role == .target }
    let isEased = reads(
      units[site.unit].head, "relaxed", "eased", "softened", "loosened", "suspended", "waived", "relax",
      "ease")
    if !isEased, !hit.isEmpty, hit.allSatisfy({ !entities[$0.entity].kind.isTerritory }) {
      event.kind = .delisting
    }
  }

  /// Whose charge or fine somebody answers: "settled OFAC charges", "paid a Treasury fine".
  func giveAccuser(_ site: TriggerSite, _ clauses: Clauses, _ event: inout FoundEvent) {
    guard event.kind == .enforcement, site.kind == .verb, !event.has(.authority) else { return }
    for filler in site.slots.object + site.slots.complement
    where entity(at: filler.head) == nil && filler.unit >= 0
      && (has(filler.head, .nounCharge) || has(filler.head, .nounPenalty) || has(filler.head, .nounLiability))
    {
      let owners = filler.owners.compactMap { entity(at: clauses.units[$0].head) }
      giveEntities(
        .authority, (modifiers(of: filler, clauses) + owners).filter(designates), filler.head, &event,
        "whose charge it is")
    }
  }
}
