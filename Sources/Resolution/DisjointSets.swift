/// Numbers from 0 in sets that can be united.
struct DisjointSets {
  private var parents: [Int]

  /// Each number in a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set of another.
  mutating func leader(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// Makes the sets of two numbers one; the smaller leader stands for both.
  mutating func unite(_ one: Int, _ other: Int) {
    let (left, right) = (leader(of: one), leader(of: other))
    parents[max(left, right)] = min(left, right)
  }

  /// The sets, each in order, in order of their first members.
  mutating func sets() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    var leaders: [Int] = []
    for member in parents.indices {
      let leader = leader(of: member)
      if leader == member { leaders.append(leader) }
      members[leader, default: []].append(member)
    }
    return leaders.compactMap { members[$0] }
  }
}
