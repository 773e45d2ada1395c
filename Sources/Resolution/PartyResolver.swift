public import Model

/// Tells which entries of official lists are which entities, and which entries of several lists are one party.
///
/// Names decide: an entity and an entry are one where a name of each has the same key in all spellings, the kinds fit,
/// and neither has another partner of that list that fits as well; of several the one whose first name is the entity's
/// counts. Entries of two lists are one where a number that only one party has, or a name that only one entry of each
/// list has, is the same, and neither births nor ships' numbers differ. Entries of one list are never one. What stays
/// open is a doubt for a person; verdicts come before all rules.
public struct PartyResolver: Sendable {
  private let same: Set<PartyPair>
  private let different: Set<PartyPair>

  /// A resolver that takes some pairs, of entities or entries, as the same or as different.
  public init(same: Set<PartyPair> = [], different: Set<PartyPair> = []) {
    self.same = same
    self.different = different
  }

  /// Who the entries are; a function of the sets of entities and entries.
  public func join(_ entities: [NamedParty], _ entries: [ListParty]) -> PartyJoining {
    var joining = PartyJoining()
    let entries = entries.sorted { $0.entry < $1.entry }
    join(entities.sorted { $0.id < $1.id }, entries, &joining)
    var clusters = ListClusters(entries, same: same, different: different)
    for members in clusters.joined() where members.count > 1 {
      let known = Set(members.compactMap { joining.entities[entries[$0].entry] })
      for member in members {
        let entry = entries[member].entry
        if known.count == 1, let entity = known.first, !different.contains(PartyPair(entity, entry)) {
          joining.entities[entry] = entity
        }
      }
      // Those that are no entity, or another one, are a party of their own.
      let groups = Dictionary(grouping: members) { joining.entities[entries[$0].entry] ?? "" }
      for (_, group) in groups where group.count > 1 {
        for member in group { joining.parties[entries[member].entry] = entries[group[0]].entry }
      }
    }
    joining.doubts.removeAll { joining.entities[$0.entry] == $0.entity }
    return joining
  }

  /// A pair that may be one.
  private struct Match {
    let entity: Int
    let entry: Int
    /// 0 where a person said so, 1 where the first names are one, 2 where others are.
    let rank: Int
  }

  private func join(_ entities: [NamedParty], _ entries: [ListParty], _ joining: inout PartyJoining) {
    var byKey: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      for key in Set(entry.keys) { byKey[key, default: []].append(place) }
    }
    let places = Dictionary(
      entries.enumerated().map { ($1.entry, $0) }, uniquingKeysWith: { first, _ in first })
    var matches: [Match] = []
    for (place, entity) in entities.enumerated() {
      var ranks: [Int: Int] = [:]
      for key in Set(entity.keys) {
        for found in byKey[key] ?? [] where entries[found].kind.listedKind == entity.kind.listedKind {
          let isFirst = key == entity.keys.first && key == entries[found].keys.first
          ranks[found] = min(ranks[found] ?? 2, isFirst ? 1 : 2)
        }
      }
      for pair in same where pair.contains(entity.id) {
        if let found = places[pair.other(than: entity.id)] { ranks[found] = 0 }
      }
      for (found, rank) in ranks where !different.contains(PartyPair(entity.id, entries[found].entry)) {
        matches.append(Match(entity: place, entry: found, rank: rank))
      }
    }
    matches = narrowed(matches) {
      "\($0.entity) \(entries[$0.entry].list)"
    } among: {
      (entries[$0.entry].entry, true)
    } noting: {
      note($0, entities, entries, "another entry of the list has the name", &joining)
    }
    matches = narrowed(matches) {
      "\($0.entry)"
    } among: {
      (entities[$0.entity].id, entities[$0.entity].isKnown)
    } noting: {
      note($0, entities, entries, "another entity has the name", &joining)
    }
    for match in matches { joining.entities[entries[match.entry].entry] = entities[match.entity].id }
  }

  private func note(
    _ match: Match, _ entities: [NamedParty], _ entries: [ListParty], _ reason: String,
    _ joining: inout PartyJoining
  ) {
    joining.doubts.append(
      PartyDoubt(entity: entities[match.entity].id, entry: entries[match.entry].entry, reason: reason))
  }

  /// The matches of each group that fit best, where that is one; where several fit alike all of them are doubts.
  private func narrowed(
    _ matches: [Match], by group: (Match) -> String,
    among partner: @escaping (Match) -> (id: String, isKnown: Bool),
    noting: (Match) -> Void
  ) -> [Match] {
    var kept: [Match] = []
    for (_, rivals) in Dictionary(grouping: matches, by: group).sorted(by: { $0.key < $1.key }) {
      let rank = { (match: Match) in (partner(match).isKnown ? 0 : 1, match.rank) }
      guard let best = rivals.map({ $0.rank == 0 ? (0, 0) : rank($0) }).min(by: <) else { continue }
      let fitting = rivals.filter { $0.rank == 0 || best != (0, 0) && rank($0) == best }
      if fitting.count == 1 || best == (0, 0) && fitting.allSatisfy({ $0.rank == 0 }) {
        kept += fitting
      } else {
        for match in rivals.sorted(by: { partner($0).id < partner($1).id }) { noting(match) }
      }
    }
    return kept
  }
}

/// Two identifiers in no order.
public struct PartyPair: Hashable, Sendable {
  /// The one that comes first in the alphabet.
  public let first: String
  /// The other.
  public let second: String

  /// A pair of identifiers.
  public init(_ one: String, _ other: String) {
    first = min(one, other)
    second = max(one, other)
  }

  func contains(_ id: String) -> Bool { id == first || id == second }
  func other(than id: String) -> String { id == first ? second : first }
}
