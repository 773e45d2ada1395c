import Model

/// A short stretch of text around a place, on one line.
enum Snippet {
  private static let before = 60
  private static let after = 100

  /// The words around a span, cut between words, with `…` where there is more.
  static func text(around span: TextSpan, in document: String) -> String {
    let scalars = document.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let first = max(0, span.start - before)
    let begin = scalars.index(scalars.startIndex, offsetBy: first, limitedBy: scalars.endIndex)
    guard var start = begin else { return "" }
    let length = span.end - first + after
    var end = scalars.index(start, offsetBy: length, limitedBy: scalars.endIndex) ?? scalars.endIndex
    if start > scalars.startIndex, let space = scalars[start..<end].firstIndex(where: isSpace) {
      start = space
    }
    if end < scalars.endIndex, let space = scalars[start..<end].lastIndex(where: isSpace), space > start {
      end = space
    }
    let words = oneLine(String(scalars[start..<end]))
    return (start > scalars.startIndex ? "…" : "") + words + (end < scalars.endIndex ? "…" : "")
  }

  /// The text with every run of white space as one space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
