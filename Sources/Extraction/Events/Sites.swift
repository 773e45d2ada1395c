import Knowledge
import Model
import TextMatching

/// A trigger with what stands beside it, before its frame is chosen.
struct TriggerSite {
  enum Kind { case verb, noun }

  var kind: Kind
  /// The unit of the verb group or of the phrase whose head the trigger is.
  var unit: Int
  var tokens: Range<Int>
  var slots = Slots()
  /// For a noun: who owns it and who stands before it in its phrase.
  var owners: [Filler] = []
  var modifiers: [Int] = []
  /// For a noun behind "under": who is or stays under it ("Harad remains under sanctions").
  var bearers: [Filler] = []
  /// Whether a time owns it ("Friday's designations").
  var isOwnedByTime = false
  /// Whether it is a participle before a noun ("the designated bank").
  var isAttribute = false
}

extension PostReader {
  /// What stands beside the trigger that a unit can be.
  func site(at unit: Int, _ clauses: Clauses) -> TriggerSite? {
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
    guard !isCapital(head) || !isInNotName(head) else { return nil }
    var site = TriggerSite(kind: .verb, unit: unit, tokens: head..<(head + 1))
    let sharing = sharedPassive(unit, clauses)
    let isReduced = sharing == nil && isReduced(unit, clauses)
    site.slots.isPassive = group.isPassive || isReduced || sharing != nil
    if let sharing {
      site.slots.object = subject(of: sharing, clauses)
    } else if isReduced, let copula = membership(unit, clauses) {
      site.slots.object = subject(of: copula, clauses)
    } else if isReduced, let behind = invertedSubject(unit, clauses) {
      site.slots.object = behind
    } else if isReduced {
      site.slots.object =
        opensSentence(unit, clauses) ? followingSubject(unit, clauses) : antecedent(before: unit, clauses)
    } else if group.isPassive {
      site.slots.object = subject(of: unit, clauses)
    } else {
      site.slots.subject = subject(of: unit, clauses)
    }
    fillRight(of: unit, &site.slots, clauses)
    fillMissingObject(of: unit, &site.slots, clauses)
    fillLeft(of: unit, &site.slots, clauses)
    fillParenthesis(of: unit, &site.slots, clauses)
    fillRelative(of: unit, &site.slots, clauses)
    if let members = membersNamed(behind: unit, of: isReduced ? nil : site.slots.object, clauses) {
      site.slots.object += members
    }
    // "A breach of sanctions imposed on Harad": the sanctions were imposed, not the breach.
    if isReduced, let last = site.slots.object.last, !has(last.head, .nounSanctions),
      let inner = last.of.last, entity(at: inner.head) == nil, has(inner.head, .nounSanctions)
    {
      site.slots.object = [inner]
    }
    if !site.slots.isPassive, let object = site.slots.object.last, site.slots.object.count == 1,
      entity(at: object.head) == nil, has(object.head, .genericParty) || has(object.head, .title),
      let named = nameBehindRelative(object, clauses)
    {
      site.slots.object.append(named)
    }
    // "Designated X and three firms that hide its cargoes: A, B and C".
    let described = site.slots.object
    if let last = described.last, entity(at: last.head) == nil,
      described.allSatisfy({ entity(at: $0.head) == nil }) || has(last.head, .genericParty),
      let names = announced(behind: unit, clauses)
    {
      site.slots.object += names
    }
    return site
  }

  /// Gives a verb without an object of its own the one that it shares with another verb or that a pronoun stands for.
  private func fillMissingObject(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    if slots.isPassive {
      guard clauses.units[unit].verb.isPassive, slots.object.isEmpty else { return }
      slots.object = relativeObject(of: unit, clauses) ?? []
      return
    }
    let stranded = strandedPreposition(behind: unit, clauses)
    guard slots.object.isEmpty || stranded != nil else { return }
    let relative = relativeObject(of: unit, clauses)
    // "the text the Council will vote on tomorrow": what stands behind the time belongs to another verb.
    if stranded != nil, relative != nil { slots.object = [] }
    if slots.object.isEmpty { fillSharedObject(of: unit, &slots, clauses) }
    if slots.object.isEmpty { slots.object = objectSharedWithVerb(before: unit, clauses) ?? [] }
    guard slots.object.isEmpty, let relative else { return }
    if let stranded {
      slots.prepositions.append((word(stranded), stranded, relative))
    } else {
      slots.object = relative
    }
  }

  /// "Sudan, on which sanctions were revoked": what the pronoun stands for takes the preposition before it.
  private func fillRelative(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    let units = clauses.units
    guard
      let relative = units[..<unit].lastIndex(where: {
        $0.kind == .relative || $0.kind == .verb || $0.kind == .mark
      }),
      units[relative].kind == .relative, relative > 0, units[relative - 1].kind == .preposition
    else { return }
    let preposition = units[relative - 1].head
    slots.prepositions.append((word(preposition), preposition, antecedent(before: relative, clauses)))
  }

  /// The passive verb before "and" or "nor" whose auxiliaries a participle shares: "was blacklisted and barred".
  private func sharedPassive(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    let group = units[unit].verb
    guard unit > 0, units[unit - 1].kind == .conjunction, group.isBare, group.forms.contains(.participle)
    else {
      return nil
    }
    guard unit + 1 >= units.count || units[unit + 1].kind != .nounPhrase,
      let first = units[..<unit].lastIndex(where: { $0.kind == .verb }), units[first].verb.isPassive
    else { return nil }
    return first
  }

  /// The verb of being that makes somebody one of those whom a participle describes: "X is not among the firms listed".
  func membership(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 3, units[unit - 1].kind == .nounPhrase, entity(at: units[unit - 1].head) == nil,
      units[unit - 2].kind == .preposition, has(units[unit - 2].head, .among),
      units[unit - 3].kind == .verb, units[unit - 3].verb.isAuxiliary, has(units[unit - 3].head, .be)
    else { return nil }
    return unit - 3
  }

  /// "Added to the list was X", "among those hit by Y were A and B": the subject behind the verb.
  private func invertedSubject(_ unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    let opens = units[..<unit].allSatisfy { unit in
      switch unit.kind {
      case .preposition: has(unit.head, .among)
      case .nounPhrase: unit.first + 1 == unit.last && has(unit.head, .determiner)
      case .conjunction: true
      default: false
      }
    }
    guard opens, let be = units[(unit + 1)...].firstIndex(where: { $0.kind == .verb }),
      units[be].verb.isAuxiliary,
      has(units[be].head, .be), !units[unit..<be].contains(where: { $0.kind == .comma })
    else { return nil }
    return list(at: be + 1, clauses)?.fillers
  }

  /// "Those listed today include A and B", "The firms that Treasury designated are A and B": the names behind the verb.
  private func membersNamed(behind unit: Int, of described: [Filler]?, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    let noun = described.map { $0.count == 1 ? $0[0].unit : -1 } ?? unit - 1
    guard noun >= 0, noun < unit, units[noun].kind == .nounPhrase, entity(at: units[noun].head) == nil,
      let verb = units[(unit + 1)...].firstIndex(where: { $0.kind == .verb }),
      !units[unit..<verb].contains(where: {
        $0.kind == .comma || $0.kind == .nounPhrase && entity(at: $0.head) == nil
      })
    else { return nil }
    let isNaming =
      units[verb].verb.isAuxiliary && has(units[verb].head, .be) || ends(units[verb].head, in: "clude")
      || ends(units[verb].head, in: "cluded") || ends(units[verb].head, in: "cludes")
    return isNaming ? list(at: verb + 1, clauses)?.fillers : nil
  }

  /// "Blocked the firm that signs his paychecks, Yanbian Silverstar": the name that closes the description.
  private func nameBehindRelative(_ object: Filler, _ clauses: Clauses) -> Filler? {
    let units = clauses.units
    let relative = object.unit + 1
    guard relative < units.count, units[relative].kind == .relative, units[relative - 1].kind == .nounPhrase,
      let comma = units[relative...].prefix(12).firstIndex(where: { $0.kind == .comma || $0.kind == .mark }),
      units[comma].kind == .comma, let named = filler(at: comma + 1, clauses),
      let entity = entity(at: named.filler.head), entities[entity].kind.canPlay(.target),
      !entities[entity].kind.isTerritory,
      named.next >= units.count || units[named.next].kind == .mark || units[named.next].kind == .comma
        || units[named.next].kind == .preposition || units[named.next].kind == .time
    else { return nil }
    return named.filler
  }

  /// The names behind a colon, where a common noun before it announces them: "added the following entries: A; B".
  private func announced(behind unit: Int, _ clauses: Clauses) -> [Filler]? {
    let units = clauses.units
    guard
      let colon = units[unit...].firstIndex(where: { $0.kind == .mark && word($0.head) == Mark.colon }),
      !units[(unit + 1)..<colon].contains(where: { $0.kind == .verb && !$0.verb.isBare })
        || units[(unit + 1)..<colon].first(where: { $0.kind == .verb || $0.kind == .relative })?.kind
          == .relative,
      let list = list(at: colon + 1, clauses), list.fillers.contains(where: { entity(at: $0.head) != nil })
    else { return nil }
    return list.fillers
  }

  /// Whether a participle opens its sentence, "if", "once" or "when" aside.
  func opensSentence(_ unit: Int, _ clauses: Clauses) -> Bool {
    unit == 0 || unit == 1 && clauses.units[0].kind == .subordinator
  }

  /// "Designated in 2016, the bank …": the subject of the clause behind the comma.
  private func followingSubject(_ unit: Int, _ clauses: Clauses) -> [Filler] {
    var at = unit + 1
    while at < clauses.units.count {
      if clauses.units[at].kind == .comma { return list(at: at + 1, clauses)?.fillers ?? [] }
      at += 1
    }
    return []
  }

  /// Adds the phrases before the subject.
  ///
  /// "Under E.O. 13722, Treasury …".
  func fillLeft(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    let units = clauses.units
    // The clause begins with the sentence or behind a colon or semicolon.
    let opening = units[..<unit].lastIndex {
      $0.kind == .mark && (word($0.head) == Mark.colon || word($0.head) == Mark.semicolon)
    }
    let origin = opening.map { $0 + 1 } ?? 0
    guard origin + 1 < unit,
      units[origin].kind == .preposition || units[origin].kind == .conjunction
    else { return }
    let start = units[origin].kind == .preposition ? origin : origin + 1
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

  /// Adds the phrase between commas before the subject: "that, by resolution 2699, the Council extended …".
  private func fillParenthesis(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    let units = clauses.units
    guard let subject = (slots.isPassive ? slots.object : slots.subject).first,
      subject.first < units[unit].first
    else { return }
    let comma = clauses.unit(at: subject.first) - 1
    guard comma > 2, units[comma].kind == .comma,
      let open = units[max(0, comma - 10)..<comma].lastIndex(where: { $0.kind == .preposition }), open > 0,
      units[open - 1].kind == .comma || units[open - 1].kind == .subordinator,
      let list = list(at: open + 1, clauses), list.next == comma
    else { return }
    slots.prepositions.append((word(units[open].head), units[open].head, list.fillers))
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
    site.slots.object = []
    site.slots.complement = []
    if site.owners.isEmpty { site.slots.subject = announcer(of: unit, clauses) }
    site.bearers = bearers(of: unit, clauses)
    return site
  }

  /// The subject of a verb of being or staying that leads to a noun by "under".
  private func bearers(of unit: Int, _ clauses: Clauses) -> [Filler] {
    var first = unit
    while first > 0, clauses.units[first - 1].kind == .nounPhrase, clauses.units[first - 1].isPossessor {
      first -= 1
    }
    guard first > 1, clauses.units[first - 1].kind == .preposition else { return [] }
    // "Is subject to an asset freeze".
    if word(clauses.units[first - 1].head) == lexicon.words.to,
      ends(clauses.units[first - 1].head - 1, in: "subject"),
      clauses.units[first - 2].kind == .nounPhrase
    {
      first -= 1
    } else if word(clauses.units[first - 1].head) != lexicon.words.under {
      return []
    }
    guard first > 1, clauses.units[first - 2].kind == .verb else { return [] }
    let verb = clauses.units[first - 2]
    guard verb.verb.isAuxiliary && has(verb.head, .be) || has(verb.head, .staying) else { return [] }
    return subject(of: first - 2, clauses)
  }

  /// Who announces, seeks or plans an act told by a noun: the subject of the active verb whose object it is.
  private func announcer(of unit: Int, _ clauses: Clauses) -> [Filler] {
    let start = listEnding(before: unit + 1, clauses).first.map { clauses.unit(at: $0.first) } ?? unit
    guard start > 0, clauses.units[start - 1].kind == .verb else { return [] }
    let verb = start - 1
    let group = clauses.units[verb].verb
    // A second act of one verb ("conducted 17 missile tests and two nuclear tests") or one that is announced.
    let isAct = start < unit && group.lemma >= 0 && !lexicon.verbs[group.lemma].frames.isEmpty
    // "The court may vacate the designation": who takes an act back did not do it.
    let takesBack =
      group.lemma >= 0
      && lexicon.verbs[group.lemma].frames.contains {
        lexicon.frames[$0].kind == .delisting || lexicon.frames[$0].kind == .relief
      }
      && !lexicon.verbs[group.lemma].frames.contains {
        lexicon.frames[$0].kind == .adoption || lexicon.frames[$0].kind == .designation
      }
    // "Harad condemned the designation": whoever speaks of an act does not act.
    guard !group.isPassive, !takesBack, !group.isAuxiliary, !isReduced(verb, clauses),
      isAct || !has(clauses.units[verb].head, .commenting),
      isAct || cue(ofVerb: verb, clauses) != nil
    else { return [] }
    return subject(of: verb, clauses)
  }
}
