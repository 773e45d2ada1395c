/// The rows of a table in GitHub's Markdown.
///
/// Hidden characters are written out first, as `escapedForTerminal` tells; then what Markdown or HTML would take for
/// markup is escaped. An underscore inside a word is none, so addresses and identifiers stay readable.
struct MarkdownText {
  func appendHeader(_ columns: [String], to line: inout [UInt8]) {
    appendLine(columns.map(CellValue.text), to: &line)
    line.append("|")
    for _ in columns { line.append(" --- |") }
    line.append(0x0A)
  }

  func appendLine(_ cells: [CellValue], to line: inout [UInt8]) {
    var scratch: [UInt8] = []
    line.append("|")
    for cell in cells {
      scratch.removeAll(keepingCapacity: true)
      withUTF8(of: cell.plainText) { scratch.appendVisible($0) }
      line.append(0x20)
      scratch.withUnsafeBufferPointer { line.appendMarkdown($0) }
      line.append(" |")
    }
    line.append(0x0A)
  }
}

extension [UInt8] {
  fileprivate mutating func appendMarkdown(_ bytes: Bytes) {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "$"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "_"):
        let isInside =
          index > 0 && index + 1 < bytes.count && isAlphanumeric(bytes[index - 1])
          && isAlphanumeric(bytes[index + 1])
        if !isInside { append(UInt8(ascii: "\\")) }
        append(byte)
      default: append(byte)
      }
    }
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}
