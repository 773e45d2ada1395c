import Model

/// How names are compared that people type: case, marks and punctuation aside.
enum NameFolding {
  /// The form of a name under which it is found; an identifier, which has a slash, stays as it is.
  static func folded(_ name: String) -> String {
    let slug = name.slug
    return slug.isEmpty ? name.folded : slug
  }

  /// How full a name is: its words, then its letters; of equally full ones the alphabetically first counts.
  static func isFuller(_ one: String, than other: String) -> Bool {
    let (left, right) = (fullness(one), fullness(other))
    return left == right ? Array(one.utf8).lexicographicallyPrecedes(other.utf8) : left > right
  }

  private static func fullness(_ name: String) -> (Int, Int) {
    (name.split(whereSeparator: \.isWhitespace).count, name.unicodeScalars.count)
  }
}
