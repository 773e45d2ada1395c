import Graph
import Model
import Rendering

/// The page of a post: its text with all that was read in it.
extension Site {
  func postPage(_ id: String) throws(Failure) -> SitePage? {
    guard let post = try attempt({ try graph.post(id) }) else { return nil }
    let reading = try attempt { try graph.reading(of: id) }
    let marks = self.marks(reading)
    let textStart = post.title.isEmpty ? 0 : post.title.unicodeScalars.count + 2
    let claims: [HTML] = reading.claims.map { claim in
      let parties = ["authority", "target", "instrument", "actor"].compactMap { role -> String? in
        let names = claim.parties.filter { $0.role == role }.map(\.entity.name)
        return names.isEmpty ? nil : "\(role) \(names.joined(separator: ", "))"
      }
      return """
        <li><a href="#\(SitePaths.anchor(claim.id))">\(EventSigns.kind(claim.kind))</a> \(EventSigns.status(claim.status))\
        \(claim.date.map { " · \($0)" } ?? "")<br>\(parties.joined(separator: "; "))<br>
        <a href="../\(SitePaths.event(claim.event))">the event</a>\(claim.source.map { ", citing \($0)" } ?? "")
        \(why(claim))</li>

        """
    }
    let about = [post.published?.text, post.author, post.source].compactMap { $0 }.filter { !$0.isEmpty }
    let address: HTML =
      post.url.map { url in
        Site.isWebAddress(url) ? " · <a href=\"\(url)\" rel=\"noreferrer noopener\">\(url)</a>" : " · \(url)"
      } ?? HTML()
    let heading: HTML = post.title.isEmpty ? "\(id)" : MarkedText(post.title, at: 0, marks: marks).line
    let body: HTML = """
      <div class="post">
      <article class="text" aria-labelledby="title">
      <h1 id="title">\(heading)</h1>
      <p class="about">\(about.joined(separator: " · "))\(address)</p>
      \(MarkedText(post.text, at: textStart, marks: marks).paragraphs)
      </article>
      <section aria-labelledby="told"><h2 id="told">What it tells</h2>
      \(told(claims))
      </section>
      </div>
      """
    return SitePage(title: post.title.isEmpty ? id : post.title, root: "../", section: "Posts", body: body)
  }

  private func told(_ claims: [HTML]) -> HTML {
    claims.isEmpty ? "<p>No event was found in it.</p>" : "<ol class=\"claims\">\(claims)</ol>"
  }

  private func marks(_ reading: StoredReading) -> [MarkedText.Mark] {
    let mentions = reading.mentions.map { mention in
      MarkedText.Mark(
        span: mention.span, classes: mention.isNominal ? "entity nominal" : "entity",
        link: index.hasEntity(mention.entity.id) ? "../" + SitePaths.entity(mention.entity.id) : nil,
        title: "\(mention.entity.name), \(mention.entity.kind.rawValue)")
    }
    let times = reading.times.map { MarkedText.Mark(span: $0.span, classes: "time", title: $0.value) }
    let claims = reading.claims.flatMap { claim in
      [MarkedText.Mark(span: claim.quoteSpan, classes: "told", group: SitePaths.anchor(claim.id))]
        + claim.triggers.map {
          MarkedText.Mark(span: $0, classes: "claim trigger", title: "\(claim.kind), \(claim.status)")
        }
    }
    return mentions + times + claims
  }

  /// Whether an address may be a link: a post can have anything there.
  private static func isWebAddress(_ url: String) -> Bool {
    url.hasPrefix("https://") || url.hasPrefix("http://")
  }
}
