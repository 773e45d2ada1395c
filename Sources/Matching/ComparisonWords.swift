/// Words that tell little in names, which comparison weighs down.
public struct ComparisonWords: Sendable {
  /// The legal forms of businesses.
  let legalForms: Set<String>
  /// What many businesses call themselves: "trading", "shipping", "general".
  let commonWords: Set<String>
  /// Small words inside names of people: "al", "bin", "van".
  let particles: Set<String>

  /// The words of these lists, in lower case.
  public init(legalForms: [String], commonWords: [String], particles: [String]) {
    self.legalForms = Set(legalForms)
    self.commonWords = Set(commonWords).union(["and", "of", "the", "for"])
    self.particles = Set(particles)
  }
}
