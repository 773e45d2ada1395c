import Graph
import Model
import Rendering

/// The data beside the pages: the rows of long tables in pieces, and what the search looks up.
extension Site {
  /// The pieces of the tables: their names and how many there are.
  var pieces: [(name: String, count: Int)] {
    [
      ("events", SiteTables.chunks(index.events.count)),
      ("entities", SiteTables.chunks(index.entities.count)),
      ("posts", SiteTables.chunks(index.posts.count)), ("check", SiteTables.chunks(check?.rows.count ?? 0)),
    ]
  }

  /// A piece of a table as a script that hands it to the page.
  func piece(_ name: String, _ number: Int) -> [UInt8] {
    let range = (number * SiteTables.chunk)..<((number + 1) * SiteTables.chunk)
    let rows: [[CellValue]]
    switch name {
    case "events":
      rows = index.events[range.clamped(to: index.events.indices)].map { event in
        [
          .text(event.date), .text(event.kind), .text(event.status),
          .text(event.authorities.joined(separator: "; ")),
          .text(event.targets.joined(separator: "; ")), .text(event.instruments.joined(separator: "; ")),
          .text(event.actors.joined(separator: "; ")), .integer(event.posts),
          .text(SitePaths.event(event.id)),
        ]
      }
    case "entities":
      rows = index.entities[range.clamped(to: index.entities.indices)].map { entity in
        [
          .text(entity.name), .text(entity.kind), .integer(entity.mentions), .integer(entity.posts),
          .integer(entity.events), .text(SitePaths.entity(entity.id)),
        ]
      }
    case "posts":
      rows = index.posts[range.clamped(to: index.posts.indices)].map { post in
        [
          .text(post.published), .text(post.heading), .text(post.author), .text(post.source),
          .text(SitePaths.post(post.id)),
        ]
      }
    default:
      let all = check?.rows ?? []
      rows = all[range.clamped(to: all.indices)].map { checkCells($0).map(CellValue.text) }
    }
    return SiteScript.handing("\(name)-\(number)", rows: rows)
  }
}
