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
    // "The embassy was shut, Coale added, and …": who adds something speaks.
    if reads(head, "added", "adds"), word(head + 1) == Mark.comma || word(head + 1) == Mark.quote,
      unit > 0, clauses.units[unit - 1].kind == .nounPhrase, group.isBare || group.forms.contains(.third),
      entity(at: clauses.units[unit - 1].head).map({ !entities[$0].kind.isInstrument }) ?? true
    {
      return nil
    }
    // "Cannot sign it away".
    if reads(head + 1, "away"), reads(head, "sign", "signed", "signs") { return nil }
    // "China hit back": nobody is hit.
    if reads(head + 1, "back"), reads(head, "hit", "hits", "hitting") { return nil }
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
    } else if isReduced, let main = mainBehindCondition(unit, clauses) {
      site.slots.object = subject(of: main, clauses)
    } else if isReduced {
      site.slots.object =
        opensSentence(unit, clauses) ? followingSubject(unit, clauses) : antecedent(before: unit, clauses)
    } else if group.isPassive {
      site.slots.object = subject(of: unit, clauses)
    } else {
      site.slots.subject = subject(of: verbOfDoing(before: unit, clauses) ?? unit, clauses)
    }
    if site.slots.isPassive { fillHolders(of: &site.slots.object, clauses) }
    if group.isPassive { fillBehind(site.slots.object, of: unit, &site.slots, clauses) }
    fillRight(of: unit, &site.slots, clauses)
    // "The sanctions on Arnor Bank expired".
    if !site.slots.isPassive, site.slots.object.isEmpty {
      fillBehind(site.slots.subject, of: unit, &site.slots, clauses)
    }
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
      let named = namesBehindRelative(object, clauses)
    {
      site.slots.object += named
    }
    // "Designated X and three firms that hide its cargoes: A, B and C".
    let described = site.slots.object
    if let last = described.last, entity(at: last.head) == nil,
      described.allSatisfy({ entity(at: $0.head) == nil }) || has(last.head, .genericParty),
      let names = announced(behind: unit, clauses)
    {
      site.slots.object += names
    }
    // "By designating three men you will not meet at Davos, among them A and B".
    if let last = site.slots.object.last, entity(at: last.head) == nil,
      has(last.head, .genericParty) || has(last.head, .nounEntry)
        || (last.unit + 1..<last.unit + 3).contains(where: {
          $0 < clauses.units.count && has(clauses.units[$0].head, .genericParty)
        }),
      let names = namedAmong(behind: unit, clauses)
    {
      site.slots.object += names
    }
    return site
  }

  /// "The sanctions on Arnor Bank were lifted", "an indictment against Orlenko was unsealed": the phrases between such a
  /// subject and its verb.
  private func fillBehind(_ subjects: [Filler], of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    guard subjects.count == 1, let subject = subjects.first, subject.unit >= 0, subject.unit < unit,
      entity(at: subject.head) == nil,
      has(subject.head, .nounSanctions) || has(subject.head, .nounPenalty) || has(subject.head, .nounFine)
        || has(subject.head, .nounCharge) || has(subject.head, .nounProbe),
      var at = filler(at: clauses.unit(at: subject.first), clauses)?.next
    else { return }
    while at + 1 < unit, clauses.units[at].kind == .preposition, let list = list(at: at + 1, clauses),
      list.next <= unit
    {
      slots.prepositions.append((word(clauses.units[at].head), clauses.units[at].head, list.fillers))
      at = list.next
    }
  }

  /// Gives a verb without an object of its own the one that it shares with another verb or that a pronoun stands for.
  private func fillMissingObject(of unit: Int, _ slots: inout Slots, _ clauses: Clauses) {
    if slots.isPassive {
      guard clauses.units[unit].verb.isPassive, slots.object.isEmpty else { return }
      slots.object = relativeObject(of: unit, clauses) ?? []
      return
    }
    let stranded = strandedPreposition(behind: unit, clauses)
    // "Which FinCEN named a primary money laundering concern": what a noun for it says is no object.
    if slots.complement.isEmpty, slots.object.count == 1, let only = slots.object.first,
      entity(at: only.head) == nil, has(only.head, .nounConcern) || has(only.head, .nounStatus),
      let named = relativeObject(of: unit, clauses)
    {
      slots.complement = slots.object
      slots.object = named
      return
    }
    // "Whom Gondor designated in May along with Arnor Trading": who goes along is not all.
    if let along = slots.object.first, along.first > 1, has(along.first - 2, .together),
      let named = relativeObject(of: unit, clauses)
    {
      slots.object = named + slots.object
      return
    }
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
    var antecedent = antecedent(before: relative, clauses)
    // "The list of sponsors of terrorism, from which Harad was removed".
    if let first = antecedent.first, case let start = clauses.unit(at: first.first), start > 1,
      word(units[start - 1].head) == lexicon.words.of, units[start - 2].kind == .nounPhrase,
      has(units[start - 2].head, .nounList)
    {
      let list = units[start - 2]
      let owners = filler(at: clauses.firstWithOwners(of: start - 2), clauses)?.filler.owners ?? []
      antecedent = [
        Filler(unit: start - 2, head: list.head, first: list.first, owners: owners, of: antecedent)
      ]
    }
    // "Signed the order, pursuant to which Treasury is blocking X".
    let isPursuant = word(preposition) == lexicon.words.to && word(preposition - 1) == lexicon.words.pursuant
    slots.prepositions.append((isPursuant ? lexicon.words.under : word(preposition), preposition, antecedent))
  }

  /// The passive verb before "and" or "nor" whose auxiliaries a participle shares: "was blacklisted and barred".
  private func sharedPassive(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    let group = units[unit].verb
    guard unit > 0, units[unit - 1].kind == .conjunction, group.isBare, group.forms.contains(.participle)
    else {
      return nil
    }
    guard unit + 1 >= units.count || units[unit + 1].kind != .nounPhrase else { return nil }
    // "Was hit by Japan the day the order came out, and sanctioned by Britain": a clause about the day lies between.
    for at in (max(0, unit - 12)..<unit).reversed() {
      switch units[at].kind {
      case .verb where units[at].verb.isPassive: return at
      case .verb:
        guard at > 1, units[at - 1].kind == .nounPhrase,
          isUnit(units[at - 2].head) || units[at - 2].kind == .time
        else { return nil }
      case .relative, .subordinator, .mark: return nil
      default: break
      }
    }
    return nil
  }

  /// "The bill, if passed, would bar X": the verb behind a condition between commas, whose subject the participle shares.
  private func mainBehindCondition(_ unit: Int, _ clauses: Clauses) -> Int? {
    let units = clauses.units
    guard unit > 1, units[unit - 1].kind == .subordinator,
      units[unit - 2].kind == .comma || units[unit - 2].kind == .verb, unit + 2 < units.count,
      units[unit + 1].kind == .comma, let main = units[(unit + 2)...].firstIndex(where: { $0.kind == .verb })
    else { return nil }
    return main
  }

  /// Whether a participle opens its sentence, "if", "once" or "when" aside.
  func opensSentence(_ unit: Int, _ clauses: Clauses) -> Bool {
    unit == 0 || unit == 1 && clauses.units[0].kind == .subordinator
      || word(clauses.units[unit - 1].head) == Mark.semicolon
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
    // "Under that accord most sanctions were lifted": no comma stands before a determiner.
    guard noun < unit, let list = list(at: noun, clauses), list.next < units.count,
      units[list.next].kind == .comma
        || units[list.next].kind == .nounPhrase && has(units[list.next].first, .determiner)
          && list.fillers.allSatisfy({ namesInstrument($0.head) }),
      list.next < unit
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
}
