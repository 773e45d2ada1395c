import Foundation
import Testing

/// The program as a user runs it, in a folder of its own.
struct Tool {
  /// What a run wrote, and its exit code.
  struct Result {
    var output: String
    var errors: String
    var code: Int32
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program that was built beside the tests.
  static var program: String {
    let names = [
      ".build/debug/sanctions", ".build/x86_64-unknown-linux-gnu/debug/sanctions", ".build/release/sanctions",
    ]
    return names.map { root.appendingPathComponent($0).path }.first {
      FileManager.default.fileExists(atPath: $0)
    }
      ?? "sanctions"
  }

  let folder: URL

  /// A fresh folder with the seeds beside it.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sanctions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("seeds"),
      withDestinationURL: Tool.root.appendingPathComponent("seeds"))
  }

  /// Runs the program with these words.
  @discardableResult
  func run(_ arguments: [String], input: String = "") throws -> Result {
    try run(executable: Tool.program, arguments, input: Data(input.utf8))
  }

  func run(executable: String, _ arguments: [String], input: Data) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let bin = URL(fileURLWithPath: Tool.program).deletingLastPathComponent().path
    process.environment = ["PATH": bin + ":/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8"]
    let inputFile = folder.appendingPathComponent(".input")
    let outputFile = folder.appendingPathComponent(".output")
    let errorFile = folder.appendingPathComponent(".errors")
    try input.write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self),
      code: process.terminationStatus)
  }

  /// A tool whose database holds the seeds.
  static func withSeeds() throws -> Tool {
    let tool = try Tool()
    #expect(try tool.run(["ingest", "seeds"]).code == 0)
    return tool
  }
}

/// Compares with a recorded output; with SANCTIONS_RECORD set it records and fails, so that no run passes by recording.
func expectSnapshot(_ text: String, _ name: String) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["SANCTIONS_RECORD"] != nil {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)")
    return
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, "\(name) differs from its snapshot")
}
