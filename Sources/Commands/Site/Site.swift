import Graph
import Model
import Rendering

/// The report as a site: every page of it, made from the graph when it is asked for.
struct Site {
  let graph: Graph
  let index: SiteIndex
  /// What the lists say of what posts tell, in the columns of a check; nil where no list is imported.
  let check: Table?

  /// A site of what a graph holds now.
  init(_ graph: Graph, check: Table?) throws(Failure) {
    self.graph = graph
    self.check = check
    index = try SiteIndex(graph)
  }

  /// The files beside the pages: style and script.
  static let assets = ["site.css", "picture.css", "site.js"]

  /// The pages at the top.
  static let tops = [
    "index.html", "events.html", "timeline.html", "entities.html", "posts.html", "check.html", "search.html",
  ]

  /// The paths of all pages, the top ones first.
  var paths: [String] {
    Site.tops + index.entities.map { SitePaths.entity($0.id) } + index.events.map { SitePaths.event($0.id) }
      + index.posts.map { SitePaths.post($0.id) }
  }

  /// The page at a path; nil where there is none.
  func page(_ path: String) throws(Failure) -> HTML? {
    switch path {
    case "index.html": return overview().document
    case "events.html": return eventList().document
    case "timeline.html": return timeline().document
    case "entities.html": return entityList().document
    case "posts.html": return postList().document
    case "check.html": return checkList().document
    case "search.html": return searchPage().document
    default: break
    }
    if let id = index.entityPaths[path] { return try entityPage(id)?.document }
    if let place = index.eventPaths[path] { return try eventPage(index.events[place]).document }
    if let place = index.postPaths[path] { return try postPage(index.posts[place].id)?.document }
    return nil
  }

  /// A link to an entity from a page one folder down, or its name where it has no page.
  func link(_ id: String, _ name: String) -> HTML {
    index.hasEntity(id) ? "<a href=\"../\(SitePaths.entity(id))\">\(name)</a>" : "\(name)"
  }
}
