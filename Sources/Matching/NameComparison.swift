public import Model

/// What comparing two names gives: how likely they are one name, and why.
public struct NameComparison: Sendable {
  /// The score from which two names count as one, unless told otherwise.
  public static let threshold = 0.8

  /// From 0 to 1.
  public let score: Double
  private let left: ComparableName
  private let right: ComparableName
  private let pairs: [Pair]
  private let more: [String]

  /// Words of one name that are alike those of the other.
  private struct Pair {
    var left: Range<Int>
    var right: Range<Int>
    var value: Float
    var reason: TokenSimilarity.Reason
  }

  /// Compares two names of a kind; without one they are taken for businesses where a word says so, else for people.
  public init(_ left: ComparableName, _ right: ComparableName, kind: EntityKind?) {
    self.left = left
    self.right = right
    guard !left.words.isEmpty, !right.words.isEmpty else {
      score = 0
      pairs = []
      more = ["a name has no letters"]
      return
    }
    var isPerson = kind == .person
    if kind == nil { isPerson = !left.looksLikeBusiness && !right.looksLikeBusiness }
    var aligned = NameComparison.aligned(left, right)
    if isPerson, let pair = NameComparison.mistyped(aligned, left, right) { aligned.append(pair) }
    pairs = aligned
    var value = NameComparison.score(pairs, left, right, isPerson: isPerson)
    var notes: [String] = []
    if isPerson, let limit = NameComparison.limit(pairs, left, right) {
      value = min(value, limit)
      notes.append(limit > 0.75 ? "not by the name used alone" : "another surname")
    }
    if isPerson, left.syllables > 0, right.syllables > 0, left.syllables != right.syllables {
      value = min(value, 0.75)
      notes.append("a syllable on one side only")
    }
    // Sister ships and numbered firms differ in nothing else.
    let numbers = left.hasNumber || right.hasNumber ? (left.numbers, right.numbers) : ([], [])
    if !numbers.0.isEmpty, !numbers.1.isEmpty, numbers.0 != numbers.1 {
      value = min(value, 0.35)
      notes.append("numbers differ")
    } else if numbers.0.isEmpty != numbers.1.isEmpty {
      value *= kind == .vessel ? 0.75 : 0.9
      notes.append("a number on one side only")
    }
    score = Double(value)
    more = notes
  }

  /// A reason for each word: "kim =", "jong ~ chong (sound 0.94)", "un missing in b".
  public var reasons: [String] {
    left.words.isEmpty || right.words.isEmpty ? more : NameComparison.notes(pairs, left, right) + more
  }

  /// The most that persons can reach where the surname or first given name that one name tells is none of the other's
  /// words.
  ///
  /// Of two surnames the first is the one that is used alone.
  private static func limit(_ pairs: [Pair], _ left: ComparableName, _ right: ComparableName) -> Float? {
    for (name, other, covered) in [
      (left, right, pairs.map(\.left)), (right, left, pairs.map(\.right)),
    ] where !name.surnames.isEmpty && other.words.count > 1 {
      let matched = name.surnames.filter { place in covered.contains { $0.contains(place) } }
      if matched.isEmpty { return 0.75 }
      let hasGiven = name.given.map { place in covered.contains { $0.contains(place) } } ?? true
      if matched.first != name.surnames.first || !hasGiven { return 0.79 }
    }
    return nil
  }

  /// Whether two names may reach a score: a quick look at their words before they are compared.
  public static func mayReach(_ threshold: Double, _ left: ComparableName, _ right: ComparableName) -> Bool {
    let (short, long) = left.weight <= right.weight ? (left, right) : (right, left)
    var weight: Float = 0
    var missing = 0
    for word in short.words {
      if long.words.contains(where: { TokenSimilarity.mayBeAlike(word, $0) }) {
        weight += word.weight
      } else {
        missing += 1
      }
    }
    // One word may be mistyped.
    return missing == 1 && left.words.count == right.words.count || Double(weight / short.weight) >= threshold
      || mayBeJoined(short, long) || mayBeJoined(long, short)
  }

  /// Whether two words of one side may together be one of the other.
  private static func mayBeJoined(_ parts: ComparableName, _ wholes: ComparableName) -> Bool {
    guard parts.words.count > 1 else { return false }
    for place in 0..<(parts.words.count - 1) {
      let (a, b) = (parts.words[place], parts.words[place + 1])
      let both = a.consonants | b.consonants
      if wholes.words.contains(where: {
        isLength(of: $0, thatOf: a, and: b) && $0.sound.first == a.sound.first && $0.consonants == both
      }) {
        return true
      }
    }
    return false
  }

  @inline(__always) private static func isLength(
    of whole: ComparableName.Word, thatOf a: ComparableName.Word, and b: ComparableName.Word
  ) -> Bool {
    whole.letters.count > max(a.letters.count, b.letters.count)
      && abs(whole.letters.count - a.letters.count - b.letters.count) <= 2
  }

  private static func score(
    _ pairs: [Pair], _ left: ComparableName, _ right: ComparableName, isPerson: Bool
  ) -> Float {
    var matched: (left: Float, right: Float) = (0, 0)
    var telling: Float = 0
    for pair in pairs {
      // Small differences count more than their share: of ten letters two is much.
      let value = pair.value >= 0.9 ? pair.value : pair.value * pair.value / 0.9
      let weights = (left.weight(of: pair.left), right.weight(of: pair.right))
      matched.left += weights.0 * value
      matched.right += weights.1 * value
      if max(weights.0, weights.1) >= 0.7 { telling += value }
    }
    let shares = (matched.left / left.weight, matched.right / right.weight)
    let isLeftShorter = left.weight <= right.weight
    let (short, long) = isLeftShorter ? shares : (shares.1, shares.0)
    let shortest = min(left.weight, right.weight)
    let longest = max(left.weight, right.weight)
    if isPerson {
      // A surname alone is shared by too many.
      if shortest < 1.3, longest > 1.3 { return short * (0.5 + 0.35 * long) }
      return short * (0.8 + 0.2 * long)
    }
    let whole = short * (0.62 + 0.38 * long)
    // Only words that every firm has in common tell nothing.
    return telling == 0 && longest > 0.8 && shares.0 < 0.999 ? min(whole, 0.5) : whole
  }

  /// Pairs of words, the most alike first; each word is in one pair.
  private static func aligned(_ left: ComparableName, _ right: ComparableName) -> [Pair] {
    var candidates: [Pair] = []
    // Words that are the same are looked for first, since only the others need the long comparison.
    var same: (left: UInt64, right: UInt64) = (0, 0)
    for (i, a) in left.words.enumerated() {
      for (j, b) in right.words.enumerated() where same.right & mask(j..<j + 1) == 0 && a.letters == b.letters
      {
        same = (same.left | mask(i..<i + 1), same.right | mask(j..<j + 1))
        candidates.append(Pair(left: i..<i + 1, right: j..<j + 1, value: 1, reason: .same))
        break
      }
    }
    for (i, a) in left.words.enumerated() where same.left & mask(i..<i + 1) == 0 {
      for (j, b) in right.words.enumerated() where same.right & mask(j..<j + 1) == 0 {
        guard let found = TokenSimilarity.compare(a, b) else { continue }
        candidates.append(
          Pair(left: i..<i + 1, right: j..<j + 1, value: found.value, reason: found.reason))
      }
    }
    joined(left, right) { candidates.append(Pair(left: $0, right: $1, value: $2, reason: .sound)) }
    joined(right, left) { candidates.append(Pair(left: $1, right: $0, value: $2, reason: .sound)) }
    candidates.sort {
      ($0.value * Float($0.left.count + $0.right.count), $1.left.lowerBound, $1.right.lowerBound)
        > ($1.value * Float($1.left.count + $1.right.count), $0.left.lowerBound, $0.right.lowerBound)
    }
    var used: (left: UInt64, right: UInt64) = (0, 0)
    var pairs: [Pair] = []
    for pair in candidates {
      let masks = (mask(pair.left), mask(pair.right))
      guard used.left & masks.0 == 0, used.right & masks.1 == 0 else { continue }
      used = (used.left | masks.0, used.right | masks.1)
      pairs.append(pair)
    }
    return pairs.sorted { $0.left.lowerBound < $1.left.lowerBound }
  }

  /// The one word of each side that is left over, where all others are the same and one letter was mistyped in it.
  ///
  /// By itself a word of four letters is another one with one letter changed; in a name that agrees otherwise it is not.
  private static func mistyped(_ pairs: [Pair], _ left: ComparableName, _ right: ComparableName) -> Pair? {
    guard let a = leftOver(left, pairs.map(\.left)), let b = leftOver(right, pairs.map(\.right)) else {
      return nil
    }
    let (x, y) = (left.words[a].letters, right.words[b].letters)
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.value >= 0.9 }), max(x.count, y.count) > 1,
      left.letterCount >= 6, right.letterCount >= 6, !left.words[a].isNumber, !right.words[b].isNumber,
      left.words[a].surname.isEmpty || right.words[b].surname.isEmpty,
      left.words[a].isPatronymic == right.words[b].isPatronymic,
      TokenSimilarity.cost(x, y, most: 1) <= 1
    else { return nil }
    return Pair(left: a..<a + 1, right: b..<b + 1, value: 0.8, reason: .typing)
  }

  /// The only word that no pair covers; nil where there are none or several.
  private static func leftOver(_ name: ComparableName, _ covered: [Range<Int>]) -> Int? {
    let left = name.words.indices.filter { place in !covered.contains { $0.contains(place) } }
    return left.count == 1 ? left[0] : nil
  }

  /// "Jong un" and "Jongun": two words of one side that together are one of the other.
  private static func joined(
    _ parts: ComparableName, _ wholes: ComparableName, _ found: (Range<Int>, Range<Int>, Float) -> Void
  ) {
    guard parts.words.count > 1, parts.words.count != wholes.words.count || parts.words.count > 2 else {
      return
    }
    for i in 0..<(parts.words.count - 1) {
      let (a, b) = (parts.words[i], parts.words[i + 1])
      if a.isNumber || b.isNumber { continue }
      for (j, whole) in wholes.words.enumerated()
      where isLength(of: whole, thatOf: a, and: b) && whole.sound.first == a.sound.first {
        if whole.letters == a.letters + b.letters {
          found(i..<i + 2, j..<j + 1, 0.98)
          continue
        }
        let sound = TokenSimilarity.sound(of: a.letters + b.letters)
        if sound.count > 3, whole.sound == sound {
          found(i..<i + 2, j..<j + 1, 0.93)
        } else if sound.count >= 7, TokenSimilarity.cost(whole.sound, sound, most: 1) <= 1 {
          // "Abdul Rahman" and "Abdurrahman".
          found(i..<i + 2, j..<j + 1, 0.9)
        }
      }
    }
  }

  private static func mask(_ range: Range<Int>) -> UInt64 {
    range.reduce(0) { $0 | 1 << UInt64(min($1, 63)) }
  }

  private static func notes(_ pairs: [Pair], _ left: ComparableName, _ right: ComparableName) -> [String] {
    var notes = pairs.map { pair in
      let (a, b) = (left.text(pair.left), right.text(pair.right))
      if a == b { return "\(a) =" }
      return "\(a) ~ \(b) (\(pair.reason.rawValue) \(hundredths(pair.value)))"
    }
    for (name, side) in [(left, 0), (right, 1)] {
      let covered = pairs.map { side == 0 ? $0.left : $0.right }
      for index in name.words.indices
      where name.words[index].weight >= 0.1 && !covered.contains(where: { $0.contains(index) }) {
        notes.append("\(name.text(index..<index + 1)) \(side == 0 ? "missing in b" : "missing in a")")
      }
    }
    return notes
  }

  private static func hundredths(_ value: Float) -> String {
    let whole = Int((value * 100).rounded())
    return whole >= 100 ? "1.00" : "0.\(whole < 10 ? "0" : "")\(whole)"
  }
}

extension ComparableName {
  fileprivate var hasNumber: Bool { words.contains(where: \.isNumber) }

  fileprivate var numbers: Set<[UInt8]> { Set(words.filter(\.isNumber).map(\.letters)) }

  fileprivate var letterCount: Int { words.reduce(0) { $0 + $1.letters.count } }

  fileprivate func weight(of range: Range<Int>) -> Float { range.reduce(0) { $0 + words[$1].weight } }

  fileprivate func text(_ range: Range<Int>) -> String {
    range.map { String(decoding: words[$0].letters, as: UTF8.self) }.joined(separator: " ")
  }
}
