import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Gives a violation without a doer that an act punishes those whom the act hits.
  ///
  /// "Fined Whitcombe for breaches of the Act", "imposed sanctions on three firms for violating the embargo", once it is
  /// known from the rest of the post whom the act hits.
  func completeViolators() {
    for index in events.indices
    where events[index].kind == .violation && !events[index].has(.actor) {
      guard let host = punishing(events[index]) else { continue }
      for participant in events[host].participants where participant.role == .target {
        guard entities[participant.entity].kind.canPlay(.actor) else { continue }
        events[index].participants.append(Participant(role: .actor, entity: participant.entity))
        events[index].evidence.append(
          FoundEvidence(part: .actor, tokens: events[host].triggers[0], note: "hit for the violation"))
      }
    }
  }

  /// The act for whose sake a violation is told: its trigger stands before, and a preposition leads to the violation.
  private func punishing(_ violation: FoundEvent) -> Int? {
    for trigger in violation.triggers where isReason(trigger.lowerBound) {
      let start = sentences[sentence(of: trigger.lowerBound)].lowerBound
      let hosts = events.indices.compactMap { index -> (at: Int, index: Int)? in
        let event = events[index]
        guard event.kind == .enforcement || event.kind == .designation, event.has(.target),
          let at = event.triggers.last(where: {
            $0.lowerBound >= start && $0.upperBound <= trigger.lowerBound
          })
        else { return nil }
        return (at.lowerBound, index)
      }
      if let host = hosts.max(by: { $0.at < $1.at }) { return host.index }
    }
    return nil
  }

  /// Whether "for", "over", "with", "to" or "of" leads to a trigger, through its own phrase and verbs such as "conspire".
  private func isReason(_ trigger: Int) -> Bool {
    var at = trigger - 1
    let start = max(sentences[sentence(of: trigger)].lowerBound, trigger - 8)
    while at >= start, !isMark(at) {
      if word(at) == lexicon.words.for || word(at) == lexicon.words.with || word(at) == lexicon.words.over
        || word(at) == lexicon.words.to && verbForms(at + 1)?.contains(.base) != true
      {
        return true
      }
      at -= 1
    }
    return false
  }
}
