import Markup
import Model

/// A page of the web with what its markers say of its parts.
struct Page {
  let tree: HTMLTree
  /// What each node is by its markers.
  let meanings: [Set<PageMarker.Meaning>]
  /// Whether a node is no text of an article, whatever stands around it.
  let isUnread: [Bool]
  /// Whether a node, or something around it, is left out of articles.
  let isApart: [Bool]
  /// Whether a node is part of what readers wrote under an article.
  let isInComments: [Bool]
  /// How much text stands inside each node.
  let amounts: PageAmounts

  /// Elements that are no text of an article: programs, controls, ways around the site.
  private static let unread: Set<String> = [
    "script", "style", "noscript", "template", "head", "svg", "math", "title", "iframe", "object", "embed",
    "button",
    "select", "textarea", "input", "label", "nav", "aside", "footer", "figcaption", "audio", "video",
    "canvas",
    "dialog", "amp-ad", "amp-sidebar", "amp-consent",
  ]
  /// What the role of an element says of it.
  private static let unreadRoles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "banner", "alert", "toolbar",
  ]

  /// A page of UTF-8 bytes.
  init(utf8 bytes: [UInt8], markers: PageMarkers) throws(MarkupFault) {
    let tree = try HTMLTree(utf8: bytes)
    self.tree = tree
    let meanings = tree.nodes.map { $0.attributes.isEmpty ? [] : markers.meanings(of: $0) }
    let isUnread = tree.nodes.map { Page.unread.contains($0.name) || Page.isHidden($0) }
    self.meanings = meanings
    self.isUnread = isUnread
    amounts = PageAmounts(tree, isUnread: isUnread) {
      meanings[$0].contains(.skip) || meanings[$0].contains(.about)
    }
    var isApart: [Bool] = []
    var isInComments: [Bool] = []
    for (index, node) in tree.nodes.enumerated() {
      // What frames all of a page is named after its parts: "has-sidebar".
      let isFrame = node.name == "body" || node.name == "html" || amounts.text[index] * 2 > amounts.whole
      let isSkipped = isUnread[index] || (!isFrame && meanings[index].contains(.skip))
      isApart.append(isSkipped || (node.parent >= 0 && isApart[node.parent]))
      let isOfComments = ["class", "id"].contains { attribute in
        node.words(of: attribute).contains { PageMarkers.words(of: $0).contains { $0.hasPrefix("comment") } }
      }
      isInComments.append(!isFrame && isOfComments || (node.parent >= 0 && isInComments[node.parent]))
    }
    self.isApart = isApart
    self.isInComments = isInComments
  }

  /// Whether readers do not see an element, or it only leads around the site.
  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attributes.isEmpty { return false }
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"]?.lowercased() == "true" {
      return true
    }
    if let role = node.attributes["role"]?.lowercased(), unreadRoles.contains(role) { return true }
    guard let style = node.attributes["style"]?.lowercased() else { return false }
    let rules = style.filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }

  /// The headings of the page, longest first, that could be the title of an article.
  var titles: [String] {
    let marked = tree.nodes.indices.filter { node in
      let element = tree.nodes[node]
      return ["h1", "h2", "h3"].contains(element.name) || meanings[node].contains(.title)
        || element.words(of: "itemprop").contains { $0.lowercased() == "headline" }
    }
    let texts =
      marked.filter { !isApart[$0] && amounts.text[$0] < 400 }.map { tree.text(of: $0) }
    return texts.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// The title of the window.
  var window: String {
    tree.elements("title").first.map { tree.inside($0).map { tree.nodes[$0].text }.joined().squeezed } ?? ""
  }

  /// The first element of the page, or inside `node`, that a test holds for.
  func first(in node: Int?, where test: (Int) -> Bool) -> Int? { tree.inside(node).first(where: test) }
}
