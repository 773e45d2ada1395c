public import Model

/// What comparing two names gives: how likely they are one name, and why.
public struct NameComparison: Sendable {
  /// The score from which two names count as one, unless told otherwise.
  public static let threshold = 0.8

  /// From 0 to 1.
  public let score: Double
  private let left: ComparableName
  private let right: ComparableName
  private let pairs: [WordPair]
  private let more: [String]

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
    if kind != .person, kind != .vessel, let acronym = Acronym.reason(left, right) {
      score = 0.85
      pairs = []
      more = [acronym]
      return
    }
    var isPerson = kind == .person
    if kind == nil { isPerson = !left.looksLikeBusiness && !right.looksLikeBusiness }
    var aligned = NameComparison.aligned(left, right)
    if isPerson, let pair = NameComparison.mistyped(aligned, left, right) { aligned.append(pair) }
    pairs = aligned
    var value = NameComparison.score(pairs, left, right, isPerson: isPerson)
    if isPerson, NameComparison.differInOneLetter(pairs, left, right) { value = max(value, 0.8) }
    var notes: [String] = []
    if isPerson {
      for (limit, note) in PersonLimits.all(pairs, left, right) {
        value = min(value, limit)
        notes.append(note)
      }
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
    _ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName, isPerson: Bool
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
    let longest = max(left.weight, right.weight)
    if isPerson {
      // A surname alone is shared by too many.
      if left.isOneName != right.isOneName { return short * (0.5 + 0.35 * long) }
      return short * (0.8 + 0.2 * long)
    }
    let whole = short * (0.62 + 0.38 * long)
    // Only words that every firm has in common tell nothing.
    return telling == 0 && longest > 0.8 && shares.0 < 0.999 ? min(whole, 0.5) : whole
  }

  /// Pairs of words, the most alike first; each word is in one pair.
  private static func aligned(_ left: ComparableName, _ right: ComparableName) -> [WordPair] {
    var candidates: [WordPair] = []
    // Words that are the same are looked for first, since only the others need the long comparison.
    var same: (left: UInt64, right: UInt64) = (0, 0)
    for (i, a) in left.words.enumerated() {
      for (j, b) in right.words.enumerated() where same.right & mask(j..<j + 1) == 0 && a.letters == b.letters
      {
        same = (same.left | mask(i..<i + 1), same.right | mask(j..<j + 1))
        candidates.append(WordPair(left: i..<i + 1, right: j..<j + 1, value: 1, reason: .same))
        break
      }
    }
    for (i, a) in left.words.enumerated() where same.left & mask(i..<i + 1) == 0 {
      for (j, b) in right.words.enumerated() where same.right & mask(j..<j + 1) == 0 {
        guard let found = TokenSimilarity.compare(a, b) else { continue }
        candidates.append(
          WordPair(left: i..<i + 1, right: j..<j + 1, value: found.value, reason: found.reason))
      }
    }
    joined(left, right) { candidates.append(WordPair(left: $0, right: $1, value: $2, reason: .sound)) }
    joined(right, left) { candidates.append(WordPair(left: $1, right: $0, value: $2, reason: .sound)) }
    candidates.sort {
      ($0.value * Float($0.left.count + $0.right.count), $1.left.lowerBound, $1.right.lowerBound)
        > ($1.value * Float($1.left.count + $1.right.count), $0.left.lowerBound, $0.right.lowerBound)
    }
    var used: (left: UInt64, right: UInt64) = (0, 0)
    var pairs: [WordPair] = []
    for pair in candidates {
      let masks = (mask(pair.left), mask(pair.right))
      guard used.left & masks.0 == 0, used.right & masks.1 == 0 else { continue }
      used = (used.left | masks.0, used.right | masks.1)
      pairs.append(pair)
    }
    return pairs.sorted { $0.left.lowerBound < $1.left.lowerBound }
  }

  /// Whether only one letter of the names differs: "Abu Rusdan" and "Abu Rusdai".
  private static func differInOneLetter(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName)
    -> Bool
  {
    guard left.words.count == right.words.count, pairs.count == left.words.count, left.letterCount >= 8 else {
      return false
    }
    let other = pairs.filter {
      left.words[$0.left.lowerBound].letters != right.words[$0.right.lowerBound].letters
    }
    guard other.count == 1, let pair = other.first, pair.reason == .typing, pair.value > 0.75 else {
      return false
    }
    return TokenSimilarity.cost(
      left.words[pair.left.lowerBound].letters, right.words[pair.right.lowerBound].letters, most: 1) <= 1
  }

  /// The one word of each side that is left over, where all others are the same and one letter was mistyped in it.
  ///
  /// By itself a word of four letters is another one with one letter changed; in a name that agrees otherwise it is not.
  private static func mistyped(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName)
    -> WordPair?
  {
    guard let a = leftOver(left, pairs.map(\.left)), let b = leftOver(right, pairs.map(\.right)) else {
      return nil
    }
    let (x, y) = (left.words[a].letters, right.words[b].letters)
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.value >= 0.9 }), max(x.count, y.count) > 1,
      left.letterCount >= 6, right.letterCount >= 6, !left.words[a].isNumber, !right.words[b].isNumber,
      left.words[a].surname.isEmpty || right.words[b].surname.isEmpty,
      left.words[a].isPatronymic == right.words[b].isPatronymic,
      left.words[a].spelling.isEmpty || right.words[b].spelling.isEmpty,
      TokenSimilarity.cost(x, y, most: 1) <= 1
    else { return nil }
    return WordPair(left: a..<a + 1, right: b..<b + 1, value: 0.8, reason: .typing)
  }

  /// The only word that no pair covers; nil where there are none or several.
  private static func leftOver(_ name: ComparableName, _ covered: [Range<Int>]) -> Int? {
    let left = name.places(outside: covered)
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
        // "Alasd" without vowels is "al-Assad".
        if a.isConsonantal || whole.isConsonantal,
          case let bones = TokenSimilarity.skeleton(sound), bones.count > 1,
          bones == TokenSimilarity.skeleton(whole.sound)
        {
          found(i..<i + 2, j..<j + 1, 0.9)
          continue
        }
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

  private static func notes(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName) -> [String]
  {
    var notes = pairs.map { pair in
      let (a, b) = (left.text(pair.left), right.text(pair.right))
      if a == b { return "\(a) =" }
      return "\(a) ~ \(b) (\(pair.reason.rawValue) \(hundredths(pair.value)))"
    }
    for (name, side) in [(left, 0), (right, 1)] {
      let covered = pairs.map { side == 0 ? $0.left : $0.right }
      for index in name.places(outside: covered) where name.words[index].weight >= 0.1 {
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

  /// Whether only one word tells who is meant, as in "al-Mithran" and "Abdul Rahman".
  fileprivate var isOneName: Bool { words.count { $0.weight >= 0.5 || $0.isInitial } <= 1 }

  fileprivate var numbers: Set<[UInt8]> { Set(words.filter(\.isNumber).map(\.letters)) }

  fileprivate var letterCount: Int { words.reduce(0) { $0 + $1.letters.count } }

  fileprivate func weight(of range: Range<Int>) -> Float { range.reduce(0) { $0 + words[$1].weight } }

  fileprivate func text(_ range: Range<Int>) -> String {
    range.map { String(decoding: words[$0].letters, as: UTF8.self) }.joined(separator: " ")
  }
}
