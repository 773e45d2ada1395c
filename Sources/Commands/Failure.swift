import Diagnostics
import Posts

/// The exit codes that scripts rely on.
enum ExitCode: Int32 {
  case done = 0
  case nothingFound = 1
  case wrongUsage = 2
  case badData = 3
  case fileTrouble = 4
}

/// Why a command stops: lines for standard error and the exit code.
struct Failure: Error {
  var code: ExitCode
  var lines: [String]

  init(_ code: ExitCode, _ lines: String...) {
    self.code = code
    self.lines = lines
  }

  init(_ error: PostInputError) {
    code = error.category == .badData ? .badData : .fileTrouble
    lines = error.findings.map(\.description)
  }

  init(findings: [Finding]) {
    code = .badData
    lines = findings.map(\.description)
  }
}
