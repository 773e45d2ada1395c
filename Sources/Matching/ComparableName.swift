public import Model

/// A name taken apart once, to be compared with many others.
public struct ComparableName: Sendable {
  /// A word of the name.
  struct Word: Sendable {
    /// Small ASCII letters and digits; letters without a reading as they are in UTF-8.
    var letters: [UInt8]
    /// The letters with those made one in which spellings differ.
    var sound: [UInt8]
    /// A bit for each consonant of the sound.
    var consonants: UInt32
    /// What is the same for the romanisations of a Korean syllable; empty for longer words.
    var syllable: String
    /// Whether it is one syllable of a name that can be Korean.
    var isSyllable: Bool
    /// What is the same for the romanisations of a Korean surname; empty for other words.
    var surname: String
    /// How much it tells of who is meant.
    var weight: Float
    var isNumber: Bool
    /// One letter that may stand for a name.
    var isInitial: Bool
    /// Whether vowels are left out, as in Arabic.
    var isConsonantal: Bool
    /// Whether it stands in a person's name.
    var isOfPerson: Bool
    /// Whether it is made from the father's given name, as in Russian.
    var isPatronymic: Bool
    /// What is the same for the spellings of a name that many people have, or of a word of firms; empty for others.
    var spelling: String
  }

  /// The words in order.
  let words: [Word]
  /// Whether it has a legal form or words of businesses.
  let looksLikeBusiness: Bool
  /// The sum of the weights.
  let weight: Float
  /// How many syllables a name has that can be Korean; 0 for other names.
  let syllables: Int
  /// The places of the telling words before a comma, which are a person's surnames; empty where none is told.
  let surnames: [Int]
  /// The place of the first given name behind a comma; nil where none is told.
  let given: Int?

  /// Takes a name apart.
  public init(
    _ name: String, kind: EntityKind?, words lists: ComparisonWords,
    readings: ScriptReadings = ScriptReadings()
  ) {
    let (latin, isConsonantal) = readings.latin(name)
    let parts = NameWords(latin)
    var texts = parts.texts
    if kind == .vessel { texts = VesselPrefix.dropped(from: texts) }
    let spellings = lists.spellings
    looksLikeBusiness =
      texts.count > 1 && texts.contains { lists.legalForms.contains($0) || lists.commonWords.contains($0) }
    let isPerson = kind == .person || kind == nil && !looksLikeBusiness
    if isPerson {
      texts = ArabicName.parted(isConsonantal ? ArabicName.joined(texts) : texts)
    } else {
      texts = ComparableName.numbered(texts, isShip: kind == .vessel, lists)
    }
    let isTitled = isPerson && texts.count { !lists.titles.contains($0) } > 1
    let korean = isPerson ? KoreanName.syllables(of: texts) : nil
    syllables = korean?.reduce(0, +) ?? 0
    let isLegal = texts.map(lists.legalWords.contains)
    words = texts.enumerated().map { place, text in
      let letters = Array(text.utf8)
      let isArticle = ArabicName.isArticle(text)
      let sound = TokenSimilarity.sound(of: isArticle ? Array("al".utf8) : letters)
      let isNumber = letters.allSatisfy { (0x30...0x39).contains($0) }
      var weight: Float = letters.count <= 2 ? 0.7 : 1
      if isNumber {
        weight = 1
      } else if isPerson {
        if letters.count == 1 || lists.particles.contains(text) { weight = 0.3 }
        if text == ArabicName.servant || isTitled && lists.titles.contains(text) { weight = 0.25 }
      } else if isArticle {
        weight = 0.3
      } else if lists.legalForms.contains(text)
        || isLegal[place]
          && (place > 0 && isLegal[place - 1] || place + 1 < texts.count && isLegal[place + 1])
      {
        weight = 0.05
      } else if lists.smallWords.contains(text) {
        weight = 0.1
      } else if lists.commonWords.contains(text) {
        weight = 0.35
      }
      return Word(
        letters: letters, sound: sound, consonants: TokenSimilarity.consonants(of: sound),
        syllable: isPerson && letters.count <= 6 ? KoreanName.folded(text) : "",
        isSyllable: korean?[place] == 1, surname: isPerson ? KoreanSurnames.canonical(text) ?? "" : "",
        weight: weight, isNumber: isNumber,
        isInitial: letters.count == 1 && !isNumber && isPerson && korean == nil, isConsonantal: isConsonantal,
        isOfPerson: isPerson,
        isPatronymic: isPerson && ["ovich", "evich", "ovna", "evna"].contains { text.hasSuffix($0) },
        spelling: (isPerson ? spellings.person : spellings.company)[text] ?? "")
    }
    weight = words.reduce(0) { $0 + $1.weight }
    // Where words were parted or joined on the way, the comma's place is not that of the words any more.
    let before = isPerson && texts.count == parts.texts.count ? parts.beforeComma ?? 0 : 0
    surnames = before < words.count ? (0..<before).filter { [words] in words[$0].weight >= 0.5 } : []
    given = surnames.isEmpty ? nil : (before..<words.count).first { [words] in words[$0].weight >= 0.5 }
  }

  /// The places of the words that are in none of some ranges.
  func places(outside covered: [Range<Int>]) -> [Int] {
    words.indices.filter { place in !covered.contains { $0.contains(place) } }
  }

  /// The words of a ship's or firm's name with digits for its number: "Sparta IV" is "Sparta 4".
  private static func numbered(_ texts: [String], isShip: Bool, _ lists: ComparisonWords) -> [String] {
    let last = texts.lastIndex { !lists.legalForms.contains($0) || lists.spellings.last[$0] != nil } ?? 0
    return texts.enumerated().map { place, text in
      guard place > 0 else { return text }
      if let number = lists.spellings.numeral[text] { return number }
      guard place == last else { return text }
      return lists.spellings.last[text] ?? (isShip ? lists.spellings.ship[text] : nil) ?? text
    }
  }
}
