import Diagnostics
import Evaluation
import Model
import Testing

/// Good and bad notation.
struct NotationTests {
  func findings(_ text: String) -> [String] {
    var findings: [Finding] = []
    let post = InlineNotation.read(text, file: "a.txt", findings: &findings)
    #expect((post == nil) == !findings.isEmpty)
    return findings.sorted().map(\.description)
  }

  @Test func aPostIsReadWithAnyLineEnds() throws {
    let text =
      "id: a\ntitle: T\nnote: new\n\n⟦X¦company=X⟧ ⟦bans¦restriction#1⟧\nmore\n\n---\n#1 status=actual\n"
    for ends in ["\n", "\r\n", "\r"] {
      var findings: [Finding] = []
      let file = "\u{FEFF}" + text.replacing("\n", with: ends)
      let post = InlineNotation.read(file, file: "a", findings: &findings)
      #expect(post?.post.document == "T\n\nX bans\nmore")
      #expect(post?.fields == ["note": "new"])
      #expect(post?.reading.claims.count == 1)
    }
  }

  @Test(arguments: [
    ("⟦X¦shop=X⟧", "a.txt:3:1: error: unknown kind 'shop'"),
    ("a ⟦X⟧", "a.txt:3:3: error: the mark '⟦X' has no '¦'"),
    ("a\né ⟦X¦company=X", "a.txt:4:4: error: the mark of 'X' is not closed"),
    ("x⟧", "a.txt:3:2: error: '⟧' outside"),
    ("⟦X¦company=X⟧ ⟦X¦bank=X⟧", "'X' is both company and bank"), ("⟦X¦time=2018-02-30⟧", "no EDTF date"),
    ("⟦X¦ban#1⟧", "unknown kind of event 'ban'"), ("⟦X¦what⟧", "'what' is no tag"),
    ("⟦X¦relief#1⟧", "event #1 has no line"),
    ("x\n---\n#1 status=actual", "a.txt:5: error: event #1 has no mark"),
    ("⟦X¦relief#1⟧\n---\n#1 target=Y", "'Y' is no mention"),
    ("⟦X¦relief#1⟧\n---\n#1 date=2018", "it has no status"),
    ("⟦X¦relief#1⟧\n---\n#1 status=done", "unknown status 'done'"),
    ("x\n---\nhello", "an event line must be"),
    ("⟦X¦relief#1⟧\n---\n#1 status=actual | who=X", "'who=X' is no part"),
    ("⟦L¦law=L⟧ ⟦X¦relief#1⟧\n---\n#1 status=actual | target=L", "'L' is a law and cannot be target"),
    ("⟦X¦relief#1⟧ ⟦Y¦delisting#1⟧\n---\n#1 status=actual", "both relief and delisting"),
    ("⟦X¦relief#1⟧\n---\n#1 status=actual\n#1 status=actual", "event #1 has two lines"),
  ])
  func aFaultIsToldWithItsPlace(text: String, message: String) {
    let found = findings("id: a\n\n" + text)
    #expect(found.contains { $0.contains(message) }, "\(found)")
  }

  @Test func allFaultsAreToldAtOnce() {
    let found = findings("published: soon\nhello\n\n⟦X¦shop=X⟧ ⟦Y⟧\n---\n#1 status=done\n")
    #expect(found.count == 7, "\(found)")
  }
}
