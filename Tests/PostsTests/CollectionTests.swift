import Foundation
import Model
import Posts
import Testing

@Suite("Archive pages and collections")
struct CollectionTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func read(_ paths: [String], keepGoing: Bool = false) throws -> (posts: [Post], findings: [String]) {
    var source = try PostSource(paths: paths, keepGoing: keepGoing)
    let posts = try source.nextBatch()
    #expect(try source.nextBatch().isEmpty)
    return (posts, source.findings.map(scratch.relative))
  }

  func complaint(_ paths: [String]) -> (PostInputError.Category, String)? {
    do {
      _ = try read(paths)
      return nil
    } catch let error as PostInputError { return (error.category, scratch.relative(error)) } catch {
      return nil
    }
  }

  @Test("The collection of the archive has eighteen posts, each with a date, whether by folder or by file")
  func seeds() throws {
    let folder = packageFolder + "/seeds"
    let (posts, findings) = try read([folder])
    #expect(posts.count == 18 && findings.isEmpty)
    #expect(posts.allSatisfy { $0.published != nil && $0.text.hasSuffix("...") && !$0.text.contains("\n") })
    #expect(
      posts[3].id
        == "https://freekorea.us/2016/12/04/what-the-treasury-departments-blocking-of-air-koryo-means")
    #expect(posts[6].id == "2016-11-29-the-u-n-s-new-north-korea-resolution-wasnt-worth-the-wait")
    #expect(posts[1].text.contains("information.\u{A0} Recently"))
    #expect(try read([folder + "/one-free-korea-2016.txt"]).posts == posts)
  }

  @Test("Titles pair whatever their quotation marks and spaces, and what has no partner is told")
  func pairing() throws {
    try scratch.write(
      "Arnor’s  “ban”\n\nOn Harad Air...\n\nUnlisted \n\nMore...\n", to: "page.txt")
    try scratch.write("title,published\n\"Arnor's \"\"ban\"\"\",2016-12-04\nLost,\n", to: "posts.csv")
    let (posts, findings) = try read([scratch.path])
    #expect(posts.map(\.title) == ["Arnor’s  “ban”", "Unlisted"])
    #expect(posts.map { $0.published?.text } == ["2016-12-04", nil])
    #expect(posts.map(\.source) == ["page", "page"])
    #expect(
      findings == [
        "page.txt:5: warning: posts.csv does not list 'Unlisted': the post has no date and no address",
        "posts.csv:3:1: warning: no document has the post 'Lost'",
      ])
  }

  @Test("An excerpt that was not cut ends at the next title")
  func uncut() throws {
    let long = String(repeating: "Arnor ", count: 40)
    let text = "One\r\n\r\nShort.\r\n\r\n\(long)\r\n\r\nTwo\r\n\r\nText\r\nof two lines\r\n"
    let posts = try read([try scratch.write(text, to: "page.txt")]).posts
    #expect(posts.map(\.title) == ["One", "Two"])
    #expect(posts.map(\.text) == ["Short.\r\n\r\n\(long)", "Text\r\nof two lines"])
    #expect(posts.allSatisfy { $0.published == nil })
  }

  @Test("A title without an excerpt is told, and the next post is read")
  func noText() throws {
    try scratch.write("title\nOne\nTwo\n", to: "posts.csv")
    let path = try scratch.write("One\n\nTwo\n\nOn Harad...\n\nThree\n", to: "page.txt")
    let (posts, findings) = try read([path], keepGoing: true)
    #expect(posts.map(\.title) == ["Two"])
    #expect(
      Set(findings) == [
        "page.txt:1: error: the post has no text", "page.txt:7: error: the post has no text",
        "posts.csv:2:1: warning: no document has the post 'One'",
      ])
  }

  @Test("A page with bytes that are no UTF-8 is told at their line")
  func notUTF8() throws {
    let path = try scratch.write(
      Data("One\n\nOn ".utf8) + [0xFF] + Data("...\n\nTwo\n\nOn Harad...".utf8), to: "page.txt")
    #expect(complaint([path])?.1 == "page.txt:3:4: error: the text is not UTF-8")
    #expect(try read([path], keepGoing: true).posts.map(\.title) == ["Two"])
  }

  @Test("A JSON page is known by its first character, and a table serves documents of both forms")
  func bothForms() throws {
    try scratch.write("title\nOne\nTwo\n", to: "posts.csv")
    try scratch.write(#"{"id":"x","title":"Two","text":"On Harad"}"#, to: "b.jsonl")
    let json = try scratch.write(#"  {"id":"y","title":"Three","text":"On Arnor"}"#, to: "a.txt")
    try scratch.write("One\n\nOn Harad...\n", to: "c.txt")
    try scratch.write("A folder of posts.\n", to: "README.md")
    let (posts, findings) = try read([scratch.path])
    #expect(posts.map(\.id) == ["y", "x", "one"] && findings.isEmpty)
    #expect(try read([json]).posts.map(\.id) == ["y"])
  }

  @Test("Faults of the table are told by cell, all of them")
  func tableFaults() throws {
    try scratch.write("One\n\nOn Harad...\n", to: "page.txt")
    try scratch.write("title,published\nOne,2016-02-30\n,\nTwo,2016\nTwo ,2016\nThree\n", to: "posts.csv")
    let (category, message) = try #require(complaint([scratch.path]))
    #expect(category == .badData)
    #expect(
      message.split(separator: "\n") == [
        "posts.csv:2:5: error: '2016-02-30' is no date: expected YYYY-MM-DD, YYYY-MM, YYYY or two of these joined by '/'",
        "posts.csv:3:1: error: the title is empty",
        "posts.csv:5:1: error: the title stands already on line 4",
        "posts.csv:6:1: error: 1 cells where the header has 2",
      ])
    #expect(try read([scratch.path], keepGoing: true).posts.count == 1)
    try scratch.write("name\nOne\n", to: "posts.csv")
    #expect(complaint([scratch.path])?.1 == "posts.csv:1: error: the table has no column 'title'")
    try scratch.write(Data("title\nOn".utf8) + [0xFE], to: "posts.csv")
    #expect(complaint([scratch.path])?.1 == "posts.csv:2:3: error: the text is not UTF-8")
  }

  @Test("What is no input at all is told with its kind of trouble")
  func noInput() throws {
    #expect(complaint([scratch.path + "/none.txt"])?.0 == .fileTrouble)
    #expect(complaint([scratch.path + "/none.txt"])?.1 == "none.txt: error: no such file or folder")
    #expect(complaint([scratch.path])?.0 == .badData)
    #expect(
      complaint([scratch.path])?.1.contains("the folder has no posts.csv and no document") == true)
    #expect(complaint([try scratch.write("", to: "void.txt")])?.1 == "void.txt: error: the input is empty")
    #expect(
      complaint([try scratch.write(" \n\n", to: "void.txt")])?.1 == "void.txt: error: the input is empty")
    #expect(complaint([try scratch.write("\n", to: "void.jsonl")])?.0 == .badData)
    let table = try scratch.write("title\n", to: "posts.csv")
    #expect(complaint([table])?.1.hasSuffix("give its folder instead") == true)
    #expect(
      complaint([scratch.path])?.1 == "void.txt: error: the input is empty"
        || complaint([scratch.path]) != nil)
  }
}
