import Arguments
import Graph
import Model

/// `sanctions diff`: what changed in a list between two days.
enum DiffCommand {
  static let spec = CommandSpec(
    "diff", "Show what changed in a list between two days.",
    discussion: [
      "Compares the newest snapshots up to each day: a row for each entry that came or went and for each field that "
        + "changed. Standard error tells how many came, went and are in both."
    ],
    group: "Screen names",
    arguments: [
      ArgumentSpec(
        "LIST", .one, HelpCommands.Lookup.list.kind, help: "The name of the list, such as ofac-sdn."),
      ArgumentSpec("FROM", help: "The first day, YYYY-MM-DD or YYYY-MM."),
      ArgumentSpec("TO", help: "The second day."),
    ],
    options: [Database.option] + RowOptions.options(columns: ListDiff.columns),
    examples: [CommandExample("sanctions diff ofac-sdn 2015-01 2024-01", "Nine years of one list.")])

  static func run(_ session: Session) throws(Failure) -> ExitCode {
    let graph = try Database.reading(session)
    let words = session.arguments.positionals
    for day in words.dropFirst() where EDTF(day) == nil {
      throw Failure(.wrongUsage, "sanctions: '\(day)' is no date: expected YYYY-MM-DD or YYYY-MM")
    }
    let stored = try attempt { try graph.listSnapshots() }
    let snapshots = stored.filter { $0.list == words[0] }
    guard !snapshots.isEmpty else {
      let lists = Set(stored.map(\.list)).sorted().joined(separator: ", ")
      let known = lists.isEmpty ? "no list was imported" : "there are \(lists)"
      throw Failure(.nothingFound, "sanctions: there is no list '\(words[0])'; \(known)")
    }
    guard let diff = try attempt({ try graph.diff(list: words[0], from: words[1], to: words[2]) }) else {
      throw Failure(
        .nothingFound,
        "sanctions: \(words[0]) has no snapshot up to \(min(words[1], words[2])); the first is of \(snapshots[0].date)"
      )
    }
    let code = try RowOptions.write(diff.table, narrow: ["change", "entry", "name", "field", "now"], session)
    session.say(
      "\(words[0]) from \(diff.from) to \(diff.to): \(diff.added) added, \(diff.removed) removed, \(diff.kept) in both"
    )
    return code == .nothingFound ? .done : code
  }
}
