/// Something wrong with an input, and where: `data/names/banks.csv:12:7: error: …`.
public struct Finding: Error, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// It keeps the data from being taken.
    case error
    /// The data is taken, and something about it is worth knowing.
    case warning
    /// More about a finding before it.
    case note
  }

  /// Where and how bad, and what.
  public var location: SourceLocation
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in one line.
  public var message: String

  /// A finding; an error unless told otherwise.
  public init(_ location: SourceLocation, _ severity: Severity = .error, _ message: String) {
    self.location = location
    self.severity = severity
    self.message = message
  }

  /// The line that is shown.
  public var description: String { "\(location): \(severity.rawValue): \(message)" }

  /// In order of file, line, column, then message.
  public static func < (left: Finding, right: Finding) -> Bool {
    (left.location.file, left.location.line, left.location.column, left.message)
      < (right.location.file, right.location.line, right.location.column, right.message)
  }
}

/// A place in a file; line and column count from 1, and 0 means that there is none to tell.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int

  /// A place in `file`.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The line that is shown.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
