/// Names made of "servant" and a name of God, which are written in many ways: "Abd al-Rahman", "Abdul Rahman",
/// "Abdurrahman", "Abderrahmane".
enum ArabicName {
  /// What all of them have in common, as a word of its own.
  static let servant = "abdul"

  /// The article before a word, also as it sounds before one of the sun letters.
  private static let articles: Set<String> = [
    "al", "el", "ul", "il", "ar", "er", "ur", "as", "es", "us", "ash", "esh", "ush", "an", "en", "un", "ad",
    "ed", "ud",
    "at", "et", "ut", "az", "ez", "uz",
  ]

  /// Whether a word is the article, as it is written where nothing is assimilated.
  static func isArticle(_ word: String) -> Bool {
    switch word {
    case "al", "el", "ul", "il": true
    default: false
    }
  }

  /// The words with the servant apart from the name behind it, and without the article between them.
  static func parted(_ words: [String]) -> [String] {
    guard words.contains(where: { $0.hasPrefix("abd") || isMistypedServant($0) }) else { return words }
    var result: [String] = []
    for word in words {
      if result.last == servant, articles.contains(word) { continue }
      result += parts(of: word)
    }
    return result
  }

  /// The words of a name without vowels with "servant" and "God" as one: "bd" and "allh".
  static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if result.last == "bd", word == "allh" {
        result[result.count - 1] = "bdallh"
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// "Adbul", "Abducl": one letter was mistyped.
  private static func isMistypedServant(_ word: String) -> Bool {
    (4...6).contains(word.utf8.count) && (word.hasPrefix("ab") || word.hasPrefix("ad"))
      && word.utf8.contains(UInt8(ascii: "l")) && word.utf8.contains(UInt8(ascii: "u"))
      && TokenSimilarity.cost(Array(word.utf8), Array(servant.utf8), most: 1) <= 1
  }

  private static func parts(of word: String) -> [String] {
    if isMistypedServant(word) { return [servant] }
    guard word.hasPrefix("abd") else { return [word] }
    let rest = word.utf8.dropFirst(3)
    let behind = rest.drop(while: TokenSimilarity.isVowel)
    // "Abd", "Abdul", "Abdel", "Abdur" before "Rahman"; "Abdou" is a name.
    if behind.isEmpty || behind.count == 1 && rest.count > 1 && behind.allSatisfy("lrsdntz".utf8.contains) {
      return [rest.isEmpty || !behind.isEmpty ? servant : word]
    }
    guard behind.startIndex > rest.startIndex, let first = behind.first else { return [word] }
    // "Abdulaziz"; "Abdurrahman" and "Abdirahman", where the article is the first letter of the name or gone.
    let isDoubled = behind.dropFirst().first == first
    let name = first == UInt8(ascii: "l") || isDoubled ? behind.dropFirst() : behind
    // "Abdallah" is one word.
    return name.count < 4 ? [word] : [servant, String(decoding: name, as: UTF8.self)]
  }
}
