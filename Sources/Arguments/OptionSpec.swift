/// An option of a command: a flag, or a name that takes a value.
public struct OptionSpec: Sendable, Hashable {
  /// The long name without dashes, `db` for `--db`.
  public var name: String
  /// The one-letter name, `h` for `-h`.
  public var letter: Character?
  /// What it takes; nil for a flag.
  public var value: ValueSpec?
  /// Whether it may be given more than once with different values.
  public var isRepeatable: Bool
  /// Whether parsing ends at it, so that `--help` is answered whatever else is missing.
  public var endsParsing: Bool
  /// What it does, in a sentence or two.
  public var help: String
  /// What holds where it is not given, for people to read.
  public var defaultText: String?
  /// The heading under which help lists it.
  public var section: String

  private init(
    name: String, letter: Character?, value: ValueSpec?, isRepeatable: Bool, endsParsing: Bool, help: String,
    defaultText: String?, section: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.isRepeatable = isRepeatable
    self.endsParsing = endsParsing
    self.help = help
    self.defaultText = defaultText
    self.section = section
  }

  /// An option that is there or not.
  public static func flag(
    _ name: String, letter: Character? = nil, help: String, section: String = "Options"
  ) -> OptionSpec {
    OptionSpec(
      name: name, letter: letter, value: nil, isRepeatable: false, endsParsing: false, help: help,
      defaultText: nil, section: section)
  }

  /// An option that takes a value, once unless `repeatable`.
  public static func value(
    _ name: String, _ valueName: String, _ kind: ValueKind = .text, letter: Character? = nil, help: String,
    repeatable: Bool = false, defaultText: String? = nil, section: String = "Options"
  ) -> OptionSpec {
    OptionSpec(
      name: name, letter: letter, value: ValueSpec(valueName, kind), isRepeatable: repeatable,
      endsParsing: false, help: help, defaultText: defaultText, section: section)
  }

  /// A flag that is answered at once, such as `--help`.
  public static func request(
    _ name: String, letter: Character? = nil, help: String, section: String = "Options"
  ) -> OptionSpec {
    var option = flag(name, letter: letter, help: help, section: section)
    option.endsParsing = true
    return option
  }

  /// The flag `--help`, also `-h`.
  public static let help = request(
    "help", letter: "h", help: "Show help and stop.", section: "General options")
  /// The flag `--version`, also `-V`.
  public static let version = request(
    "version", letter: "V", help: "Show the version and stop.", section: "General options")

  /// The option as it is typed, `--db`.
  var spelling: String { "--" + name }
  /// Every way to type it, the long one first.
  var spellings: [String] { [spelling] + (letter.map { ["-\($0)"] } ?? []) }
}

/// A value that an option takes: what it is called in help, and which ones are good.
public struct ValueSpec: Sendable, Hashable {
  /// Its name in help, in capitals by custom.
  public var name: String
  /// Which values are good.
  public var kind: ValueKind

  /// A value of this name and kind.
  public init(_ name: String, _ kind: ValueKind) {
    self.name = name
    self.kind = kind
  }
}

/// Which values an option or argument takes, and so how it is checked and completed.
public enum ValueKind: Sendable, Hashable {
  /// Any text.
  case text
  /// A whole number that is not below `minimum`.
  case integer(minimum: Int)
  /// The path of a file; only completion makes a difference to text.
  case file
  /// The path of a folder; only completion makes a difference to text.
  case folder
  /// One of these words.
  case choice([String])
  /// Some of these words, separated by commas.
  case choices([String])
  /// Any text, for which the program knows good ones: a command of these words, called with the beginning of a text,
  /// writes them, one a line.
  case lookup([String])

  /// The words to choose from; none where the kind has no fixed ones.
  public var words: [String] {
    switch self {
    case .choice(let words), .choices(let words): words
    case .text, .integer, .file, .folder, .lookup: []
    }
  }
}

/// Something that a command takes by position.
public struct ArgumentSpec: Sendable, Hashable {
  /// How many of it a command takes.
  public enum Count: Sendable, Hashable {
    /// Exactly one.
    case one
    /// One or none.
    case optional
    /// Any number, none included.
    case any
    /// One or more.
    case some
  }

  /// Its name in help, in capitals by custom.
  public var name: String
  /// How many of it.
  public var count: Count
  /// Which ones are good.
  public var kind: ValueKind
  /// What it is, in a sentence or two.
  public var help: String

  /// An argument by position; only the last of a command may be `any` or `some`.
  public init(_ name: String, _ count: Count = .one, _ kind: ValueKind = .text, help: String) {
    self.name = name
    self.count = count
    self.kind = kind
    self.help = help
  }

  /// How it stands in a usage line, `[NAME...]`.
  var usage: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name)...]"
    case .some: "\(name)..."
    }
  }
}
