import Model
import TextMatching

extension PostReader {
  /// "20.06.2025", "20/06/2025", "6/20/2025": numbers alone, the year last.
  ///
  /// Dots put the day first, as on the Continent. Slashes put the month first, as in American usage, unless the first
  /// number can be no month.
  func numericDate(_ index: Int) -> Found? { dottedDate(index) ?? slashedDate(index) }

  private func dottedDate(_ index: Int) -> Found? {
    guard shape(index).contains(.grouped) else { return nil }
    let parts = bytes[Int(tokens[index].start)..<Int(tokens[index].end)].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return nil }
    let numbers = parts.map(value(ofDigits:))
    guard let year = numbers[2], let month = numbers[1], let day = numbers[0],
      let date = Day(year, month, day)
    else { return nil }
    return (index + 1, EDTF(date), "numeric date with the day first", index)
  }

  private func slashedDate(_ index: Int) -> Found? {
    guard word(index + 1) == Mark.slash, word(index + 3) == Mark.slash, let first = number(index),
      let second = number(index + 2), let year = yearNumber(index + 4), word(index - 1) != Mark.slash
    else { return nil }
    let isDayFirst = first > 12
    guard let date = isDayFirst ? Day(year, second, first) : Day(year, first, second) else { return nil }
    return (
      index + 5, EDTF(date), "numeric date with the \(isDayFirst ? "day" : "month") first", index
    )
  }

  /// The number that ASCII digits write; nil where another byte is among them.
  private func value(ofDigits digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { sum, byte in
      guard let sum, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      return sum * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}
