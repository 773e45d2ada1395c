import Foundation
import TestSupport
import Testing

/// `evaluate` beside the reference's own measure, number by number.
///
/// The reference is a folder that SANCTIONS_REFERENCE names: annotated posts in gold/ and practice/, and score/gold.py
/// and score/score.py, which need python3.
@Suite(
  .enabled(
    if: Python.path != nil && Reference.folder != nil,
    "SANCTIONS_REFERENCE names no folder with annotated posts, or there is no python3"))
struct ReferenceTests {
  let tool: Tool
  let folder: String

  init() throws {
    tool = try Tool()
    folder = try #require(Reference.folder)
  }

  @Test(arguments: [["gold"], ["practice"], ["gold", "practice"]])
  func theFiguresAreThoseOfTheReference(sets: [String]) throws {
    try writeGold(sets)
    let found = try tool.run(["extract", "posts.jsonl"]).output
    let expected = try score(found)
    #expect(expected.count > 20)
    let folders = sets.map { "\(folder)/\($0)" }
    #expect(try evaluate(folders) == expected)
    #expect(try evaluate(["gold.jsonl"]) == expected)
    #expect(try evaluate(folders + ["--predictions", "found.jsonl"]) == expected)
  }

  @Test(arguments: 0..<8)
  func theyAreThoseOfTheReferenceForSpoiledReadings(seed: UInt64) throws {
    try writeGold(["gold", "practice"])
    let read = seed % 2 == 0 ? try tool.run(["extract", "posts.jsonl"]).output : try text("gold.jsonl")
    var spoiler = Spoiler(seed: seed)
    let spoiled = try read.split(separator: "\n").map { try spoiler.spoil(String($0)) }
    let expected = try score(spoiled.joined(separator: "\n"))
    #expect(try evaluate(["gold.jsonl", "--predictions", "found.jsonl"]) == expected)
  }

  /// Figures by measure and name, `["event": ["tp": 12, …]]`.
  private typealias Figures = [String: [String: Double]]

  private func writeGold(_ sets: [String]) throws {
    let files = try sets.flatMap { set in
      try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(set)").sorted()
        .map { "\(folder)/\(set)/\($0)" }
    }
    try write(try runPython(["gold.py"] + files), "gold.jsonl")
    try write(try runPython(["gold.py", "--plain"] + files), "posts.jsonl")
  }

  /// What the reference says of readings.
  private func score(_ found: String) throws -> Figures {
    try write(found, "found.jsonl")
    let paths = ["gold.jsonl", "found.jsonl"].map { tool.folder.appendingPathComponent($0).path }
    let output = try runPython(["score.py"] + paths + ["--json"])
    return try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? Figures)
  }

  /// What `evaluate` says, without what the reference does not count.
  private func evaluate(_ words: [String]) throws -> Figures {
    let result = try tool.run(["evaluate", "--format", "json"] + words)
    #expect(result.code == 0, "\(result.errors)")
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    var figures: Figures = [:]
    for row in rows {
      let name = try #require(row["measure"] as? String)
      if name.hasPrefix("status:") { continue }
      figures[name] = row.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }
    return figures
  }

  private func runPython(_ words: [String]) throws -> String {
    let script = "\(folder)/score/\(words[0])"
    let result = try tool.run(
      executable: try #require(Python.path), [script] + words.dropFirst(), input: Data())
    #expect(result.code == 0, "\(result.errors)")
    return result.output
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: tool.folder.appendingPathComponent(name))
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: tool.folder.appendingPathComponent(name), encoding: .utf8)
  }
}

/// The interpreter that the reference needs.
enum Python {
  /// Where it is; nil where there is none.
  static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (["/usr/bin"] + folders.split(separator: ":").map(String.init)).map { $0 + "/python3" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}
