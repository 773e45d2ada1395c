/// Words that tell little in names, which comparison weighs down.
public struct ComparisonWords: Sendable {
  /// The legal forms of businesses.
  let legalForms: Set<String>
  /// The words of forms that are spelt out: "joint stock company"; several in a row are one.
  let legalWords: Set<String>
  /// What many businesses call themselves: "trading", "shipping", "general".
  let commonWords: Set<String>
  /// Small words inside names of people: "al", "bin", "van".
  let particles: Set<String>

  /// The words of these lists, in lower case.
  public init(legalForms: [String], legalWords: [String] = [], commonWords: [String], particles: [String]) {
    self.legalForms = Set(legalForms)
    self.legalWords = Set(legalWords)
    self.commonWords = Set(commonWords).union(["and", "of", "the", "for"])
    self.particles = Set(particles)
  }
}
