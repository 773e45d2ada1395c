public import Diagnostics

/// How the signs of other scripts are read in Latin letters; read apart from the rest, since few names need it.
public enum ScriptTable {
  /// The rows of the table, and what is wrong with them.
  public static func read(_ files: DataFiles) -> (
    rows: [(script: String, sign: Unicode.Scalar, reading: String)], findings: [Finding]
  ) {
    var reader = TableReader(files)
    var rows: [(script: String, sign: Unicode.Scalar, reading: String)] = []
    for row in reader.rows(.readings) {
      let scalars = row["sign"].unicodeScalars
      guard let sign = scalars.first, scalars.count == 1 else {
        reader.report(row, "sign", "'\(row["sign"])' is not one sign")
        continue
      }
      rows.append((row["script"], sign, row["reading"]))
    }
    return (rows, reader.findings)
  }
}
