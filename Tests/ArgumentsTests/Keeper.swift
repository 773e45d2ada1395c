import Arguments

/// A program of invented commands that uses every kind of declaration.
let keeper = CommandSpec(
  "keeper", "Keep a ledger of ships.",
  discussion: [
    "Ships, their owners and the ports that they have called at are kept in one file, which other programs may read at any time."
  ],
  options: [.help, .version],
  subcommands: [
    CommandSpec(
      "find", "Find ships by name.", group: "Ask",
      arguments: [ArgumentSpec("NAME", .any, help: "A name of a ship.")],
      options: [
        .value(
          "db", "FILE", .file, help: "The ledger.", defaultText: "keeper.db", section: "General options"),
        .value(
          "kind", "KIND", .choice(["tanker", "ferry", "tug"]), help: "Only ships of this kind.",
          repeatable: true,
          section: "Filters"),
        .value("limit", "N", .integer(minimum: 0), letter: "n", help: "At most so many."),
        .value("columns", "LIST", .choices(["name", "owner", "port"]), help: "What to show."),
        .flag("exact", letter: "e", help: "Only the very name. Case counts too."),
        .flag("all", letter: "a", help: "Sunk ships too."),
      ],
      examples: [CommandExample("keeper find \"Harad Star\" --kind ferry", "The ferries of one name.")]),
    CommandSpec(
      "path", "Show how two ships are linked.", group: "Ask",
      arguments: [
        ArgumentSpec("FROM", help: "The first."), ArgumentSpec("TO", .optional, help: "The second."),
      ]),
    CommandSpec(
      "data", "Look after the data.", group: "Keep",
      subcommands: [
        CommandSpec(
          "check", "Check files.",
          arguments: [ArgumentSpec("FILE", .some, .file, help: "A file, or - for input.")])
      ]),
    CommandSpec(
      "completions", "Print a shell's completions.", group: "Keep",
      arguments: [ArgumentSpec("SHELL", .one, .choice(["bash", "zsh", "fish"]), help: "The shell.")]),
  ],
  sections: [HelpSection("Exit codes", [.init("0", "Found."), .init("1", "Nothing found.")])])

/// The error that a command line ends in; nil where it is good.
func usageError(_ words: String...) -> UsageError? {
  do throws(UsageError) {
    _ = try keeper.parse(words)
    return nil
  } catch {
    return error
  }
}
