/// For each word of the names of a post, by its hash, the entities whose names have it.
struct WordOwners {
  typealias Pair = (word: UInt64, entity: Int32)

  /// The words with their entities, those of one bucket together and in order of the entities.
  private var pairs: [Pair] = []
  /// Where each bucket begins in `pairs`, and one more for the end.
  private var starts: [Int32]
  private let mask: Int

  init(_ entities: [FoundEntity]) {
    var unsorted: [Pair] = []
    unsorted.reserveCapacity(entities.count * 3)
    for (index, entity) in entities.enumerated() {
      for (place, word) in entity.hashes.enumerated() where !entity.hashes[..<place].contains(word) {
        unsorted.append((word, Int32(index)))
      }
    }
    var size = 16
    while size < unsorted.count * 2 { size *= 2 }
    mask = size - 1
    // Pairs are counted into their buckets, which keeps the order of the entities.
    starts = Array(repeating: 0, count: size + 1)
    for pair in unsorted { starts[WordOwners.bucket(pair.word, mask) + 1] += 1 }
    for bucket in 1...size { starts[bucket] += starts[bucket - 1] }
    var next = starts
    pairs = unsorted
    for pair in unsorted {
      let bucket = WordOwners.bucket(pair.word, mask)
      pairs[Int(next[bucket])] = pair
      next[bucket] += 1
    }
  }

  @inline(__always) private static func bucket(_ word: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Calls `body` with the entities whose names have a word, in order; with at most some 64 of them, since a word of more
  /// names tells none.
  @inline(__always) func forEachOwner(of word: UInt64, _ body: (Int) -> Void) {
    let bucket = WordOwners.bucket(word, mask)
    let end = Int(starts[bucket + 1])
    var place = max(Int(starts[bucket]), end - 64)
    while place < end {
      if pairs[place].word == word { body(Int(pairs[place].entity)) }
      place += 1
    }
  }
}
