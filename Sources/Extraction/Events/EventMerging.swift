import Knowledge
import Model
import TextMatching

extension PostReader {
  /// How many events before it one is compared with, and how often one may be told: what is told again is told near,
  /// and so a long post costs no more a byte than a short one.
  private static let reach = 60

  /// Joins what is told of one event in several places: kind and status agree, nothing contradicts, something ties.
  func mergeEvents() {
    var merged: [FoundEvent] = []
    merged.reserveCapacity(events.count)
    for event in events {
      var best: (score: Int, index: Int)?
      for index in merged.indices.suffix(PostReader.reach)
      where merged[index].kind == event.kind && merged[index].status == event.status
        && merged[index].triggers.count < PostReader.reach
      {
        guard let score = tie(merged[index], event) else { continue }
        if best.map({ score >= $0.score }) ?? true { best = (score, index) }
      }
      if let best { join(event, into: &merged[best.index]) } else { merged.append(event) }
    }
    events = merged
    completeBreaches()
    completeViolators()
    events.removeAll { !isTold($0) }
  }

  /// Whether an event tells enough to be one: a party, an instrument, an authority or a date.
  private func isTold(_ event: FoundEvent) -> Bool {
    switch event.kind {
    case .restriction, .relief: !event.participants.isEmpty
    case .designation, .delisting, .enforcement: !event.participants.isEmpty
    case .adoption: !event.participants.isEmpty || event.date != nil
    case .violation:
      event.participants.contains { $0.role == .instrument }
        || event.participants.contains { $0.role == .actor }
    case .weaponsTest: !event.participants.isEmpty || event.date != nil
    }
  }

  /// How closely two claims of one kind and status are tied; nil where they cannot be one event.
  private func tie(_ a: FoundEvent, _ b: FoundEvent) -> Int? {
    if let first = a.date, let second = b.date, a.basis == .text, b.basis == .text, !first.overlaps(second) {
      return nil
    }
    if isOfOtherMaker(a, b) || isOfOtherMaker(b, a) { return nil }
    if isCurrent(b, of: a) || isTodays(b, as: a) || goesOn(b, from: a) || namesText(b, of: a) { return 4 }
    var score = 0
    for role in a.kind.roles {
      guard a.has(role), b.has(role) else { continue }
      if a.shares(role, with: b) {
        score += role == a.kind.keyRole ? 3 : 2
      } else if role == .authority {
        // "Congress passed, and the President signed, the Act": told together they are one.
        let together = a.kind == .adoption && a.sentence == b.sentence && a.date == b.date
        guard areParts(a, b) || together else { return nil }
        score += 1
      } else if role == .instrument, a.kind.keyRole != .instrument {
        // "UNSCR 2371 bans coal", "UNSCR 2321 capped it": two resolutions are two acts.
        if a.kind == .restriction, isOfResolution(a), isOfResolution(b) { return nil }
        continue
      } else if role == a.kind.keyRole {
        // Other targets of one act: the same doer on the same day in the same breath.
        if isTakenUp(a, b) || isOneAct(a, b) || isToldInLead(a, b) {
          score += 2
          continue
        }
        guard a.kind.keyRole == .target, let first = a.date, first == b.date, a.shares(.authority, with: b)
        else {
          return nil
        }
      } else {
        return nil
      }
    }
    if a.kind == .weaponsTest, weaponsDiffer(a, b) { return nil }
    if let first = a.date, first == b.date { score += 1 }
    // What is told again is told near where it was told last.
    let last = a.triggers.map { sentence(of: $0.lowerBound) }.max() ?? a.sentence
    let distance = b.sentence - min(last, b.sentence)
    let key = a.kind.keyRole
    let isOpen = !a.has(key) || !b.has(key)
    if isOpen, score < 2 {
      if isHeadline(a), score >= 0, distance > 0, !isOld(b), !b.isAdded,
        !events.contains(where: { $0.kind == a.kind && $0.sentence > last && $0.sentence < b.sentence })
      {
        return 2
      }
      if listsTargets(b, of: a) || namesTargets(b, of: a) { return 2 }
      if distance == 0, score > 0 { return score + 1 }
      // "The listing by OFAC": the article takes up what was told shortly before.
      if distance <= 3, score >= 1, isDefinite(b), !b.has(key) { return score + 1 }
      return distance <= 1 && score >= 1 ? score : nil
    }
    return score >= 2 ? score : nil
  }

  /// Whether one restriction is that of a UN resolution and the other that of a country, told elsewhere.
  private func isOfOtherMaker(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    guard a.kind == .restriction, a.sentence != b.sentence, !a.has(.authority), !b.has(.instrument) else {
      return false
    }
    return isOfResolution(a)
      && b.participants.contains { $0.role == .authority && entities[$0.entity].kind == .country }
  }

  private func isOfResolution(_ event: FoundEvent) -> Bool {
    event.participants.contains { $0.role == .instrument && entities[$0.entity].kind == .resolution }
  }

  /// Whether a noun with the definite article tells an event.
  private func isDefinite(_ event: FoundEvent) -> Bool {
    guard event.rule.hasPrefix("noun"), let first = event.triggers.first?.lowerBound else { return false }
    let start = sentences[event.sentence].lowerBound
    return (max(start, first - 4)..<first).contains { word($0) == lexicon.words.the }
  }

  /// "Today's designations were made under section 3": a noun without a doer takes up the act of the post's day.
  private func isTodays(_ event: FoundEvent, as act: FoundEvent) -> Bool {
    event.rule.hasPrefix("noun") && !event.has(.authority) && !event.has(.target) && event.has(.instrument)
      && act.has(.authority) && !act.has(.instrument) && act.status == .actual && event.date?.day != nil
      && event.date == act.date && act.date.map { isFresh($0) } ?? false
  }

  /// "X, Y and Z are being designated for …": what goes on without a doer is the act that a release announces.
  private func isCurrent(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    // "The tanker was identified as property of X" goes with it.
    let isIdentified = event.rule == "verb 'identify'" && event.date == nil
    // "Also designated were A and B".
    let isOneMore =
      event.isAdded && event.date == nil && event.kind == .designation && event.sentence - act.sentence <= 3
    guard event.isUnderWay || isIdentified || isOneMore, !event.has(.authority), act.has(.authority),
      !act.isBackground,
      act.status == .actual,
      act.kind == .designation || act.kind == .delisting,
      !act.has(.instrument) || !event.has(.instrument) || act.shares(.instrument, with: event)
    else { return false }
    return act.date.map { isFresh($0) } ?? isHeadline(act)
  }

  /// Whether a text is named that was told before without its name.
  ///
  /// "Trump signed an executive order. … Executive Order 14312, signed Monday, …".
  private func namesText(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    guard act.kind == .adoption, act.status == .actual, !act.has(.instrument), act.has(.authority),
      !event.has(.authority),
      event.sentence > act.sentence, event.sentence - act.sentence <= 4, act.rule == event.rule,
      let text = event.participants.first(where: { $0.role == .instrument })
    else { return false }
    let end = min(tokens.count - 1, act.triggers[0].upperBound + 6)
    guard
      let noun = (act.triggers[0].upperBound..<end).first(where: {
        has($0, .lawNoun) || has($0, .resolutionWord)
      }),
      mentionAt[noun] < 0, has(noun - 1, .article) || has(noun - 2, .article)
    else { return false }
    let name = entities[text.entity].name
    return has(noun, .resolutionWord)
      ? entities[text.entity].kind == .resolution
      : reads(noun, "order", "orders")
        ? name.hasPrefix("E.O.") : entities[text.entity].kind == .law && !name.hasPrefix("E.O.")
  }

  /// "Unsealed an indictment charging X", "an indictment against X charging him": the participle goes on from the noun.
  private func goesOn(_ event: FoundEvent, from act: FoundEvent) -> Bool {
    guard act.kind == .enforcement, act.sentence == event.sentence, let next = event.triggers.first,
      ends(next.lowerBound, in: "ing")
    else { return false }
    if act.has(.target) {
      return event.participants.allSatisfy { mine in
        act.participants.contains { $0.entity == mine.entity && $0.role == .target }
      }
    }
    return !event.has(.authority) && act.triggers.contains { $0.upperBound == next.lowerBound }
  }

  /// Whether an event is told in the title.
  func isHeadline(_ event: FoundEvent) -> Bool {
    isInTitle(sentences[event.sentence].lowerBound)
  }

  /// The first sentence behind the title.
  var firstSentenceOfText: Int { sentences.firstIndex { !isInTitle($0.lowerBound) } ?? 0 }

  /// Whether the lead of a post tells the act of its headline: the same doer, in the first two sentences of the text.
  private func isToldInLead(_ headline: FoundEvent, _ lead: FoundEvent) -> Bool {
    guard isHeadline(headline), !isHeadline(lead), !lead.isBackground,
      headline.shares(.authority, with: lead) || areParts(headline, lead)
    else { return false }
    // "FinCEN named A, and OFAC froze the assets of B": two bureaus of one department act each for itself.
    let hasOther = headline.participants.contains { $0.role == .authority && !isDoer($0.entity, of: lead) }
    if hasOther, headline.triggers.contains(where: { sentence(of: $0.lowerBound) == lead.sentence }) {
      return false
    }
    let first = firstSentenceOfText
    return lead.sentence - first <= 1
  }

  /// Whether a list names the targets of an act that is told without them shortly before.
  ///
  /// "OFAC today sanctioned three people. … Those designated are: …": the list must not tell another authority.
  private func listsTargets(_ list: FoundEvent, of act: FoundEvent) -> Bool {
    list.isList && act.has(.authority) && !act.has(.target) && !act.isBackground
      && (!list.has(.authority) || list.shares(.authority, with: act) || areParts(list, act))
      && list.sentence - act.sentence <= 8
      && !events.contains { other in
        other.kind == act.kind && other.sentence > act.sentence && other.sentence < list.sentence
          && other.has(.authority) && !other.shares(.authority, with: act) && !areParts(other, act)
      }
  }

  /// Whether an act without a doer names whom the act of the lead hits.
  ///
  /// "OFAC is imposing sanctions on a refinery and two men. X, its chairman Y and Z were designated pursuant to …".
  private func namesTargets(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    guard act.kind == .designation || act.kind == .delisting, act.status == .actual, act.has(.authority),
      !act.has(.target), !act.isBackground, !event.isBackground, !event.has(.authority), event.has(.target),
      event.date == nil, event.rule.hasPrefix("verb"), event.sentence - act.sentence <= 3,
      !act.has(.instrument) || !event.has(.instrument) || act.shares(.instrument, with: event)
    else { return false }
    return act.date.map { isFresh($0) } ?? isHeadline(act)
  }

  /// Whether a noun takes up an act told just before: "Seoul's blacklisting of A … the blacklisting of B".
  private func isTakenUp(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    guard a.kind.keyRole == .target, b.sentence - a.sentence <= 2, b.date == nil || b.date == a.date,
      !b.participants.contains(where: { $0.role == .authority }), b.rule.hasPrefix("noun")
    else { return false }
    return a.rule == b.rule && a.participants.contains { $0.role == .authority }
  }

  /// Whether two designations are one act that a release tells target by target.
  ///
  /// The authority is the same or a part of the other, neither is told as older, and at most one has its own date,
  /// which is then of the days before the post.
  private func isOneAct(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    guard a.kind == .designation || a.kind == .delisting, a.status == .actual, !a.isBackground,
      !b.isBackground
    else { return false }
    let isUnderOne = a.shares(.instrument, with: b)
    guard !a.has(.instrument) || !b.has(.instrument) || isUnderOne else { return false }
    if a.has(.authority) != b.has(.authority) {
      // Without its doer what is told under the same instrument or of the same day is the same act.
      guard isUnderOne || a.date?.day != nil && a.date == b.date && a.basis == .text && b.basis == .text
      else {
        return false
      }
    } else {
      guard a.shares(.authority, with: b) || areParts(a, b) else { return false }
    }
    switch (a.date, b.date) {
    case (nil, nil): return b.sentence - a.sentence <= 3
    case (let day?, nil), (nil, let day?): return isFresh(day)
    case (let first?, let second?): return first == second
    }
  }

  /// Whether a day is told that lies weeks before the post: what a headline tells is newer.
  private func isOld(_ event: FoundEvent) -> Bool {
    guard event.basis == .text, let last = event.date?.last, let today = published?.last else { return false }
    return last + 14 < today
  }

  /// Whether a date lies in the week before the post.
  func isFresh(_ date: EDTF) -> Bool {
    guard let first = date.first, let today = published?.last else { return false }
    return first <= today && today <= first + 7
  }

  /// Whether an authority of one is a part of one of the other: OFAC of Treasury, Treasury of the United States.
  func areParts(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    a.participants.contains { x in
      x.role == .authority
        && b.participants.contains { y in
          y.role == .authority && (isPart(x.entity, of: y.entity) || isPart(y.entity, of: x.entity))
        }
    }
  }

  /// Whether an entity is the authority of an act, or a part of it or the whole of which that is one.
  func isDoer(_ entity: Int, of act: FoundEvent) -> Bool {
    act.participants.contains {
      $0.role == .authority
        && ($0.entity == entity || isPart(entity, of: $0.entity) || isPart($0.entity, of: entity))
    }
  }

  func isPart(_ part: Int, of whole: Int) -> Bool {
    var known = entities[part].known
    let wanted = entities[whole].known
    guard known >= 0, wanted >= 0 else { return false }
    if let country = lexicon.nameIndex[lexicon.names[known].country], country == wanted { return true }
    var steps = 0
    while let next = lexicon.partOf[known], steps < 6 {
      if next == wanted { return true }
      known = next
      steps += 1
      if let country = lexicon.nameIndex[lexicon.names[known].country], country == wanted { return true }
    }
    return false
  }

  private func weaponsDiffer(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    func isNuclear(_ event: FoundEvent) -> Bool {
      event.triggers.contains { range in
        range.contains {
          reads($0, "nuclear", "nuke", "atomic", "bomb", "hydrogen")
        }
      }
    }
    return isNuclear(a) != isNuclear(b) || a.date != b.date && a.date != nil && b.date != nil
  }

  private func join(_ event: FoundEvent, into other: inout FoundEvent) {
    for trigger in event.triggers where !other.triggers.contains(where: { $0.overlaps(trigger) }) {
      other.triggers.append(trigger)
    }
    for participant in event.participants
    where !other.participants.contains(where: { $0.entity == participant.entity }) {
      other.participants.append(participant)
    }
    if other.date == nil || other.basis == .knowledge && event.basis == .text, event.date != nil {
      other.date = event.date
      other.basis = event.basis
    } else if let mine = other.date, let new = event.date, event.basis == .text, mine.contains(new) {
      other.date = new
    }
    if other.source == nil { other.source = event.source }
    other.evidence += event.evidence
  }
}

extension FoundEvent {
  /// Whether somebody or something takes part in a role.
  func has(_ role: Role) -> Bool { participants.contains { $0.role == role } }

  /// Adds those participants that it has not yet.
  mutating func take(_ others: [Participant]) {
    for other in others where !participants.contains(other) { participants.append(other) }
  }

  /// Whether the two have a participant of a role in common.
  func shares(_ role: Role, with other: FoundEvent) -> Bool {
    participants.contains { $0.role == role && other.participants.contains($0) }
  }
}
