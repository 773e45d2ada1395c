public import Diagnostics

/// An input that cannot be read on: what is wrong, where, and whose fault it is.
public struct PostInputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is; commands choose their exit code by it.
  public enum Category: Sendable, Hashable {
    /// The input is there, but what it holds is wrong.
    case badData
    /// The file or folder is missing or cannot be read.
    case fileTrouble
  }

  /// What kind of trouble it is.
  public var category: Category
  /// What is wrong, at least one finding, in order of place.
  public var findings: [Finding]

  /// Trouble with one or several causes.
  public init(_ category: Category, _ findings: [Finding]) {
    self.category = category
    self.findings = findings.sorted()
  }

  /// Trouble with one cause.
  public init(_ category: Category, _ finding: Finding) { self.init(category, [finding]) }

  /// The findings, a line each.
  public var description: String { findings.map(\.description).joined(separator: "\n") }
}
