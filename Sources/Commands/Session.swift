import Arguments
import Diagnostics
import Extraction
import Glibc
import Graph
import Knowledge
import Model
import Posts
import Rendering

/// One run of the program: what was asked, and where answers and words go.
struct Session {
  let arguments: ParsedArguments
  let output: Output
  let errors: Output
  /// The graph that is open already, for a session of a server; else the command opens its own.
  var graph: Graph?

  /// Writes a line for people, without control characters that a text may hold.
  func say(_ line: String) { errors.write(escapedForTerminal(line) + "\n") }

  /// The knowledge that `--data` names, or the one inside the binary.
  ///
  /// Throws where a table is faulty: reading with half of the knowledge would answer wrongly without a word.
  func knowledge() throws(Failure) -> Knowledge {
    let (knowledge, findings) = Knowledge.read(try dataFiles(), checkingNames: false)
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Failure(findings: errors) }
    return knowledge
  }

  /// The files of `--data`, or those inside the binary.
  func dataFiles() throws(Failure) -> DataFiles {
    guard let folder = arguments.value("data") else { return .builtIn }
    do {
      return try DataFiles(folder: folder)
    } catch {
      throw Failure(.fileTrouble, error.description)
    }
  }

  /// What tells the parts of pages apart; throws where the table is faulty.
  func pageMarkers() throws(Failure) -> PageMarkers {
    let (rows, findings) = PageMarkerTable.read(try dataFiles())
    guard findings.isEmpty else { throw Failure(findings: findings) }
    return PageMarkers(rows)
  }

  /// An extractor with the knowledge, the names of `--names`, and those of the lists of a graph.
  func extractor(_ knowledge: Knowledge, listsOf graph: Graph? = nil) throws(Failure) -> Extractor {
    let given = try givenNames()
    let listed =
      try graph.map { graph throws(Failure) in try ListedNames(knowledge).parties(of: graph) } ?? []
    return Extractor(knowledge: knowledge, names: given, listed: listed)
  }

  /// The names of `--names`; throws where the file is faulty.
  func givenNames() throws(Failure) -> [(name: String, kind: EntityKind)] {
    try arguments.value("names").map { path throws(Failure) in try names(path) } ?? []
  }

  /// The rows of a CSV file `name,kind`.
  private func names(_ path: String) throws(Failure) -> [(name: String, kind: EntityKind)] {
    guard let bytes = contents(of: path) else { throw Failure(.fileTrouble, "\(path): cannot be read") }
    var findings: [Finding] = []
    let table = LocatedCSV(bytes, file: path, findings: &findings)
    if table.header != ["name", "kind"] {
      findings.append(
        Finding(SourceLocation(file: path, line: 1, column: 1), .error, "the columns must be name,kind"))
    }
    var names: [(name: String, kind: EntityKind)] = []
    for row in table.rows where findings.isEmpty {
      guard let kind = EntityKind(rawValue: row["kind"]) else {
        let valid = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
        findings.append(Finding(row.location, .error, "unknown kind '\(row["kind"])'; it is one of \(valid)"))
        continue
      }
      names.append((row["name"], kind))
    }
    guard findings.isEmpty else { throw Failure(findings: findings) }
    return names
  }

  /// The bytes of a file; nil where it cannot be read.
  func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
