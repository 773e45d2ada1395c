/// What is the same for every way of typing a title: quotation marks, dashes and white space aside.
struct TitleKey: Hashable {
  private let text: String

  /// The key of a title.
  init(_ title: String) {
    var result = ""
    var pendingSpace = false
    for character in title.unicodeScalars {
      if character.properties.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      switch character {
      case "\u{FEFF}", "\u{200B}": continue
      case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}", "`", "\u{B4}": result.append("'")
      case "\u{201C}", "\u{201D}", "\u{201F}", "\u{2033}": result.append("\"")
      case "\u{2010}"..."\u{2015}": result.append("-")
      case "\u{2026}": result.append("...")
      default: result.unicodeScalars.append(character)
      }
    }
    text = result
  }
}
