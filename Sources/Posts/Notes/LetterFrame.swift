import Markup

/// What stands around the text of a newsletter: where it can be seen on the web, how to get it no more, a signature.
enum LetterFrame {
  /// The address on the web that the letter names for itself.
  static func address(in paragraphs: [String]) -> String? {
    let line = paragraphs.prefix(3).first(where: isForBrowsers)
    return line?.firstMatch(of: /https?:\/\/[^\s<>()]+/).map { String($0.0) }
  }

  /// The paragraphs of the letter itself.
  static func removed(from paragraphs: [String], subject: String) -> [String] {
    let key = TitleKey(subject)
    var rest = paragraphs[...]
    if let title = rest.prefix(4).lastIndex(where: { TitleKey($0.firstLine) == key }) {
      rest = rest[(title + 1)...]
    }
    rest = rest.drop { isForBrowsers($0) }
    if let end = rest.firstIndex(where: isEnd) { rest = rest[..<end] }
    return Array(rest)
  }

  private static func isForBrowsers(_ paragraph: String) -> Bool {
    paragraph.count < 200
      && paragraph.prefixMatch(of: /(?i)(view|read|open)\b.*\b(web|browser|online)\b/) != nil
  }

  /// Whether a paragraph begins what every letter ends with.
  private static func isEnd(_ paragraph: String) -> Bool {
    paragraph == "--" || paragraph.hasPrefix("-- ") || paragraph.hasPrefix("--\n")
      || paragraph.prefixMatch(of: /(?i)unsubscribe\b/) != nil
      || (paragraph.count < 300
        && paragraph.contains(/(?i)\byou(?:[’']re| are)? (?:receive|receiving|received|get|got) this\b/))
  }
}
