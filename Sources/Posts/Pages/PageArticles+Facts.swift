import Markup
import Model

/// The day and the author of an article, as its page marks or tells them.
extension PageArticles {
  func marked(_ meaning: PageMarker.Meaning, in root: Int?) -> String? {
    let property = meaning == .author ? "author" : "datepublished"
    let tree = page.tree
    let node = page.first(in: root) { node in
      let element = tree.nodes[node]
      guard !element.isText,
        page.meanings[node].contains(meaning)
          || element.words(of: "itemprop").contains(where: { $0.lowercased() == property })
          || (meaning == .author && element.words(of: "rel").contains("author"))
      else { return false }
      let isQuoted = tree.ancestors(of: node).contains { tree.nodes[$0].name == "blockquote" }
      return !page.isInComments[node] && !isQuoted && !tree.text(of: node).isEmpty
    }
    return node.map { node in
      // A name that is marked inside of a line is the name alone.
      let inner = tree.inside(node).first { inner in
        tree.nodes[inner].words(of: "itemprop").contains("name")
          || tree.nodes[inner].words(of: "rel").contains("author")
          || tree.nodes[inner].words(of: "class").contains("fn")
      }
      return tree.text(of: inner ?? node)
    }
  }

  /// The day in the first element that is marked as one, or in an element `time`.
  func markedDay(in root: Int?) -> EDTF? {
    let tree = page.tree
    for node in tree.inside(root) where !tree.nodes[node].isText {
      let element = tree.nodes[node]
      let isMarked =
        element.name == "time" || page.meanings[node].contains(.date)
        || element.words(of: "itemprop").contains { $0.lowercased() == "datepublished" }
      let isChange = element.words(of: "class").contains {
        ["updated", "modified"].contains($0.lowercased())
      }
      guard isMarked, !isChange || element.words(of: "class").contains("published"), !page.isInComments[node],
        root != nil || !page.isApart[node], node + 50 > element.end
      else { continue }
      for value in [
        element.attributes["datetime"], element.attributes["content"], element.attributes["title"],
      ] {
        if let day = value.flatMap({ PublicationDate.day($0) }) { return day }
      }
      // A whole part of the page may be named after its day.
      let text = tree.text(of: node)
      if text.count < 200, let day = PublicationDate.day(text) { return day }
    }
    return nil
  }

  /// The name in a line above an article that begins with "By".
  func byline(above body: Int) -> String? {
    let before = PageText.paragraphs(of: page.tree, in: nil) { page.isUnread[$0] }.filter { $0.block <= body }
      .suffix(8)
    let lines = before.flatMap { $0.text.split(separator: "\n") }.filter {
      $0.hasPrefix("By ") && $0.count < 80
    }
    return lines.last.flatMap { Byline.name(String($0.prefix { $0 != "," })) } ?? postedBy(in: nil)
  }

  /// The name in a line such as "Posted by Ioreth Galen at 9:12 PM", which many blogs set below a post.
  func postedBy(in root: Int?) -> String? {
    let lines = PageText.paragraphs(of: page.tree, in: root) { page.isInComments[$0] }.map(\.text)
    return lines.first { $0.count < 200 && $0.hasPrefix("Posted by ") }.flatMap { Byline.name($0.firstLine) }
  }

  /// The day in one of the short lines of text above an article, or at its head.
  func day(above paragraphs: [PageText.Paragraph]) -> EDTF? {
    let body = paragraphs[0].block
    let all = PageText.paragraphs(of: page.tree, in: nil) { page.isUnread[$0] }
    let before = all.filter { $0.block < body && $0.text.count < 200 }.suffix(8).reversed()
    for paragraph in Array(paragraphs.prefix(3)) + before
    where paragraph.text.count < 200 && !paragraph.text.isProse {
      if let day = PublicationDate.told(in: paragraph.text) { return day }
    }
    return nil
  }

  /// The day of the heading under which an entry stands, as some blogs gather the entries of a day.
  func dayHeading(before entry: Int) -> EDTF? {
    let tree = page.tree
    for ancestor in [entry] + tree.ancestors(of: entry).prefix(4) where tree.nodes[ancestor].parent >= 0 {
      let siblings = tree.children(of: tree.nodes[ancestor].parent).prefix { $0 < ancestor }
      for sibling in siblings.reversed() where page.meanings[sibling].contains(.date) {
        if let day = PublicationDate.day(tree.text(of: sibling)) { return day }
      }
    }
    return nil
  }
}
