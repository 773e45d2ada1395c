/// The hashes of the words of a name, as `PostReader.hash(of:)` gives those of a text.
enum NameWords {
  /// The hashes of the words of `name`, which spaces, hyphens and commas part.
  static func hashes(_ name: String) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(4)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters = 0
    func finish() {
      if letters > 0 { hashes.append(hash) }
      hash = 0xCBF2_9CE4_8422_2325
      letters = 0
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ","): finish()
      case UInt8(ascii: "."), UInt8(ascii: "'"): continue
      default:
        hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        letters += 1
      }
    }
    finish()
    return hashes
  }

  /// Words behind a surname that are none: "Whitcombe Jr.".
  static let suffixes = Set(hashes("jr sr"))

  /// Words that tell no company from another.
  static let generic = Set(
    hashes("bank korea trading company corporation co ltd group general international of the"))
}
