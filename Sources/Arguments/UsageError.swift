/// A command line that its declaration does not allow.
public struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// No option of the command is called so.
    case unknownOption(String, suggestion: String?)
    /// An option stands before the command that has it.
    case misplacedOption(String, command: String)
    /// No command is called so.
    case unknownCommand(String, suggestion: String?)
    /// None of these commands is called.
    case missingCommand([String])
    /// An option stands without the value that it takes.
    case missingValue(option: String, name: String)
    /// A flag was given a value.
    case unexpectedValue(option: String)
    /// An option that is given once was given again.
    case repeatedOption(String)
    /// A value is none of the words to choose from.
    case invalidChoice(String, of: String, words: [String], suggestion: String?)
    /// A value is no whole number, or one that is too low.
    case invalidInteger(String, of: String, minimum: Int)
    /// Something that the command takes by position is missing.
    case missingArgument(String)
    /// There is more than the command takes by position.
    case extraArgument(String)
  }

  /// What is wrong.
  public var reason: Reason
  /// The names of the program and the commands called up to there.
  public var command: [String]
  /// Which argument is at fault, from 0; the number of arguments where one is missing at the end.
  public var index: Int

  /// A line that tells where help is.
  public var hint: String { "See '\(command.joined(separator: " ")) --help'." }

  /// What is wrong, in one line; it repeats what was typed, so escape it before it is shown.
  public var description: String {
    switch reason {
    case .unknownOption(let option, let suggestion):
      "unknown option '\(option)'" + Self.asking(suggestion)
    case .misplacedOption(let option, let command):
      "option '\(option)' stands after its command, as in '\(command) \(option)'"
    case .unknownCommand(let name, let suggestion):
      "unknown command '\(name)'" + Self.asking(suggestion)
    case .missingCommand(let names):
      "'\(command.joined(separator: " "))' needs a command: \(names.joined(separator: ", "))"
    case .missingValue(let option, let name): "option '\(option)' needs a value: \(option) \(name)"
    case .unexpectedValue(let option): "option '\(option)' takes no value"
    case .repeatedOption(let option): "option '\(option)' is given more than once"
    case .invalidChoice(let value, let owner, let words, let suggestion):
      "'\(value)' is no value of \(owner)\(Self.asking(suggestion)) (one of: \(words.joined(separator: ", ")))"
    case .invalidInteger(let value, let owner, let minimum):
      "'\(value)' is no value of \(owner): a whole number from \(minimum) is needed"
    case .missingArgument(let name): "\(name) is missing"
    case .extraArgument(let value): "unexpected argument '\(value)'"
    }
  }

  private static func asking(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? ""
  }
}
