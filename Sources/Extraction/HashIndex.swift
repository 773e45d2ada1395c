/// A map from 64-bit hashes to indices, in one stretch of memory.
///
/// What is looked up is told apart by its hash alone; among the names of a post a collision is out of reach.
struct HashIndex: Sendable {
  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private var count = 0

  /// The index under a hash; nil where there is none.
  subscript(hash: UInt64) -> Int? {
    get {
      guard !keys.isEmpty else { return nil }
      let slot = slot(of: hash)
      return keys[slot] == 0 ? nil : Int(values[slot])
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      let slot = slot(of: hash)
      if keys[slot] == 0 { count += 1 }
      keys[slot] = HashIndex.used(hash)
      values[slot] = Int32(newValue)
    }
  }

  /// A hash that is not that of a free slot.
  @inline(__always) private static func used(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// The slot that has a hash, or the free one where it would go.
  @inline(__always) private func slot(of hash: UInt64) -> Int {
    let key = HashIndex.used(hash)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, values)
    let size = max(64, keys.count * 2)
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    count = 0
    for (key, value) in zip(old.0, old.1) where key != 0 { self[key] = Int(value) }
  }
}
