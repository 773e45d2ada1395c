import Arguments
import Graph
import Model
import Rendering

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

  /// What names can be looked up.
  enum Lookup: String, CaseIterable {
    case entity, authority, instrument, post, list

    /// Any text, with these offered by shells.
    var kind: ValueKind { .lookup(["sanctions", "complete", rawValue]) }
  }

  static let complete = CommandSpec(
    "complete", "Write names of the database that begin so, one a line.",
    discussion: [
      "Shells call it to complete what is typed, from the database of SANCTIONS_DB or of this folder. Case and marks "
        + "do not count."
    ], group: "About",
    arguments: [
      ArgumentSpec("WHAT", .one, .choice(Lookup.allCases.map(\.rawValue)), help: "What is to be named."),
      ArgumentSpec("BEGINNING", .optional, help: "How the name begins."),
    ],
    options: [Database.option],
    examples: [CommandExample("sanctions complete entity 'air k'", "Entities called Air K….")])

  /// How many names are offered; more help nobody.
  private static let mostNames = 200

  static func writeNames(_ session: Session) throws(Failure) -> ExitCode {
    let words = session.arguments.positionals
    guard let what = words.first.flatMap(Lookup.init(rawValue:)) else { return .wrongUsage }
    let graph = try Database.reading(session)
    let names = try attempt {
      switch what {
      case .entity: try graph.allNames()
      case .authority: try graph.authorities().rows.map { $0[1].first }
      case .instrument: try graph.entities([.resolution, .law, .agreement]).rows.map { $0[2].first }
      case .post: try graph.allPosts()
      case .list: Array(Set(try graph.listSnapshots().map(\.list)))
      }
    }
    let beginning = (words.count > 1 ? words[1] : "").folded
    let fitting = Set(names.filter { $0.folded.hasPrefix(beginning) }).sorted().prefix(mostNames)
    for name in fitting { session.output.write(escapedForTerminal(name) + "\n") }
    return fitting.isEmpty ? .nothingFound : .done
  }

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
