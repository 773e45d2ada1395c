import SQLite

/// Names that share keys with one that is screened, as the index of each list has them.
struct ScreenedNames {
  /// How many keys each name shares, by its number.
  private var counts: [UInt16] = []
  private var found: [Int] = []

  init(_ connection: Connection, keys: [Int]) throws {
    for list in try connection.texts("SELECT DISTINCT list FROM snapshot") {
      for key in keys {
        let names = try connection.first("SELECT names FROM screen_key WHERE list = ? AND key = ?", list, key)
        {
          $0.value(0)
        }
        if case .blob(let bytes)? = names { count(bytes) }
      }
    }
  }

  /// The numbers of those that share the most keys, at most some, the lower number first of equal ones.
  func best(_ limit: Int) -> [Int] {
    Array(found.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(limit))
  }

  private mutating func count(_ bytes: [UInt8]) {
    for start in stride(from: 0, to: bytes.count - 3, by: 4) {
      let name = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
      if name >= counts.count {
        counts += [UInt16](repeating: 0, count: max(name, 1 << 16) + 1 - counts.count)
      }
      if counts[name] == 0 { found.append(name) }
      counts[name] &+= 1
    }
  }

  /// The number of a name in the index.
  static func bytes(of name: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: name >> (8 * $0)) } }
}
