public import Diagnostics
public import Model

/// By what pages of the web tell their parts apart; read apart from the rest, since only they need it.
public enum PageMarkerTable {
  /// The rows of the table, and what is wrong with them.
  public static func read(_ files: DataFiles) -> (rows: [PageMarker], findings: [Finding]) {
    var reader = TableReader(files)
    var rows: [PageMarker] = []
    for row in reader.rows(.pageMarkers) {
      guard let match = reader.choice(row, "match", of: PageMarker.Match.self),
        let meaning = reader.choice(row, "meaning", of: PageMarker.Meaning.self)
      else { continue }
      let mark = row["mark"]
      if mark.isEmpty || mark != mark.lowercased() || mark.contains(where: \.isWhitespace) {
        reader.report(row, "mark", "'\(mark)' is no class or id in lower case")
        continue
      }
      let marker = PageMarker(mark: mark, match: match, meaning: meaning)
      if rows.contains(marker) { reader.report(row, "mark", "'\(mark)' stands twice with this meaning") }
      rows.append(marker)
    }
    return (rows, reader.findings)
  }
}
