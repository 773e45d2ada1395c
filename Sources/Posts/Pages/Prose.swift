import Markup

extension String {
  /// The text up to the first line end.
  var firstLine: String { String(prefix { !$0.isNewline }) }

  /// Whether a paragraph reads as text and not as a label: it is long, or ends as a sentence does.
  var isProse: Bool {
    count >= 140 || (count >= 30 && endsAsSentence)
  }

  /// Whether it ends as a sentence does.
  var endsAsSentence: Bool { wholeMatch(of: /(?s).*[.!?…:]["”’)\]]*/) != nil }

  /// Whether a paragraph only says that something is an advertisement, or under what letter people may write no more.
  var isFiller: Bool {
    let letters = lowercased().filter { $0.isLetter || $0 == " " }.squeezed
    return ["advertisement", "story continues below", "continue reading", "read more", "share this"].contains(
      letters)
      || letters.isEmpty && count < 12
  }
}
