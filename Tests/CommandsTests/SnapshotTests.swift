import Testing

struct SnapshotTests {
  static let commands = [
    [], ["ingest"], ["extract"], ["explain"], ["evaluate"], ["query"], ["entity"], ["posts"], ["timeline"],
    ["related"], ["path"], ["entities"], ["authorities"], ["sql"], ["export"], ["report"], ["serve"],
    ["remove"], ["verify"],
    ["import"],
    ["diff"], ["check"], ["review"], ["screen"], ["compare"], ["data", "check"], ["completions"],
    ["complete"], ["manual"],
    ["help"],
  ]

  @Test(arguments: commands) func helpReadsAsRecorded(command: [String]) throws {
    let result = try Tool().run(command + ["--help"])
    #expect(result.code == 0 && result.errors.isEmpty)
    try expectSnapshot(
      result.output, "help-" + (command.isEmpty ? "sanctions" : command.joined(separator: "-")))
  }

  static let questions: [(name: String, words: [String])] = [
    ("query-table", ["query", "Air Koryo"]), ("query-csv", ["query", "Air Koryo", "--format", "csv"]),
    ("query-json", ["query", "Air Koryo", "--format", "json"]),
    ("query-markdown", ["query", "Air Koryo", "--format", "markdown"]),
    ("query-claims", ["query", "--claims", "--event", "weapons-test", "--format", "csv"]),
    ("query-count", ["query", "--count-by", "authority", "--format", "csv"]),
    ("entity", ["entity", "Air Koryo"]), ("posts", ["posts", "Air Koryo", "UNSCR 2321"]),
    ("posts-text", ["posts", "--text", "coal exports", "--format", "csv"]),
    ("timeline", ["timeline", "--from", "2016", "--to", "2016-12-31", "--format", "csv"]),
    ("related", ["related", "Air Koryo"]), ("path", ["path", "Air Koryo", "OFAC"]),
    ("entities", ["entities", "--kind", "law"]), ("authorities", ["authorities"]),
    ("sql", ["sql", "SELECT kind, count(*) AS n FROM event GROUP BY kind", "--format", "tsv"]),
    ("verify", ["verify"]), ("export-table", ["export", "--table", "relation"]),
    ("explain", ["explain", "seeds"]), ("extract", ["extract", "seeds"]), ("data-check", ["data", "check"]),
    ("timeline-svg", ["timeline", "--format", "svg"]),
    ("related-gexf", ["related", "Air Koryo", "--format", "gexf"]),
    ("related-dot", ["related", "Air Koryo", "--format", "dot"]),
    ("completions", ["completions", "bash"]), ("manual", ["manual"]), ("version", ["--version"]),
  ]

  @Test func answersReadAsRecorded() throws {
    let tool = try Tool.withSeeds()
    for (name, words) in SnapshotTests.questions {
      let result = try tool.run(words)
      #expect(result.code == 0, "\(words): \(result.errors)")
      try expectSnapshot(
        result.output + (result.errors.isEmpty ? "" : "-- standard error\n" + result.errors), name)
    }
  }
}
