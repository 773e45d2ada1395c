/// One automaton over words that finds phrases: names, triggers, cues, each with a payload.
///
/// It walks from a word; the longest phrase that begins there wins, and the caller may refuse a match and take a
/// shorter one. Cost is that of the words walked over, whatever the number of phrases.
public struct PhraseAutomaton: Sendable {
  @usableFromInline struct Edge: Sendable, BitwiseCopyable {
    @usableFromInline var key: UInt64
    @usableFromInline var target: Int32
  }

  @usableFromInline var edges: [Edge] = Array(repeating: Edge(key: 0, target: 0), count: 1024)
  @usableFromInline var mask = 1023
  @usableFromInline var roots: [Int32] = []
  /// For each state the first of its payloads in `items`, and one more at the end.
  @usableFromInline var firstItem: [Int32] = []
  @usableFromInline var items: [Int32] = []
  private var edgeCount = 0
  /// The payloads of each state while phrases are added.
  private var payloads: [[Int32]] = [[]]

  /// An automaton without phrases.
  public init() {}

  /// Adds a phrase with a payload.
  ///
  /// One phrase can have several. `freeze` must follow the last one.
  public mutating func insert(_ words: [WordID], payload: Int32) {
    guard let first = words.first else { return }
    if Int(first) >= roots.count {
      roots.append(contentsOf: repeatElement(0, count: max(Int(first) + 1 - roots.count, roots.count)))
    }
    if roots[Int(first)] == 0 {
      payloads.append([])
      roots[Int(first)] = Int32(payloads.count - 1)
    }
    var node = roots[Int(first)]
    for word in words.dropFirst() { node = child(of: node, word) }
    if !payloads[Int(node)].contains(payload) { payloads[Int(node)].append(payload) }
  }

  /// Lays the payloads out for reading.
  public mutating func freeze() {
    firstItem.removeAll()
    items.removeAll()
    firstItem.reserveCapacity(payloads.count + 1)
    for state in payloads {
      firstItem.append(Int32(items.count))
      items.append(contentsOf: state)
    }
    firstItem.append(Int32(items.count))
    payloads = []
  }

  /// The state after a first word; 0 where no phrase begins with it.
  @inlinable @inline(__always) public func start(_ word: WordID) -> Int32 {
    Int(word) < roots.count ? roots[Int(word)] : 0
  }

  /// The state after one more word; 0 where no phrase goes on so.
  @inlinable @inline(__always) public func step(_ node: Int32, _ word: WordID) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    var at = slot(key)
    while true {
      let edge = edges[at]
      if edge.key == key { return edge.target }
      if edge.key == 0 { return 0 }
      at = (at + 1) & mask
    }
  }

  /// The places in `payload(_:)` of the phrases that end in a state.
  @inlinable @inline(__always) public func payloads(at node: Int32) -> Range<Int> {
    Int(firstItem[Int(node)])..<Int(firstItem[Int(node) + 1])
  }

  /// The payload at a place.
  @inlinable @inline(__always) public func payload(_ place: Int) -> Int { Int(items[place]) }

  @inlinable @inline(__always) func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
  }

  private mutating func child(of node: Int32, _ word: WordID) -> Int32 {
    let existing = step(node, word)
    if existing != 0 { return existing }
    payloads.append([])
    let target = Int32(payloads.count - 1)
    edgeCount += 1
    if edgeCount * 2 > edges.count { grow() }
    insert(
      Edge(key: UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word)), target: target))
    return target
  }

  private mutating func insert(_ edge: Edge) {
    var at = slot(edge.key)
    while edges[at].key != 0 { at = (at + 1) & mask }
    edges[at] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(key: 0, target: 0), count: old.count * 2)
    mask = edges.count - 1
    for edge in old where edge.key != 0 { insert(edge) }
  }
}
