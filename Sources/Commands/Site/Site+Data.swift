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

  /// The names of the tables that the site has whole, for other tools.
  static let tables = ["events", "entities", "posts", "check"]

  /// A table of the site whole; nil where there is none.
  func table(_ name: String) throws(Failure) -> Table? {
    switch name {
    case "events":
      var events = try attempt { try graph.events(EventQuery()) }.table
      let posts = EventColumns().posts
      // What only lists tell is on the pages of the parties.
      events.rows.removeAll { $0[posts] == .int(0) }
      return events
    case "entities": return try attempt { try graph.entities() }
    case "posts": return try attempt { try graph.posts(PostQuery()) }
    case "check": return check
    default: return nil
    }
  }

  /// Writes a table as CSV.
  static func write(_ table: Table, to output: any TextOutput) throws(OutputError) {
    var writer = RowWriter(.csv, columns: table.columns, settings: OutputSettings(), to: output)
    for row in table.rows { try writer.write(row.map { CellValue($0) }) }
    try writer.finish()
  }
}
