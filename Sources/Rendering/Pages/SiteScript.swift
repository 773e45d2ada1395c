/// Data of the site as scripts, since a page that was opened as a file may load those and nothing else.
public enum SiteScript {
  /// A script that hands rows to the page under a name.
  public static func handing(_ name: String, rows: [[CellValue]]) -> [UInt8] {
    var bytes = start(name)
    bytes.append("[\n")
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes.append(",\n") }
      bytes.append("[")
      for (place, cell) in row.enumerated() {
        if place > 0 { bytes.append(",") }
        JSONText.append(cell, to: &bytes)
      }
      bytes.append("]")
    }
    bytes.append("\n]);\n")
    return bytes
  }

  /// A script that hands numbers by words to the page under a name.
  public static func handing(_ name: String, index: [String: [Int]]) -> [UInt8] {
    var bytes = start(name)
    bytes.append("{\n")
    for (place, entry) in index.sorted(by: { $0.key < $1.key }).enumerated() {
      if place > 0 { bytes.append(",\n") }
      withUTF8(of: entry.key) { bytes.appendJSON($0) }
      bytes.append(":[")
      bytes.append(contentsOf: entry.value.map(String.init).joined(separator: ",").utf8)
      bytes.append("]")
    }
    bytes.append("\n});\n")
    return bytes
  }

  private static func start(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("sanctions(")
    withUTF8(of: name) { bytes.appendJSON($0) }
    bytes.append(",")
    return bytes
  }
}
