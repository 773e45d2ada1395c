import Model

/// Whether a date found agrees with the answer: it is the same, or lies inside a coarser one.
enum DateAgreement {
  static func agrees(_ gold: EDTF, _ found: EDTF?) -> Bool {
    guard let found else { return false }
    if gold == found { return true }
    guard let outer = bounds(gold.text), let inner = bounds(found.text) else { return false }
    return outer.first <= inner.first && inner.last <= outer.last
  }

  /// The first and last day as texts that compare in order of time; nil where an end is open.
  ///
  /// The measure compares the written forms: seasons count as months past the twelfth, so that one only holds itself.
  private static func bounds(_ edtf: String) -> (first: String, last: String)? {
    var text = edtf[...]
    while let mark = text.last, "~?%".contains(mark) { text.removeLast() }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let head = parts.first, let tail = parts.last else { return nil }
    let first = String(head.map { $0 == "X" ? "0" : $0 })
    let last = String(tail.map { $0 == "X" ? "9" : $0 })
    guard isYear(first.prefix(4)), isYear(last.prefix(4)) else { return nil }
    return (first.count < 10 ? String((first + "-01-01").prefix(10)) : first, closed(last))
  }

  private static func closed(_ last: String) -> String {
    switch last.count {
    case 4: last + "-12-31"
    case 7: last + "-31"
    default: last
    }
  }

  private static func isYear(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
