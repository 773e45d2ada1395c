import Markup

/// The line that tells who wrote an article.
enum Byline {
  /// The longest name of authors that is believed, in characters.
  private static let longest = 120

  /// The name in a line such as "By Ioreth Galen"; nil for an address or a text too long for a name.
  static func name(_ line: String) -> String? {
    var name = line.squeezed
    for lead in ["posted by ", "written by ", "by ", "author: ", "by: ", "from "]
    where name.lowercased().hasPrefix(lead) {
      name = String(name.dropFirst(lead.count)).squeezed
      break
    }
    if let end = name.firstRange(
      of: /\s+(on|at|in)\s+([A-Z][a-z]+,?\s+)*\d|\s*[|•·]\s*|,?\s+[A-Z][a-z]+ \d{1,2}, \d{4}/)
    {
      name = String(name[..<end.lowerBound])
    }
    guard !name.isEmpty, name.count <= longest, !name.contains("://"), !name.contains("@"),
      name.contains(where: \.isLetter)
    else {
      return nil
    }
    return name
  }

  /// Whether a paragraph is a byline and no more.
  static func isOne(_ text: String, author: String?) -> Bool {
    guard text.count <= longest else { return false }
    if let author, text == author { return true }
    return text.lowercased().hasPrefix("by ") && (author.map { text.contains($0) } ?? false)
  }
}
