import Graph
import Model
import Rendering

/// The pages at the top of the site.
extension Site {
  func overview() -> SitePage {
    var kinds: [String: Int] = [:]
    for event in index.events { kinds[event.kind, default: 0] += 1 }
    let numbers = [
      ("posts", index.posts.count), ("entities", index.entities.count), ("events", index.events.count),
    ]
    let counts: [HTML] = numbers.map { "<li><b>\($0.1)</b> \($0.0)</li>" }
    let byKind: [HTML] = EventKind.allCases.map(\.rawValue).filter { kinds[$0] != nil }.map { kind in
      "<li><b>\(kinds[kind] ?? 0)</b> <a href=\"events.html?kind=\(kind)\">\(EventSigns.kind(kind))</a></li>"
    }
    let latest = index.events.filter { !$0.date.isEmpty && !$0.date.hasPrefix("..") }.suffix(20).reversed()
    let rows: [HTML] = latest.map { SiteTables.row($0, root: "") }
    let body: HTML = """
      <h1>What posts tell of sanctions</h1>
      <p class="about">Who was hit by whom, under what, when, and in which words.</p>
      <ul class="numbers">\(counts)</ul>
      <h2>Events by kind</h2>
      <ul class="numbers">\(byKind)</ul>
      <h2>Latest events</h2>
      \(SiteTables.table("The latest twenty events with a date", SiteTables.eventColumns, rows))
      <p><a href="events.html">All events</a></p>
      <h2>What the lists contradict</h2>
      \(contradictions())
      """
    return SitePage(title: "Overview", root: "", section: "Overview", body: body)
  }

  /// What the lists do not show as posts tell it.
  private func contradictions() -> HTML {
    guard let check else {
      return "<p>No official list is imported; <code>sanctions import</code> does that.</p>"
    }
    let doubtful = check.rows.filter {
      ["date-conflict", "unlisted", "since-delisted"].contains($0[0].first)
    }
    if doubtful.isEmpty { return "<p>Nothing: what posts tell of listed parties agrees with the lists.</p>" }
    let rows: [HTML] = doubtful.prefix(20).map { checkRow($0, root: "") }
    return SiteTables.table("Designations that lists do not show as told", SiteTables.checkColumns, rows)
      + "<p><a href=\"check.html\">All that was checked</a></p>"
  }

  func eventList() -> SitePage {
    let rows: [HTML] = index.events.prefix(SiteTables.shown).map { SiteTables.row($0, root: "") }
    let body: HTML = """
      <h1>Events</h1>
      <form class="filters" aria-label="Filters">
      \(SiteTables.choice("kind", EventKind.allCases.map(\.rawValue)))\(SiteTables.choice("status", Status.allCases.map(\.rawValue)))
      \(SiteTables.field("authority"))\(SiteTables.field("target"))
      \(SiteTables.field("from", type: "date"))\(SiteTables.field("to", type: "date"))\(SiteTables.field("words"))
      </form>
      \(SiteTables.lazyTable("events", "Events in order of time", SiteTables.eventColumns, rows, count: index.events.count))
      """
    return SitePage(title: "Events", root: "", section: "Events", body: body)
  }

  func entityList() -> SitePage {
    let kinds = Set(index.entities.map(\.kind)).sorted()
    let rows: [HTML] = index.entities.prefix(SiteTables.shown).map { entity in
      """
      <tr><td><a href="\(SitePaths.entity(entity.id))">\(entity.name)</a></td><td>\(entity.kind)</td>\
      <td class="number">\(entity.mentions)</td><td class="number">\(entity.posts)</td>\
      <td class="number">\(entity.events)</td></tr>

      """
    }
    let body: HTML = """
      <h1>Entities</h1>
      <form class="filters" aria-label="Filters">
      \(SiteTables.choice("kind", kinds, column: "type"))\(SiteTables.field("words"))
      </form>
      \(SiteTables.lazyTable("entities", "Who and what posts name", SiteTables.entityColumns, rows, count: index.entities.count))
      """
    return SitePage(title: "Entities", root: "", section: "Entities", body: body)
  }

  func postList() -> SitePage {
    let rows: [HTML] = index.posts.prefix(SiteTables.shown).map { post in
      """
      <tr><td class="date">\(post.published)</td><td><a href="\(SitePaths.post(post.id))">\(post.heading)</a></td>\
      <td>\(post.author)</td><td>\(post.source)</td></tr>

      """
    }
    let body: HTML = """
      <h1>Posts</h1>
      <form class="filters" aria-label="Filters">
      \(SiteTables.field("from", type: "date"))\(SiteTables.field("to", type: "date"))\(SiteTables.field("author"))\(SiteTables.field("words"))
      </form>
      \(SiteTables.lazyTable("posts", "Posts in order of publication", SiteTables.postColumns, rows, count: index.posts.count))
      """
    return SitePage(title: "Posts", root: "", section: "Posts", body: body)
  }

  func timeline() -> SitePage {
    let chunks = SiteTables.chunks(index.events.count)
    let body: HTML = """
      <h1>Timeline</h1>
      <p class="about">A lane for each authority. Zoom with the wheel, the buttons, or + and −; move with the arrow keys; 0 shows all.
      A full circle is done, an open one planned, a diamond possible, a cross denied.</p>
      <form class="filters" aria-label="Filters">
      \(SiteTables.choice("kind", EventKind.allCases.map(\.rawValue)))\(SiteTables.choice("status", Status.allCases.map(\.rawValue)))
      <button type="button" id="in">Zoom in</button> <button type="button" id="out">Zoom out</button>
      <button type="button" id="left" aria-label="Earlier">←</button> <button type="button" id="right" aria-label="Later">→</button>
      <button type="button" id="all">Show all</button>
      </form>
      <p id="count" role="status"></p>
      <svg id="chart" class="picture" tabindex="0" role="group" aria-label="Events by authority and time" data-chunks="\(chunks)"></svg>
      <noscript><p>The timeline needs the script of this page; <a href="events.html">the table of events</a> does not.</p></noscript>
      """
    return SitePage(title: "Timeline", root: "", section: "Timeline", body: body)
  }

  func checkList() -> SitePage {
    guard let check else {
      let body: HTML =
        "<h1>Lists</h1><p>No official list is imported; <code>sanctions import</code> does that.</p>"
      return SitePage(title: "Lists", root: "", section: "Lists", body: body)
    }
    let rows: [HTML] = check.rows.prefix(SiteTables.shown).map { checkRow($0, root: "") }
    let verdicts = ListVerdict.allCases.map(\.rawValue).filter { verdict in
      check.rows.contains { $0[0].first == verdict }
    }
    let body: HTML = """
      <h1>Lists</h1>
      <p class="about">What official lists say of each designation and delisting that posts tell.</p>
      <form class="filters" aria-label="Filters">
      \(SiteTables.choice("verdict", verdicts))\(SiteTables.field("authority"))\(SiteTables.field("words"))
      </form>
      \(SiteTables.lazyTable("check", "What posts tell and lists say", SiteTables.checkColumns, rows, count: check.rows.count))
      """
    return SitePage(title: "Lists", root: "", section: "Lists", body: body)
  }

  func searchPage() -> SitePage {
    let body: HTML = """
      <h1>Search</h1>
      <div id="results" role="status"><p>Type a name or words above.</p></div>
      <noscript><p>Searching needs the script of this page.</p></noscript>
      """
    return SitePage(title: "Search", root: "", section: "Search", body: body)
  }

  /// A row of a check: what is told, and what the list says.
  func checkRow(_ row: [Cell], root: String) -> HTML {
    let cells = checkCells(row)
    let link: HTML =
      cells[7].isEmpty ? "\(cells[4])" : "<a href=\"\(root)\(cells[7])\">\(cells[4])</a>"
    return """
      <tr><td>\(cells[0])</td><td>\(EventSigns.kind(cells[1]))</td><td class="date">\(cells[2])</td><td>\(cells[3])</td>\
      <td>\(link)</td><td>\(cells[5])</td><td class="date">\(cells[6])</td></tr>

      """
  }

  /// The values of a row of a check, and where it leads.
  func checkCells(_ row: [Cell]) -> [String] {
    let event = SitePaths.event(row[16].first)
    return [
      row[0].first, row[1].first, row[3].first, row[4].values.joined(separator: "; "), row[5].first,
      row[6].values.joined(separator: "; "), row[7].first, index.eventPaths[event] == nil ? "" : event,
    ]
  }
}
