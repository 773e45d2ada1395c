/// A shell that completes what is typed.
public enum Shell: String, Sendable, Hashable, CaseIterable {
  /// GNU Bash.
  case bash
  /// Z shell.
  case zsh
  /// Friendly interactive shell.
  case fish

  /// A script that completes the commands, options, words to choose and file names of a program.
  public func completions(of program: CommandSpec) -> String {
    switch self {
    case .bash: bashCompletions(of: program)
    case .zsh: zshCompletions(of: program)
    case .fish: fishCompletions(of: program)
    }
  }
}

extension CommandSpec {
  /// Each spelling of the options of the tree that take a value, once, in order of declaration.
  var spellingsWithValue: [String] {
    var seen: Set<String> = []
    return lineages().flatMap { $0.last?.options ?? [] }.filter { $0.value != nil }.flatMap(\.spellings)
      .filter { seen.insert($0).inserted }
  }
}

/// A text as one word of bash, zsh or fish.
func quoted(_ text: String, for shell: Shell) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'": result += shell == .fish ? "\\'" : "'\\''"
    case "\\" where shell == .fish: result += "\\\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}

/// The first sentence of a help text, without its period: what fits beside a completion.
func firstSentence(_ text: String) -> String {
  var result = ""
  for word in text.split(separator: " ") {
    result += (result.isEmpty ? "" : " ") + word
    if word.hasSuffix(".") { break }
  }
  if result.hasSuffix(".") { result.removeLast() }
  return result
}
