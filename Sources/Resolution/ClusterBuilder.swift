import Model

/// Joins claims of one kind that hang together by their key participants.
///
/// Claims are taken in levels, the most definite first: date and doer told, then one of them missing, then both; in
/// each the shorter span of days first. A claim joins a cluster of an earlier level where exactly one admits it, so
/// that a vague claim never decides between two events and never makes them one. Claims that find none found new
/// clusters, and those that find several stay apart from all of them. No step depends on the order of the claims.
struct ClusterBuilder {
  private let parts: PartRelations
  private var clusters: [ClaimCluster] = []
  /// The clusters with a key, by the key and their day; those that are no single day stand under nil.
  private var byKey: [String: [Day?: [Int]]] = [:]

  /// The clusters of these claims.
  static func clusters(of claims: [ClaimTraits], parts: PartRelations) -> [[Int]] {
    var builder = ClusterBuilder(parts: parts)
    let levels = Dictionary(grouping: claims) { Level($0) }
    for (_, claims) in levels.sorted(by: { $0.key < $1.key }) { builder.take(claims) }
    return builder.clusters.map(\.members)
  }

  private init(parts: PartRelations) { self.parts = parts }

  private struct Level: Hashable, Comparable {
    let vagueness: Int
    let length: Int

    init(_ claim: ClaimTraits) {
      vagueness = claim.vagueness
      length = claim.isDated ? claim.span.length : Int.max
    }

    static func < (left: Level, right: Level) -> Bool {
      (left.vagueness, left.length) < (right.vagueness, right.length)
    }
  }

  /// The order inside a level: instruments told first, then the smaller body, then the more settled status.
  private struct Rank: Hashable, Comparable {
    let values: [Int]

    init(_ claim: ClaimTraits) {
      let status =
        switch claim.status {
        case .actual: 0
        case .planned: 1
        case .possible: 2
        // Last, so that a plan finds the act that it became before it finds a denial.
        case .negated: 3
        }
      values = [claim.instruments.isEmpty ? 1 : 0, -claim.depth, status]
    }

    static func < (left: Rank, right: Rank) -> Bool { left.values.lexicographicallyPrecedes(right.values) }
  }

  private mutating func take(_ claims: [ClaimTraits]) {
    var fresh: [ClaimTraits] = []
    var open: [ClaimTraits] = []
    var joining: [Int: [ClaimTraits]] = [:]
    for claim in claims {
      let found = candidates(for: claim, from: 0)
      switch found.count {
      case 0: fresh.append(claim)
      case 1: joining[found[0], default: []].append(claim)
      default: open.append(claim)
      }
    }
    for (cluster, claims) in joining {
      // Two that exclude each other cannot both be meant, and nothing tells which one is.
      if agree(claims) { join(claims, cluster) } else { open += claims }
    }
    let start = clusters.count
    for (_, claims) in Dictionary(grouping: fresh, by: Rank.init).sorted(by: { $0.key < $1.key }) {
      open += takeFresh(claims, from: start)
    }
    found(open, canBeJoined: false)
  }

  /// Takes claims that no cluster of an earlier level admits; returns those that several of this level admit.
  private mutating func takeFresh(_ claims: [ClaimTraits], from start: Int) -> [ClaimTraits] {
    let choices = claims.map { ($0, candidates(for: $0, from: start)) }
    for (claim, found) in choices where found.count == 1 { join([claim], found[0]) }
    found(choices.filter { $0.1.isEmpty }.map(\.0), canBeJoined: true)
    return choices.filter { $0.1.count > 1 }.map(\.0)
  }

  /// The clusters from a number on that admit a claim; at most two, for more make no difference.
  private func candidates(for claim: ClaimTraits, from start: Int) -> [Int] {
    var result: [Int] = []
    func consider(_ indices: [Int]) {
      for index in indices where result.count < 2 && index >= start && !result.contains(index) {
        if clusters[index].admits(claim, parts: parts) { result.append(index) }
      }
    }
    for key in claim.keys {
      guard let days = byKey[key] else { continue }
      if claim.isDated, claim.span.length == 1 {
        consider(days[claim.span.first] ?? [])
        consider(days[nil] ?? [])
      } else {
        for (_, indices) in days where result.count < 2 { consider(indices) }
      }
    }
    return result
  }

  /// Whether no two of the claims exclude each other.
  private func agree(_ claims: [ClaimTraits]) -> Bool {
    var distinct: [ClaimTraits] = []
    for claim in claims where !distinct.contains(where: { $0.tellsTheSame(as: claim) }) {
      if distinct.contains(where: { $0.excludes(claim, parts) }) { return false }
      distinct.append(claim)
    }
    return true
  }

  private mutating func join(_ claims: [ClaimTraits], _ index: Int) {
    let old = clusters[index].keys
    for claim in claims { clusters[index].add(claim, parts: parts) }
    register(index, keys: clusters[index].keys.subtracting(old))
  }

  /// Makes new clusters of claims that tell the same: a key, the date, the doer and the instrument.
  private mutating func found(_ claims: [ClaimTraits], canBeJoined: Bool) {
    var sets = DisjointSets(count: claims.count)
    var owners: [[String]: Int] = [:]
    for (place, claim) in claims.enumerated() {
      let date = claim.isDated ? "\(claim.span.first?.text ?? "")/\(claim.span.last?.text ?? "")" : ""
      // Only what stays open holds several statuses, and there a denial is no one else's business.
      let status = claim.status == .negated ? "negated" : ""
      for key in claim.keys {
        for doer in claim.doers.isEmpty ? [""] : claim.doers {
          for instrument in claim.instruments.isEmpty ? [""] : claim.instruments {
            let owner = owners[[key, date, status, doer, instrument], default: place]
            owners[[key, date, status, doer, instrument]] = owner
            sets.unite(owner, place)
          }
        }
      }
    }
    for members in sets.sets() {
      guard let head = members.first else { continue }
      var cluster = ClaimCluster(claims[head], parts: parts)
      for member in members.dropFirst() { cluster.add(claims[member], parts: parts) }
      clusters.append(cluster)
      if canBeJoined { register(clusters.count - 1, keys: cluster.keys) }
    }
  }

  private mutating func register(_ index: Int, keys: Set<String>) {
    let span = clusters[index].span
    let day = span.first == span.last ? span.first : nil
    for key in keys { byKey[key, default: [:]][day, default: []].append(index) }
  }
}
