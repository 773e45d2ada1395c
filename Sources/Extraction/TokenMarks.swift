/// For each token the index of what covers it; -1 for none, and beyond either end of the post.
///
/// Rules look at neighbours without asking whether there are any.
struct TokenMarks: Sendable {
  private var values: [Int32]
  private let count: UInt

  /// No marks on `count` tokens.
  init(count: Int = 0) {
    values = Array(repeating: -1, count: count)
    self.count = UInt(count)
  }

  subscript(token: Int) -> Int32 {
    @inline(__always) get { UInt(bitPattern: token) < count ? values[token] : -1 }
    @inline(__always) set { values[token] = newValue }
  }
}
