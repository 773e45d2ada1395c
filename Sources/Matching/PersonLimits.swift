/// What keeps two persons' names from being one, however alike their words are.
enum PersonLimits {
  /// The most that a comparison can reach, with the reason, for each limit that holds.
  static func all(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName) -> [(Float, String)] {
    var found: [(Float, String)] = []
    if let limit = surnames(pairs, left, right) {
      found.append((limit, limit > 0.75 ? "not by the name used alone" : "another surname"))
    }
    if haveOtherInitials(pairs, left, right) { found.append((0.75, "other initials")) }
    if let reason = tooFew(pairs, left, right) { found.append((0.75, reason)) }
    if left.syllables > 0, right.syllables > 0, left.syllables != right.syllables {
      found.append((0.75, "a syllable on one side only"))
    }
    return found
  }

  /// The most that persons can reach where the surname or first given name that one name tells is none of the other's
  /// words.
  ///
  /// Of two surnames the first is the one that is used alone.
  private static func surnames(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName) -> Float?
  {
    for (name, other, covered) in [
      (left, right, pairs.map(\.left)), (right, left, pairs.map(\.right)),
    ] where !name.surnames.isEmpty && other.words.count > 1 {
      let missing = name.places(outside: covered)
      let matched = name.surnames.filter { !missing.contains($0) }
      if matched.isEmpty { return 0.75 }
      let hasGiven = name.given.map { !missing.contains($0) } ?? true
      if matched.first != name.surnames.first || !hasGiven { return 0.79 }
    }
    return nil
  }

  /// Whether initials are left over on both sides, as the T and R of James T and James R Tuk.
  private static func haveOtherInitials(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName)
    -> Bool
  {
    [(left, pairs.map(\.left)), (right, pairs.map(\.right))].allSatisfy { name, covered in
      name.places(outside: covered).contains { name.words[$0].isInitial }
    }
  }

  /// Why at most two words that agree are too few for the longer of two names; nil where they are not.
  ///
  /// Where many people have both, "Ahmed Khalil" may be "Ahmed Mithran Khalil", but not "Khalil Ahmed Mithran". Where
  /// vowels are left out in one name, two words are alike too often.
  private static func tooFew(_ pairs: [WordPair], _ left: ComparableName, _ right: ComparableName)
    -> String?
  {
    let (long, covered) =
      left.weight >= right.weight ? (left, pairs.map(\.left)) : (right, pairs.map(\.right))
    let telling = long.words.indices.filter { long.words[$0].weight >= 0.5 }
    let missing = long.places(outside: covered).filter { long.words[$0].weight >= 0.5 }
    guard telling.count - missing.count <= 2, !missing.isEmpty else { return nil }
    if left.isConsonantal != right.isConsonantal { return "few words without vowels" }
    let ends = [long.given ?? telling[0], long.surnames.last ?? telling[telling.count - 1]]
    let isOfMany = pairs.allSatisfy { pair in
      zip(left.words[pair.left], right.words[pair.right]).allSatisfy {
        $0.weight < 0.5 || !$0.spelling.isEmpty || !$1.spelling.isEmpty
      }
    }
    return isOfMany && ends.contains(where: missing.contains) ? "names that many have" : nil
  }
}

extension ComparableName {
  fileprivate var isConsonantal: Bool { words.contains(where: \.isConsonantal) }
}
