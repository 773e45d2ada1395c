/// How rows are written.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// Columns padded to line up, for people at a terminal.
  case table
  /// Comma-separated values (RFC 4180) with LF line ends.
  case csv
  /// Tab-separated values, never quoted.
  case tsv
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// A table of GitHub's Markdown.
  case markdown
}

/// What the writing of rows depends on besides their format.
public struct OutputSettings: Sendable, Hashable {
  /// Whether CSV and TSV write cells as they are, for programs rather than spreadsheets and terminals.
  public var isRaw: Bool
  /// How many columns of a terminal a table may take; nil where nothing is to be cut.
  public var width: Int?
  /// Whether the header of a table is bold.
  public var usesColour: Bool
  /// Whether CSV and TSV go on where an earlier run stopped, so that no header is written.
  public var isContinued = false

  /// Settings; by default those of output that goes to no terminal.
  public init(isRaw: Bool = false, width: Int? = nil, usesColour: Bool = false) {
    self.isRaw = isRaw
    self.width = width
    self.usesColour = usesColour
  }

  /// The settings for a terminal, or for what stands in its place.
  public init(_ terminal: TerminalSettings, isRaw: Bool = false) {
    self.init(isRaw: isRaw, width: terminal.width, usesColour: terminal.usesColour)
  }
}
