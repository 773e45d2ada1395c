import Knowledge
import Model
import TextMatching

/// Violations of which a test of weapons tells who committed them.
extension PostReader {
  /// Gives violations who made the test that they are told of, once it is known what is told of each test.
  func completeBreaches() {
    for index in events.indices where events[index].kind == .violation { takeFromTest(index) }
  }

  /// "Called Thursday's launch a violation": who tests is who violates, on that day.
  private func takeFromTest(_ index: Int) {
    let event = events[index]
    guard
      let test = near(index).last(where: { test in
        test.kind == .weaponsTest
          && test.triggers.contains { sentence(of: $0.lowerBound) == event.sentence }
      }) ?? testTakenUp(in: event)
    else { return }
    guard !event.has(.actor) else {
      // "Launched missiles last month, in violation of the resolution".
      if event.date == nil, event.rule.hasPrefix("noun"), event.shares(.actor, with: test),
        event.status == .actual
      {
        takeDate(of: test, into: index, "the day of the test that is the violation")
      }
      return
    }
    for actor in test.participants where actor.role == .actor { events[index].participants.append(actor) }
    if event.date == nil, let date = test.date {
      events[index].date = date
      events[index].basis = test.basis
    }
    events[index].evidence.append(
      FoundEvidence(part: .actor, tokens: test.triggers[0], note: "who made the test of the same sentence"))
  }

  /// "The launch was a violation of resolution 2397": the test told last.
  private func testTakenUp(in event: FoundEvent) -> FoundEvent? {
    guard event.rule.hasPrefix("noun"), let trigger = event.triggers.first else { return nil }
    let start = sentences[event.sentence].lowerBound
    guard
      (start..<trigger.lowerBound).contains(where: { index in
        has(index, .nounTest) && mentionAt[index] < 0
          && (word(index - 1) == lexicon.words.the || word(index - 1) == Mark.possessive
            || reads(index - 1, "this", "that"))
      })
    else { return nil }
    return events.last {
      $0.kind == .weaponsTest && $0.status == .actual && $0.triggers[0].lowerBound < trigger.lowerBound
        && event.sentence - $0.sentence <= 40
    }
  }
}
