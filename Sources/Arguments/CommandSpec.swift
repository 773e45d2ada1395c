/// What a command is called, takes and does: the one declaration that parsing, help, completions and manual read.
///
/// A tree of these describes a whole program. The options of a command are accepted by the commands under it too.
public struct CommandSpec: Sendable, Hashable {
  /// The word that calls it; for the root, the name of the program.
  public var name: String
  /// What it does, in one line.
  public var summary: String
  /// More about it: paragraphs, each of which is wrapped by itself.
  public var discussion: [String]
  /// The heading under which the command above lists it.
  public var group: String
  /// What it takes besides options; a command with subcommands takes only the name of one.
  public var arguments: [ArgumentSpec]
  /// Its options, in the order in which help shows them.
  public var options: [OptionSpec]
  /// The commands under it, in the order in which help shows them.
  public var subcommands: [CommandSpec]
  /// Further lists at the end of help, such as exit codes or columns.
  public var sections: [HelpSection]
  /// Calls that show what it is for.
  public var examples: [CommandExample]

  /// A command with these parts.
  public init(
    _ name: String, _ summary: String, discussion: [String] = [], group: String = "Commands",
    arguments: [ArgumentSpec] = [], options: [OptionSpec] = [], subcommands: [CommandSpec] = [],
    sections: [HelpSection] = [], examples: [CommandExample] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.group = group
    self.arguments = arguments
    self.options = options
    self.subcommands = subcommands
    self.sections = sections
    self.examples = examples
  }

  /// The command directly under it with this name.
  public func subcommand(_ name: String) -> CommandSpec? { subcommands.first { $0.name == name } }

  /// The commands from this one down the path of names; nil where a name calls none.
  public func commands(along path: some Sequence<String>) -> [CommandSpec]? {
    var commands = [self]
    var last = self
    for name in path {
      guard let next = last.subcommand(name) else { return nil }
      commands.append(next)
      last = next
    }
    return commands
  }

  /// Each command of the tree with those above it, this one first, in order of declaration.
  func lineages(above: [CommandSpec] = []) -> [[CommandSpec]] {
    let lineage = above + [self]
    return [lineage] + subcommands.flatMap { $0.lineages(above: lineage) }
  }
}

/// A call of a command, and what it is for.
public struct CommandExample: Sendable, Hashable {
  /// The line to type.
  public var line: String
  /// What it does.
  public var purpose: String

  /// A line to type and what it does.
  public init(_ line: String, _ purpose: String) {
    self.line = line
    self.purpose = purpose
  }
}

/// A list of terms with what they mean, under a heading of its own in help and manual.
public struct HelpSection: Sendable, Hashable {
  /// A term and its meaning.
  public struct Row: Sendable, Hashable {
    /// The term, such as an exit code.
    public var term: String
    /// What it means.
    public var meaning: String

    /// A term and its meaning.
    public init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }

  /// The heading.
  public var title: String
  /// The rows, in the order shown.
  public var rows: [Row]

  /// A list under a heading.
  public init(_ title: String, _ rows: [Row]) {
    self.title = title
    self.rows = rows
  }
}
