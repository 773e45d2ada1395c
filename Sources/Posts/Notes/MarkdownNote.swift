import CMark
import Markup
import Model

/// A note in Markdown, with front matter or without.
enum MarkdownNote {
  /// Reads a note; `name` is that of its file without the ending, such as `2016-03-04-title`, and
  /// `folder` that of the folder it is in.
  static func article(_ bytes: [UInt8], name: String, folder: String, markers: PageMarkers)
    throws(MarkupFault) -> Article
  {
    let text = String(decoding: TextDecoding.utf8(bytes), as: UTF8.self).replacing("\r\n", with: "\n")
    let front = try FrontMatter(text)
    let body = withoutExtras(front.body)
    var article = Article()
    article.isDraft = ["true", "yes"].contains(front["draft"]?.lowercased())
    article.title = front["title"] ?? ""
    article.author = front["author", "authors", "by"].flatMap(Byline.name)
    article.url = front["canonical_url", "canonicalurl", "canonical", "url", "permalink", "link", "source"]
      .flatMap {
        $0.isWebAddress ? $0 : nil
      }
    article.published =
      front["date", "published", "pubdate", "publishdate", "created"].flatMap { PublicationDate.day($0) }
      ?? PublicationDate.day(String(name.prefix(10))) ?? PublicationDate.day(String(folder.prefix(10)))
    article.text = try Fragment.text(html(body), markers: markers)
    takeTitle(&article, from: body[...])
    return article
  }

  /// The note without what Obsidian and Hugo add to Markdown: links in double brackets are their words, remarks and
  /// pieces that are set in from elsewhere are nothing.
  private static func withoutExtras(_ body: Substring) -> String {
    String(body)
      .replacing(/(?s)%%.*?%%/, with: "")
      .replacing(/!\[\[[^\]\n]*\]\]/, with: "")
      .replacing(/\[\[(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]/) { $0.1 }
      .replacing(/==(\S[^=\n]*)==/) { $0.1 }
      .replacing(/\]\(\{\{.*?\}\}\)/, with: "](#)")
      .replacing(/\{\{[<%].*?[>%]\}\}/, with: "")
  }

  /// A heading that begins the note is its title, or says it again.
  private static func takeTitle(_ article: inout Article, from body: Substring) {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).drop {
      $0.allSatisfy(\.isWhitespace)
    }
    guard let first = lines.first else { return }
    // A heading has a sign before it, or a line of signs under it.
    let under = lines.dropFirst().first ?? ""
    let isUnderlined = !under.isEmpty && (under.allSatisfy { $0 == "=" } || under.allSatisfy { $0 == "-" })
    let parts = article.text.components(by: "\n\n")
    let isHeading = first.hasPrefix("#") || isUnderlined
    guard isHeading, let title = parts.first, title.count <= 300 else { return }
    if !article.title.isEmpty, TitleKey(title) != TitleKey(article.title) { return }
    article.title = title
    article.text = parts.dropFirst().joined(separator: "\n\n")
  }

  /// The note as HTML, by the rules of GitHub: tables, links of bare addresses, footnotes.
  private static func html(_ markdown: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink"] {
      if let rules = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, rules) }
    }
    var markdown = markdown
    markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
      return ""
    }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}
