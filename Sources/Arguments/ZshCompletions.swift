/// A zsh function for each command, which hands the rest of the words to the one below.
func zshCompletions(of program: CommandSpec) -> String {
  let functions = program.lineages().map(function)
  return """
    #compdef \(program.name)
    # Completions of \(program.name) for zsh.

    \(functions.joined(separator: "\n\n"))

    if [[ $funcstack[1] == \(functionName([program])) ]]; then
      \(functionName([program])) "$@"
    else
      compdef \(functionName([program])) \(program.name)
    fi

    """
}

private func functionName(_ lineage: [CommandSpec]) -> String {
  "_" + lineage.map(\.name).joined(separator: "_").map { $0 == "-" ? "_" : String($0) }.joined()
}

private func function(_ lineage: [CommandSpec]) -> String {
  guard let command = lineage.last else { return "" }
  var specs = lineage.reversed().flatMap(\.options).flatMap(optionSpecs)
  let deeper = command.subcommands
  if deeper.isEmpty {
    for (index, argument) in command.arguments.enumerated() {
      let place = argument.count == .any || argument.count == .some ? "*" : "\(index + 1)"
      let mark = argument.count == .optional ? "::" : ":"
      specs.append(quoted("\(place)\(mark)\(escaped(argument.name)):\(action(argument.kind))", for: .zsh))
    }
  } else {
    specs += [quoted("1:command:->command", for: .zsh), quoted("*::argument:->argument", for: .zsh)]
  }
  var lines = ["\(functionName(lineage))() {"]
  if !deeper.isEmpty {
    lines.append("  local curcontext=\"$curcontext\" state state_descr line\n  typeset -A opt_args")
  }
  lines.append(
    "  _arguments \(deeper.isEmpty ? "" : "-C ")-s -S \\\n    " + specs.joined(separator: " \\\n    "))
  if !deeper.isEmpty {
    let rows = deeper.map { "        " + quoted("\($0.name):\(escaped($0.summary))", for: .zsh) }
    let calls = deeper.map { "        \($0.name)) \(functionName(lineage + [$0])) ;;" }
    lines.append(
      """
        case $state in
          command)
            local -a commands=(
      \(rows.joined(separator: "\n"))
            )
            _describe -t commands command commands
            ;;
          argument)
            case $line[1] in
      \(calls.joined(separator: "\n"))
            esac
            ;;
        esac
      """)
  }
  return (lines + ["}"]).joined(separator: "\n")
}

/// The specifications of an option for `_arguments`, one for each spelling.
private func optionSpecs(_ option: OptionSpec) -> [String] {
  let excluded = option.isRepeatable ? "*" : "(\(option.spellings.joined(separator: " ")))"
  let text = "[\(escaped(firstSentence(option.help)))]"
  return option.spellings.map { spelling in
    guard let value = option.value else { return quoted(excluded + spelling + text, for: .zsh) }
    let name = spelling.hasPrefix("--") ? spelling + "=" : spelling + "+"
    return quoted("\(excluded)\(name)\(text):\(escaped(value.name)):\(action(value.kind))", for: .zsh)
  }
}

private func action(_ kind: ValueKind) -> String {
  switch kind {
  case .text, .integer: ""
  case .file: "_files"
  case .folder: "_files -/"
  case .lookup(let words):
    "{local -a names; names=(${(f)\"$(\(words.joined(separator: " ")) -- ${(Q)PREFIX} 2>/dev/null)\"}); compadd -U -a names}"
  case .choice(let words): "(\(words.joined(separator: " ")))"
  case .choices(let words): "_sequence compadd - \(words.joined(separator: " "))"
  }
}

/// A text that `_arguments` and `_describe` take as it is.
private func escaped(_ text: String) -> String {
  text.map { [":", "[", "]", "\\"].contains($0) ? "\\\($0)" : String($0) }.joined()
}
