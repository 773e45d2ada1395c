/// Why a document cannot be read on, and at which line of it; without a line where all of it is meant.
public struct MarkupFault: Error, Hashable, Sendable {
  /// Whether the data is bad or the file cannot be had.
  public enum Category: Sendable {
    /// What the file holds is wrong.
    case badData
    /// The file is missing or cannot be read.
    case fileTrouble
  }
  /// Which of the two.
  public var category: Category
  /// The line, from 1; 0 for the whole document.
  public var line: Int
  /// What is wrong.
  public var message: String

  /// Bad data at a line.
  public init(line: Int = 0, _ message: String) {
    category = .badData
    self.line = line
    self.message = message
  }

  /// A file that cannot be had.
  public init(trouble message: String) {
    category = .fileTrouble
    line = 0
    self.message = message
  }
}
