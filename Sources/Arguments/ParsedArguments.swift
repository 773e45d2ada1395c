/// What was asked on a command line, checked against its declaration.
public struct ParsedArguments: Sendable, Hashable {
  /// The names of the commands called, without the program's own: `["data", "check"]`.
  public internal(set) var command: [String] = []
  /// What was given by position, in order; `-` stands for standard input.
  public internal(set) var positionals: [String] = []
  private var given: [String: [String]] = [:]

  /// Whether a flag was given.
  public func flag(_ option: String) -> Bool { given[option] != nil }

  /// The value of an option that is given at most once; nil where it was not given.
  public func value(_ option: String) -> String? { given[option]?.first }

  /// The whole number given to an option of kind `integer`; nil where it was not given.
  public func integer(_ option: String) -> Int? { value(option).flatMap { Int($0) } }

  /// The values of an option that may be repeated, in order; none where it was not given.
  ///
  /// Of an option of kind `choices` these are the words between the commas.
  public func values(for option: String) -> [String] { given[option] ?? [] }

  mutating func add(_ values: [String], to option: String) { given[option, default: []] += values }
}
