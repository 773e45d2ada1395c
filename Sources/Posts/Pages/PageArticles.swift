import Markup
import Model

/// The articles of a page: one, or each entry of an archive page with its own title, day, author and address.
struct PageArticles {
  private let page: Page
  private let head: PageHead

  /// Reads a page; throws where it has more elements than any page.
  init(_ bytes: [UInt8], markers: PageMarkers) throws(MarkupFault) {
    page = try Page(utf8: TextDecoding.utf8(ofPage: bytes), markers: markers)
    head = PageHead(page)
  }

  /// The articles in order; none where the page has no text that could be one.
  func articles() -> [Article] {
    let entries = head.isArticle ? [] : PageEntries(page).entries
    if entries.count > 1 { return entries.map { article(of: $0) } }
    return single().map { [$0] } ?? []
  }

  // MARK: One article

  private func single() -> Article? {
    let title = title()
    var paragraphs = ArticleBody(page, titled: title).paragraphs()
    if paragraphs.isEmpty, let body = head.body {
      paragraphs = body.split(whereSeparator: \.isNewline).map { line in
        PageText.Paragraph(text: String(line).squeezed, block: -1, linked: 0)
      }
      .filter { !$0.text.isEmpty }
    }
    guard let first = paragraphs.first else { return nil }
    var article = Article()
    article.url = head.url
    article.title = title
    article.author =
      head.author ?? marked(.author, in: nil).flatMap(Byline.name) ?? byline(above: first.block)
    article.published =
      head.published ?? markedDay(in: nil, near: first.block) ?? head.url.flatMap(
        PublicationDate.day(inAddress:))
      ?? day(above: paragraphs)
    article.text = text(paragraphs, of: article)
    return article.text.isEmpty ? nil : article
  }

  /// The title as the page shares it, or as its window shows it, without the name of the site; else its heading.
  ///
  /// What of the shared title a heading says is the title; the rest names the site.
  private func title() -> String {
    let shared = head.title ?? head.withoutSite(page.window)
    let marked = page.first(in: nil) { isTitle($0) && !page.isApart[$0] }.map { page.tree.text(of: $0) }
    if shared.isEmpty { return marked ?? heading() ?? "" }
    if page.titles.contains(shared) { return shared }
    if let marked, shared.contains(marked), marked.count * 3 >= shared.count { return marked }
    let named = page.titles.first { shared != $0 && shared.contains($0) && $0.count * 5 >= shared.count * 2 }
    if let named { return named }
    return head.title == nil ? PageArticles.withoutSite(shared) : shared
  }

  /// The first heading of the highest rank.
  private func heading() -> String? {
    ["h1", "h2", "h3"].lazy.compactMap { name in
      page.tree.elements(name).first { !page.isApart[$0] }.map { page.tree.text(of: $0) }
    }.first { !$0.isEmpty }
  }

  private func isTitle(_ node: Int) -> Bool {
    let names = page.tree.nodes[node].words(of: "itemprop").map { $0.lowercased() }
    return (names.contains("headline") || page.meanings[node].contains(.title))
      && page.amounts.text[node] < 400 && !page.tree.text(of: node).isEmpty
  }

  /// The title of a window without what follows the last stroke, if that is no longer than a name.
  private static func withoutSite(_ title: String) -> String {
    for mark in [" | ", " :: ", " « ", " » ", " – ", " — ", " - "] {
      let parts = title.components(by: mark)
      guard parts.count > 1, let last = parts.last, last.split(separator: " ").count <= 4 else { continue }
      let rest = parts.dropLast().joined(separator: mark)
      if rest.split(separator: " ").count >= 3 { return rest }
    }
    return title
  }

  // MARK: Days and authors

  private func marked(_ meaning: PageMarker.Meaning, in root: Int?) -> String? {
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
  private func markedDay(in root: Int?, near body: Int?) -> EDTF? {
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
  private func byline(above body: Int) -> String? {
    let before = PageText.paragraphs(of: page.tree, in: nil) { page.isUnread[$0] }.filter { $0.block <= body }
      .suffix(8)
    let lines = before.flatMap { $0.text.split(separator: "\n") }.filter {
      $0.hasPrefix("By ") && $0.count < 80
    }
    return lines.last.flatMap { Byline.name(String($0.prefix { $0 != "," })) } ?? postedBy(in: nil)
  }

  /// The name in a line such as "Posted by Ioreth Galen at 9:12 PM", which many blogs set below a post.
  private func postedBy(in root: Int?) -> String? {
    let lines = PageText.paragraphs(of: page.tree, in: root) { page.isInComments[$0] }.map(\.text)
    return lines.first { $0.count < 200 && $0.hasPrefix("Posted by ") }.flatMap { Byline.name($0.firstLine) }
  }

  /// The day in one of the short lines of text above an article, or at its head.
  private func day(above paragraphs: [PageText.Paragraph]) -> EDTF? {
    let body = paragraphs[0].block
    let all = PageText.paragraphs(of: page.tree, in: nil) { page.isUnread[$0] }
    let before = all.filter { $0.block < body && $0.text.count < 200 }.suffix(8).reversed()
    for paragraph in Array(paragraphs.prefix(3)) + before
    where paragraph.text.count < 200 && !paragraph.text.isProse {
      if let day = PublicationDate.told(in: paragraph.text) { return day }
    }
    return nil
  }

  // MARK: Entries of an archive page

  private func article(of found: PageEntries.Entry) -> Article {
    let (tree, entry) = (page.tree, found.node)
    var article = Article()
    article.title = tree.text(of: found.heading)
    article.url = tree.nodes[found.link].attributes["href"].flatMap(head.absolute)
    article.author = marked(.author, in: entry).flatMap(Byline.name) ?? postedBy(in: entry) ?? head.author
    article.published =
      markedDay(in: entry, near: nil) ?? dayHeading(before: entry)
      ?? article.url.flatMap(PublicationDate.day(inAddress:))
    article.text = text(ArticleBody(page, in: entry).paragraphs(), of: article)
    return article
  }

  /// The day of the heading under which an entry stands, as some blogs gather the entries of a day.
  private func dayHeading(before entry: Int) -> EDTF? {
    let tree = page.tree
    for ancestor in [entry] + tree.ancestors(of: entry).prefix(4) where tree.nodes[ancestor].parent >= 0 {
      let siblings = tree.children(of: tree.nodes[ancestor].parent).prefix { $0 < ancestor }
      for sibling in siblings.reversed() where page.meanings[sibling].contains(.date) {
        if let day = PublicationDate.day(tree.text(of: sibling)) { return day }
      }
    }
    return nil
  }

  // MARK: Text

  /// The paragraphs without what the article's fields say already, and without links that end it.
  private func text(_ paragraphs: [PageText.Paragraph], of article: Article) -> String {
    let key = TitleKey(article.title)
    var rest = paragraphs.filter { !$0.text.isFiller }[...]
    while let first = rest.first, isTold(first.text, key, article) { rest.removeFirst() }
    // A list may end in short words; what else does is a label of what follows the article.
    while let last = rest.last, last.text.count < 140, !last.text.endsAsSentence, rest.count > 1,
      !isOfList(last.block)
    {
      rest.removeLast()
    }
    return rest.map(\.text).joined(separator: "\n\n")
  }

  private func isOfList(_ block: Int) -> Bool {
    block >= 0 && ["li", "blockquote", "td", "pre", "dd"].contains(page.tree.nodes[block].name)
  }

  /// Whether a paragraph says no more than title, author and day, one on each of its lines.
  private func isTold(_ text: String, _ title: TitleKey, _ article: Article) -> Bool {
    text.split(separator: "\n").allSatisfy { line in
      TitleKey(String(line)) == title || Byline.isOne(String(line), author: article.author)
        || isDay(String(line), article.published)
    }
  }

  /// Whether a line tells a day of publication and hardly more.
  private func isDay(_ text: String, _ published: EDTF?) -> Bool {
    guard text.count < 80, let published,
      let day = PublicationDate.day(text) ?? PublicationDate.english(in: text)
    else {
      return false
    }
    return day == published && text.count { $0.isLetter } < 40 && !text.hasSuffix(".")
  }
}

extension String {
  /// The parts between a separator of several characters.
  func components(by separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
