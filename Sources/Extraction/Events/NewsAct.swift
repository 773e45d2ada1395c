import Knowledge
import Model
import TextMatching

/// What a post adds, sentence by sentence, to the act that its headline or lead tells.
extension PostReader {
  /// How many sentences behind the last one that tells it something may be added to an act.
  private static let addingReach = 4

  /// Whether an event names more of those hit by the act of the lead.
  ///
  /// "The United States imposed sanctions on A. … Treasury said that B had also been designated. … C was hit as well."
  /// The doer is that of the lead, a part of it, or none; no other day is told.
  func addsToNews(_ event: FoundEvent, of act: FoundEvent) -> Bool {
    guard isOfLead(act), act.status == .actual, act.has(.authority), event.rule.hasPrefix("verb"),
      event.has(.target), !event.isBackground,
      !act.has(.instrument) || !event.has(.instrument) || act.shares(.instrument, with: event)
    else { return false }
    let last = act.triggers.map { sentence(of: $0.lowerBound) }.max() ?? act.sentence
    guard event.sentence > last, event.sentence - last <= PostReader.addingReach else { return false }
    let isOfDay = act.date == nil || event.date == nil || act.date == event.date
    guard isOfDay, act.date.map({ isFresh($0) }) ?? true, event.date.map({ isFresh($0) }) ?? true else {
      return false
    }
    if event.has(.authority) {
      return areParts(act, event) && (event.date != nil || act.date != nil || !event.isNarrated)
    }
    return (event.isAdded || event.date != nil || !act.has(.target)) && !isOfOther(event, than: act)
  }

  /// Whether an act is dated by the week before the post.
  func isNews(_ event: FoundEvent) -> Bool {
    event.basis == .text && event.date.map { $0.day != nil && isFresh($0) } ?? false
  }

  /// Whether a noun takes up the act of the lead: "the designations rest on the order".
  func isTakingUpNews(_ event: FoundEvent, _ act: FoundEvent) -> Bool {
    guard event.date == nil || event.date == act.date, event.status == .actual, isOfLead(act),
      event.sentence > act.sentence, event.sentence - act.sentence <= 2 * PostReader.addingReach,
      let noun = event.triggers.first?.lowerBound,
      (max(sentences[event.sentence].lowerBound, noun - 3)..<noun).contains(where: {
        word($0) == lexicon.words.the || has($0, .demonstrative)
      })
    else { return false }
    return act.date.map { isFresh($0) } ?? isHeadline(act) && !isOfOther(event, than: act)
  }

  /// Whether the headline or one of the first two sentences tells a designation or delisting as the news.
  private func isOfLead(_ act: FoundEvent) -> Bool {
    (act.kind == .designation || act.kind == .delisting) && !act.isBackground
      && (isHeadline(act) || act.sentence - firstSentenceOfText <= 1)
  }

  /// Whether between an act and an event without a doer another one acts.
  private func isOfOther(_ event: FoundEvent, than act: FoundEvent) -> Bool {
    events.contains { other in
      other.sentence > act.sentence && other.sentence <= event.sentence && other.has(.authority)
        && other.status == .actual && !other.shares(.authority, with: act) && !areParts(other, act)
    }
  }
}
