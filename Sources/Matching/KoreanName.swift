/// Korean names in Latin letters: one key for the ways in which a name is romanised.
///
/// The surname is looked up; the given name must be one or two syllables, whose letters are folded so that the North
/// Korean, the McCune–Reischauer, the Revised and the customary spelling agree. Syllables are kept apart in the key:
/// names that differ in one never share a key, whatever their letters together.
enum KoreanName {
  /// The key of a surname and the words of a given name; nil where they are none.
  ///
  /// It is sure where the surname hardly ever is a syllable of a given name.
  static func key(surname: String, given: [String]) -> (key: String, isSure: Bool)? {
    guard let family = KoreanSurnames.canonical(surname), (1...2).contains(given.count) else { return nil }
    var syllables: [String] = []
    for word in given {
      guard let found = KoreanSyllables.split(word) else { return nil }
      syllables += found
    }
    guard (1...2).contains(syllables.count) else { return nil }
    return (
      "\(family) \(syllables.map(folded).joined(separator: "-"))", KoreanSurnames.sure.contains(surname)
    )
  }

  /// The syllables of each word of what can be a Korean name, with a surname among them; nil for other names.
  ///
  /// Many Chinese names can be: of them too one that lacks a syllable is another name.
  static func syllables(of words: [String]) -> [Int]? {
    guard (2...4).contains(words.count), words.contains(where: { KoreanSurnames.canonical($0) != nil }) else {
      return nil
    }
    var counts: [Int] = []
    for word in words {
      guard let found = KoreanSyllables.split(word) else { return nil }
      counts.append(found.count)
    }
    return (2...3).contains(counts.reduce(0, +)) ? counts : nil
  }

  /// A syllable with the letters that romanisations differ in made one.
  static func folded(_ syllable: String) -> String {
    let letters = Array(syllable.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < letters.count {
      if let rule = rules.rule(at: place, of: letters) {
        result += rule.to
        place += rule.from.count
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    var text = String(decoding: result, as: UTF8.self)
    // 섭 and 엽 are written Sop, Sup, Seop, Sub and so on.
    if text.hasSuffix("sup") || text.hasSuffix("yup") { text = text.dropLast(2) + "op" }
    // 경, 형, 명 and 현: no other syllable is written with these letters.
    if text.hasSuffix("yung"), text.utf8.count > 4 { text = text.dropLast(3) + "ong" }
    // 성, as in "Kim Il Sung"; 숭 is hardly used in names.
    if text == "sung" { text = "song" }
    if text == "hyun" || text == "hyuk" { text = "hyo" + text.suffix(1) }
    // A consonant that is doubled at the head is the same to most writers.
    if let first = text.first, "kstpc".contains(first), text.dropFirst().first == first { text.removeFirst() }
    return text
  }

  private static let rules = LetterRules([
    ("yeo", "yo"), ("you", "yo"), ("yoo", "yu"), ("woo", "u"), ("wu", "u"), ("eui", "ui"), ("eo", "o"),
    ("eu", "u"),
    ("oo", "u"), ("ae", "e"), ("oe", "e"), ("ee", "i"), ("ch", "c"), ("jj", "c"), ("j", "c"), ("sh", "s"),
    ("th", "t"),
    ("ph", "p"), ("kh", "k"), ("rh", "r"), ("ng", "ng"), ("g", "k"), ("b", "p"), ("d", "t"),
    ("l", "r"),
  ])
}

/// The shape of Korean syllables in Latin letters.
enum KoreanSyllables {
  private static let onsets: Set<String> = [
    "", "k", "kk", "kh", "g", "gg", "n", "d", "dd", "t", "tt", "th", "r", "rh", "l", "m", "b", "bb", "p",
    "pp", "ph",
    "s", "ss", "sh", "j", "jj", "ch", "h",
  ]
  private static let vowels: Set<String> = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "weo", "we",
    "wi", "yu",
    "eu", "ui", "eui", "i", "oo", "ou", "you", "yoo", "woo", "wu", "ee", "ah", "uh",
  ]
  private static let codas: Set<String> = ["", "k", "g", "n", "t", "l", "r", "m", "p", "b", "ng"]
  /// Heads of a syllable that after a vowel are the end of one and the start of another.
  private static let partedHeads = ["kh", "ph", "kk", "gg", "pp", "bb", "tt", "dd"]

  /// The one or two syllables of a word; nil where it is not made of them.
  ///
  /// A consonant between vowels begins the second syllable, except that "ng" ends the first: "Jongun" is Jong-un.
  static func split(_ word: String) -> [String]? {
    guard word.utf8.count <= 14, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    if isSyllable(word) { return [word] }
    var found: [String]?
    for place in word.indices.dropFirst() {
      let head = String(word[..<place])
      let tail = String(word[place...])
      guard isSyllable(head), isSyllable(tail) else { continue }
      let isAfterVowel = head.last.map { "aeiou".contains($0) } == true
      if isAfterVowel, partedHeads.contains(where: tail.hasPrefix) { continue }
      if found == nil { found = [head, tail] }
      if head.hasSuffix("ng"), tail.first.map({ "aeiouyw".contains($0) }) == true { return [head, tail] }
    }
    return found
  }

  private static func isSyllable(_ text: String) -> Bool {
    let isVowel = { (letter: Character) in "aeiouyw".contains(letter) }
    guard let start = text.firstIndex(where: isVowel), onsets.contains(String(text[..<start])) else {
      return false
    }
    var end = start
    while end < text.endIndex, isVowel(text[end]) { end = text.index(after: end) }
    if vowels.contains(String(text[start..<end])), codas.contains(String(text[end...])) { return true }
    return text[end...] == "h" && ["a", "u"].contains(text[start..<end])
  }
}
