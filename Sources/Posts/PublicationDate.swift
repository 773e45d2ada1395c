import Markup
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

  /// The day that a page, feed or letter names, in the time zone that it is told in; nil where it names none.
  ///
  /// Reads ISO 8601, RFC 822 ("Fri, 02 Dec 2016 23:30:00 -0500") and English, American or British.
  static func day(_ text: String) -> EDTF? {
    guard let text = published(in: text.squeezed) else { return nil }
    if let date = read(text), date.text.count == 10 { return date }
    if let found = text.prefixMatch(of: /(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\d|$)/) {
      return EDTF("\(found.1)-\(found.2)-\(found.3)")
    }
    if let found = text.prefixMatch(of: /(\d{4})\/(\d\d?)\/(\d\d?)\b/) {
      return iso(found.1, found.2, found.3)
    }
    if let found = text.prefixMatch(of: /(\d\d?)\.(\d\d?)\.(\d{4})\b/) {
      return iso(found.3, found.2, found.1)
    }
    return english(in: text)
  }

  /// The first English date in a line that tells of publication.
  static func told(in text: String) -> EDTF? { published(in: text).flatMap { english(in: $0) } }

  /// What of a line tells of publication: a page that tells when it was changed tells the day of publication beside
  /// it, or not at all.
  private static func published(in text: String) -> String? {
    if let mark = text.firstRange(of: /(?i)\bpublished\b(?: on)?:?/) {
      return String(text[mark.upperBound...]).squeezed
    }
    return text.contains(/(?i)\b(?:updated|modified|reviewed)\b/) ? nil : text
  }

  /// The first English date with day and year in a text: "March 4, 2014", "4th of March 2014", "02 Dec 2016".
  static func english(in text: String) -> EDTF? {
    if let found = text.firstMatch(
      of: /(?i)\b(\d\d?)(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})\b/),
      let month = MonthName.number(found.2)
    {
      return iso(found.3, "\(month)", found.1)
    }
    if let found = text.firstMatch(
      of: /(?i)\b([a-z]{3,9})[.\s]\s*(\d\d?)(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})\b/),
      let month = MonthName.number(found.1)
    {
      return iso(found.3, "\(month)", found.2)
    }
    return nil
  }

  /// The day in an address such as `https://site/2016/12/04/title`.
  static func day(inAddress address: String) -> EDTF? {
    guard let found = address.firstMatch(of: /\/((?:19|20)\d\d)[\/-](\d\d?)[\/-](\d\d?)(?:[\/-]|$)/) else {
      return nil
    }
    return iso(found.1, found.2, found.3)
  }

  private static func iso(
    _ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol
  ) -> EDTF? {
    func two(_ part: some StringProtocol) -> String { part.count == 1 ? "0\(part)" : String(part) }
    return EDTF("\(year)-\(two(month))-\(two(day))")
  }
}
