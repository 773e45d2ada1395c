import Graph
import Model
import Rendering

/// The page of an entity: a dossier.
extension Site {
  /// How many rows of a table have room on a page; more stand in the tables at the top.
  private static let room = 200
  /// How many neighbours the picture shows.
  private static let neighbours = 24

  func entityPage(_ id: String) throws(Failure) -> SitePage? {
    guard let dossier = try attempt({ try graph.dossier(on: id, limit: Site.room + 1) }) else { return nil }
    let entity = dossier.entity
    let names = dossier.names.rows.map(\.[0].first).filter { $0 != entity.name }
    let body: HTML = """
      <h1>\(entity.name)</h1>
      <p class="about">\(entity.kind.rawValue) · <code>\(entity.id)</code></p>
      \(facts(dossier, names: names))
      \(events(dossier))
      \(listed(dossier))
      \(beside(dossier))
      \(posts(dossier))
      """
    return SitePage(title: entity.name, root: "../", section: "Entities", body: body)
  }

  private func facts(_ dossier: Dossier, names: [String]) -> HTML {
    let relations: [HTML] = dossier.relations.rows.prefix(40).map { row in
      let isWhole = row[3].first == "whole"
      let words =
        switch row[0].first {
        case "country": isWhole ? "country" : "here"
        case "part-of": isWhole ? "part of" : "part"
        case let how: isWhole ? how : Site.reversed(how)
        }
      return "<dt>\(words)</dt><dd>\(link(row[1].first, row[2].first))</dd>"
    }
    let known: HTML =
      names.isEmpty ? HTML() : "<dt>other names</dt><dd>\(names.prefix(60).joined(separator: "; "))</dd>"
    if relations.isEmpty, names.isEmpty { return HTML() }
    return "<dl class=\"facts\">\(known)\(relations)</dl>"
  }

  /// What a list says of others, told of the one that it points at: "owner of", "linked to it".
  private static func reversed(_ how: String) -> String {
    [" to", " of", " by", " for", " with"].contains { how.hasSuffix($0) } ? "\(how) it" : "\(how) of"
  }

  private func events(_ dossier: Dossier) -> HTML {
    let events = dossier.events.rows.map(SiteIndex.Event.init)
    if events.isEmpty { return HTML() }
    let lines: [HTML] = events.prefix(Site.room).map { event in
      SiteTables.row(event, root: "../", isLinked: hasPage(event))
    }
    let dated = events.prefix(60).map { event in
      TimelinePicture.Event(
        EDTF(event.date), kind: event.kind, status: event.status,
        label: TimelinePicture.Event.label(
          event.authorities + event.actors, event.targets, event.instruments),
        link: hasPage(event) ? "../" + SitePaths.event(event.id) : nil)
    }
    return """
      <h2>Events</h2>
      \(SiteTables.frame("The events in time", TimelinePicture(dated, title: "\(dossier.entity.name) in time").svg(.page)))
      \(SiteTables.table("Events in which it takes part\(Site.cut(events.count))", SiteTables.eventColumns, lines))
      """
  }

  private func hasPage(_ event: SiteIndex.Event) -> Bool {
    index.eventPaths[SitePaths.event(event.id)] != nil
  }

  private static func cut(_ count: Int) -> String { count > room ? ": the first \(room)" : "" }

  private func listed(_ dossier: Dossier) -> HTML {
    let tables = [("On official lists", dossier.lists), ("What changed there", dossier.changes)]
    return tables.filter { !$0.1.rows.isEmpty }.reduce(into: HTML()) { html, part in
      let columns: [SiteTables.Column] = part.1.columns.map { ($0, $0.replacingUnderscores, false, false) }
      let rows: [HTML] = part.1.rows.prefix(Site.room).map { row in
        "<tr>\(row.map { "<td>\($0.values.joined(separator: "; "))</td>" as HTML })</tr>\n"
      }
      html += "<h2>\(part.0)</h2>\n" + SiteTables.table(part.0 + Site.cut(part.1.rows.count), columns, rows)
    }
  }

  private func beside(_ dossier: Dossier) -> HTML {
    let rows = dossier.related.rows
    if rows.isEmpty { return HTML() }
    let neighbours = rows.prefix(Site.neighbours).map { row in
      NeighbourPicture.Neighbour(
        name: row[1].first, kind: row[2].first, events: Int(row[3].first) ?? 0, posts: Int(row[4].first) ?? 0,
        link: index.hasEntity(row[0].first) ? "../" + SitePaths.entity(row[0].first) : nil)
    }
    let picture = NeighbourPicture(of: dossier.entity.name, neighbours: neighbours)
    let more: HTML =
      rows.count > neighbours.count
      ? "<p class=\"about\">The nearest \(neighbours.count) of \(rows.count).</p>" : HTML()
    return "<h2>Beside it</h2>\n\(SiteTables.frame("Those beside it", picture.svg(.page)))\(more)"
  }

  private func posts(_ dossier: Dossier) -> HTML {
    let rows = dossier.posts.rows
    if rows.isEmpty { return HTML() }
    let lines: [HTML] = rows.prefix(Site.room).map { row in
      let title = row[2].first.isEmpty ? row[0].first : row[2].first
      return """
        <tr><td class="date">\(row[1].first)</td><td><a href="../\(SitePaths.post(row[0].first))">\(title)</a></td>\
        <td class="number">\(row[4].first)</td><td>\(row[5].first)</td></tr>

        """
    }
    let columns: [SiteTables.Column] = [
      ("date", "Published", false, false), ("title", "Title", false, false),
      ("mentions", "Mentions", true, false),
      ("words", "In the words", false, false),
    ]
    return "<h2>Posts</h2>\n" + SiteTables.table("Posts that name it\(Site.cut(rows.count))", columns, lines)
  }
}

extension TimelinePicture.Event {
  /// An event at the days of a date, which may be missing.
  init(_ date: EDTF?, kind: String, status: String, label: String, link: String? = nil) {
    self.init(
      first: date?.first, last: date?.last, date: date?.text ?? "", kind: kind, status: status, label: label,
      link: link)
  }

  /// Who, whom and under what, in one line.
  static func label(_ actors: [String], _ targets: [String], _ instruments: [String]) -> String {
    [actors, targets, instruments].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }.joined(
      separator: " – ")
  }
}

extension String {
  /// The name of a column in words.
  var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
