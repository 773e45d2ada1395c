import Graph
import Model
import Testing

@Suite struct PostTests {
  let scratch: Scratch
  let graph: Graph

  init() throws {
    scratch = try Scratch()
    graph = try GraphTests.graph(scratch)
  }

  @Test func postsThatMentionAllOrAnyAreFound() throws {
    var query = PostQuery()
    query.entities = [["airline/harad-air-lines-co"], ["country/gondor"]]
    #expect(try graph.posts(query)["post"] == [.text("p2"), .text("p3")])
    query.takesAny = true
    #expect(try graph.posts(query)["post"] == [.text("p1"), .text("p2"), .text("p3")])
    #expect(try graph.posts(query)["mentions"] == [.int(1), .int(2), .int(2)])
    query.limit = 1
    #expect(
      try graph.posts(query)["snippet"] == [
        .text("Blocking The Office of Seals blocked Harad Air under section 7 of the Gondor Act.")
      ])
  }

  @Test(arguments: [
    ("HARAD blocked", 1), ("gondor", 3), ("\" OR *", 0), ("'; DROP", 0), ("*", 0), ("gondor NOT rohan", 0),
    ("NEAR(gondor", 0), ("title:Blocking", 0), ("", 0), ("\"gondor\"", 3), ("{x} ^ - + a\u{0}b", 0),
  ])
  func wordsAreOnlyWords(words: String, count: Int) throws {
    var query = PostQuery()
    query.words = words
    #expect(try graph.posts(query).rows.count == count)
  }

  @Test func allPostsAreListedWithTheirBeginnings() throws {
    let table = try graph.posts(PostQuery())
    #expect(table.columns == PostQuery.columns)
    #expect(table["mentions"] == [.int(3), .int(3), .int(4)])
  }
}
