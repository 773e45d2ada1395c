extension CommandSpec {
  /// The help of the command at a path of names, at most 80 columns wide; nil where there is no such command.
  public func helpText(for path: some Sequence<String> = []) -> String? {
    guard let lineage = commands(along: path), let command = lineage.last else { return nil }
    var blocks = [usageBlock(lineage), command.summary]
    blocks += command.discussion.map { wrapped($0, width: helpWidth).joined(separator: "\n") }
    let tables = command.tables(inherited: lineage.dropLast().reversed().flatMap(\.options))
    let short = tables.flatMap { $0.rows.map(\.term.count) }.filter { $0 <= termWidth }
    let column = 2 + (short.max() ?? termWidth) + 2
    blocks += tables.map { block($0.title, $0.rows, column: column) }
    if !command.examples.isEmpty {
      let lines = command.examples.map { example in
        wrapped(example.purpose, width: helpWidth - 4).map { "  # \($0)\n" }.joined() + "  \(example.line)"
      }
      blocks.append("Examples:\n" + lines.joined(separator: "\n\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The lists of a command's help: commands by group, arguments, options by section, further sections.
  func tables(inherited: [OptionSpec]) -> [(title: String, rows: [(term: String, meaning: String)])] {
    var tables: [(title: String, rows: [(term: String, meaning: String)])] = []
    func add(_ row: (String, String), to title: String) {
      if let index = tables.firstIndex(where: { $0.title == title }) {
        tables[index].rows.append(row)
      } else {
        tables.append((title, [row]))
      }
    }
    for command in subcommands { add((command.name, command.summary), to: command.group) }
    for argument in arguments {
      add((argument.usageName, argument.help + argument.kind.wordsNote), to: "Arguments")
    }
    // What is special to the command comes before what it shares with those above it.
    let shared = Set(inherited.map(\.section))
    let special = options.filter { !shared.contains($0.section) }
    for option in special + options.filter({ shared.contains($0.section) }) + inherited {
      add((option.usage, option.explanation), to: option.section)
    }
    for section in sections {
      for row in section.rows { add((row.term, row.meaning), to: section.title) }
    }
    return tables
  }

  /// What may follow the name of the command: `[options] [NAME...]`.
  func usage(inherited: [OptionSpec]) -> String {
    var parts: [String] = []
    if !options.isEmpty || !inherited.isEmpty { parts.append("[options]") }
    if !subcommands.isEmpty { parts.append("COMMAND") }
    return (parts + arguments.map(\.usage)).joined(separator: " ")
  }
}

extension OptionSpec {
  /// How it stands in help: `-h, --help` or `--db FILE`.
  var usage: String {
    (letter.map { "-\($0), " } ?? "") + spelling + (value.map { " " + $0.name } ?? "")
  }

  /// Its help with what may be chosen, whether it repeats and what holds without it.
  var explanation: String {
    var text = help + (value?.kind.wordsNote ?? "")
    if isRepeatable { text += " May be repeated." }
    if let defaultText { text += " Default: \(defaultText)." }
    return text
  }
}

extension ArgumentSpec {
  fileprivate var usageName: String { count == .any || count == .some ? name + "..." : name }
}

extension ValueKind {
  fileprivate var wordsNote: String {
    switch self {
    case .choice(let words): " One of: " + words.joined(separator: ", ") + "."
    case .choices(let words): " Separated by commas, of: " + words.joined(separator: ", ") + "."
    case .text, .integer, .file, .folder, .lookup: ""
    }
  }
}

private let helpWidth = 80
/// The widest term that shares its line with its meaning.
private let termWidth = 22

private func usageBlock(_ lineage: [CommandSpec]) -> String {
  let inherited = lineage.dropLast().flatMap(\.options)
  let start = "Usage: " + lineage.map(\.name).joined(separator: " ")
  let rest = lineage.last?.usage(inherited: inherited) ?? ""
  return rest.isEmpty ? start : start + " " + rest
}

private func block(_ title: String, _ rows: [(term: String, meaning: String)], column: Int) -> String {
  var lines = [title + ":"]
  for row in rows {
    var meaning = wrapped(row.meaning, width: helpWidth - column)
    var first = "  " + row.term
    if row.term.count <= termWidth, !meaning.isEmpty {
      first += String(repeating: " ", count: column - first.count) + meaning.removeFirst()
    }
    lines.append(first)
    lines += meaning.map { String(repeating: " ", count: column) + $0 }
  }
  return lines.joined(separator: "\n")
}

/// The lines of a text, each as long as `width` allows; a longer word has a line of its own.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
