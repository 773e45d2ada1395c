/// The ways in which resolutions and laws are cited.
enum InstrumentCitation {
  private static let councilWords: Set<String> = [
    "un", "united", "nations", "security", "council", "unsc", "unscr", "scr", "s", "res", "resolution", "no",
    "number",
    "of",
  ]

  /// The key of a resolution: a Security Council one is its number, others keep what tells their body.
  ///
  /// The year in brackets after the number does not count.
  static func resolution(_ words: [String]) -> String {
    var rest = words.filter { !councilWords.contains($0) }
    if rest.count == 2, isNumber(rest[0]), isNumber(rest[1]), rest[1].utf8.count == 4 { rest.removeLast() }
    if rest.count == 1, let word = rest.first, word.hasPrefix("unscr"), isNumber(String(word.dropFirst(5))) {
      return String(word.dropFirst(5))
    }
    return NameWords.joined(rest)
  }

  /// The key of a law: "E.O." is an executive order, and a section follows its act ("section 311 of the Act").
  static func law(_ words: [String]) -> String {
    var rest: [String] = []
    for (index, word) in words.enumerated() {
      if word == "order", rest.last == "executive" {
        rest[rest.count - 1] = "eo"
      } else if word == "number" || word == "no" || (word == "part" && rest.last == "cfr") {
        let isBeforeNumber = index + 1 < words.count && words[index + 1].utf8.first.map(isDigit) == true
        if !isBeforeNumber { rest.append(word) }
      } else {
        rest.append(word == "sec" || word == "\u{A7}" ? "section" : word)
      }
    }
    if rest.first == "section", rest.count > 2 {
      var end = 2
      // Subsections: "section 311 (a) (5) of the Act".
      while end < rest.count, rest[end].utf8.count <= 2, rest[end] != "of" { end += 1 }
      let act = rest[end...].drop { $0 == "of" }
      if !act.isEmpty { rest = Array(act + rest[..<end]) }
    }
    return NameWords.joined(rest)
  }

  private static func isNumber(_ word: String) -> Bool { !word.isEmpty && word.utf8.allSatisfy(isDigit) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
