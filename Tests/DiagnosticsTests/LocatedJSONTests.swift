import Diagnostics
import Testing

struct LocatedJSONTests {
  func read(_ line: String) throws(JSONScanner.Fault) -> LocatedJSON {
    try Array(line.utf8).withUnsafeBufferPointer { bytes throws(JSONScanner.Fault) in
      try LocatedJSON(line: bytes)
    }
  }

  @Test func valuesKnowWhereTheyStand() throws {
    let value = try read(#" {"a": "x\u00e9", "n": null, "l": [1, true, {}], "a": "y"}"#)
    #expect(value.offset == 1)
    #expect(value["a"]?.text == "y" && value["n"] == nil && value["b"] == nil)
    let list = try #require(value["l"]?.elements)
    #expect(list.map(\.offset) == [35, 38, 44])
    #expect(list[0].integer == 1 && list[1].flag == true && list[2].elements == nil)
  }

  @Test(arguments: [
    ("", 0), ("[1,]", 3), (#"{"a" 1}"#, 5), ("[1 2]", 3), ("{} x", 3), (#"{"a":01}"#, 5), ("[\"\u{1}\"]", 2),
  ])
  func aFaultNamesItsByte(line: String, offset: Int) {
    do throws(JSONScanner.Fault) {
      _ = try read(line)
      Issue.record("\(line) was read")
    } catch {
      #expect(error.offset == offset, "\(line): \(error.message)")
    }
  }

  @Test func deepNestingIsRefused() {
    let line = String(repeating: "[", count: 100_000)
    #expect(throws: JSONScanner.Fault.self) { try read(line) }
  }
}
