import Model

/// Joins entries of different lists that are one party.
struct ListClusters {
  private let entries: [ListParty]
  private let different: Set<PartyPair>
  private var sets: DisjointSets
  /// What the members of the set of a leader hold together.
  private var traits: [Traits]

  private struct Traits {
    var members: [Int]
    var lists: Set<String>
    var births: Set<Int>
    var ships: Set<String>
  }

  init(_ entries: [ListParty], same: Set<PartyPair>, different: Set<PartyPair>) {
    self.entries = entries
    self.different = different
    sets = DisjointSets(count: entries.count)
    traits = entries.enumerated().map { place, entry in
      Traits(
        members: [place], lists: [entry.list], births: entry.births,
        ships: entry.numbers.filter { $0.hasPrefix("IMO ") && !$0.hasPrefix("IMO company") })
    }
    let places = Dictionary(
      entries.enumerated().map { ($1.entry, $0) }, uniquingKeysWith: { first, _ in first })
    for pair in same.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      if let one = places[pair.first], let other = places[pair.second] { unite(one, other, asked: true) }
    }
  }

  /// The sets of entries, each in order.
  mutating func joined() -> [[Int]] {
    guard Set(entries.map(\.list)).count > 1 else { return [] }
    uniteThose { Array($0.numbers) }
    uniteThose { Array(Set($0.keys)) }
    return sets.sets()
  }

  /// Unites entries of different lists with a value in common that only one entry of each list has.
  private mutating func uniteThose(having values: (ListParty) -> [String]) {
    var holders: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      for value in values(entry) { holders[value, default: []].append(place) }
    }
    for (_, places) in holders.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
      let byList = Dictionary(grouping: places) { entries[$0].list }
      let alone = byList.values.filter { $0.count == 1 }.flatMap(\.self).sorted()
      for (place, one) in alone.enumerated() {
        for other in alone[(place + 1)...] { unite(one, other, asked: false) }
      }
    }
  }

  private mutating func unite(_ one: Int, _ other: Int, asked: Bool) {
    let (left, right) = (sets.leader(of: one), sets.leader(of: other))
    guard left != right, asked || agree(one, other, traits[left], traits[right]) else { return }
    sets.unite(left, right)
    let leader = sets.leader(of: left)
    let (kept, gone) = (traits[left], traits[right])
    traits[leader] = Traits(
      members: kept.members + gone.members, lists: kept.lists.union(gone.lists),
      births: kept.births.union(gone.births), ships: kept.ships.union(gone.ships))
  }

  private func agree(_ one: Int, _ other: Int, _ left: Traits, _ right: Traits) -> Bool {
    func near(_ year: Int) -> Bool { right.births.contains { abs($0 - year) <= 1 } }
    return entries[one].kind.listedKind == entries[other].kind.listedKind
      && left.lists.isDisjoint(with: right.lists)
      && (left.births.isEmpty || right.births.isEmpty || left.births.contains(where: near))
      && (left.ships.isEmpty || right.ships.isEmpty || !left.ships.isDisjoint(with: right.ships))
      && !left.members.contains { a in
        right.members.contains { different.contains(PartyPair(entries[a].entry, entries[$0].entry)) }
      }
  }
}
