import Model
import SQLite

/// Searches for the shortest chain between two entities, level by level.
struct PathFinder {
  /// One step of a chain.
  struct Step {
    let from: String
    let to: String
    /// `participation`, `part-of`, `country` or `co-mention`, or how a list says it: `owner`, `linked to`.
    let link: String
    let event: String?
    let post: String?
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The chain with the fewest steps, one over countries only where there is no other; nil where there is none at all.
  func path(from start: String, to end: String) throws -> [Step]? {
    if start == end { return [] }
    return try search(start, end, overCountries: false) ?? search(start, end, overCountries: true)
  }

  private func search(_ start: String, _ end: String, overCountries: Bool) throws -> [Step]? {
    var arrivals: [String: Step] = [:]
    var level = [start]
    var seen: Set<String> = [start]
    while !level.isEmpty {
      var next: [String] = []
      for place in level {
        for step in try steps(from: place) where seen.insert(step.to).inserted {
          arrivals[step.to] = step
          if step.to == end { return chain(to: end, from: start, arrivals) }
          if overCountries || !step.to.hasPrefix("country/") { next.append(step.to) }
        }
      }
      level = next
    }
    return nil
  }

  private func chain(to end: String, from start: String, _ arrivals: [String: Step]) -> [Step] {
    var chain: [Step] = []
    var place = end
    while place != start, let step = arrivals[place] {
      chain.append(step)
      place = step.from
    }
    return chain.reversed()
  }

  /// The steps from an entity: participations first, then relations, then co-mentions, each in order of identifier.
  private func steps(from id: String) throws -> [Step] {
    let events = try connection.rows(
      """
      SELECT other.entity, min(other.event) FROM participant AS one
      JOIN participant AS other ON other.event = one.event AND other.entity <> one.entity
      WHERE one.entity = ? GROUP BY other.entity ORDER BY other.entity
      """, id
    ) { Step(from: id, to: try $0.text(0), link: "participation", event: try $0.text(1), post: nil) }
    let relations = try connection.rows(
      """
      SELECT whole, kind FROM relation WHERE entity = ?1
      UNION SELECT entity, kind FROM relation WHERE whole = ?1
      UNION SELECT other_id, how FROM list_links WHERE entry IN \(Graph.entriesOfParty) AND other_id IS NOT NULL
      UNION SELECT party_id, how FROM list_links WHERE other_entry IN \(Graph.entriesOfParty) ORDER BY 1, 2
      """, id
    ) { Step(from: id, to: try $0.text(0), link: try $0.text(1), event: nil, post: nil) }
    let posts = try connection.rows(
      """
      SELECT other.entity, min(other.post) FROM spelling AS one
      JOIN spelling AS other ON other.post = one.post AND other.entity <> one.entity
      WHERE one.entity = ? GROUP BY other.entity ORDER BY other.entity
      """, id
    ) { Step(from: id, to: try $0.text(0), link: "co-mention", event: nil, post: try $0.text(1)) }
    return events + relations + posts
  }
}

extension Graph {
  /// The shortest chain from one entity to another, one row a step; nil where nothing connects them.
  ///
  /// Steps are participations in one event, relations, and mentions in one post; of equally short chains the one with
  /// the firmer steps is taken, and one that leads over a country only where there is no other.
  public func path(from start: String, to end: String) throws(GraphError) -> Table? {
    try guarded(path) {
      try connection.snapshot {
        guard let steps = try PathFinder(connection).path(from: start, to: end) else { return nil }
        var table = Table(columns: [
          "step", "from", "link", "to", "post", "event_id", "quote", "from_id", "to_id",
        ])
        for (index, step) in steps.enumerated() {
          let told = try step.event.flatMap { event in
            try connection.first(
              """
              SELECT claim.post, claim.quote FROM event_claim JOIN claim ON claim.id = event_claim.claim
              WHERE event_claim.event = ? AND event_claim.position = 0
              """, event
            ) { (try $0.text(0), try $0.text(1)) }
          }
          table.rows.append([
            .int(index + 1), .text(try name(ofParty: step.from)), .text(step.link),
            .text(try name(ofParty: step.to)), Cell(told?.0 ?? step.post), Cell(step.event),
            Cell(told?.1), .text(step.from), .text(step.to),
          ])
        }
        return table
      }
    }
  }

  private func name(ofParty id: String) throws(GraphError) -> String {
    if let entity = try entity(id) { return entity.name }
    return try listedParty(withID: id)?.name ?? id
  }
}
