import Arguments
import Foundation
import Testing

struct CompletionTests {
  /// What a program prints, fed with a script on standard input; nil where the machine has no such program.
  func output(of program: String, _ arguments: [String] = [], reading script: String) throws -> (
    Int32, String
  )? {
    guard
      let path = ["/usr/bin/", "/bin/"].map({ $0 + program }).first(where: FileManager.default.fileExists)
    else { return nil }
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(arguments: Shell.allCases) func aShellReadsItsCompletions(shell: Shell) throws {
    let script = shell.completions(of: keeper)
    guard let (status, text) = try output(of: shell.rawValue, ["-n"], reading: script) else { return }
    #expect(status == 0 && text.isEmpty, "\(text)")
  }

  @Test(arguments: [
    (["f"], "find"),
    ([""], "find path data completions"),
    (["data", ""], "check"),
    (["find", "--ki"], "--kind"),
    (["find", "--kind", "t"], "tanker tug"),
    (["find", "--kind", "=", "fe"], "ferry"),
    (["find", "--kind", "="], "tanker ferry tug"),
    (["find", "--columns", "name,p"], "name,port"),
    (["find", "--db", "find", "--ex"], "--exact"),
    (["completions", "z"], "zsh"),
    (["path", "-"], "--help -h --version -V"),
    (["find", "Harad"], ""),
  ])
  func bashOffersWhatMayFollow(words: [String], offered: String) throws {
    let typed = (["keeper"] + words).map { "'\($0)'" }.joined(separator: " ")
    let script =
      Shell.bash.completions(of: keeper)
      + "\nCOMP_WORDS=(\(typed)); COMP_CWORD=\(words.count); _keeper; echo \"${COMPREPLY[*]}\"\n"
    guard let (status, text) = try output(of: "bash", reading: script) else { return }
    #expect(status == 0 && text == offered + "\n")
  }

  @Test func zshAndFishNameEveryCommandAndOption() {
    for shell in [Shell.zsh, .fish] {
      let script = shell.completions(of: keeper)
      for word in ["find", "path", "check", "completions", "limit", "columns", "tanker"] {
        #expect(script.contains(word))
      }
    }
    #expect(Shell.fish.completions(of: keeper).contains("Print a shell\\'s completions."))
    #expect(Shell.zsh.completions(of: keeper).contains("Print a shell'\\''s completions."))
  }

  @Test func theManualIsSoundRoff() throws {
    let page = keeper.manualPage(version: "1.0")
    #expect(
      page.hasPrefix(
        ".TH \"KEEPER\" \"1\" \"\" \"keeper 1.0\" \"\"\n.SH \"NAME\"\nkeeper \\- keep a ledger of ships\n"))
    guard let (status, text) = try output(of: "groff", ["-man", "-Tascii", "-ww", "-P-c"], reading: page)
    else { return }
    #expect(status == 0)
    #expect(!text.contains("warning") && !text.contains("error"))
    // Bold is a letter, a backspace and the letter again.
    var plain = ""
    for letter in text {
      if letter == "\u{8}" { plain.removeLast() } else { plain.append(letter) }
    }
    for words in [
      "keeper data check [options] FILE...", "--kind KIND", "The ferries of one name.", "\"Harad Star\"",
    ] {
      #expect(plain.contains(words))
    }
  }
}
