import Markup

/// How much text stands inside each node of a page, summed once for all of it.
struct PageAmounts {
  /// The code points of text that readers see inside a node.
  private(set) var text: [Int]
  /// How many of them lead elsewhere.
  private(set) var linked: [Int]
  /// How many paragraphs inside a node have a link.
  private(set) var links: [Int]
  /// The code points inside a node without those of parts that are no article.
  private(set) var read: [Int]

  /// The code points of text that readers see in all of the page.
  private(set) var whole = 0

  /// Sums up a page; `isApart` tells of which parts the markers say that they are no article.
  init(_ tree: HTMLTree, isUnread: [Bool], isApart: (Int) -> Bool) {
    let none = [Int](repeating: 0, count: tree.nodes.count)
    text = none
    linked = none
    links = none
    for paragraph in PageText.paragraphs(of: tree, in: nil, skipping: { isUnread[$0] })
    where paragraph.block >= 0 {
      text[paragraph.block] += paragraph.text.unicodeScalars.count
      linked[paragraph.block] += paragraph.linked
      links[paragraph.block] += paragraph.linked > 0 ? 1 : 0
    }
    read = text
    // What is inside a node stands behind it.
    for node in tree.nodes.indices.reversed() where tree.nodes[node].parent >= 0 {
      let parent = tree.nodes[node].parent
      text[parent] += text[node]
      linked[parent] += linked[node]
      links[parent] += links[node]
    }
    whole = tree.nodes.indices.filter { tree.nodes[$0].parent < 0 }.reduce(0) { $0 + text[$1] }
    for node in tree.nodes.indices.reversed() {
      // What holds most of the page is the page, whatever it is called.
      if isApart(node), text[node] * 2 < whole { read[node] = 0 }
      if tree.nodes[node].parent >= 0 { read[tree.nodes[node].parent] += read[node] }
    }
  }
}
