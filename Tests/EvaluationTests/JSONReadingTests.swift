import Diagnostics
import Evaluation
import Model
import Testing

/// JSON Lines of answers and of what was found.
struct JSONReadingTests {
  static let reading =
    #""entities":[{"id":"e","kind":"airline","name":"Harad Air"}],"mentions":[{"start":0,"end":9,"entity":"e"}],"#
    + #""times":[{"start":10,"end":14,"value":"2018"}],"events":[{"kind":"designation","triggers":[{"start":15,"end":18}],"#
    + #""status":"actual","date":"2018","basis":"text","participants":[{"role":"target","entity":"e"}]}]"#

  @Test func linesAreReadWithTheirPosts() throws {
    var findings: [Finding] = []
    let line =
      #"{"id":7,"text":"Harad Air 2018 hit","published":"2018-05","title":null,\#(JSONReadingTests.reading)}"#
    let posts = JSONReadings.gold(Array("\n\(line)\n".utf8), file: "a", findings: &findings)
    let found = JSONReadings.predictions(Array(line.utf8), file: "a", findings: &findings)
    #expect(findings.isEmpty, "\(findings)")
    let post = try #require(posts.first)
    #expect(post.post.id == "7" && post.location.line == 2 && post.post.published == EDTF("2018-05"))
    #expect(found["7"] == post.reading)
    var sheet = ScoreSheet()
    sheet.add(post, found: found["7"])
    #expect(sheet.misses.isEmpty && counts(sheet, .argument) == [1, 0, 0])
    sheet.add(post, found: nil)
    #expect(counts(sheet, .argument) == [1, 0, 1])
  }

  @Test(arguments: [
    (#"{"id":"a","text":"x""#, "cut off"), ("[]", "must be a JSON object"),
    (#"{"text":"x"}"#, "'id' is missing"),
    (#"{"id":"a"}"#, "'text' is missing"), (#"{"id":"a","text":"x","times":{}}"#, "'times' must be an array"),
    (#"{"id":"a","text":"x","times":[{"start":1,"end":1}]}"#, "the start before the end"),
    (#"{"id":"a","text":"x","mentions":[{"start":0,"end":1,"entity":"e"}]}"#, "no entity 'e'"),
    (#"{"id":"a","text":"x","entities":[{"id":"e","kind":"shop"}]}"#, "unknown kind 'shop'"),
    (#"{"id":"a","text":"x","events":[{"kind":"relief","status":"actual"}]}"#, "no triggers"),
    (#"{"id":"a","text":"x","times":[{"start":0,"end":9,"value":"2018"}]}"#, "the document at 1"),
    (#"{"id":"a","text":"x","published":"soon"}"#, "'soon' is no EDTF date"),
  ])
  func aFaultIsToldWithItsPlace(line: String, message: String) {
    var findings: [Finding] = []
    let posts = JSONReadings.gold(Array("\n\(line)".utf8), file: "a.jsonl", findings: &findings)
    #expect(posts.isEmpty)
    #expect(findings.contains { $0.message.contains(message) && $0.location.line == 2 }, "\(findings)")
  }
}
