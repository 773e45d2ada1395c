/// Words that tell little in names, which comparison weighs down, and those that are one however they are spelt.
public struct ComparisonWords: Sendable {
  /// The word that each spelling stands for, itself among them.
  public struct Spellings: Sendable {
    /// Names that many people have; two of them are never misspellings of each other.
    var person: [String: String]
    /// Words of firms, their abbreviations and translations.
    var company: [String: String]
    /// Numbers in names of ships and firms.
    var numeral: [String: String]
    /// Numbers of one letter, which end such a name.
    var last: [String: String]
    /// Numbers in words, which end a ship's name.
    var ship: [String: String]

    /// The spellings of these tables; each may be empty.
    public init(
      person: [String: String] = [:], company: [String: String] = [:], numeral: [String: String] = [:],
      last: [String: String] = [:], ship: [String: String] = [:]
    ) {
      self.person = person
      self.company = company
      self.numeral = numeral
      self.last = last
      self.ship = ship
    }
  }

  /// The legal forms of businesses.
  let legalForms: Set<String>
  /// The words of forms that are spelt out: "joint stock company"; several in a row are one.
  let legalWords: Set<String>
  /// What many businesses call themselves: "trading", "shipping", "general".
  let commonWords: Set<String>
  /// Small words inside names of firms: "of", "de", "and".
  let smallWords: Set<String>
  /// Small words inside names of people: "al", "bin", "van".
  let particles: Set<String>
  /// What people are called beside their names: "dr", "general", "haji".
  let titles: Set<String>
  /// Words that are one however they are spelt.
  let spellings: Spellings

  /// The words of these lists, in lower case.
  public init(
    legalForms: [String], legalWords: [String] = [], commonWords: [String], particles: [String],
    titles: [String] = [], spellings: Spellings = Spellings()
  ) {
    self.legalForms = Set(legalForms)
    self.legalWords = Set(legalWords)
    self.commonWords = Set(commonWords)
    self.smallWords = Set(particles).union(["and", "of", "the", "for"])
    self.particles = Set(particles)
    self.titles = Set(titles)
    self.spellings = spellings
  }
}
