import Foundation

/// One run of the program that writes to a file, as a user would start it.
struct Run {
  let seconds: Double
  /// The most memory that it held, in MiB.
  let memory: Double

  init(_ program: String, _ arguments: [String], output: String) throws {
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle(forWritingAtPath: output)
    let start = ContinuousClock.now
    try process.run()
    var peak = 0.0
    while process.isRunning {
      peak = max(peak, Run.memory(of: process.processIdentifier))
      Thread.sleep(forTimeInterval: 0.02)
    }
    seconds = (ContinuousClock.now - start).inSeconds
    guard process.terminationStatus == 0 else { throw Trouble("\(program) \(arguments) failed") }
    memory = peak
  }

  /// The most memory that a process has held so far, in MiB; 0 where it has ended.
  ///
  /// What the system tells at the end of a process counts the memory of this one too, from which it was split off.
  private static func memory(of process: Int32) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Double($0) }.map {
      $0 / 1024
    }
      ?? 0
  }
}

/// What stops the benchmark: a run that failed or a result that is wrong.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension Duration {
  /// The duration as a number of seconds.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
