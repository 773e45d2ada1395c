import SQLite

extension Graph {
  /// What is wrong in the database, a line each, naming the row; none where all is well.
  ///
  /// Checked are the file itself, references, the words that mentions, quotes and triggers claim to stand in their
  /// posts, the digests of the posts, the index of their words, dates, vocabularies, and that every claim belongs to one event that says what its
  /// claims say. With `making` the events are made anew and compared.
  public func verify(making: EventMaking? = nil) throws(GraphError) -> [String] {
    try guarded(path) {
      try connection.snapshot {
        var findings = try connection.texts("PRAGMA integrity_check").filter { $0 != "ok" }.map {
          "file: \($0)"
        }
        // What a damaged file holds is not worth looking at.
        guard findings.isEmpty else { return findings }
        findings += try ReferenceCheck(connection).findings()
        findings += try VocabularyCheck(connection).findings()
        findings += try PostCheck(connection).findings()
        findings += try TextIndexCheck(connection).findings()
        findings += try DateCheck(connection).findings()
        findings += try EventCheck(connection).findings()
        if let making { findings += try EventCheck(connection).differences(from: making) }
        return findings
      }
    }
  }
}
