import Knowledge
import Model
import TextMatching

/// What tells that two events are told of one act, or of two.
extension PostReader {
  /// Whether one act is that of a UN resolution of which no doer is told, and the other that of an authority outside the
  /// United Nations; of restrictions only where they are told in different sentences.
  func isOfOtherMaker(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    guard a.kind == .restriction && a.sentence != b.sentence || a.kind == .designation, !a.has(.authority),
      !b.has(.instrument), isOfResolution(a)
    else { return false }
    return b.participants.contains { participant in
      participant.role == .authority && !isOfUnitedNations(participant.entity)
    }
  }

  /// Whether an entity is the United Nations or a part of it.
  func isOfUnitedNations(_ entity: Int) -> Bool {
    let name = entities[entity].name
    return name == "United Nations" || name.hasPrefix("U.N.") || name.hasSuffix(" Committee")
  }

  func isOfResolution(_ event: FoundEvent) -> Bool {
    event.participants.contains { $0.role == .instrument && entities[$0.entity].kind == .resolution }
  }

  /// "Renewed the measures first imposed by resolution 2428": what goes on was imposed before.
  func isOfEarlierAct(_ event: FoundEvent, than act: FoundEvent) -> Bool {
    guard event.kind == .restriction, event.sentence == act.sentence, event.rule == "verb 'impose'",
      let trigger = act.triggers.first?.lowerBound, let later = event.triggers.last?.lowerBound
    else { return false }
    return has(trigger, .renewing) && trigger < later
  }

  /// "Was arrested in Athens … is charged with smuggling": steps against one party that verbs of their own tell.
  func isOtherStage(_ a: FoundEvent, _ b: FoundEvent) -> Bool {
    a.kind == .enforcement && a.sentence != b.sentence && a.rule != b.rule
      && PostReader.stageRules.contains(a.rule) && PostReader.stageRules.contains(b.rule)
  }

  /// The rules of verbs that each tell one step against a party.
  private static let stageRules = Set(
    [
      "arrest", "charge", "sentence", "convict", "plead guilty", "fine", "seize", "acquit", "extradite",
      "raid",
    ].map { "verb '\($0)'" })

  /// Whether a noun with the definite article tells an event.
  func isDefinite(_ event: FoundEvent) -> Bool {
    guard event.rule.hasPrefix("noun"), let first = event.triggers.first?.lowerBound else { return false }
    let start = sentences[event.sentence].lowerBound
    return (max(start, first - 4)..<first).contains { word($0) == lexicon.words.the }
  }

  /// "Today's designations were made under section 3": a noun without a doer takes up the act of the post's day.
  func isTodays(_ event: FoundEvent, as act: FoundEvent) -> Bool {
    event.rule.hasPrefix("noun") && !event.has(.authority) && !event.has(.target) && event.has(.instrument)
      && act.has(.authority) && !act.has(.instrument) && act.status == .actual
      && (event.date?.day != nil && event.date == act.date && act.date.map { isFresh($0) } ?? false
        || isTakingUpNews(event, act))
  }

  /// "X, Y and Z are being designated for …": what goes on without a doer is the act that a release announces.
  func isCurrent(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    // "The tanker was identified as property of X" goes with it.
    let isIdentified = event.rule == "verb 'identify'" && event.date == nil
    // "Also designated were A and B".
    let isOneMore =
      event.isAdded && event.date == nil && event.kind == .designation && event.sentence - act.sentence <= 3
    guard event.isUnderWay || isIdentified || isOneMore || isReasoned(event, on: act.date),
      !event.has(.authority), act.has(.authority),
      !act.isBackground,
      act.status == .actual,
      act.kind == .designation || act.kind == .delisting,
      // One release lists under several orders.
      event.isUnderWay || !act.has(.instrument) || !event.has(.instrument)
        || act.shares(.instrument, with: event)
    else { return false }
    return act.date.map { isFresh($0) } ?? (act.isUnderWay || isHeadline(act))
  }

  /// "X was designated for acting on behalf of Y": what a release of the day of an act gives a reason for is that act.
  private func isReasoned(_ event: FoundEvent, on day: EDTF?) -> Bool {
    guard let day, day.day != nil, day.last == published?.last, event.isNarrated, event.date == nil,
      event.kind == .designation, event.rule.hasPrefix("verb"), event.has(.target),
      let behind = event.triggers.first?.upperBound
    else { return false }
    return reads(behind, "for", "pursuant", "because", "under")
  }

  /// Whether a text is named that was told before without its name.
  ///
  /// "Trump signed an executive order. … Executive Order 14312, signed Monday, …".
  func namesText(_ event: FoundEvent, of act: FoundEvent) -> Bool {
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
  func goesOn(_ event: FoundEvent, from act: FoundEvent) -> Bool {
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

  /// Whether the lead of a post tells the act of its headline: the same doer, in the first two sentences of the text.
  func isToldInLead(_ headline: FoundEvent, _ lead: FoundEvent) -> Bool {
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
  func listsTargets(_ list: FoundEvent, of act: FoundEvent) -> Bool {
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
  func namesTargets(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    guard act.kind == .designation || act.kind == .delisting, act.status == .actual, act.has(.authority),
      !act.has(.target), !act.isBackground, !event.isBackground, !event.has(.authority), event.has(.target),
      event.date == nil, event.rule.hasPrefix("verb"), event.sentence - act.sentence <= 3,
      !act.has(.instrument) || !event.has(.instrument) || act.shares(.instrument, with: event)
    else { return false }
    return act.date.map { isFresh($0) } ?? isHeadline(act)
  }
}
