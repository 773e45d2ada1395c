import Foundation
import Testing

/// Lists that are broken or mean harm: one clear line, the documented exit code, and the database as it was.
@Suite("Hostile lists")
struct HostileListTests {
  private static let head =
    "<sdnList xmlns=\"http://tempuri.org/sdnList.xsd\"><sdnEntry><uid>1</uid><lastName>"
  private static let tail = "</lastName></sdnEntry></sdnList>"

  /// A document type whose entities unfold to a thousand million words.
  private static let laughs =
    "<!DOCTYPE x [<!ENTITY a \"ha\">"
    + zip("bcdefghij", "abcdefghi").map { "<!ENTITY \($0) \"\(String(repeating: "&\($1);", count: 10))\">" }
    .joined() + "]>"

  static let files: [(name: String, text: String)] = [
    ("laughs.xml", laughs + head + "&j;" + tail),
    ("outside.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + head + "&a;" + tail),
    ("long.xml", head + String(repeating: "A", count: 20 << 20) + tail),
    ("cut.xml", head + "Arnor Trust Bank"),
    ("quotes.csv", "1,\"Arnor Trust Bank,-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\n"),
    (
      "deep.json",
      "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":" + String(repeating: "[", count: 10_000)
    ),
    ("void.csv", ""),
  ]

  @Test(arguments: files.map(\.name)) func areRefusedInOneLine(name: String) throws {
    let tool = try ListFiles.imported()
    let text = try #require(HostileListTests.files.first { $0.name == name }?.text)
    try ListFiles.write(text, name, tool)
    let before = try Data(contentsOf: tool.file("sanctions.db"))
    let format = name.hasSuffix(".json") ? ["--format", "ftm"] : []
    let result = try tool.run(["import", "--list", "shire", "--snapshot", "2024-05-01"] + format + [name])
    #expect(result.code == 3)
    let lines = SeedPosts.split(result.errors)
    #expect(lines.count == 1 && lines.first?.hasPrefix(name + ":") == true, "\(result.errors)")
    #expect(try Data(contentsOf: tool.file("sanctions.db")) == before)
  }
}
