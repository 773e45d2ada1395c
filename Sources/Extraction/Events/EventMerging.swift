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
    // "May levy fines of up to a million pounds": a power of whom the law names, used on nobody.
    case .enforcement:
      event.has(.target) || event.has(.instrument)
        || event.has(.authority)
          && !(event.status == .possible
            && event.triggers.contains { reads($0.lowerBound, "fines", "penalties") })
    case .designation, .delisting: !event.participants.isEmpty
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
    // "Answered with a travel ban; the arms embargo …": two nouns for two things.
    if a.kind == .restriction, a.rule != b.rule, a.rule.hasPrefix("noun"), b.rule.hasPrefix("noun") {
      return nil
    }
    if isOfEarlierAct(b, than: a) || isOfEarlierAct(a, than: b) { return nil }
    if isCurrent(b, of: a) || isTodays(b, as: a) || namesText(b, of: a) { return 4 }
    if goesOn(b, from: a) || goesOn(a, from: b) { return 4 }
    if addsToNews(b, of: a) { return 3 }
    if isOtherStage(a, b) { return nil }
    var score = 0
    for role in a.kind.roles {
      guard a.has(role), b.has(role) else { continue }
      if a.shares(role, with: b) {
        score += role == a.kind.keyRole ? 3 : 2
      } else if role == .authority {
        // "Congress passed, and the President signed, the Act": told together they are one.
        let isOneDay = a.date == b.date || a.basis != .text || b.basis != .text
        let together = a.kind == .adoption && a.sentence == b.sentence && isOneDay
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

  /// Whether an event is told in the title.
  func isHeadline(_ event: FoundEvent) -> Bool {
    isInTitle(sentences[event.sentence].lowerBound)
  }

  /// The first sentence behind the title.
  var firstSentenceOfText: Int { sentences.firstIndex { !isInTitle($0.lowerBound) } ?? 0 }

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

  /// Whether one is a part of the other: a bureau of its department, both of their country; a president stands for his.
  func isPart(_ part: Int, of whole: Int) -> Bool {
    var known = entities[part].known
    guard known >= 0, entities[whole].known >= 0 else { return false }
    let wanted = lexicon.countryOfHolder[entities[whole].known] ?? entities[whole].known
    if known == wanted { return true }
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
