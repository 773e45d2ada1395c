import Foundation
import Model
import Posts
import Testing

@Suite("Posts in JSON Lines")
struct JSONLinesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func posts(_ lines: String) throws -> [Post] {
    var source = try PostSource(paths: [try scratch.write(lines, to: "posts.jsonl")])
    return try source.nextBatch()
  }

  /// What is told of lines that cannot be read.
  func complaint(_ data: Data) throws -> String {
    let path = try scratch.write(data, to: "posts.jsonl")
    var message = "nothing"
    do {
      var source = try PostSource(paths: [path])
      while try !source.nextBatch().isEmpty {}
    } catch { message = scratch.relative(error) }
    return message
  }

  func complaint(_ lines: String) throws -> String { try complaint(Data(lines.utf8)) }

  @Test("A line is a post, with every field as it was written")
  func line() throws {
    let post = try #require(
      try posts(
        #"{"id":"a1","title":"Arnor","published":"2016-12-04","url":"https://a.example/x","text":" A\n\"b\" \u00e9 \ud83d\ude00 \/ "}"#
          + "\n"
      ).first)
    #expect(post.id == "a1" && post.title == "Arnor" && post.published?.text == "2016-12-04")
    #expect(post.text == " A\n\"b\" é 😀 / " && post.url == "https://a.example/x" && post.source == "posts")
  }

  @Test("An id and a text are enough, and other fields are passed over")
  func least() throws {
    let read = try posts(
      #"{"more":{"a":[1,-2.5e3,{"b":[]},true,null,{}]},"id":7,"text":"Arnor","url":null}"# + "\r\n\n"
        + #"  { "text" : "Harad" , "id" : 8 }  "#)
    #expect(read.map(\.id) == ["7", "8"])
    #expect(read.map(\.text) == ["Arnor", "Harad"])
  }

  @Test("A date and time counts as its day")
  func dateAndTime() throws {
    let read = try posts(#"{"id":"a","published":"2016-12-04T23:10:00Z","text":"Arnor"}"#)
    #expect(read.first?.published?.text == "2016-12-04")
  }

  @Test("NUL, escape sequences and right-to-left marks stay in the text")
  func unaltered() throws {
    let read = try posts(#"{"id":"a","text":"\u0000\u001b[31m‏=A1\t"}"#)
    #expect(read.first?.text == "\u{0}\u{1B}[31m\u{200F}=A1\t")
  }

  @Test(
    "Without an id the address is one, else date and title",
    arguments: [
      (#"{"url":"http://A.example:80/x/?utm_source=f&p=2#top","text":"t"}"#, "https://a.example/x?p=2"),
      (#"{"url":"https://a.example/x?p=2","title":"T","text":"t"}"#, "https://a.example/x?p=2"),
      (
        #"{"title":"What’s “new”?","published":"2016-12-04/2016-12-06","text":"t"}"#,
        "2016-12-04-2016-12-06-whats-new"
      ),
      (#"{"title":"Arnor","text":"t"}"#, "arnor"),
    ])
  func identity(line: String, id: String) throws { #expect(try posts(line).first?.id == id) }

  @Test(
    "What is wrong is told with line and column",
    arguments: [
      (
        #"{"id":"b","text":"Har"#,
        "posts.jsonl:2:22: error: the line ends inside a JSON string: is it cut off?"
      ),
      (#"{"id":"b","text":"#, "posts.jsonl:2:18: error: the line ends inside a JSON object: is it cut off?"),
      (#"{"id":"b""#, "posts.jsonl:2:10: error: the line ends inside a JSON object: is it cut off?"),
      (#"{"id":"b"}"#, "posts.jsonl:2: error: the post has no text"),
      (#"{"id":"b","text":" "}"#, "posts.jsonl:2: error: the post has no text"),
      (#"{"id":"b","text":["t"]}"#, "posts.jsonl:2:18: error: 'text' must be a string"),
      (#"{"id":true,"text":"t"}"#, "posts.jsonl:2:7: error: 'id' must be a string"),
      (#"{"text":"t"}"#, "posts.jsonl:2: error: the post has no id, url or title to know it by"),
      (#"{"id":"b","id":"c","text":"t"}"#, "posts.jsonl:2:11: error: 'id' is given twice"),
      (
        #"{"id":"b","published":"2016-02-30","text":"t"}"#,
        "posts.jsonl:2:23: error: '2016-02-30' is no date: expected YYYY-MM-DD, YYYY-MM, YYYY or two of these joined by '/'"
      ),
      (#"["b"]"#, "posts.jsonl:2:1: error: a post must be a JSON object"),
      (#"{"id":"b","text":"t"} x"#, "posts.jsonl:2:23: error: text after the JSON object"),
      (#"{"id":"b","text":"\ud800"}"#, "posts.jsonl:2:19: error: half a surrogate pair"),
      (
        #"{"id":"a","text":"other"}"#,
        "posts.jsonl:2: error: the post 'a' differs from the one of that id at posts.jsonl:1"
      ),
    ])
  func faults(line: String, message: String) throws {
    #expect(try complaint(#"{"id":"a","text":"Arnor"}"# + "\n" + line + "\n") == message)
  }

  @Test("Bytes that are no UTF-8 are told where they stand")
  func notUTF8() throws {
    let line = Data(#"{"id":"a","text":"Arnor "#.utf8) + [0xC3, 0x28] + Data(#""}"#.utf8)
    #expect(try complaint(line) == "posts.jsonl:1:25: error: the text is not UTF-8")
  }

  @Test("The same post again is left out, and bad ones are passed over where asked")
  func keepGoing() throws {
    let path = try scratch.write(
      """
      {"id":"a","text":"Arnor"}
      {"id":"b","te
      {"id":"a","text":"Arnor"}
      {"id":"c","text":"Harad"}
      """, to: "posts.jsonl")
    var source = try PostSource(paths: [path], keepGoing: true)
    #expect(try source.nextBatch().map(\.id) == ["a", "c"])
    #expect(try source.nextBatch().isEmpty)
    #expect(source.skipped == 1 && source.repeated == 1)
    #expect(source.findings.map(scratch.relative).count == 1)
  }

  @Test("A batch is bounded by number and by size")
  func batches() throws {
    let lines = (0..<5).map { #"{"id":\#($0),"text":"Arnor and Harad"}"# }.joined(separator: "\n")
    let path = try scratch.write(lines, to: "posts.jsonl")
    var source = try PostSource(paths: [path])
    #expect(try source.nextBatch(upTo: 2).count == 2)
    #expect(try source.nextBatch(bytes: 1).count == 1)
    #expect(try source.nextBatch().count == 2)
  }

  @Test("A line over 64 MiB is refused and the one after it read")
  func longLine() throws {
    let long = Data(repeating: UInt8(ascii: "x"), count: (64 << 20) + 1)
    let path = try scratch.write(
      Data(#"{"id":"a","text":""#.utf8) + long + Data("\"}\n{\"id\":\"b\",\"text\":\"t\"}".utf8),
      to: "posts.jsonl")
    var source = try PostSource(paths: [path], keepGoing: true)
    #expect(try source.nextBatch().map(\.id) == ["b"])
    #expect(source.findings.map(scratch.relative) == ["posts.jsonl:1: error: the line is over 64 MiB"])
  }

  @Test("Posts come from standard input, one after the other")
  func standardInput() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("\u{FEFF}{\"id\":1,\"text\":\"Arnor\"}\n{".utf8))
    try pipe.fileHandleForWriting.close()
    var source = try PostSource(paths: [], standardInput: pipe.fileHandleForReading.fileDescriptor)
    #expect(try source.next()?.source == "standard input")
    #expect(throws: PostInputError.self) { try source.next() }
  }
}
