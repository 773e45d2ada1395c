/// What was found of what there is: right, spurious and missed.
public struct Tally: Hashable, Sendable {
  /// Found and right.
  public var truePositives = 0
  /// Found, but wrong.
  public var falsePositives = 0
  /// There, but not found.
  public var falseNegatives = 0

  /// A count of nothing.
  public init() {}

  mutating func add(right: Int, spurious: Int, missed: Int) {
    truePositives += right
    falsePositives += spurious
    falseNegatives += missed
  }

  /// The share of what was found that is right; 0 where nothing was found.
  public var precision: Double { Share.quotient(truePositives, truePositives + falsePositives) }

  /// The share of what is there that was found; 0 where there is nothing.
  public var recall: Double { Share.quotient(truePositives, truePositives + falseNegatives) }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }
}

/// How often an answer was right.
public struct Share: Hashable, Sendable {
  /// The right answers.
  public var right = 0
  /// All answers that were due.
  public var gold = 0

  /// A share of nothing.
  public init() {}

  mutating func add(isRight: Bool) {
    gold += 1
    if isRight { right += 1 }
  }

  /// The share of right answers; 0 where none was due.
  public var accuracy: Double { Share.quotient(right, gold) }

  static func quotient(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}
