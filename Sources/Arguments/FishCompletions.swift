/// Lines for fish, each bound to the command at which it holds.
func fishCompletions(of program: CommandSpec) -> String {
  let at = "__" + program.name.map { $0 == "-" ? "_" : String($0) }.joined() + "_at"
  let paths = program.lineages().map { $0.dropFirst().map(\.name).joined(separator: " ") }.filter {
    !$0.isEmpty
  }
  let withValue = program.spellingsWithValue
  var lines: [String] = []
  for lineage in program.lineages() {
    guard let command = lineage.last else { continue }
    let path = lineage.dropFirst().map(\.name).joined(separator: " ")
    let start = "complete -c \(program.name) -n \(quoted("\(at) \(quoted(path, for: .fish))", for: .fish))"
    for below in command.subcommands {
      lines.append("\(start) -f -a \(below.name) -d \(quoted(below.summary, for: .fish))")
    }
    if let kind = command.arguments.last?.kind { lines.append(start + argumentAction(kind)) }
    for option in lineage.reversed().flatMap(\.options) {
      let letter = option.letter.map { " -s \($0)" } ?? ""
      let action = option.value.map { optionAction($0.kind) } ?? ""
      let text = quoted(firstSentence(option.help), for: .fish)
      lines.append("\(start)\(letter) -l \(option.name)\(action) -d \(text)")
    }
  }
  let skipping =
    withValue.isEmpty
    ? "" : "            case \(withValue.joined(separator: " "))\n                set skip 1\n"
  return """
    # Completions of \(program.name) for fish.
    function \(at) --description 'Whether the words typed call this command'
        set -l words (commandline -opc)
        set -l path ''
        set -l skip 0
        for word in $words[2..-1]
            if test $skip = 1
                set skip 0
                continue
            end
            switch $word
    \(skipping)            case '-*'
                    continue
                case '*'
                    set -l longer (string trim -- "$path $word")
                    if contains -- $longer \(paths.map { quoted($0, for: .fish) }.joined(separator: " "))
                        set path $longer
                    end
            end
        end
        test "$path" = "$argv[1]"
    end
    complete -c \(program.name) -f
    \(lines.joined(separator: "\n"))

    """
}

private func argumentAction(_ kind: ValueKind) -> String {
  switch kind {
  case .file: " -F"
  case .folder: " -f -a '(__fish_complete_directories)'"
  case .choice(let words), .choices(let words): " -f -a \(quoted(words.joined(separator: " "), for: .fish))"
  case .lookup(let words): " -f -a \(quoted(lookup(words), for: .fish))"
  case .text, .integer: " -f"
  }
}

private func optionAction(_ kind: ValueKind) -> String {
  switch kind {
  case .file: " -r -F"
  case .folder: " -x -a '(__fish_complete_directories)'"
  case .choice(let words): " -x -a \(quoted(words.joined(separator: " "), for: .fish))"
  case .choices(let words):
    " -x -a \(quoted("(__fish_append , \(words.joined(separator: " ")))", for: .fish))"
  case .lookup(let words): " -x -a \(quoted(lookup(words), for: .fish))"
  case .text, .integer: " -x"
  }
}

/// A call for words that begin as the one that is typed.
private func lookup(_ words: [String]) -> String {
  "(\(words.joined(separator: " ")) -- (string unescape -- (commandline -ct)) 2>/dev/null)"
}
