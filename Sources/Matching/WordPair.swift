/// Words of one name that are alike those of another.
struct WordPair: Sendable {
  /// The places of the words in the one name.
  var left: Range<Int>
  /// Those in the other.
  var right: Range<Int>
  /// How alike they are, from 0 to 1.
  var value: Float
  /// Why they are.
  var reason: TokenSimilarity.Reason
}
