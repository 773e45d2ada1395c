import Foundation
import Testing

/// Names of the database in the completions of each shell, as people type them.
struct NameCompletionTests {
  let tool: Tool

  init() throws { tool = try Tool.withSeeds() }

  /// What a shell says to a script that follows its completions; nil where the machine has no such shell.
  func answer(_ shell: String, _ script: String) throws -> String? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/" + shell) else { return nil }
    try Data(tool.run(["completions", shell]).output.utf8).write(to: tool.file("completions"))
    try Data(script.utf8).write(to: tool.file("script"))
    let result = try tool.run(executable: "/usr/bin/" + shell, [tool.file("script").path], input: Data())
    return result.output + result.errors
  }

  @Test func bashOffersNamesAsTheyMustBeTyped() throws {
    let script = """
      source ./completions
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sanctions; printf '%s\\n' "${COMPREPLY[@]}"; }
      try sanctions query 'Air\\ K'
      try sanctions query --authority '"so'
      try sanctions entity '$(touch pwned)'
      """
    guard let text = try answer("bash", script) else { return }
    #expect(text == "Air\\ Koryo\nAir\\ Koryo\\ Group\nSouth Korea\n\n")
    #expect(!FileManager.default.fileExists(atPath: tool.file("pwned").path))
  }

  @Test func fishOffersNames() throws {
    let script = """
      source ./completions
      complete -C 'sanctions query Air\\ K'
      complete -C 'sanctions diff x'
      complete -C 'sanctions query --authority Sou'
      """
    guard let text = try answer("fish", script) else { return }
    #expect(text.hasPrefix("Air Koryo\nAir Koryo Group\n") && text.contains("South Korea"), "\(text)")
  }

  @Test func zshOffersNames() throws {
    // What compadd is given is told, since a terminal would be needed to see it.
    let script = """
      compdef() { }; _arguments() { print -r -- "$@"; }
      source ./completions
      PREFIX='Air\\ K'
      compadd() { local -a list; list=("${(@P)${@[-1]}}"); print -rl -- $list; }
      eval "${$(_sanctions_query)##*NAME:}"
      """
    guard let text = try answer("zsh", script) else { return }
    #expect(text.contains("Air Koryo\nAir Koryo Group\n"), "\(text)")
  }

  @Test(arguments: [
    (["entity", "AIR K"], "Air Koryo\nAir Koryo Group\n"), (["authority", "sou"], "South Korea\n"),
    (["instrument", "unscr 23"], "UNSCR 2321\n"), (["list", ""], ""), (["entity", "nobody"], ""),
  ])
  func namesAreFoundByTheirBeginning(words: [String], names: String) throws {
    let result = try tool.run(["complete"] + words)
    #expect(result.output == names && result.code == (names.isEmpty ? 1 : 0))
  }

  @Test func withoutADatabaseNothingIsOfferedAndNoneIsMade() throws {
    let bare = try Tool()
    let result = try bare.run(["complete", "entity", "a"])
    #expect(result.output.isEmpty && result.code == 4)
    #expect(!FileManager.default.fileExists(atPath: bare.file("sanctions.db").path))
  }
}
