import Markup
import Model

/// A note in plain text: fields such as `Title:` at its head, or a first line that is a title.
enum PlainNote {
  /// The longest line that is taken for a title, in characters.
  private static let longestTitle = 200
  /// The longest line of text that somebody wrapped by hand, and the shortest that is not the last of its paragraph.
  private static let wrapped = 40...100

  /// Reads a note; `name` is that of its file without the ending.
  static func article(_ bytes: [UInt8], name: String) -> Article {
    let text = String(decoding: TextDecoding.utf8(bytes), as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    var article = Article()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    takeFields(&article, &lines)
    var paragraphs = paragraphs(lines)
    if article.title.isEmpty, paragraphs.count > 1, let first = paragraphs.first, first.count <= longestTitle,
      !first.contains("\n"), first.last.map({ !".,;:".contains($0) }) ?? false
    {
      article.title = paragraphs.removeFirst()
    }
    article.published = article.published ?? PublicationDate.day(String(name.prefix(10)))
    article.text = paragraphs.joined(separator: "\n\n")
    return article
  }

  /// Reads lines such as `Date: 4 March 2014` up to the first that is none.
  private static func takeFields(_ article: inout Article, _ lines: inout ArraySlice<Substring>) {
    var rest = lines.drop { $0.allSatisfy(\.isWhitespace) }
    while let line = rest.first, let found = line.wholeMatch(of: /\s*([A-Za-z][A-Za-z -]{1,20}):\s+(\S.*)/) {
      let value = String(found.2).squeezed
      switch found.1.lowercased() {
      case "title", "headline", "subject": article.title = value
      case "date", "published", "publication date": article.published = PublicationDate.day(value)
      case "author", "by", "from", "byline": article.author = Byline.name(value)
      case "url", "link", "address": article.url = value
      // Any other word with a colon is a field only among fields, as "Source:" is.
      default: if article.title.isEmpty && article.published == nil && article.author == nil { return }
      }
      rest = rest.dropFirst()
    }
    if article != Article() { lines = rest }
  }

  /// The stretches between blank lines of a text whose lines end in line feeds.
  static func paragraphs(of text: String) -> [String] {
    paragraphs(text.split(separator: "\n", omittingEmptySubsequences: false)[...])
  }

  /// The stretches between blank lines; lines wrapped by hand are made one.
  private static func paragraphs(_ lines: ArraySlice<Substring>) -> [String] {
    lines.split { $0.allSatisfy(\.isWhitespace) }.map { block in
      let isWrapped =
        block.allSatisfy { $0.count <= wrapped.upperBound }
        && block.dropLast().allSatisfy { $0.count >= wrapped.lowerBound }
      return block.map { String($0).squeezed }.joined(separator: isWrapped ? " " : "\n")
    }
  }
}
