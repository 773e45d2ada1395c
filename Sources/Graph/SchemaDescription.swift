/// A table or view of the graph as schema.sql describes it.
public struct DescribedTable: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What its rows are.
  public var meaning: String
  /// Its columns and what they hold, in order.
  public var columns: [Column]

  /// A column and what it holds.
  public struct Column: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What it holds.
    public var meaning: String
  }
}

extension Graph {
  /// The tables and views that schema.sql describes, in its order.
  public static var describedTables: [DescribedTable] {
    var tables: [DescribedTable] = []
    var remarks: [Substring] = []
    var isInside = false
    for line in Schema.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.drop { $0 == " " }
      if !isInside, bare.hasPrefix("-- ") {
        remarks.append(bare.dropFirst(3))
      } else if let found = bare.prefixMatch(of: /CREATE (?:TABLE|VIEW) (\w+)/) {
        tables.append(
          DescribedTable(name: String(found.1), meaning: remarks.joined(separator: " "), columns: []))
        remarks = []
        isInside = !bare.hasSuffix(";") && !bare.contains(" AS SELECT *")
      } else if isInside {
        if let column = column(bare, &remarks) { tables[tables.count - 1].columns.append(column) }
        if bare.hasSuffix(";") { isInside = false }
      } else {
        remarks = []
      }
    }
    return tables
  }

  /// The column that a line defines and its remark describes; a remark on lines of its own is for the next column.
  private static func column(_ line: Substring, _ remarks: inout [Substring]) -> DescribedTable.Column? {
    if line.hasPrefix("-- ") {
      remarks.append(line.dropFirst(3))
      return nil
    }
    let parts = line.split(separator: " -- ", maxSplits: 1)
    let remark = parts.count == 2 ? String(parts[1]) : remarks.joined(separator: " ")
    let code = parts.first ?? ""
    let named =
      code.firstMatch(of: /\bAS (\w+),?$/) ?? code.prefixMatch(of: /"?(\w+)"? (?:TEXT|INTEGER|BLOB|REAL)\b/)
    guard let named, !remark.isEmpty else { return nil }
    remarks = []
    return DescribedTable.Column(name: String(named.1), meaning: remark)
  }
}
