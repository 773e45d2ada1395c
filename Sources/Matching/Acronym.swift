/// Names that are the first letters of other names' words.
enum Acronym {
  /// Why one name may be the first letters of the other's words, small words and legal forms aside: "initials of odme";
  /// nil where it is not.
  static func reason(_ left: ComparableName, _ right: ComparableName) -> String? {
    for (short, long) in [(left, right), (right, left)] where long.words.count > 2 {
      let telling = short.words.filter { $0.weight > 0.1 }
      guard telling.count == 1, let word = telling.first, word.letters.count > 2, !word.isNumber else {
        continue
      }
      let initials = long.words.filter { $0.weight > 0.05 }.compactMap(\.letters.first)
      let withoutSmall = long.words.filter { $0.weight > 0.1 }.compactMap(\.letters.first)
      let withForms = long.words.compactMap(\.letters.first)
      if [initials, withoutSmall, withForms].contains(word.letters) {
        return "initials of \(String(decoding: word.letters, as: UTF8.self))"
      }
    }
    return nil
  }
}
