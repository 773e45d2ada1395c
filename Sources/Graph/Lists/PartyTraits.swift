import Model

/// What tells parties of one name apart, read from the words of lists.
enum PartyTraits {
  /// The years from 1850 to 2049 in a text.
  static func years(in text: String) -> Set<Int> {
    var years: Set<Int> = []
    var digits = 0
    var value = 0
    for byte in Array(text.utf8) + [0] {
      if (0x30...0x39).contains(byte) {
        digits += 1
        value = digits > 4 ? 0 : value * 10 + Int(byte) - 0x30
      } else {
        if digits == 4, (1850..<2050).contains(value) { years.insert(value) }
        (digits, value) = (0, 0)
      }
    }
    return years
  }

  /// The number in an identifier that no two parties share: a ship's, a bank's or a passport's; nil for others.
  static func number(_ identifier: String) -> String? {
    if IMONumber.isMeant(by: identifier) {
      return IMONumber(identifier).map {
        $0.holder == .ship ? "IMO \($0.digits)" : "IMO company \($0.digits)"
      }
    }
    if identifier.contains("SWIFT") {
      let code = identifier.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        .first {
          ($0.utf8.count == 8 || $0.utf8.count == 11) && $0.allSatisfy { $0.isUppercase || $0.isNumber }
        }
      return code.map { "SWIFT \($0.prefix(8))" }
    }
    guard identifier.contains("Passport") else { return nil }
    let number = identifier.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .first { $0.utf8.count >= 7 && $0.count(where: \.isNumber) >= 6 }
    return number.map { "Passport \($0.uppercased())" }
  }
}
