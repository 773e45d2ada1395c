@testable import Rendering

/// What a writer makes of rows.
func written(
  _ format: OutputFormat, _ columns: [String], _ rows: [[CellValue]], raw: Bool = false, width: Int? = nil,
  bold: Bool = false
) throws -> String {
  let output = MemoryOutput()
  let settings = OutputSettings(isRaw: raw, width: width, usesColour: bold)
  var writer = RowWriter(format, columns: columns, settings: settings, to: output)
  for row in rows { try writer.write(row) }
  try writer.finish()
  return output.text
}

/// Texts that would do harm somewhere if they were written as they are.
let hostileTexts = [
  "", " ", "'", "''", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1",
  "a,b", "a\"b\"", "\"", "two\nlines\r\n", "tab\there", "\u{1B}[31mred", "\u{9B}2J", "NUL\u{0}NUL", "\u{7F}",
  "\u{85}",
  "right\u{202E}left\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", "\u{FEFF}mark", "line\u{2028}para\u{2029}",
  "\\u{1B}", "\\\u{1B}", "\\\\u{", "\\u", "\\u{", "\\", "C:\\users", "a|b*c_d`e`<b>&amp;", "Ünïcödé 한국 👩‍👩‍👧",
  "; ",
]

/// Undoes `escapedForTerminal`.
func unescaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var rest = Array(text.unicodeScalars)[...]
  while let scalar = rest.popFirst() {
    if scalar == "\\", rest.starts(with: ["u", "{"]), let end = rest.firstIndex(of: "}"),
      let value = UInt32(String(String.UnicodeScalarView(rest[(rest.startIndex + 2)..<end])), radix: 16),
      let hidden = Unicode.Scalar(value)
    {
      result.append(hidden)
      rest = rest[(end + 1)...]
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// Undoes the leading `'` and the escapes of CSV and TSV.
func undisguised(_ cell: String) -> String {
  unescaped(cell.hasPrefix("'") ? String(cell.dropFirst()) : cell)
}

/// The cells of CSV, read by the rules of RFC 4180 alone.
func parsedCSV(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  func end() {
    row.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""):
      isQuoted.toggle()
      // The second of a doubled mark stands for itself.
      if isQuoted, cell.last == 0xFF { cell[cell.count - 1] = byte } else if !isQuoted { cell.append(0xFF) }
    case UInt8(ascii: ",") where !isQuoted:
      cell.removeAll { $0 == 0xFF }
      end()
    case 0x0A where !isQuoted:
      cell.removeAll { $0 == 0xFF }
      end()
      rows.append(row)
      row = []
    default: cell.append(byte)
    }
  }
  return rows
}
