import Model

/// The days in which something can have happened; an end that is nil is open.
struct DaySpan: Hashable {
  var first: Day?
  var last: Day?

  /// The days of a date.
  init(_ date: EDTF) {
    first = date.first
    last = date.last
  }

  /// The days that the publication of an undated claim leaves: before it for what is done, after it for a plan.
  init(boundOf claim: StoredClaim) {
    switch claim.status {
    case .actual: last = claim.published?.last
    case .planned: first = claim.published?.first
    case .possible, .negated: break
    }
  }

  /// The number of days; as large as can be where an end is open.
  var length: Int {
    guard let first, let last else { return Int.max - 1 }
    return Int(last.number - first.number) + 1
  }

  /// Whether the two share a day.
  func overlaps(_ other: DaySpan) -> Bool {
    if let last, let start = other.first, last < start { return false }
    if let first, let end = other.last, end < first { return false }
    return true
  }

  /// The days of both; this span where they share none.
  func narrowed(by other: DaySpan) -> DaySpan {
    guard overlaps(other) else { return self }
    var result = self
    if let start = other.first { result.first = first.map { max($0, start) } ?? start }
    if let end = other.last { result.last = last.map { min($0, end) } ?? end }
    return result
  }
}
