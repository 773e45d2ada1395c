/// How alike two words of names are, from 0 to 1.
enum TokenSimilarity {
  /// Why two words are alike.
  enum Reason: String {
    case same = "="
    case initial = "initial"
    case sound = "sound"
    case spelling = "spelling"
    case consonants = "consonants"
    case typing = "letters"
  }

  /// The likeness of two words and its reason; nil where they are not alike.
  static func compare(_ a: ComparableName.Word, _ b: ComparableName.Word) -> (value: Float, reason: Reason)? {
    if a.letters == b.letters { return (1, .same) }
    if a.isNumber || b.isNumber { return nil }
    if a.isInitial || b.isInitial { return a.letters.first == b.letters.first ? (0.75, .initial) : nil }
    if a.isConsonantal || b.isConsonantal, let value = consonantal(a.sound, b.sound) {
      return (value, .consonants)
    }
    if isOneSound(a, b) { return (0.94, a.sound == b.sound || a.spelling.isEmpty ? .sound : .spelling) }
    if isFeminine(a.letters, of: b.letters) || isFeminine(b.letters, of: a.letters) { return (0.7, .typing) }
    // "Kang" is no "Jang".
    if !a.surname.isEmpty && !b.surname.isEmpty { return nil }
    // "Rahimi" is no "Karimi", nor "Karim" with a letter too many.
    if !a.spelling.isEmpty, !b.spelling.isEmpty { return nil }
    // Two syllables are two names, however alike they are.
    if a.isSyllable && b.isSyllable { return nil }
    let longer = max(a.letters.count, b.letters.count)
    guard longer > 3, mayBeTyped(a, b) else { return nil }
    let most = mostTyped(longer)
    var distance = cost(a.letters, b.letters, most: most)
    // Hearing a word costs a little by itself, so that it need not be tried where typing costs as little.
    if distance > 0.3, a.sound != a.letters || b.sound != b.letters {
      distance = min(distance, cost(a.sound, b.sound, most: most - 0.3) + 0.3)
    }
    let value = 1 - distance / Float(longer)
    // "Petrovich" and "Pavlovich" are alike in what all such names have, and "Mikhailov" is no "Mikhailovich".
    if a.isPatronymic || b.isPatronymic, distance > 1 { return nil }
    // Firms choose names that are alike.
    if !a.isOfPerson, value < 0.8 { return nil }
    return distance <= most ? (value, .typing) : nil
  }

  /// "Karima" and "Karim": another person's name.
  private static func isFeminine(_ a: [UInt8], of b: [UInt8]) -> Bool {
    a.count == b.count + 1 && b.count > 3 && a.last == UInt8(ascii: "a") && !isVowel(a[b.count - 1])
      && a.starts(with: b)
  }

  /// Whether two words may be alike at all: a quick look before the long one.
  static func mayBeAlike(_ a: ComparableName.Word, _ b: ComparableName.Word) -> Bool {
    if a.isInitial || b.isInitial { return a.letters.first == b.letters.first }
    if a.isNumber || b.isNumber { return a.letters == b.letters }
    if a.isConsonantal || b.isConsonantal || mayBeTyped(a, b) { return true }
    return isOneSound(a, b)
  }

  private static func isOneSound(_ a: ComparableName.Word, _ b: ComparableName.Word) -> Bool {
    a.sound == b.sound || !a.spelling.isEmpty && a.spelling == b.spelling
      || !a.syllable.isEmpty && a.syllable == b.syllable
      || !a.surname.isEmpty && a.surname == b.surname
  }

  /// Whether enough letters are common to both words that one may be typed for the other.
  private static func mayBeTyped(_ a: ComparableName.Word, _ b: ComparableName.Word) -> Bool {
    let longer = max(a.letters.count, b.letters.count)
    // A letter for another changes two of the bits.
    return abs(a.letters.count - b.letters.count) <= 3
      && Float((a.consonants ^ b.consonants).nonzeroBitCount) <= 2 * mostTyped(longer)
  }

  /// What two words of a length may at most differ by; in a short word one letter is much.
  private static func mostTyped(_ letters: Int) -> Float { Float(letters) * (letters <= 5 ? 0.24 : 0.3) }

  /// A bit for each consonant but "h" that is in a word.
  static func consonants(of letters: [UInt8]) -> UInt32 {
    var found: UInt32 = 0
    for letter in letters
    where letter >= 0x61 && letter <= 0x7A && !isVowel(letter) && letter != UInt8(ascii: "h") {
      found |= 1 << UInt32(letter - 0x61)
    }
    return found
  }

  /// The likeness of words of which one has no vowels.
  private static func consonantal(_ a: [UInt8], _ b: [UInt8]) -> Float? {
    let (x, y) = (skeleton(a), skeleton(b))
    if x.count == 1, x == y, min(a.count, b.count) <= 2 { return 0.85 }
    guard x.count > 1, y.count > 1 else { return nil }
    if x == y { return 0.93 }
    return min(x.count, y.count) >= 3 && cost(x, y, most: 1) <= 1 ? 0.8 : nil
  }

  /// The consonants, doubled ones once; "y" and "w" are as often vowels.
  static func skeleton(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for letter in letters where !isVowel(letter) && letter != UInt8(ascii: "w") && result.last != letter {
      result.append(letter)
    }
    return result
  }

  @inline(__always) static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// What typing or hearing one word for the other costs, in letters.
  ///
  /// It is the optimal string alignment distance, where vowels for vowels, doubled letters and neighbours exchanged
  /// cost less than a letter. Where it is sure to be above `most`, it is not followed to the end.
  static func cost(_ a: [UInt8], _ b: [UInt8], most: Float = .infinity) -> Float {
    let width = b.count + 1
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: width * 4) { room in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          // The last part of the room holds what leaving out each letter of `b` costs.
          let gaps = UnsafeMutableBufferPointer(rebasing: room[(3 * width)...])
          var (before, last, now, lastLeast) = (0, width, 2 * width, Float(0))
          room[last] = 0
          for j in 0..<b.count {
            gaps[j] = gap(b, j)
            room[last + j + 1] = room[last + j] + gaps[j]
          }
          for i in 0..<a.count {
            let left = gap(a, i)
            // Letters that stand more than four places apart are not the same letter moved.
            let (from, to) = (max(0, i - reach), min(b.count, i + reach + 1))
            if from > 0 { room[now + from] = .infinity } else { room[now] = room[last] + left }
            var least = room[now + from]
            guard from < to else { return .infinity }
            for j in from..<to {
              let above = j == i + reach && i > 0 ? .infinity : room[last + j + 1]
              var best = min(room[last + j] + change(a[i], b[j]), above + left, room[now + j] + gaps[j])
              if i > 0, j > 0, j < i + reach, a[i] == b[j - 1], a[i - 1] == b[j] {
                best = min(best, room[before + j - 1] + 0.7)
              }
              room[now + j + 1] = best
              least = min(least, best)
            }
            // Two rows, since neighbours exchanged step over one.
            if min(least, lastLeast) > most { return .infinity }
            (before, last, now, lastLeast) = (last, now, before, least)
          }
          return abs(a.count - b.count) > reach ? .infinity : room[last + b.count]
        }
      }
    }
  }

  /// How far apart two letters may stand that are taken for one.
  private static let reach = 4

  /// What leaving a letter out costs.
  @inline(__always) private static func gap(_ word: UnsafeBufferPointer<UInt8>, _ place: Int) -> Float {
    if place > 0, word[place] == word[place - 1] { return 0.3 }
    if word[place] == UInt8(ascii: "h") { return 0.5 }
    return isVowel(word[place]) ? 0.7 : 1
  }

  /// What one letter for another costs.
  @inline(__always) private static func change(_ a: UInt8, _ b: UInt8) -> Float {
    if a == b { return 0 }
    return isVowel(a) && isVowel(b) ? 0.6 : 1
  }

  /// The letters with those made one in which romanisations and spellings differ.
  static func sound(of letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(letters.count)
    var place = 0
    // "Xu" and "Hsu".
    if letters.first == UInt8(ascii: "x") {
      result.append(UInt8(ascii: "s"))
      place = 1
    }
    // "Yemelyanov" and "Emelianov".
    if letters.count > 3, letters[0] == UInt8(ascii: "y"), letters[1] == UInt8(ascii: "e") { place = 1 }
    while place < letters.count {
      if let rule = rules.rule(at: place, of: letters) {
        for letter in rule.to where result.last != letter { result.append(letter) }
        place += rule.from.count
      } else {
        if result.last != letters[place] { result.append(letters[place]) }
        place += 1
      }
    }
    if result.count > 2, result.last == UInt8(ascii: "h") { result.removeLast() }
    // "Lavroff" is "Lavrov".
    if result.count > 3, result.last == UInt8(ascii: "f") { result[result.count - 1] = UInt8(ascii: "v") }
    return result
  }

  private static let rules = LetterRules([
    ("hsi", "si"), ("hsu", "su"), ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("yeo", "yo"), ("eui", "ui"),
    ("dzh", "j"), ("eo", "o"),
    ("eu", "u"),
    ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ie", "i"), ("ae", "e"), ("oe", "o"), ("ue", "u"), ("ei", "e"),
    ("ai", "ai"),
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"), ("ch", "c"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("dj", "j"), ("wh", "w"), ("q", "k"), ("x", "ks"),
    ("w", "v"), ("y", "i"), ("z", "s"),
  ])
}
