import Markup

/// The text of a part of a page: paragraphs, as a reader would copy them.
struct PageText {
  /// A paragraph and the element that it stands in.
  struct Paragraph {
    /// The lines, each on a line of its own.
    var text: String
    /// The innermost element that is a block of its own.
    var block: Int
    /// How many code points of it lead elsewhere.
    var linked: Int
  }

  /// Elements that begin and end a paragraph.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr",
    "ul",
  ]

  /// Whether an element begins and ends a paragraph; those of a site's own making do.
  private static func isBlock(_ name: String) -> Bool { blocks.contains(name) || name.contains("-") }

  private let tree: HTMLTree
  private let keepsBlankLines: Bool
  private var result: [Paragraph] = []
  private var lines: [String] = [""]
  private var linked = 0

  private init(_ tree: HTMLTree, keepsBlankLines: Bool) {
    self.tree = tree
    self.keepsBlankLines = keepsBlankLines
  }

  /// The paragraphs inside `root`, or for nil in all of the tree; `skips` tells which elements to leave out.
  ///
  /// Two line breaks end a paragraph, and where blank lines are kept, as WordPress stores posts, so does a blank line.
  static func paragraphs(
    of tree: HTMLTree, in root: Int?, keepsBlankLines: Bool = false, skipping skips: (Int) -> Bool
  ) -> [Paragraph] {
    var text = PageText(tree, keepsBlankLines: keepsBlankLines)
    text.read(root, skips)
    return text.result
  }

  private mutating func read(_ root: Int?, _ skips: (Int) -> Bool) {
    let range = root.map { $0..<tree.nodes[$0].end } ?? tree.nodes.indices
    var at = range.lowerBound
    // The blocks and links that are open, innermost last.
    var blocks: [Int] = []
    var links: [Int] = []
    while at < range.upperBound {
      while let last = blocks.last, tree.nodes[last].end <= at {
        flush(in: last)
        blocks.removeLast()
      }
      while let last = links.last, tree.nodes[last].end <= at { links.removeLast() }
      let node = tree.nodes[at]
      if !node.isText, at != root, skips(at) {
        if PageText.isBlock(node.name) { flush(in: blocks.last ?? -1) }
        at = node.end
        continue
      }
      if node.isText {
        add(node.text, isLinked: !links.isEmpty, in: blocks.last ?? -1)
      } else if node.name == "br" {
        lines.append("")
        if lines.count > 2, lines.suffix(2).allSatisfy(\.squeezed.isEmpty) { flush(in: blocks.last ?? -1) }
      } else if isCellOfRow(at) {
        add(" ", isLinked: false, in: blocks.last ?? -1)
      } else if PageText.isBlock(node.name) {
        flush(in: blocks.last ?? -1)
        blocks.append(at)
      } else if node.name == "a", node.attributes["href"] != nil {
        links.append(at)
      }
      at += 1
    }
    flush(in: blocks.last ?? -1)
  }

  /// Whether an element is a cell of a row that holds nothing but short cells, as rows of data do.
  private func isCellOfRow(_ node: Int) -> Bool {
    let name = tree.nodes[node].name
    let row = tree.nodes[node].parent
    guard name == "td" || name == "th", row >= 0, tree.nodes[row].name == "tr" else { return false }
    let parts = tree.inside(row)
    guard parts.count < 100 else { return false }
    return parts.allSatisfy { part in
      let element = tree.nodes[part]
      return element.isText || element.name == "td" || element.name == "th"
        || (!PageText.blocks.contains(element.name) && element.name != "br")
    } && parts.count { tree.nodes[$0].name == "td" || tree.nodes[$0].name == "th" } > 1
  }

  private mutating func add(_ text: String, isLinked: Bool, in block: Int) {
    guard keepsBlankLines else {
      lines[lines.count - 1] += text
      if isLinked { linked += text.unicodeScalars.count }
      return
    }
    var isFirst = true
    for part in text.replacing("\r\n", with: "\n").split(separator: "\n\n", omittingEmptySubsequences: false)
    {
      if !isFirst { flush(in: block) }
      isFirst = false
      lines[lines.count - 1] += part
      if isLinked { linked += part.unicodeScalars.count }
    }
  }

  private mutating func flush(in block: Int) {
    let text = lines.map(\.squeezed).filter { !$0.isEmpty }.joined(separator: "\n")
    if !text.isEmpty { result.append(Paragraph(text: text, block: block, linked: linked)) }
    lines = [""]
    linked = 0
  }
}
