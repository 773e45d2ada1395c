import FoundationEssentials
import Markup
import Model

/// An item of RSS, an entry of Atom or a post of a WordPress export.
struct FeedItem {
  private let record: XMLRecord
  private let base: URL?

  /// The item that an element tells; its addresses are relative to `base`.
  init(_ record: XMLRecord, base: String?) {
    self.record = record
    let outer = base.flatMap { URL(string: $0) }
    self.base = record.attributes["base"].flatMap { URL(string: $0, relativeTo: outer) } ?? outer
  }

  /// Whether it is from an export, which says what each of its items is.
  private var isExported: Bool { record.children.contains { $0.prefix == "wp" && $0.name == "post_type" } }

  /// Whether readers of the site see it as a post; drafts, pages and pictures of an export are none.
  var isPublished: Bool {
    !isExported || (record.text("post_type") == "post" && record.text("status") == "publish")
  }

  /// The article; throws where its markup has more elements than any page.
  func article(_ markers: PageMarkers) throws(MarkupFault) -> Article {
    var article = Article()
    if let title = record.all("title").first(where: { $0.prefix != "media" }) {
      let isPlain = !title.text.contains("<") && !title.text.contains("&")
      article.title = isPlain ? title.text.squeezed : try Fragment.line(title.text)
    }
    article.url = address
    if article.url == nil { article.id = (record.texts("guid") + record.texts("id")).first }
    article.author =
      record.texts("creator").first ?? record.all("author").lazy.compactMap(FeedItem.author).first
    let day = isExported ? record.texts("post_date") : []
    article.published =
      (day + record.texts("published") + record.texts("pubDate") + record.texts("date")
      + record.texts("issued")
      + record.texts("updated")).lazy.compactMap { PublicationDate.day($0) }.first
    article.text = try text(markers)
    return article
  }

  private var address: String? {
    let links = record.all("link").filter { link in
      let relation = link.attribute("rel")
      return relation.isEmpty || relation == "alternate"
    }
    let about = record.name == "item" ? record.attribute("about") : ""
    let guids = record.all("guid").filter { $0.attribute("isPermaLink").lowercased() != "false" }.map(\.text)
    let ids = record.texts("id")
    for text in links.map(\.text) + links.map({ $0.attribute("href") }) + guids + [about] + ids {
      let text = text.withoutOuterSpace
      if text.isEmpty { continue }
      if let url = URL(string: text, relativeTo: base)?.absoluteString,
        url.isWebAddress
      {
        return url
      }
    }
    return nil
  }

  /// The name of an author: that of Atom's element `name`, or RSS's address with a name in brackets.
  static func author(_ record: XMLRecord) -> String? {
    let name = record.text("name")
    if !name.isEmpty { return name.squeezed }
    let text = record.text.squeezed
    if let found = text.wholeMatch(of: /\S+@\S+\s*\((.+)\)/) { return String(found.1) }
    return text.isEmpty || text.contains("@") ? nil : text
  }

  private func text(_ markers: PageMarkers) throws(MarkupFault) -> String {
    // The whole text comes before an excerpt of it.
    let encoded = record.children.filter { $0.name == "encoded" && $0.prefix != "excerpt" }
    let bodies = encoded + record.all("content") + record.all("description") + record.all("summary")
    for body in bodies where !body.text.withoutOuterSpace.isEmpty {
      let isPlain = body.attribute("type") == "text" || body.attribute("type") == "text/plain"
      let isAtomText = body.attribute("type").isEmpty && record.name == "entry"
      if isPlain || isAtomText {
        let paragraphs = body.text.replacing("\r\n", with: "\n").components(by: "\n\n").map(\.squeezed)
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
      }
      let markup = isExported ? Shortcodes.removed(from: body.text) : body.text
      let text = try Fragment.text(markup, markers: markers, keepsBlankLines: isExported)
      if !text.isEmpty { return text }
    }
    return ""
  }
}
