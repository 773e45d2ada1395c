import Glibc

/// What is known about the terminal that output goes to.
public struct TerminalSettings: Sendable, Hashable {
  /// Whether output goes to a terminal at all.
  public var isTerminal: Bool
  /// How many columns it has; nil where there is no terminal or it does not tell.
  public var width: Int?
  /// Whether it is to show colours and bold letters.
  public var usesColour: Bool

  /// Settings; by default those of output that goes to no terminal.
  public init(isTerminal: Bool = false, width: Int? = nil, usesColour: Bool = false) {
    self.isTerminal = isTerminal
    self.width = width
    self.usesColour = usesColour
  }

  /// The settings of a file descriptor: `COLUMNS`, else what the terminal says; no colour with `NO_COLOR` or `TERM=dumb`.
  ///
  /// Where the descriptor is no terminal, `COLUMNS` does not count: what goes into a pipe or a file is never cut.
  public static func detected(
    descriptor: Int32 = 1, environment: (String) -> String? = processEnvironment
  ) -> TerminalSettings {
    detected(
      isTerminal: isatty(descriptor) == 1, widthOfTerminal: width(of: descriptor), environment: environment)
  }

  /// The settings that follow from what the system and the environment say.
  static func detected(
    isTerminal: Bool, widthOfTerminal: Int?, environment: (String) -> String?
  ) -> TerminalSettings {
    guard isTerminal else { return TerminalSettings() }
    let asked = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let refusesColour = !(environment("NO_COLOR") ?? "").isEmpty || environment("TERM") == "dumb"
    return TerminalSettings(isTerminal: true, width: asked ?? widthOfTerminal, usesColour: !refusesColour)
  }

  /// The value of a variable in the environment of the process.
  public static func processEnvironment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
