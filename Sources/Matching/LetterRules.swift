/// Letters that spellings differ in, and what they are made: the first rule that fits a place is taken.
struct LetterRules: Sendable {
  struct Rule: Sendable {
    var from: [UInt8]
    var to: [UInt8]
  }

  /// The rules by their first letter, since most letters begin none.
  private let byFirst: [[Rule]]

  /// Rules of small ASCII letters, in their order.
  init(_ pairs: [(String, String)]) {
    var byFirst = [[Rule]](repeating: [], count: 26)
    for (from, to) in pairs {
      let rule = Rule(from: Array(from.utf8), to: Array(to.utf8))
      byFirst[Int(rule.from[0] - UInt8(ascii: "a"))].append(rule)
    }
    self.byFirst = byFirst
  }

  /// The rule that fits the letters from a place on; nil for none.
  func rule(at place: Int, of letters: [UInt8]) -> Rule? {
    let bucket = Int(letters[place]) - Int(UInt8(ascii: "a"))
    guard bucket >= 0, bucket < byFirst.count else { return nil }
    return byFirst[bucket].first { rule in
      guard place + rule.from.count <= letters.count else { return false }
      for offset in rule.from.indices where letters[place + offset] != rule.from[offset] { return false }
      return true
    }
  }
}
