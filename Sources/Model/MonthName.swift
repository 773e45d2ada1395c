/// The English names of the months.
public enum MonthName {
  /// The names from January on, in lower case.
  public static let all = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// The month, 1 to 12, of a name or of its first three letters or more ("Sept"), whatever the case; else nil.
  public static func number(_ name: some StringProtocol) -> Int? {
    let name = name.lowercased()
    guard name.count >= 3 else { return nil }
    return all.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }
}
