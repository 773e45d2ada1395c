/// One automaton over words that finds phrases: names, triggers, cues, each with a payload.
///
/// It walks from a word; the longest phrase that begins there wins, and the caller may refuse a match and take a
/// shorter one. Cost is that of the words walked over, whatever the number of phrases.
public struct PhraseAutomaton: Sendable {
  private struct Edge: Sendable {
    var key: UInt64
    var target: Int32
  }

  private var edges: [Edge] = Array(repeating: Edge(key: 0, target: 0), count: 1024)
  private var edgeCount = 0
  private var mask = 1023
  private var roots: [Int32] = []
  private var payloads: [[Int32]] = [[]]

  /// An automaton without phrases.
  public init() {}

  /// Adds a phrase with a payload; one phrase can have several.
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

  /// The state after a first word; 0 where no phrase begins with it.
  @inline(__always) public func start(_ word: WordID) -> Int32 {
    Int(word) < roots.count ? roots[Int(word)] : 0
  }

  /// The state after one more word; 0 where no phrase goes on so.
  @inline(__always) public func step(_ node: Int32, _ word: WordID) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    var at = slot(key)
    while true {
      let edge = edges[at]
      if edge.key == key { return edge.target }
      if edge.key == 0 { return 0 }
      at = (at + 1) & mask
    }
  }

  /// The payloads of the phrases that end in a state.
  @inline(__always) public func payloads(at node: Int32) -> [Int32] { payloads[Int(node)] }

  @inline(__always) private func slot(_ key: UInt64) -> Int {
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
