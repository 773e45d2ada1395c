/// A page of the report: what all of them share.
public struct SitePage: Sendable {
  /// The title of the window, before the name of the site.
  public var title: String
  /// How the page's folder leads to the top of the site: empty, or `../`.
  public var root: String
  /// The part of the menu that it belongs to.
  public var section: String
  /// What stands in it.
  public var body: HTML

  /// A page.
  public init(title: String, root: String, section: String, body: HTML) {
    self.title = title
    self.root = root
    self.section = section
    self.body = body
  }

  /// Where the menu leads: the file, the words and the letter key.
  private static let menu: [(file: String, words: String)] = [
    ("index.html", "Overview"), ("events.html", "Events"), ("timeline.html", "Timeline"),
    ("entities.html", "Entities"), ("posts.html", "Posts"), ("check.html", "Lists"),
  ]

  /// What a page may load and do: its own style and script, and nothing from anywhere else.
  public static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "base-uri 'none'; form-action 'self'"

  /// The page as a document.
  public var document: HTML {
    let items: [HTML] = SitePage.menu.map { item in
      let isHere = item.words == section
      return isHere
        ? "<li><a href=\"\(root)\(item.file)\" aria-current=\"page\">\(item.words)</a></li>"
        : "<li><a href=\"\(root)\(item.file)\">\(item.words)</a></li>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(SitePage.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(title) – sanctions</title>
      <link rel="stylesheet" href="\(root)site.css">
      <link rel="stylesheet" href="\(root)picture.css">
      <link rel="icon" href="data:,">
      <script src="\(root)site.js" defer></script>
      </head>
      <body data-root="\(root)">
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <nav aria-label="Site"><ul>\(items)</ul></nav>
      <form role="search" class="search" action="\(root)search.html">
      <label for="site-search">Search</label>
      <input id="site-search" name="q" type="search" autocomplete="off" placeholder="names and words">
      <button>Search</button>
      </form>
      </header>
      <main id="main" tabindex="-1">
      \(body)
      </main>
      <footer><p>Made by <span translate="no">sanctions</span> from posts and official lists. It gives no legal advice: the official list decides.</p></footer>
      </body>
      </html>

      """
  }
}
