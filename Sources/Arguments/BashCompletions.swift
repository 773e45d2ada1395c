/// A bash function that walks the words typed so far to the command, then offers what may come next.
func bashCompletions(of program: CommandSpec) -> String {
  let function = "_" + program.name.map { $0 == "-" ? "_" : String($0) }.joined()
  var paths: [String] = []
  var values: [String] = []
  var words: [String] = []
  for lineage in program.lineages() {
    guard let command = lineage.last else { continue }
    let path = lineage.dropFirst().map(\.name).joined(separator: " ")
    for name in command.subcommands.map(\.name) {
      paths.append(quoted("\(path):\(name)", for: .bash))
    }
    let options = lineage.reversed().flatMap(\.options)
    for option in options {
      guard let value = option.value else { continue }
      let patterns = option.spellings.map { quoted("\(path):\($0)", for: .bash) }.joined(separator: " | ")
      values.append("    \(patterns)) \(reply(value.kind)) ;;")
    }
    let spellings = options.flatMap(\.spellings).joined(separator: " ")
    words.append("    \(quoted("\(path):-", for: .bash))) \(reply(.choice([spellings]))) ;;")
    let kind =
      command.subcommands.isEmpty ? command.arguments.last?.kind : .choice(command.subcommands.map(\.name))
    if let kind { words.append("    \(quoted("\(path):", for: .bash))) \(reply(kind)) ;;") }
  }
  let withValue = program.spellingsWithValue.joined(separator: " | ")
  let skipping = withValue.isEmpty ? [] : [#"      \#(withValue)) skip=1; option="$word"; continue ;;"#]
  let steps = paths.isEmpty ? "'')" : paths.joined(separator: " | ") + #") path="${path:+$path }$word""#
  return """
    # Completions of \(program.name) for bash.
    _\(program.name)_lookup() {
      # What was typed may have quotation marks or backslashes; it is never evaluated.
      local typed="${current//\\\\/}" name
      typed="${typed#[\\"\\']}"
      while IFS= read -r name; do
        if [[ $current == [\\"\\']* ]]; then COMPREPLY+=("$name"); else COMPREPLY+=("$(printf '%q' "$name")"); fi
      done < <(\(program.name) "$@" -- "$typed" 2>/dev/null)
    }
    \(function)() {
      local current="${COMP_WORDS[COMP_CWORD]}" option="" path="" word skip="" index kind=""
      for ((index = 1; index < COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        # Bash takes the sign in --name=value for a word of its own.
        if [[ $word == "=" ]]; then skip=1; continue; fi
        if [[ -n $skip ]]; then skip=""; option=""; continue; fi
        option=""
        case "$word" in
    \((skipping + ["      -*) continue ;;"]).joined(separator: "\n"))
        esac
        case "$path:$word" in
          \(steps) ;;
        esac
      done
      COMPREPLY=()
      if [[ $current == "=" ]]; then current=""; fi
      case "$path:$option" in
    \(values.joined(separator: "\n"))
      esac
      if [[ -n $option ]]; then return; fi
      if [[ $current == -* ]]; then kind="-"; fi
      case "$path:$kind" in
    \(words.joined(separator: "\n"))
      esac
    }
    complete -F \(function) \(program.name)

    """
}

/// The command that fills bash's reply with values of a kind.
private func reply(_ kind: ValueKind) -> String {
  switch kind {
  case .text, .integer: "return"
  case .file: #"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current"); return"#
  case .folder: #"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current"); return"#
  case .lookup(let words): "_\(words[0])_lookup \(words.dropFirst().joined(separator: " ")); return"
  case .choice(let words):
    "mapfile -t COMPREPLY < <(compgen -W \(quoted(words.joined(separator: " "), for: .bash)) -- \"$current\"); return"
  case .choices(let words):
    // Only the part after the last comma is completed.
    "mapfile -t COMPREPLY < <(compgen -P \"${current%\"${current##*,}\"}\" "
      + "-W \(quoted(words.joined(separator: " "), for: .bash)) -- \"${current##*,}\"); return"
  }
}
