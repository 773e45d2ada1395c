/// A date as the Extended Date/Time Format (ISO 8601-2) writes it, with the days it spans.
///
/// Understood: `2016`, `2016-12`, `2016-12-02`, seasons `2016-21` (spring) to `2016-24` (winter, into the next
/// year), decades and centuries `201X` and `20XX`, a qualifier `?`, `~` or `%` at the end, and intervals of two of
/// these, either end of which may be `..` (open).
public struct EDTF: Hashable, Sendable, CustomStringConvertible {
  /// The value as written.
  public let text: String
  /// The first day it can mean; nil where the interval is open at its start.
  public let first: Day?
  /// The last day it can mean; nil where the interval is open at its end.
  public let last: Day?

  /// Reads an EDTF value; nil where the text is none or names an impossible date such as `2016-02-30`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let head = parts.first, let tail = parts.last, parts.count <= 2 else { return nil }
    var bounds: (first: Day?, last: Day?) = (nil, nil)
    if parts.count == 2 {
      guard head != ".." || tail != ".." else { return nil }
      if head != ".." {
        guard let span = EDTF.span(of: head) else { return nil }
        bounds.first = span.first
      }
      if tail != ".." {
        guard let span = EDTF.span(of: tail) else { return nil }
        bounds.last = span.last
      }
      if let first = bounds.first, let last = bounds.last, last < first { return nil }
    } else {
      guard let span = EDTF.span(of: head) else { return nil }
      bounds = (span.first, span.last)
    }
    self.init(text: text, first: bounds.first, last: bounds.last)
  }

  private init(text: String, first: Day?, last: Day?) {
    self.text = text
    self.first = first
    self.last = last
  }

  /// A single day.
  public init(_ day: Day) { self.init(text: day.text, first: day, last: day) }

  /// A month; `month` may lie outside 1...12 and then counts on into other years.
  public init(year: Int, month: Int) {
    let first = Day.first(ofMonth: month, in: year)
    self.init(text: String(first.text.prefix(7)), first: first, last: Day.last(ofMonth: month, in: year))
  }

  /// A year.
  public init(year: Int) {
    self.init(
      text: padded(year, 4), first: Day.first(ofMonth: 1, in: year), last: Day.last(ofMonth: 12, in: year))
  }

  /// A season, 21 for spring to 24 for winter.
  public init(year: Int, season: Int) {
    let month = 3 + (season - 21) * 3
    self.init(
      text: "\(padded(year, 4))-\(season)", first: Day.first(ofMonth: month, in: year),
      last: Day.last(ofMonth: month + 2, in: year))
  }

  /// A decade, named by its first year.
  public init(decade year: Int) {
    let start = year / 10 * 10
    self.init(
      text: padded(year / 10, 3) + "X", first: Day.first(ofMonth: 1, in: start),
      last: Day.last(ofMonth: 12, in: start + 9))
  }

  /// The interval from the start of one date to the end of another; just the date where both are the same.
  public init(from start: EDTF, through end: EDTF) {
    if start == end {
      self = start
      return
    }
    self.init(text: "\(start.leading)/\(end.trailing)", first: start.first, last: end.last)
  }

  /// The interval of two days; just the day where both are the same.
  public init(from start: Day, through end: Day) { self.init(from: EDTF(start), through: EDTF(end)) }

  /// Everything up to the end of a date: `../2016-12-04`.
  public init(through end: EDTF) { self.init(text: "../\(end.trailing)", first: nil, last: end.last) }

  /// Everything from the start of a date: `2016-12-04/..`.
  public init(from start: EDTF) { self.init(text: "\(start.leading)/..", first: start.first, last: nil) }

  /// The text.
  public var description: String { text }

  /// Whether one end is open.
  public var isOpen: Bool { first == nil || last == nil }

  /// The day, where the value is exactly one.
  public var day: Day? { first == last ? first : nil }

  /// Whether the two share a day, or lie no more than some days apart; an open end reaches for ever.
  public func overlaps(_ other: EDTF, within days: Int = 0) -> Bool {
    if let last, let start = other.first, last + days < start { return false }
    if let first, let end = other.last, end + days < first { return false }
    return true
  }

  /// Whether every day of `other` is one of this value's.
  public func contains(_ other: EDTF) -> Bool {
    if let first {
      guard let start = other.first, first <= start else { return false }
    }
    if let last {
      guard let end = other.last, end <= last else { return false }
    }
    return true
  }

  private var leading: Substring { text.split(separator: "/").first ?? "" }
  private var trailing: Substring { text.split(separator: "/").last ?? "" }

  /// The first and last day of a value that is no interval.
  private static func span(of value: Substring) -> (first: Day, last: Day)? {
    var value = value
    if let mark = value.last, "?~%".contains(mark) { value = value.dropLast() }
    let fields = value.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = fields.first, head.utf8.count == 4 else { return nil }
    if head.hasSuffix("X") {
      let digits = head.prefix { $0 != "X" }
      guard fields.count == 1, digits.count >= 2, let known = number(digits, width: digits.count),
        head.dropFirst(digits.count).allSatisfy({ $0 == "X" })
      else { return nil }
      let size = digits.count == 3 ? 10 : 100
      return (Day.first(ofMonth: 1, in: known * size), Day.last(ofMonth: 12, in: known * size + size - 1))
    }
    guard let year = number(head, width: 4) else { return nil }
    if fields.count == 1 { return (Day.first(ofMonth: 1, in: year), Day.last(ofMonth: 12, in: year)) }
    guard let month = number(fields[1], width: 2) else { return nil }
    if fields.count == 2 {
      if (21...24).contains(month) {
        let start = 3 + (month - 21) * 3
        return (Day.first(ofMonth: start, in: year), Day.last(ofMonth: start + 2, in: year))
      }
      guard (1...12).contains(month) else { return nil }
      return (Day.first(ofMonth: month, in: year), Day.last(ofMonth: month, in: year))
    }
    guard fields.count == 3, let number = number(fields[2], width: 2), let day = Day(year, month, number)
    else { return nil }
    return (day, day)
  }

  private static func number(_ digits: Substring, width: Int) -> Int? {
    guard digits.utf8.count == width, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }
}
