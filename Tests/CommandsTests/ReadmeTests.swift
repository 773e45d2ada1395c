import Foundation
import Testing

struct ReadmeTests {
  @Test func theSessionsOfTheReadmeRunAsWritten() throws {
    let readme = try String(contentsOf: Tool.root.appendingPathComponent("README.md"), encoding: .utf8)
    let tool = try Tool()
    var blocks = 0
    for block in readme.components(separatedBy: "```console\n").dropFirst() {
      let body = block.components(separatedBy: "```")[0]
      var written = ""
      for line in body.split(separator: "\n") where line.hasPrefix("$ ") {
        let script = line.dropFirst(2) + " 2>&1"
        written +=
          "\(line)\n" + (try tool.run(executable: "/bin/sh", ["-c", String(script)], input: Data()).output)
      }
      #expect(written == body)
      blocks += 1
    }
    #expect(blocks == 3)
  }

  @Test func theReadmeIsShort() throws {
    let readme = try String(contentsOf: Tool.root.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count < 180)
  }

  @Test func everyCommandStandsInTheReadme() throws {
    let readme = try String(contentsOf: Tool.root.appendingPathComponent("README.md"), encoding: .utf8)
    for command in SnapshotTests.commands.compactMap(\.first) where command != "help" {
      #expect(readme.contains("`\(command)"), "\(command)")
    }
  }
}
