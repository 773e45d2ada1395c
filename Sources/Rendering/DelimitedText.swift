/// The cells of CSV and TSV.
///
/// Unless raw, hidden characters are written out as `escapedForTerminal` tells, and a text that begins with `=`, `+`,
/// `-`, `@`, a tab, a carriage return or `'` gets a leading `'`, so that no spreadsheet runs it and one `'` at the
/// beginning is always one to take away; numbers are left alone. CSV quotes cells that hold quotation marks, commas
/// or line ends. TSV never quotes; raw TSV writes tab, line feed, carriage return and backslash as `\t \n \r \\`.
struct DelimitedText {
  let isCommaSeparated: Bool
  let isRaw: Bool

  func appendLine(_ cells: [CellValue], to line: inout [UInt8]) {
    let start = line.count
    var scratch: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(isCommaSeparated ? UInt8(ascii: ",") : 0x09) }
      let isText = !cell.isNumeric
      withUTF8(of: cell.plainText) { appendCell($0, isText: isText, to: &line, using: &scratch) }
    }
    // A line with nothing on it would be no row.
    if line.count == start, isCommaSeparated { line.append("\"\"") }
    line.append(0x0A)
  }

  private func appendCell(
    _ bytes: Bytes, isText: Bool, to line: inout [UInt8], using scratch: inout [UInt8]
  ) {
    if isRaw {
      isCommaSeparated ? line.appendQuoted(bytes) : line.appendTabSafe(bytes)
      return
    }
    scratch.removeAll(keepingCapacity: true)
    if isText, let first = bytes.first, isRisky(first) { scratch.append(UInt8(ascii: "'")) }
    scratch.appendVisible(bytes)
    if isCommaSeparated {
      scratch.withUnsafeBufferPointer { line.appendQuoted($0) }
    } else {
      line += scratch
    }
  }

  private func isRisky(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"), 0x09,
      0x0D:
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends a cell of CSV, in quotation marks where it needs them.
  fileprivate mutating func appendQuoted(_ bytes: Bytes) {
    let mark = UInt8(ascii: "\"")
    guard bytes.contains(where: { $0 == mark || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }) else {
      append(contentsOf: bytes)
      return
    }
    append(mark)
    for byte in bytes {
      if byte == mark { append(mark) }
      append(byte)
    }
    append(mark)
  }

  /// Appends a cell of raw TSV.
  fileprivate mutating func appendTabSafe(_ bytes: Bytes) {
    for byte in bytes {
      switch byte {
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case UInt8(ascii: "\\"): append("\\\\")
      default: append(byte)
      }
    }
  }
}
