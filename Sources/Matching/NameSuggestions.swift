import Model

/// The names that somebody who mistyped one may have meant.
public struct NameSuggestions: Sendable {
  private struct Candidate {
    var name: String
    var letters: [UInt8]
    var words: [String]
  }

  private let candidates: [Candidate]

  /// Suggests from these names; of those that are spelled alike the first is kept.
  public init(from names: some Sequence<String>) {
    var seen: Set<String> = []
    candidates = names.compactMap { name in
      let words = NameWords(name).texts
      let letters = NameWords.joined(words)
      guard !letters.isEmpty, seen.insert(letters).inserted else { return nil }
      return Candidate(name: name, letters: Array(letters.utf8), words: words)
    }
  }

  /// The names nearest to what was typed, at most `limit`, the nearest first; none where nothing comes near.
  ///
  /// Letters left out, added, changed or swapped count; a name of which all typed words are a part comes after those
  /// that differ by a letter or two.
  public func nearest(to typed: String, limit: Int = 3) -> [String] {
    let words = NameWords(typed).texts
    let letters = Array(NameWords.joined(words).utf8)
    guard !letters.isEmpty else { return [] }
    let allowed = max(1, min(4, letters.count / 4))
    let scored = candidates.compactMap { candidate -> (score: Int, name: String)? in
      if let distance = EditDistance.between(letters, candidate.letters, atMost: allowed) {
        return (distance * 2, candidate.name)
      }
      return partScore(words, candidate).map { ($0, candidate.name) }
    }
    return scored.sorted { ($0.score, $0.name.utf8.count, $0.name) < ($1.score, $1.name.utf8.count, $1.name) }
      .prefix(limit).map(\.name)
  }

  /// How far the typed words are from being words of a longer name; nil where they are not.
  private func partScore(_ words: [String], _ candidate: Candidate) -> Int? {
    guard candidate.words.count > words.count else { return nil }
    var score = 3
    for word in words {
      if candidate.words.contains(word) { continue }
      guard word.utf8.count > 4 else { return nil }
      let typed = Array(word.utf8)
      let isNear = candidate.words.contains { EditDistance.between(typed, Array($0.utf8), atMost: 1) != nil }
      guard isNear else { return nil }
      score += 2
    }
    return score
  }
}

/// The number of letters left out, added, changed or swapped with their neighbour (optimal string alignment).
enum EditDistance {
  /// The distance; nil where it is over `limit`, which is found out early.
  static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
        least = min(least, cost)
      }
      if least > limit { return nil }
      before = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
