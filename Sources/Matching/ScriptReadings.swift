/// How the signs of other scripts are read in Latin letters.
public struct ScriptReadings: Sendable {
  private var letters: [UInt32: String] = [:]
  /// Signs of scripts that leave vowels out.
  private var consonantal: Set<UInt32> = []
  private var han: [UInt32: String] = [:]

  /// No readings: letters of other scripts stay as they are.
  public init() {}

  /// The readings of a table: the name of the script, the sign and its reading.
  public init(_ rows: some Sequence<(script: String, sign: Unicode.Scalar, reading: String)>) {
    for row in rows {
      switch row.script {
      case "han": han[row.sign.value] = row.reading
      case "arabic":
        letters[row.sign.value] = row.reading
        consonantal.insert(row.sign.value)
      default: letters[row.sign.value] = row.reading
      }
    }
  }

  /// Whether a name has letters that only these readings tell.
  public static func areNeeded(for name: String) -> Bool {
    name.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x370...0x3FF, 0x400...0x52F, 0x600...0x6FF, 0xFB50...0xFEFF, 0x3400...0x9FFF, 0xAC00...0xD7A3:
        true
      default: false
      }
    }
  }

  /// A name in Latin letters, and whether vowels are left out in it.
  ///
  /// Signs of Han and syllables of Hangul become words of their own; the first of them is the family name.
  func latin(_ name: String) -> (text: String, isConsonantal: Bool) {
    guard ScriptReadings.areNeeded(for: name) else { return (name, false) }
    var text = ""
    var isConsonantal = false
    for scalar in name.unicodeScalars {
      if let reading = han[scalar.value] {
        text += text.isEmpty || text.last == " " ? reading : " " + reading
        continue
      }
      if (0xAC00...0xD7A3).contains(scalar.value) {
        text += (text.isEmpty || text.last == " " ? "" : " ") + syllable(scalar.value - 0xAC00)
        continue
      }
      let small = Unicode.Scalar(scalar.value).map { $0.properties.lowercaseMapping } ?? String(scalar)
      if let reading = small.unicodeScalars.first.flatMap({ letters[$0.value] }) {
        text += reading
        isConsonantal = isConsonantal || consonantal.contains(scalar.value)
      } else if !(0x64B...0x65F).contains(scalar.value), scalar.value != 0x640 {
        text.unicodeScalars.append(scalar)
      }
    }
    return (text, isConsonantal)
  }

  /// The letters of a Hangul syllable, by its number: initial, vowel and final (Unicode 3.12).
  private func syllable(_ index: UInt32) -> String {
    let final = index % 28
    let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (final == 0 ? [] : [0x11A7 + final])
    return parts.compactMap { letters[$0] }.joined()
  }
}
