extension String {
  /// The text in lower-case ASCII letters and digits, words joined by hyphens, for identifiers and addresses.
  ///
  /// Latin letters lose their marks ("Nicolás" gives `nicolas`); letters of other scripts stay as they are.
  public var slug: String {
    var copy = self
    if let slug = copy.withUTF8({ String.slug(ofASCII: $0) }) { return slug }
    var result = ""
    var pendingHyphen = false
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9":
        if pendingHyphen && !result.isEmpty { result.unicodeScalars.append("-") }
        pendingHyphen = false
        result.unicodeScalars.append(scalar)
      case "'", "\u{2019}": continue
      default:
        guard scalar.value > 127 && scalar.properties.isAlphabetic else {
          pendingHyphen = true
          continue
        }
        if pendingHyphen && !result.isEmpty { result.unicodeScalars.append("-") }
        pendingHyphen = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The slug of a text that is ASCII, without a detour over code points; nil for others.
  private static func slug(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { room in
      var count = 0
      var pendingHyphen = false
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"):
          if pendingHyphen, count > 0 {
            room[count] = UInt8(ascii: "-")
            count += 1
          }
          pendingHyphen = false
          room[count] = byte | 0x20
          count += 1
        case UInt8(ascii: "'"): continue
        default: pendingHyphen = true
        }
      }
      return count
    }
  }

  /// The text in lower case with marks removed from Latin letters.
  public var folded: String {
    var result = ""
    for scalar in self.lowercased().unicodeScalars {
      if scalar.value < 128 {
        result.unicodeScalars.append(scalar)
      } else if let plain = Folding.plain(scalar.value) {
        result += plain
      } else if !(0x300...0x36F).contains(scalar.value) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Plain letters for Latin letters with marks.
public enum Folding {
  /// The ASCII letters for a lower-case code point of Latin-1, Latin Extended-A, Azerbaijani, Vietnamese or pinyin; nil
  /// where there are none.
  public static func plain(_ code: UInt32) -> String? {
    switch code {
    case 0xE0...0xE5, 0x101, 0x103, 0x105, 0x259: "a"
    case 0xE6: "ae"
    case 0xE7, 0x107, 0x109, 0x10B, 0x10D: "c"
    case 0xE8...0xEB, 0x113, 0x115, 0x117, 0x119, 0x11B: "e"
    case 0xEC...0xEF, 0x129, 0x12B, 0x12D, 0x12F, 0x131: "i"
    case 0xF0, 0x10F, 0x111: "d"
    case 0xF1, 0x144, 0x146, 0x148: "n"
    case 0xF2...0xF6, 0xF8, 0x14D, 0x14F, 0x151: "o"
    case 0xF9...0xFC, 0x169, 0x16B, 0x16D, 0x16F, 0x171, 0x173: "u"
    case 0xFD, 0xFF, 0x177: "y"
    case 0xDF: "ss"
    case 0xFE: "th"
    case 0x11D, 0x11F, 0x121, 0x123: "g"
    case 0x125, 0x127: "h"
    case 0x135: "j"
    case 0x137: "k"
    case 0x13A, 0x13C, 0x13E, 0x140, 0x142: "l"
    case 0x153: "oe"
    case 0x155, 0x157, 0x159: "r"
    case 0x15B, 0x15D, 0x15F, 0x161, 0x219: "s"
    case 0x163, 0x165, 0x167, 0x21B: "t"
    case 0x175: "w"
    case 0x17A, 0x17C, 0x17E: "z"
    // Vietnamese, and the tones of pinyin.
    case 0x1EA1...0x1EB7, 0x1CE: "a"
    case 0x1EB9...0x1EC7: "e"
    case 0x1EC9...0x1ECB, 0x1D0: "i"
    case 0x1ECD...0x1EE3, 0x1A1, 0x1D2: "o"
    case 0x1EE5...0x1EF1, 0x1B0, 0x1D4...0x1DC: "u"
    case 0x1EF3...0x1EF9: "y"
    default: nil
    }
  }
}
