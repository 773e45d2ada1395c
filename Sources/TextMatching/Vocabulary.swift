/// The words that names, triggers, cues and time expressions are made of, each with a number.
public struct Vocabulary: Sendable {
  /// A word's hash and number; the hash is 0 in a slot that is free.
  struct Slot: Sendable, BitwiseCopyable {
    var hash: UInt64
    var word: WordID
  }

  private var slots: [Slot]
  private var mask: Int
  /// How many identifiers are taken; every identifier is smaller.
  public private(set) var count: WordID = Mark.firstWord

  /// An empty vocabulary with room for about that many words.
  public init(capacity: Int = 4096) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(hash: 0, word: 0), count: size)
    mask = size - 1
  }

  /// The slots for looking up many words in a row, valid inside `body` only.
  struct Table {
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let mask: Int

    /// The word with a hash; 0 where there is none.
    @inline(__always) func word(_ hash: UInt64) -> WordID {
      var at = Int(truncatingIfNeeded: hash) & mask
      while true {
        let slot = slots[at]
        if slot.hash == hash { return slot.word }
        if slot.hash == 0 { return 0 }
        at = (at + 1) & mask
      }
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
    if Int(count - Mark.firstWord) * 2 >= slots.count { grow() }
    let new = count
    count += 1
    insert(Slot(hash: hash, word: new))
    return new
  }

  /// The number of a word; 0 where the vocabulary lacks it.
  public func word(_ text: String) -> WordID { word(Vocabulary.hash(of: text)) }

  private func word(_ hash: UInt64) -> WordID { withTable { $0.word(hash) } }

  private static func hash(of text: String) -> UInt64 {
    var hash = WordHash()
    for scalar in text.unicodeScalars { CharacterClass.fold(scalar.value, into: &hash) }
    return hash.mixed
  }

  private mutating func insert(_ slot: Slot) {
    var at = Int(truncatingIfNeeded: slot.hash) & mask
    while slots[at].hash != 0 { at = (at + 1) & mask }
    slots[at] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, word: 0), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.hash != 0 { insert(slot) }
  }
}
