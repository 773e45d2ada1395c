/// The words that names, triggers, cues and time expressions are made of, each with a number.
public struct Vocabulary: Sendable {
  /// A word's number in the low 24 bits and the high 40 bits of its hash above; 0 where it is free.
  ///
  /// Eight bytes a slot keep the table of a large vocabulary near the processor.
  typealias Slot = UInt64

  private static let numberBits: UInt64 = 1 << 24 - 1
  private var slots: [Slot]
  private var mask: Int
  /// The hashes of the words in order of their numbers, by which a larger table is filled.
  private var hashes: [UInt64] = []
  /// How many identifiers are taken; every identifier is smaller.
  public private(set) var count: WordID = Mark.firstWord

  /// An empty vocabulary with room for about that many words.
  public init(capacity: Int = 4096) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The slots for looking up many words in a row, valid inside `body` only.
  struct Table {
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let mask: Int

    /// What stands in the slot where the search for a hash begins.
    @inline(__always) func firstSlot(_ hash: UInt64) -> Slot { slots[Int(truncatingIfNeeded: hash) & mask] }

    /// The word with a hash, whose first slot is at hand; 0 where there is none.
    @inline(__always) func word(_ hash: UInt64, from first: Slot) -> WordID {
      var at = Int(truncatingIfNeeded: hash) & mask
      var slot = first
      while slot != 0 {
        if (slot ^ hash) >> 24 == 0 { return WordID(truncatingIfNeeded: slot & Vocabulary.numberBits) }
        at = (at + 1) & mask
        slot = slots[at]
      }
      return 0
    }
  }

  /// Calls `body` with the slots.
  func withTable<Result>(_ body: (Table) -> Result) -> Result {
    slots.withUnsafeBufferPointer { buffer in
      // There is always a slot: the smallest table has 1,024.
      guard let base = buffer.baseAddress else { preconditionFailure("a vocabulary has slots") }
      return body(Table(slots: base, mask: mask))
    }
  }

  /// The number of a single word, which is added where it is new.
  ///
  /// Case, diacritics of Latin letters and apostrophes do not count.
  public mutating func intern(_ text: String) -> WordID {
    let hash = Vocabulary.hash(of: text)
    let known = word(hash)
    if known != 0 { return known }
    if hashes.count * 2 >= slots.count { grow() }
    let new = count
    count += 1
    hashes.append(hash)
    precondition(count < 1 << 24, "a vocabulary holds at most 16 million words")
    insert(hash, new)
    return new
  }

  /// The number of a word; 0 where the vocabulary lacks it.
  public func word(_ text: String) -> WordID { word(Vocabulary.hash(of: text)) }

  private func word(_ hash: UInt64) -> WordID { withTable { $0.word(hash, from: $0.firstSlot(hash)) } }

  private static func hash(of text: String) -> UInt64 {
    var hash = WordHash()
    for scalar in text.unicodeScalars { CharacterClass.fold(scalar.value, into: &hash) }
    return hash.mixed
  }

  private mutating func insert(_ hash: UInt64, _ word: WordID) {
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != 0 { at = (at + 1) & mask }
    slots[at] = hash & ~Vocabulary.numberBits | UInt64(word)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for (index, hash) in hashes.enumerated() { insert(hash, Mark.firstWord + WordID(index)) }
  }
}
