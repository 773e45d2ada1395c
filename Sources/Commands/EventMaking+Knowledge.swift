import Graph
import Knowledge
import Model
import Resolution

extension EventMaking {
  /// Events made of claims by the resolver, with the parts and wholes that knowledge tells.
  init(_ knowledge: Knowledge) {
    let resolver = EventResolver(parts: EventMaking.parts(of: knowledge))
    self.init(events: { resolver.events(from: $0) }, keys: { EventResolver.keys(of: $0) })
  }

  /// The parts and wholes that knowledge tells: bodies of bodies, bodies of countries, sections of laws.
  static func parts(of knowledge: Knowledge) -> PartRelations {
    var ids: [String: String] = [:]
    for record in knowledge.names where ids[record.name] == nil { ids[record.name] = record.id }
    var pairs: [(part: String, whole: String)] = []
    for record in knowledge.names {
      if let whole = ids[record.partOf] { pairs.append((record.id, whole)) }
      if record.kind == .organization, record.partOf.isEmpty, let country = ids[record.country] {
        pairs.append((record.id, country))
      }
    }
    return PartRelations(pairs)
  }
}
