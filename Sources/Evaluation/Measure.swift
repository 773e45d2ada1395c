/// What is measured by precision, recall and F1, besides the mentions of each kind.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  /// Names, with the same place and kind.
  case mention
  /// Names of the same kind that share a place.
  case mentionOverlap = "mention-overlap"
  /// As `mention`, without countries and places.
  case mentionCore = "mention-core"
  /// As `mentionOverlap`, without countries and places.
  case mentionCoreOverlap = "mention-core-overlap"
  /// Entities: who is one and the same in the post.
  case entity
  /// Calendar expressions that share a place.
  case timeSpan = "time-span"
  /// Calendar expressions that share a place and have the same value.
  case timeValue = "time-value"
  /// Events of the same kind that share a trigger.
  case event
  /// Who plays which role in which kind of event.
  case argument
  /// As `argument`, of what is told as done to a party.
  case actualArgument = "actual-argument"
}

/// One line of the result.
public struct Figure: Hashable, Sendable {
  /// What was counted.
  public enum Count: Hashable, Sendable {
    case tally(Tally)
    case share(Share)
  }

  /// The measure, `kind:` and a kind of mention, or `status:` and a status.
  public var name: String
  /// What was counted.
  public var count: Count

  /// The one number to watch: F1 of a tally, accuracy of a share.
  public var value: Double {
    switch count {
    case .tally(let tally): tally.f1
    case .share(let share): share.accuracy
    }
  }
}
