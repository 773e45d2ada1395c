import Model

/// Which of the answers' entities each entity found stands for.
///
/// It is the one with which it shares the most places; of equals the one met first. An entity that the post only
/// describes gets one entity of its kind that is still unused, the same for all its descriptions.
struct EntityAlignment {
  private let goldOfFound: [String: String]
  /// The answers' entities that the post names.
  let goldNames: Set<String>
  /// The named ones of them for which an entity of their kind was found.
  let hits: Set<String>

  init(
    _ mentions: [Comparison.Name], _ named: [Comparison.Name], _ nominals: [Comparison.Name],
    goldKinds: [String: EntityKind], foundKinds: [String: EntityKind]
  ) {
    var votes: [String: OrderedCounts] = [:]
    for mention in mentions {
      for answer in named where mention.span.overlaps(answer.span) {
        votes[mention.entity, default: OrderedCounts()].add(answer.entity)
      }
    }
    var goldOfFound = votes.compactMapValues { $0.mostCommon.first }
    let names = Set(named.map(\.entity))
    for entity in Set(nominals.map(\.entity)).subtracting(names).sorted(by: isBefore) {
      var found = OrderedCounts()
      for spot in nominals where spot.entity == entity {
        for mention in mentions where spot.span.overlaps(mention.span) { found.add(mention.entity) }
      }
      let best = found.mostCommon.first {
        goldOfFound[$0] == nil && foundKinds[$0] == goldKinds[entity]
      }
      if let best { goldOfFound[best] = entity }
    }
    let right = goldOfFound.filter { names.contains($0.value) && foundKinds[$0.key] == goldKinds[$0.value] }
    self.goldOfFound = goldOfFound
    goldNames = names
    hits = Set(right.values)
  }

  /// The answer's entity for one that was found.
  func gold(of found: String) -> String? { goldOfFound[found] }
}

/// Counts of texts that remember in which order they came.
private struct OrderedCounts {
  private var counts: [String: Int] = [:]
  private var order: [String] = []

  mutating func add(_ text: String) {
    if counts[text] == nil { order.append(text) }
    counts[text, default: 0] += 1
  }

  /// The texts, the most frequent first, equals in the order of their coming.
  var mostCommon: [String] {
    // The standard library's sort is stable, but does not promise it; the position does.
    order.enumerated().sorted { left, right in
      let (more, less) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
      return more != less ? more > less : left.offset < right.offset
    }.map(\.element)
  }
}
