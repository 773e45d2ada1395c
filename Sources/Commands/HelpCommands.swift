import Arguments

/// `sanctions help` and `sanctions completions`.
enum HelpCommands {
  static let help = CommandSpec(
    "help", "Show help for a command.", group: "About",
    arguments: [ArgumentSpec("COMMAND", .any, help: "The command, such as query, or data check.")])

  static let completions = CommandSpec(
    "completions", "Write completions for a shell.", group: "About",
    arguments: [ArgumentSpec("SHELL", .one, .choice(Shell.allCases.map(\.rawValue)), help: "The shell.")],
    examples: [
      CommandExample("sanctions completions bash > sanctions.bash", "Write a file that bash can source.")
    ])

  static let manual = CommandSpec("manual", "Write the manual page, as man reads it.", group: "About")

  static func showHelp(_ session: Session) throws(Failure) -> ExitCode {
    guard let text = Program.spec.helpText(for: session.arguments.positionals) else {
      let name = session.arguments.positionals.joined(separator: " ")
      throw Failure(.wrongUsage, "sanctions: there is no command '\(name)'", "See 'sanctions help'.")
    }
    session.output.write(text)
    return .done
  }

  static func writeCompletions(_ session: Session) -> ExitCode {
    guard let shell = session.arguments.positionals.first.flatMap(Shell.init(rawValue:)) else {
      return .wrongUsage
    }
    session.output.write(shell.completions(of: Program.spec))
    return .done
  }

  static func writeManual(_ session: Session) -> ExitCode {
    session.output.write(Program.spec.manualPage(version: Program.version))
    return .done
  }
}
