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

  /// The program of SANCTIONS_PROGRAM, else the one that was built beside the tests.
  static let program: String = {
    if let given = ProcessInfo.processInfo.environment["SANCTIONS_PROGRAM"] { return given }
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folders = [tests.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? ""]
    let names = [".build/debug", ".build/x86_64-unknown-linux-gnu/debug", ".build/release"]
    return (folders + names.map { root.appendingPathComponent($0).path }).map { $0 + "/sanctions" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    } ?? "sanctions"
  }()

  /// Removes the folder when the last copy of its tool is gone.
  private final class Keeper: Sendable {
    let folder: URL
    init(_ folder: URL) { self.folder = folder }
    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  let folder: URL
  private let keeper: Keeper

  /// A fresh folder with the seeds beside it.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sanctions-\(UUID().uuidString)")
    keeper = Keeper(folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: file("seeds"), withDestinationURL: Tool.root.appendingPathComponent("seeds"))
  }

  /// Where a file of the folder is.
  func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Runs the program with these words.
  @discardableResult
  func run(_ arguments: [String], input: String = "") throws -> Result {
    try run(executable: Tool.program, arguments, input: Data(input.utf8))
  }

  /// Runs a line of the shell, in which `sanctions` is the program.
  @discardableResult
  func shell(_ line: String) throws -> Result {
    try run(executable: "/bin/sh", ["-c", line], input: Data())
  }

  func run(executable: String, _ arguments: [String], input: Data) throws -> Result {
    try start(executable: executable, arguments, input: input).end()
  }

  /// Starts the program with these words and leaves it running.
  func start(_ arguments: [String], input: String = "") throws -> Running {
    try start(executable: Tool.program, arguments, input: Data(input.utf8))
  }

  private func start(executable: String, _ arguments: [String], input: Data) throws -> Running {
    // Several may run at once, each with files of its own.
    let name = UUID().uuidString
    let (inputFile, outputFile, errorFile) = (
      file(".input-\(name)"), file(".output-\(name)"), file(".errors-\(name)")
    )
    try input.write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Tool.environment(home: folder.path)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    return Running(process: process, output: outputFile, errors: errorFile)
  }

  private static func environment(home: String) -> [String: String] {
    let bin = URL(fileURLWithPath: program).deletingLastPathComponent().path
    var result = ["PATH": bin + ":/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8"]
    // Where coverage is measured the runs of the program count too. Each has a file of its own, since one that is
    // killed leaves half of one.
    if let tests = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"] {
      let folder = URL(fileURLWithPath: tests).deletingLastPathComponent().path
      result["LLVM_PROFILE_FILE"] = folder + "/runs/%p.profraw"
    }
    return result
  }

  /// A run that goes on.
  struct Running {
    let process: Process
    let output: URL
    let errors: URL

    /// Kills it, as the power switch would.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Waits for its end.
    @discardableResult
    func end() throws -> Result {
      process.waitUntilExit()
      return Result(
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
        // As a shell counts: a program that a signal ended must not look like one that gave that code.
        code: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0))
    }
  }

  /// A tool whose database holds the seeds.
  static func withSeeds() throws -> Tool {
    let tool = try Tool()
    try seeded.get().write(to: tool.file("sanctions.db"))
    return tool
  }

  /// The database of the seeds, read once for all tests; at rest it is a single file.
  private static let seeded = Swift.Result {
    let tool = try Tool()
    #expect(try tool.run(["ingest", "seeds"]).code == 0)
    return try Data(contentsOf: tool.file("sanctions.db"))
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
