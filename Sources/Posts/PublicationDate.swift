import Model

/// Dates of publication as people and programs write them.
enum PublicationDate {
  /// Reads an EDTF date, or the date of a date and time such as `2016-12-04T10:00:00Z`; nil where it is neither.
  static func read(_ text: String) -> EDTF? {
    if let date = EDTF(text) { return date }
    let day = text.prefix(10)
    guard let mark = text.dropFirst(10).first, mark == "T" || mark == " ", day.count == 10,
      text.dropFirst(11).first?.isNumber == true
    else { return nil }
    return EDTF(String(day))
  }

  /// What to tell of a text that is no date.
  static func complaint(_ text: String) -> String {
    "'\(text)' is no date: expected YYYY-MM-DD, YYYY-MM, YYYY or two of these joined by '/'"
  }
}
