import Graph
import Model

/// What the pages of the report are about: every entity, event and post, without their texts.
struct SiteIndex {
  /// An entity that posts name.
  struct Entity {
    var id, kind, name: String
    var mentions, posts, events: Int
  }

  /// An event that posts tell, with all its targets.
  struct Event {
    var id, kind, status, date, basis: String
    var authorities, targets, instruments, actors: [String]
    var posts: Int

    /// The event of a row, with the target of that row.
    init(_ row: [Cell]) {
      let places = EventColumns()
      id = row[places.id].first
      kind = row[places.kind].first
      status = row[places.status].first
      date = row[places.date].first
      basis = row[places.basis].first
      authorities = row[places.authority].values
      targets = row[places.target].values
      instruments = row[places.instrument].values
      actors = row[places.actor].values
      posts = Int(row[places.posts].first) ?? 0
    }

    /// Who, whom and under what, in one line.
    var summary: String {
      let parts = [authorities.isEmpty ? actors : authorities, targets, instruments].filter { !$0.isEmpty }
      return parts.map { $0.prefix(4).joined(separator: ", ") + ($0.count > 4 ? " and others" : "") }
        .joined(separator: " – ")
    }
  }

  /// A post.
  struct Post {
    var id, title, published, author, source: String

    /// The title, or what else it is known by.
    var heading: String { title.isEmpty ? id : title }
  }

  private(set) var entities: [Entity] = []
  private(set) var events: [Event] = []
  private(set) var posts: [Post] = []
  /// The identifiers by the paths of their pages.
  private(set) var entityPaths: [String: String] = [:]
  private(set) var eventPaths: [String: Int] = [:]
  private(set) var postPaths: [String: Int] = [:]

  init(_ graph: Graph) throws(Failure) {
    for row in try attempt({ try graph.entities() }).rows {
      guard case .int(let mentions) = row[3], case .int(let posts) = row[4], case .int(let events) = row[5],
        mentions + events > 0
      else { continue }
      let id = row[0].first
      entities.append(
        Entity(
          id: id, kind: row[1].first, name: row[2].first, mentions: mentions, posts: posts, events: events))
      entityPaths[SitePaths.entity(id)] = id
    }
    try readEvents(graph)
    for post in try attempt({ try graph.postHeads() }) {
      postPaths[SitePaths.post(post.id)] = posts.count
      posts.append(
        Post(
          id: post.id, title: post.title, published: post.published?.text ?? "", author: post.author ?? "",
          source: post.source))
    }
  }

  private mutating func readEvents(_ graph: Graph) throws(Failure) {
    for row in try attempt({ try graph.events(EventQuery()) }).table.rows {
      let event = Event(row)
      // What only lists tell has its place on the page of its party.
      guard event.posts > 0 else { continue }
      if let known = eventPaths[SitePaths.event(event.id)] {
        events[known].targets += event.targets
      } else {
        eventPaths[SitePaths.event(event.id)] = events.count
        events.append(event)
      }
    }
  }

  /// Whether an entity has a page.
  func hasEntity(_ id: String) -> Bool { entityPaths[SitePaths.entity(id)] != nil }
}

/// Where the columns of event rows stand.
struct EventColumns {
  let kind = EventColumns.place("event")
  let status = EventColumns.place("status")
  let date = EventColumns.place("date")
  let basis = EventColumns.place("basis")
  let authority = EventColumns.place("authority")
  let target = EventColumns.place("target")
  let instrument = EventColumns.place("instrument")
  let actor = EventColumns.place("actor")
  let posts = EventColumns.place("posts")
  let id = EventColumns.place("event_id")

  private static func place(_ column: String) -> Int { EventQuery.columns.firstIndex(of: column) ?? 0 }
}

extension Cell {
  /// The text of the cell, the first of several; empty for none.
  var first: String { values.first ?? "" }
}
