import FoundationEssentials
import Markup
import Model

/// What the head of a page says of all of it.
struct PageHead {
  /// The page's own address.
  var url: String?
  /// What relative addresses are relative to.
  var base: URL?
  /// What the page calls itself for those who share it, without the name of its site.
  var title: String?
  /// When it says it was published.
  var published: EDTF?
  /// Who it says wrote it.
  var author: String?
  /// Whether it says that it is one article.
  var isArticle = false
  /// The text that it gives machines.
  var body: String?

  private var meta: [String: String] = [:]

  /// Reads meta elements, links and structured data.
  init(_ page: Page) {
    let tree = page.tree
    for element in tree.elements("meta") {
      let attributes = tree.nodes[element].attributes
      guard let content = attributes["content"]?.squeezed, !content.isEmpty else { continue }
      for key in ["property", "name", "itemprop"] {
        for name in tree.nodes[element].words(of: key) where meta[name.lowercased()] == nil {
          meta[name.lowercased()] = content
        }
      }
    }
    let data = StructuredData(tree)
    let canonical = tree.elements("link").first { tree.nodes[$0].words(of: "rel").contains("canonical") }
    let addresses = [
      canonical.flatMap { tree.nodes[$0].attributes["href"] }, meta["og:url"], data?.url, tree.savedFrom,
    ]
    let given = addresses.compactMap { $0?.squeezed }
    let whole = given.first { $0.isWebAddress }
    let ground = tree.elements("base").first.flatMap { tree.nodes[$0].attributes["href"] } ?? whole
    base = ground.flatMap { URL(string: $0) }
    url = given.compactMap { absolute($0) }.first ?? whole.map(PageHead.unarchived)
    isArticle = data != nil || meta["og:type"]?.lowercased() == "article"
    body = data?.body
    title = PageHead.first(data?.headline, meta["og:title"], meta["twitter:title"]).map(withoutSite)
    let dates = [
      data?.published, meta["article:published_time"], meta["datepublished"], meta["parsely-pub-date"],
      meta["sailthru.date"], meta["dc.date.issued"], meta["dcterms.issued"], meta["dc.date"],
      meta["dcterms.date"],
      meta["dcterms.created"], meta["pubdate"], meta["publish-date"], meta["date"],
    ]
    published = dates.lazy.compactMap { $0.flatMap { PublicationDate.day($0) } }.first
    author = PageHead.first(
      data?.author, meta["author"], meta["article:author"], meta["parsely-author"], meta["dc.creator"],
      meta["dcterms.creator"], meta["byl"]
    ).flatMap(Byline.name)
    if author == site { author = nil }
  }

  /// The name of the site, where the page tells it.
  var site: String? { meta["og:site_name"] ?? meta["application-name"] }

  /// A title without the name of the site behind a stroke or dash.
  func withoutSite(_ title: String) -> String {
    guard let site, title.hasSuffix(site), title.count > site.count else { return title }
    let rest = title.dropLast(site.count).reversed().drop { $0 == " " }
    guard let mark = rest.first, "|-–—:·»«".contains(mark) else { return title }
    return String(String(rest.reversed()).dropLast()).squeezed
  }

  /// An address of the page made whole; nil where it is none of the web.
  func absolute(_ address: String) -> String? {
    let address = address.squeezed
    if address.isEmpty || address.hasPrefix("#") { return nil }
    guard let url = URL(string: address, relativeTo: base)?.absoluteString,
      url.isWebAddress
    else { return nil }
    return PageHead.unarchived(url)
  }

  /// The address of a page that the Wayback Machine keeps; any other address as it is.
  private static func unarchived(_ url: String) -> String {
    guard let found = url.prefixMatch(of: /https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?=https?:\/\/)/)
    else { return url }
    return String(url[found.range.upperBound...])
  }

  private static func first(_ texts: String?...) -> String? {
    texts.lazy.compactMap { $0.map(\.squeezed) }.first { !$0.isEmpty }
  }
}
