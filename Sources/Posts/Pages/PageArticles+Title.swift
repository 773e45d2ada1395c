import Markup
import Model

/// The title of a page that is one article.
extension PageArticles {
  /// The title as the page shares it, or as its window shows it, without the name of the site; else its heading.
  ///
  /// What of the shared title a heading says is the title; the rest names the site.
  func title() -> String {
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
}
