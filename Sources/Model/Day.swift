/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int32

  /// The day that many days after 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// The day with this year, month and day of month; nil where the calendar has none, such as 30 February.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    self.init(number: Day.number(year, month, day))
  }

  /// The number of days in a month.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of a month; `month` may lie outside 1...12 and then counts on into other years.
  public static func first(ofMonth month: Int, in year: Int) -> Day {
    let index = year * 12 + month - 1
    let floored = index >= 0 ? index / 12 : (index - 11) / 12
    return Day(number: number(floored, index - floored * 12 + 1, 1))
  }

  /// The last day of a month; `month` may lie outside 1...12 and then counts on into other years.
  public static func last(ofMonth month: Int, in year: Int) -> Day { first(ofMonth: month + 1, in: year) - 1 }

  /// Year, month (1-12) and day of month (1-31).
  public var components: (year: Int, month: Int, day: Int) {
    // Days from civil and back: Howard Hinnant, "chrono-compatible low-level date algorithms".
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week, 0 for Sunday to 6 for Saturday.
  public var weekday: Int {
    let remainder = (Int(number) + 4) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// The day as `YYYY-MM-DD`.
  public var text: String {
    let (year, month, day) = components
    guard (0...9999).contains(year) else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    return String(unsafeUninitializedCapacity: 10) { room in
      func put(_ value: Int, _ place: Int, _ width: Int) {
        var rest = value
        for offset in (0..<width).reversed() {
          room[place + offset] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      put(year, 0, 4)
      room[4] = UInt8(ascii: "-")
      put(month, 5, 2)
      room[7] = UInt8(ascii: "-")
      put(day, 8, 2)
      return 10
    }
  }

  /// In order of time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// The day that many days later.
  public static func + (day: Day, count: Int) -> Day { day.moved(by: count) }
  /// The day that many days earlier.
  public static func - (day: Day, count: Int) -> Day { day.moved(by: 0 &- count) }

  /// The day that many days later; the last or first that can be counted where it would lie beyond that.
  private func moved(by count: Int) -> Day {
    let (sum, isOver) = Int(number).addingReportingOverflow(count)
    return Day(number: isOver ? (count > 0 ? .max : .min) : Int32(clamping: sum))
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }
}

/// A number with leading zeros up to a width.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
