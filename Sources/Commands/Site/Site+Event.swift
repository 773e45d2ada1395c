import Graph
import Model
import Rendering

/// The page of an event: who took part, and every post that tells it in its own words.
extension Site {
  func eventPage(_ event: SiteIndex.Event) throws(Failure) -> SitePage {
    let claims = try attempt { try graph.claims(of: event.id) }
    var parties: [(role: String, entity: EntityRow)] = []
    for party in claims.flatMap(\.parties)
    where !parties.contains(where: { $0.role == party.role && $0.entity.id == party.entity.id }) {
      parties.append(party)
    }
    let roles: [HTML] = ["authority", "target", "instrument", "actor"].compactMap { role in
      let holders = parties.filter { $0.role == role }.map { link($0.entity.id, $0.entity.name) }
      return holders.isEmpty ? nil : "<dt>\(role)</dt><dd>\(Site.joined(holders))</dd>"
    }
    let date = event.date.isEmpty ? "not told" : event.date
    let basis = event.basis.isEmpty ? "" : " (\(Site.basis(event.basis)))"
    let told: [HTML] = claims.map { claim in
      """
      <li>\(EventSigns.status(claim.status))\(claim.date.map { " · \($0)" } ?? "")\
      <blockquote cite="\(claim.post)">\(claim.quote)</blockquote>
      <a href="../\(SitePaths.claim(claim))">\(claim.title.isEmpty ? claim.post : claim.title)</a>\
      \(claim.published.map { ", \($0)" } ?? "")\(claim.source.map { ", citing \($0)" } ?? "")
      \(why(claim))</li>

      """
    }
    let heading = event.summary.isEmpty ? event.kind : event.summary
    let body: HTML = """
      <h1>\(heading)</h1>
      <p class="about">\(EventSigns.kind(event.kind)) · \(EventSigns.status(event.status)) · <code>\(event.id)</code></p>
      <dl class="facts"><dt>date</dt><dd>\(date)\(basis)</dd>\(roles)</dl>
      <h2>Who tells it</h2>
      <ol class="claims">\(told)</ol>
      """
    return SitePage(title: "\(event.kind): \(heading)", root: "../", section: "Events", body: body)
  }

  /// Why a claim says what it says.
  func why(_ claim: ToldClaim) -> HTML {
    let steps: [HTML] = claim.evidence.map { step in
      "<li>\(step.part): \(step.words.map { "“\($0)” – " } ?? "")\(step.note)</li>"
    }
    return "<details class=\"why\"><summary>Why</summary><p>\(claim.rule)</p><ul>\(steps)</ul></details>"
  }

  private static func joined(_ pieces: [HTML]) -> HTML {
    pieces.enumerated().reduce(into: HTML()) { $0 += $1.offset > 0 ? "; " + $1.element : $1.element }
  }

  /// What a date rests on, in words.
  private static func basis(_ basis: String) -> String {
    switch basis {
    case "list": "the official list’s own date"
    case "knowledge": "a known fact"
    case "text": "told in a post"
    case "post": "only bounded by when posts came out"
    default: "between two states of a list"
    }
  }
}
