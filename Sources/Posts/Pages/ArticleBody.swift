import Markup
import Model

/// Finds the part of a page, or of one entry of it, that is the text of the article.
///
/// What the page marks as text counts first, then the element `article` or `main`, then what holds the most text that
/// leads nowhere, weighed as reader views of browsers do: each paragraph speaks for what it stands in.
struct ArticleBody {
  /// The least text of a marked part that is believed, in characters; less is an excerpt or a name.
  private static let leastMarked = 25
  /// The least text of an article that nothing marks, in characters.
  private static let leastFound = 60

  private let page: Page
  private let title: String
  private let root: Int?

  /// Finds the text of the article with a title in all of a page, or inside one element of it.
  init(_ page: Page, titled title: String = "", in root: Int? = nil) {
    self.page = page
    self.title = title
    self.root = root
  }

  /// The paragraphs of the article; none where there is no article.
  func paragraphs() -> [PageText.Paragraph] {
    let marked = parts { page.meanings[$0].contains(.body) || isMarkedByStandard($0) }
    if let best = longest(of: marked), best.length >= (root == nil ? ArticleBody.leastMarked : 1) {
      return joined(best.node, marked)
    }
    let framed = parts { ["article", "main"].contains(page.tree.nodes[$0].name) || isMain($0) }
    if let best = longest(of: framed, share: 0.6), best.length >= ArticleBody.leastMarked {
      return withoutHead(text(of: best.node))
    }
    if let root, marked.isEmpty { return withoutHead(text(of: root)) }
    guard let node = heaviest() else { return [] }
    let found = withoutHead(text(of: node))
    return found.reduce(0) { $0 + $1.text.unicodeScalars.count } >= ArticleBody.leastFound
      && found.contains(where: \.text.isProse) ? found : []
  }

  /// The paragraphs of a page that is an article and no more.
  func everything(keepsBlankLines: Bool) -> [PageText.Paragraph] {
    text(of: 0, keepsBlankLines: keepsBlankLines)
  }

  private func isMarkedByStandard(_ node: Int) -> Bool {
    ["itemprop", "name"].contains { name in
      page.tree.nodes[node].words(of: name).contains { $0.lowercased() == "articlebody" }
    }
  }

  private func isMain(_ node: Int) -> Bool {
    page.tree.nodes[node].attributes["role"]?.lowercased() == "main"
  }

  /// The elements that a test holds for and that do not stand in a part left out.
  private func parts(_ test: (Int) -> Bool) -> [Int] {
    page.tree.inside(root).filter { test($0) && !page.isApart[$0] }
  }

  /// The one with most text; of two with nearly the same, which is that `share` of it, the inner one is meant.
  private func longest(of nodes: [Int], share: Double = 0.9) -> (node: Int, length: Int)? {
    var best: (node: Int, length: Int)?
    for node in nodes {
      let length = page.amounts.read[node]
      // The inner one comes later.
      let isBetter = best.map {
        isInside(node, $0.node) ? Double(length) >= Double($0.length) * share : length > $0.length
      }
      if isBetter ?? true { best = (node, length) }
    }
    return best
  }

  private func isInside(_ node: Int, _ outer: Int) -> Bool {
    node > outer && node < page.tree.nodes[outer].end
  }

  /// The text of a marked part, of its like beside it (newspapers cut an article for what they set between), and of bare
  /// paragraphs that follow it, which a tag too many has put outside.
  private func joined(_ node: Int, _ marked: [Int]) -> [PageText.Paragraph] {
    let nodes = page.tree.nodes
    let own = nodes[node]
    let parts = marked.filter { other in
      nodes[other].parent == own.parent && nodes[other].name == own.name
        && nodes[other].attributes["class"] == own.attributes["class"]
    }
    var result = parts.flatMap { text(of: $0) }
    // A heading that is never closed holds what follows it.
    var last = parts.last ?? node
    while nodes[last].parent >= 0, nodes[nodes[last].parent].name.first == "h",
      nodes[nodes[last].parent].name.count == 2
    {
      last = nodes[last].parent
    }
    let siblings =
      nodes[last].parent < 0 ? [] : page.tree.children(of: nodes[last].parent).drop { $0 <= last }
    for sibling in siblings where !nodes[sibling].isText || !nodes[sibling].text.squeezed.isEmpty {
      guard ["p", "ul", "ol", "blockquote"].contains(nodes[sibling].name), nodes[sibling].attributes.isEmpty
      else { break }
      result += text(of: sibling)
    }
    return result
  }

  /// The paragraphs without what stands above the text in the same frame: up to the heading that is the title, then the
  /// lines before the first sentence.
  private func withoutHead(_ paragraphs: [PageText.Paragraph]) -> [PageText.Paragraph] {
    let key = TitleKey(title)
    guard let end = paragraphs.prefix(12).lastIndex(where: { TitleKey($0.text.firstLine) == key }) else {
      return paragraphs
    }
    return Array(paragraphs[(end + 1)...].drop { !$0.text.isProse })
  }

  /// The paragraphs inside an element without what is no text of an article.
  ///
  /// A part that is marked as none stays if it holds most of the text: "article-with-sidebar".
  private func text(of node: Int, keepsBlankLines: Bool = false) -> [PageText.Paragraph] {
    PageText.paragraphs(of: page.tree, in: node, keepsBlankLines: keepsBlankLines) { inner in
      page.isUnread[inner]
        || !page.meanings[inner].isDisjoint(with: [.skip, .about])
          && page.amounts.text[inner] * 2 < page.amounts.text[node]
        || isListOfLinks(inner)
    }
  }

  /// Whether a list has three links or more and hardly any text besides.
  private func isListOfLinks(_ node: Int) -> Bool {
    guard ["ul", "ol", "div", "section", "table"].contains(page.tree.nodes[node].name) else { return false }
    let (links, linked, text) = (page.amounts.links[node], page.amounts.linked[node], page.amounts.text[node])
    let isList = page.tree.nodes[node].name == "ul" || page.tree.nodes[node].name == "ol"
    return links >= 3 && linked * 10 > text * 8 || isList && links >= 2 && linked * 100 > text * 95
  }

  /// The element whose paragraphs weigh most.
  private func heaviest() -> Int? {
    var weights: [Int: Double] = [:]
    var linked: [Int: Double] = [:]
    let paragraphs = PageText.paragraphs(of: page.tree, in: root) {
      page.isUnread[$0] || (page.meanings[$0].contains(.skip) && !holdsMost($0))
    }
    for paragraph in paragraphs where paragraph.block >= 0 {
      let count = Double(paragraph.text.unicodeScalars.count)
      let weight = count < 25 ? 0 : count + 20 * Double(paragraph.text.utf8.count { $0 == 0x2C })
      let isProse = ["p", "li", "blockquote", "pre"].contains(page.tree.nodes[paragraph.block].name)
      var share = 1.0
      let holders = isProse ? [] : [paragraph.block]
      for node in holders + page.tree.ancestors(of: paragraph.block).prefix(2) {
        weights[node, default: 0] += weight * share
        linked[node, default: 0] += Double(paragraph.linked) * share * 2
        share /= 2
      }
    }
    return weights.max { left, right in
      let (a, b) = (left.value - (linked[left.key] ?? 0), right.value - (linked[right.key] ?? 0))
      return a < b || (a == b && left.key > right.key)
    }?.key
  }

  private func holdsMost(_ node: Int) -> Bool { page.tree.nodes[node].end - node > page.tree.nodes.count / 2 }
}
