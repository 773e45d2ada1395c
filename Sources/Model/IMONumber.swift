/// The number that the International Maritime Organization gives a ship or a company that owns ships.
public enum IMONumber {
  /// The seven digits of the first IMO number in a text such as "IMO 9076543"; nil where there is none or its check
  /// digit is wrong.
  ///
  /// The last digit is that of the sum of the others times 7 down to 2 (IMO resolution A.1117(30)).
  public static func digits(in text: some StringProtocol) -> String? {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
    guard digits.count == 7 else { return nil }
    let sum = digits.dropLast().enumerated().reduce(0) { $0 + $1.element * (7 - $1.offset) }
    return sum % 10 == digits[6] ? digits.map(String.init).joined() : nil
  }
}
