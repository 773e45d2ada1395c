/// The objects of JSON and JSON Lines: a key for each column, in their order.
///
/// What a reader gets back is exact; hidden characters are written as `\u001B`, so that a terminal is safe too.
struct JSONText {
  private let keys: [[UInt8]]

  init(columns: [String]) {
    keys = columns.map { column in
      var key: [UInt8] = []
      withUTF8(of: column) { key.appendJSON($0) }
      return key + [UInt8(ascii: ":")]
    }
  }

  func appendObject(_ cells: [CellValue], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "{"))
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line += keys[index]
      JSONText.append(cell, to: &line)
    }
    line.append(UInt8(ascii: "}"))
  }

  static func append(_ cell: CellValue, to line: inout [UInt8]) {
    switch cell {
    case .text(let text): withUTF8(of: text) { line.appendJSON($0) }
    case .integer, .number:
      let digits = cell.plainText
      digits.isEmpty ? line.append("null") : line.append(contentsOf: digits.utf8)
    case .missing: line.append("null")
    case .list(let texts):
      line.append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { line.append(UInt8(ascii: ",")) }
        withUTF8(of: text) { line.appendJSON($0) }
      }
      line.append(UInt8(ascii: "]"))
    }
  }
}

extension [UInt8] {
  /// Appends a text as a JSON string, in which hidden characters are written out.
  public mutating func append(jsonString text: String) { withUTF8(of: text) { appendJSON($0) } }

  /// Appends a JSON string.
  mutating func appendJSON(_ bytes: Bytes) {
    append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let hidden = hiddenLength(at: index, in: bytes)
      if hidden == 0, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
        continue
      }
      append(contentsOf: Bytes(rebasing: bytes[start..<index]))
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      default:
        append("\\u")
        appendHexadecimal(codePoint(at: index, length: hidden, in: bytes), digits: 4)
      }
      index += Swift.max(hidden, 1)
      start = index
    }
    append(contentsOf: Bytes(rebasing: bytes[start...]))
    append(UInt8(ascii: "\""))
  }
}
