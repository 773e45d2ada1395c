import Model

/// The words of a name in lower case without marks, and how they stood together.
struct NameWords {
  /// A word, or a part of a hyphenated one.
  struct Word {
    /// Letters and digits only.
    var text: String
    /// Whether a hyphen joins it to the word before.
    var isHyphenated = false
    /// Whether it was written in capitals, at least two of them.
    var isCapitals = false
  }

  /// The words in the order of the name, articles left out.
  var words: [Word] = []
  /// How many words stand before the first comma; nil where there is none.
  var beforeComma: Int?

  /// Takes a name apart.
  ///
  /// Apostrophes vanish, and so do dots inside a word ("U.S." is one); "&" is the word "and"; a hyphen parts words
  /// but is remembered; whatever else is neither letter nor digit parts words.
  init(_ name: String) {
    var text: [UInt8] = []
    var capitals = 0
    var small = 0
    var isHyphenated = false
    var afterHyphen = false

    func close(_ words: inout [Word]) {
      defer {
        text.removeAll(keepingCapacity: true)
        capitals = 0
        small = 0
      }
      if text.isEmpty { return }
      var word = String(decoding: text, as: UTF8.self)
      if text.contains(where: { $0 >= 0x80 }) { word = word.folded }
      if word != "the" {
        words.append(Word(text: word, isHyphenated: isHyphenated, isCapitals: capitals > 1 && small == 0))
      }
      isHyphenated = false
    }

    for scalar in name.unicodeScalars {
      let isFirst = text.isEmpty
      switch scalar {
      case "a"..."z":
        small += 1
        text.append(UInt8(scalar.value))
      case "A"..."Z":
        capitals += 1
        text.append(UInt8(scalar.value) | 0x20)
      case "0"..."9": text.append(UInt8(scalar.value))
      case "'", "\u{2019}", "\u{2018}", "\u{2BB}", "\u{2BC}", "`", ".": continue
      case "-", "\u{2010}"..."\u{2013}":
        let hadWord = !text.isEmpty
        close(&words)
        afterHyphen = hadWord
        continue
      case "&":
        close(&words)
        words.append(Word(text: "and"))
      case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FEFF}": continue
      default:
        if scalar.value > 127, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          if scalar.properties.isUppercase { capitals += 1 } else { small += 1 }
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          break
        }
        close(&words)
        if scalar == ",", beforeComma == nil { beforeComma = words.count }
        afterHyphen = false
        continue
      }
      if afterHyphen, isFirst { isHyphenated = true }
      afterHyphen = false
    }
    close(&words)
  }

  /// The texts of the words.
  var texts: [String] { words.map(\.text) }

  /// Words written together; only two numbers keep a hyphen between them, for 1 1 is not 11.
  static func joined(_ words: some Sequence<String>) -> String {
    var result: [UInt8] = []
    for word in words {
      if let last = result.last, let first = word.utf8.first, isDigit(last), isDigit(first) {
        result.append(UInt8(ascii: "-"))
      }
      result.append(contentsOf: word.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
