import Model

/// Dates as British files write them, unknown days and months as letters or zeros.
enum BritishDate {
  /// "27/08/1955" as 1955-08-27, "dd/mm/1950" as 1950; nil for what is no date.
  static func iso(_ text: String) -> String? {
    let day = String(text.prefix { !$0.isWhitespace })
    let digits = day.replacing("dd", with: "00").replacing("mm", with: "00")
    return USDate.reordered(digits, [2, 1, 0])
  }

  /// "11-Sep-2026" as 2026-09-11; nil for what is no date.
  static func iso(monthName text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == " " }
    guard parts.count == 3, let month = MonthName.number(parts[1].prefix(3)) else { return nil }
    return USDate.reordered("\(parts[0])/\(month)/\(parts[2])", [2, 1, 0])
  }
}

/// Dates as American files write them.
enum USDate {
  /// "04/06/2018" as 2018-04-06; nil for what is no date.
  static func iso(_ text: String) -> String? { reordered(text, [2, 0, 1]) }

  /// Three numbers between slashes, put into the order of year, month and day.
  static func reordered(_ text: String, _ order: [Int]) -> String? {
    let parts = text.split(separator: "/")
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), parts[2].count == 4 else {
      return nil
    }
    let year = parts[order[0]]
    func two(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
    let (month, day) = (two(parts[order[1]]), two(parts[order[2]]))
    if month == "00" { return String(year) }
    return day == "00" ? "\(year)-\(month)" : "\(year)-\(month)-\(day)"
  }
}
