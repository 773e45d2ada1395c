import Diagnostics

extension Session {
  /// The rows of a CSV file that a user wrote, with its header; fails where it cannot be read or lacks a column.
  func table(_ path: String, having columns: [String]) throws(Failure) -> LocatedCSV {
    guard let bytes = contents(of: path) else { throw Failure(.fileTrouble, "\(path): cannot be read") }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure(.badData, "\(path): error: the text is not UTF-8")
    }
    var findings: [Finding] = []
    let table = LocatedCSV(bytes, file: path, findings: &findings)
    for column in columns where !table.header.contains(column) {
      findings.append(
        Finding(SourceLocation(file: path, line: 1, column: 1), .error, "there is no column '\(column)'"))
    }
    guard findings.isEmpty else { throw Failure(findings: findings) }
    return table
  }
}
