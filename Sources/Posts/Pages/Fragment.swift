import Markup
import Model

/// A piece of HTML that is an article and no more, as feeds, exports and notes hold it.
enum Fragment {
  /// Its paragraphs with a blank line between them.
  static func text(_ html: String, markers: PageMarkers, keepsBlankLines: Bool = false) throws(MarkupFault)
    -> String
  {
    let page = try Page(utf8: Array(html.utf8), markers: markers)
    guard !page.tree.nodes.isEmpty else { return "" }
    var paragraphs = ArticleBody(page).everything(keepsBlankLines: keepsBlankLines).map(\.text)
    // WordPress ends the items of feeds with where they come from.
    if let last = paragraphs.last,
      last.wholeMatch(of: /The post .+ (?:first appeared|appeared first) on .+\./) != nil
    {
      paragraphs.removeLast()
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// All its text on one line.
  static func line(_ html: String) throws(MarkupFault) -> String {
    let tree = try HTMLTree(utf8: Array(html.utf8))
    return tree.nodes.filter(\.isText).map(\.text).joined().squeezed
  }
}
