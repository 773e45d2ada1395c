import Markup
import Model

/// The parts of a page that are an article each: with one heading that leads to the article, and text of their own.
struct PageEntries {
  /// A part, its heading, and the link in it.
  struct Entry {
    var node: Int
    var heading: Int
    var link: Int
  }

  /// The parts in order.
  private(set) var entries: [Entry] = []

  /// The least text of a part, in characters; less is a teaser.
  private static let leastText = 80
  /// How many parts may stand inside one another for the same article.
  private static let deepest = 16

  /// Finds the parts of a page.
  init(_ page: Page) {
    let links = PageEntries.links(page.tree)
    let linked = Set(links.headings.map(\.heading))
    let paired = PageEntries.pairs(page.tree, links.permalinks).filter { !linked.contains($0.heading) }
    let headings = (links.headings + paired).sorted { $0.heading < $1.heading }
    let candidates = page.tree.nodes.indices.filter { PageEntries.isMarked($0, page) }.compactMap { node in
      PageEntries.first(headings, from: node).flatMap { index in
        headings[index].heading < page.tree.nodes[node].end
          ? Entry(node: node, heading: headings[index].heading, link: headings[index].link) : nil
      }
    }
    var end = 0
    for (index, candidate) in candidates.enumerated() where candidate.node >= end {
      let inner = candidates[(index + 1)...].prefix(PageEntries.deepest)
        .prefix { $0.node < page.tree.nodes[candidate.node].end }
      guard inner.count < PageEntries.deepest, inner.allSatisfy({ $0.heading == candidate.heading }) else {
        continue
      }
      end = page.tree.nodes[candidate.node].end
      entries.append(candidate)
    }
  }

  /// Whether an element is one of several by its name or its marks, and holds enough text.
  private static func isMarked(_ node: Int, _ page: Page) -> Bool {
    let element = page.tree.nodes[node]
    guard
      element.name == "article" || page.meanings[node].contains(.entry)
        || element.attributes["itemtype"]?.hasSuffix("BlogPosting") == true
    else { return false }
    return !page.isApart[node] && page.amounts.read[node] >= leastText
  }

  /// The headings with a link in them, and the links that are marked as the address of a post, in order.
  private static func links(_ tree: HTMLTree) -> (headings: [(heading: Int, link: Int)], permalinks: [Int]) {
    var result: [(heading: Int, link: Int)] = []
    var permalinks: [Int] = []
    var open: Int?
    for (index, node) in tree.nodes.enumerated() {
      if ranks.contains(node.name) { open = index }
      guard node.name == "a", node.attributes["href"] != nil else { continue }
      if let heading = open, index < tree.nodes[heading].end {
        result.append((heading, index))
        open = nil
      }
      if node.words(of: "rel").contains("bookmark") || node.words(of: "class").contains("permalink") {
        permalinks.append(index)
      }
    }
    return (result, permalinks)
  }

  /// Headings without a link, each with the address that is marked below it and above the next one.
  private static func pairs(_ tree: HTMLTree, _ permalinks: [Int]) -> [(heading: Int, link: Int)] {
    var headings = tree.nodes.indices.filter { ranks.contains(tree.nodes[$0].name) }[...]
    return permalinks.compactMap { link in
      let before = headings.prefix { $0 < link }
      headings = headings.dropFirst(before.count)
      return before.last.map { ($0, link) }
    }
  }

  private static let ranks: Set<String> = ["h1", "h2", "h3", "h4"]

  /// The index of the first heading from a node on.
  private static func first(_ headings: [(heading: Int, link: Int)], from node: Int) -> Int? {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].heading < node { low = middle + 1 } else { high = middle }
    }
    return low < headings.count ? low : nil
  }
}
