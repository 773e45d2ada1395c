import Markup
import Model

/// The articles of a page: one, or each entry of an archive page with its own title, day, author and address.
struct PageArticles {
  let page: Page
  let head: PageHead

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
      head.published ?? markedDay(in: nil) ?? head.url.flatMap(
        PublicationDate.day(inAddress:))
      ?? day(above: paragraphs)
    article.text = text(paragraphs, of: article)
    return article.text.isEmpty ? nil : article
  }

  // MARK: Entries of an archive page

  private func article(of found: PageEntries.Entry) -> Article {
    let (tree, entry) = (page.tree, found.node)
    var article = Article()
    article.title = tree.text(of: found.heading)
    article.url = tree.nodes[found.link].attributes["href"].flatMap(head.absolute)
    article.author = marked(.author, in: entry).flatMap(Byline.name) ?? postedBy(in: entry) ?? head.author
    article.published =
      markedDay(in: entry) ?? dayHeading(before: entry)
      ?? article.url.flatMap(PublicationDate.day(inAddress:))
    article.text = text(ArticleBody(page, in: entry).paragraphs(), of: article)
    return article
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
