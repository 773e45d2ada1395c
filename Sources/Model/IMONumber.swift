/// The numbers that the International Maritime Organization gives ships, and companies that own or run them.
///
/// Both have seven digits, the last of which checks the others (IMO resolutions A.1117(30) and MSC.160(78)).
public struct IMONumber: Hashable, Sendable {
  /// Whose number it is.
  public enum Holder: String, Sendable {
    /// A ship, which keeps its number for life.
    case ship
    /// A company that owns or manages ships.
    case company
  }

  /// The seven digits.
  public let digits: String
  /// Whose number the check digit says it is.
  public let holder: Holder

  /// The number in a text such as "IMO 9074729"; nil where it has not seven digits or the last does not check the others.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
    guard digits.count == 7 else { return nil }
    func sum(_ weights: [Int]) -> Int { zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    if sum([7, 6, 5, 4, 3, 2]) % 10 == digits[6] {
      holder = .ship
    } else if (11 - sum([8, 6, 4, 2, 9, 7]) % 11) % 10 == digits[6] {
      holder = .company
    } else {
      return nil
    }
    self.digits = digits.map(String.init).joined()
  }

  /// Whether an identifier of a list, such as "IMO 9074729", says that it is such a number.
  public static func isMeant(by identifier: String) -> Bool {
    identifier.split { !$0.isLetter }.contains("IMO")
  }
}
