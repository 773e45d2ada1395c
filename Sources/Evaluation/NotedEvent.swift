import Diagnostics
import Model

/// A line under `---`: `#2 status=actual | authority=Treasury Department | target=Air Koryo | date=2016-12-02`.
struct NotedEvent {
  /// The number by which marks refer to it.
  var number: Int
  /// Whether it is told as done.
  var status: Status
  /// When it happened; nil where the post does not tell.
  var date: EDTF?
  /// The roles and the names that play them, in order.
  var participants: [(role: Role, name: String)] = []
  /// Where the line stands.
  var location: SourceLocation

  /// The number at the head of a line and what follows it; nil where the line is no event line.
  static func head(of line: Substring) -> (number: Int, rest: Substring)? {
    guard line.hasPrefix("#"), let space = line.firstIndex(of: " ") else { return nil }
    let digits = line[line.index(after: line.startIndex)..<space]
    guard let number = wholeNumber(digits) else { return nil }
    return (number, line[line.index(after: space)...])
  }

  /// Reads what follows the number; a part that is wrong is a finding.
  init(_ number: Int, _ parts: Substring, at location: SourceLocation, findings: inout [Finding]) {
    var told = false
    self.number = number
    self.location = location
    status = .actual
    func complain(_ message: String) {
      findings.append(Finding(location, .error, "event #\(number): \(message)"))
    }
    for part in parts.split(separator: "|", omittingEmptySubsequences: false).map({ trimmed($0) }) {
      let sign = part.firstIndex(of: "=") ?? part.endIndex
      let value = trimmed(part[sign...].dropFirst())
      switch part[..<sign] {
      case "status":
        told = true
        guard let known = Status(rawValue: value) else {
          complain("unknown status '\(value)'; it is one of \(list(Status.self))")
          continue
        }
        status = known
      case "date":
        date = EDTF(value)
        if date == nil { complain("'\(value)' is no EDTF date") }
      case let key:
        guard let role = Role(rawValue: String(key)) else {
          complain("'\(part)' is no part of an event: expected status, date or a role with its names")
          continue
        }
        for name in value.split(separator: ";").map({ trimmed($0) }) where !name.isEmpty {
          participants.append((role, name))
        }
      }
    }
    if !told { complain("it has no status") }
  }
}
