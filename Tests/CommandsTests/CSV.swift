/// Reads what the program writes, by the words of RFC 4180 and of the README alone.
enum CSV {
  /// The rows under a header, by the names of its columns.
  static func records(_ text: String) -> [[String: String]] {
    let rows = rows(text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  /// The cells of a text, row by row.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    // By code points, since CR LF is one character of a string.
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { cell.append(scalar) }
        isQuoted = true
      case ",", "\n":
        row.append(String(cell))
        cell.removeAll()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      default: cell.append(scalar)
      }
      wasQuote = false
    }
    return rows
  }

  /// A cell of raw TSV as it was before tab, line ends and backslash were written out.
  static func unescaped(_ cell: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if isEscaped {
        let meant: [Unicode.Scalar: Unicode.Scalar] = ["t": "\t", "n": "\n", "r": "\r"]
        result.append(meant[scalar] ?? scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A cell as it was before it was made safe: without the leading `'`, and `\u{1B}` as the character it stands for.
  static func restored(_ cell: String) -> String {
    let text = cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
    return text.replacing(/\\u\{([0-9A-F]+)\}/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}
