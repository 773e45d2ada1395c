/// A person's name, in whichever order and romanisation.
struct PersonName {
  private let words: [NameWords.Word]
  /// How many words at the head are told to be the surname, by a comma or by capitals; 0 where nothing tells.
  private var toldFirst = 0
  /// Whether the last word alone is told to be the surname, by capitals.
  private var isToldLast = false

  /// The name with these words.
  init(_ name: NameWords) {
    words = name.words
    let capitals = words.filter(\.isCapitals).count
    if let count = name.beforeComma, count > 0, count < words.count {
      toldFirst = count
    } else if capitals == 1, words.count > 1 {
      if words.first?.isCapitals == true { toldFirst = 1 }
      isToldLast = words.last?.isCapitals == true
    }
  }

  /// What is the same for every spelling.
  var key: String {
    for language in [KoreanName.key, ChineseName.key] {
      if let found = key(language) { return found }
    }
    // "DURIN, Thorin" is "Thorin Durin".
    let ordered = words[toldFirst...] + words[..<toldFirst]
    return NameWords.joined(ordered.map(\.text))
  }

  /// The key in a language where the surname is a word of a closed list and stands first or last.
  private func key(_ language: (_ surname: String, _ given: [String]) -> (key: String, isSure: Bool)?)
    -> String?
  {
    guard (2...4).contains(words.count), let head = words.first, let tail = words.last else { return nil }
    let texts = words.map(\.text)
    let canBeFirst = !words[1].isHyphenated && toldFirst <= 1 && !isToldLast
    let canBeLast = !tail.isHyphenated && toldFirst == 0
    let first = canBeFirst ? language(head.text, Array(texts.dropFirst())) : nil
    let last = canBeLast ? language(tail.text, Array(texts.dropLast())) : nil
    if let first, let last { return last.isSure && !first.isSure ? last.key : first.key }
    return first?.key ?? last?.key
  }
}
