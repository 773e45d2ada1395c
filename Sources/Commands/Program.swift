import Arguments
import Glibc
import Rendering

/// The program: its declaration, and the way from words on a command line to an exit code.
public enum Program {
  /// The version of the program.
  public static let version = "0.1.0"

  /// Runs the program with the words after its name; returns the exit code.
  public static func run(_ words: [String]) -> Int32 {
    FileOutput.ignoreClosedPipes()
    // A file that may not grow is then told like a full disk, and what is stored stays whole.
    signal(SIGXFSZ, SIG_IGN)
    let output = Output(FileOutput.standardOutput())
    let errors = Output(FileOutput.standardError())
    let code = answer(words, output, errors)
    output.flush()
    if let failure = output.failure {
      errors.write("sanctions: \(failure)\n")
      errors.flush()
      return ExitCode.fileTrouble.rawValue
    }
    errors.flush()
    return code.rawValue
  }

  static let spec = CommandSpec(
    "sanctions", "Read posts about sanctions and answer who was hit by whom, when, and in which words.",
    discussion: ["It is no legal advice: the official list decides."],
    options: [.help, .version],
    subcommands: commands.map(\.spec),
    sections: [
      HelpSection(
        "Exit codes",
        [
          .init("0", "Found or done."), .init("1", "Nothing found, or an unknown name."),
          .init("2", "Wrong usage, or an ambiguous name."),
          .init("3", "Bad input data, or findings of a check."),
          .init("4", "Trouble with a file or database."),
        ])
    ])

  private typealias Command = (spec: CommandSpec, run: @Sendable (Session) throws(Failure) -> ExitCode)

  private static let commands: [Command] = [
    (IngestCommand.spec, IngestCommand.run),
    (QueryCommand.spec, QueryCommand.run),
    (EntityCommand.spec, EntityCommand.run),
    (PostsCommand.spec, PostsCommand.run),
    (TimelineCommand.spec, TimelineCommand.run),
    (ListingCommands.related, ListingCommands.listRelated),
    (PathCommand.spec, PathCommand.run),
    (ListingCommands.entities, ListingCommands.listEntities),
    (ListingCommands.authorities, ListingCommands.listAuthorities),
    (StatementCommands.sql, StatementCommands.runSQL),
    (ExportCommand.spec, ExportCommand.run),
    (ReportCommand.spec, ReportCommand.run),
    (ServeCommand.spec, ServeCommand.run),
    (RemoveCommand.spec, RemoveCommand.run),
    (StatementCommands.verify, StatementCommands.runVerify),
    (ExtractCommand.spec, ExtractCommand.run),
    (ExplainCommand.spec, ExplainCommand.run),
    (ImportCommand.spec, ImportCommand.run),
    (DiffCommand.spec, DiffCommand.run),
    (CheckCommand.spec, CheckCommand.run),
    (ReviewCommand.spec, ReviewCommand.run),
    (ScreenCommand.spec, ScreenCommand.run),
    (CompareCommand.spec, CompareCommand.run),
    (EvaluateCommand.spec, EvaluateCommand.run),
    (DataCheckCommand.spec, DataCheckCommand.run),
    (HelpCommands.completions, HelpCommands.writeCompletions),
    (HelpCommands.complete, HelpCommands.writeNames),
    (HelpCommands.manual, HelpCommands.writeManual),
    (HelpCommands.help, HelpCommands.showHelp),
  ]

  private static func answer(_ words: [String], _ output: Output, _ errors: Output) -> ExitCode {
    let parsed: ParsedArguments
    do {
      parsed = try spec.parse(words)
    } catch {
      errors.write("sanctions: \(escapedForTerminal(error.description))\n\(error.hint)\n")
      return .wrongUsage
    }
    if parsed.flag("version") {
      output.write("sanctions \(version)\n")
      return .done
    }
    if parsed.flag("help") {
      output.write(spec.helpText(for: parsed.command) ?? "")
      return .done
    }
    guard let command = commands.first(where: { $0.spec.name == parsed.command.first }) else {
      return .wrongUsage
    }
    do {
      return try command.run(Session(arguments: parsed, output: output, errors: errors))
    } catch {
      output.flush()
      for line in error.lines { errors.write(escapedForTerminal(line) + "\n") }
      return error.code
    }
  }
}
