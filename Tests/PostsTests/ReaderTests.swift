import Diagnostics
import Foundation
import Knowledge
import Model
import Posts
import Testing

/// Pages, feeds, exports, notes and letters in the markup of real sites, with what a careful reader takes from them.
@Suite("Readers of pages, feeds and notes")
struct ReaderTests {
  /// A post as a reader would write it down.
  struct Expected: Decodable {
    var title: String
    var date: String?
    var author: String?
    var url: String?
    var paragraphs: [String]
  }

  static let folder = packageFolder + "/Tests/PostsTests/Fixtures"
  static let markers = PageMarkers(PageMarkerTable.read(.builtIn).rows)

  static func expected(in folder: String = folder) throws -> [(file: String, posts: [Expected])] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
    return try JSONDecoder().decode([String: [Expected]].self, from: data).map { ($0.key, $0.value) }
      .sorted { $0.file < $1.file }
  }

  static func read(_ path: String, keepGoing: Bool = false) throws -> (posts: [Post], findings: [String]) {
    var source = try PostSource(paths: [path], keepGoing: keepGoing, markers: markers)
    var posts: [Post] = []
    while let post = try source.next() { posts.append(post) }
    return (posts, source.findings.map(\.description))
  }

  /// The text with white space squeezed and letters composed: each form has its own.
  static func plain(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "Each gives its posts with title, day, author, address and text", arguments: try expected().map(\.file))
  func posts(file: String) throws {
    let wanted = try #require(try ReaderTests.expected().first { $0.file == file }).posts
    let posts = try ReaderTests.read(ReaderTests.folder + "/" + file).posts
    #expect(posts.map { ReaderTests.plain($0.title) } == wanted.map { ReaderTests.plain($0.title) })
    for (post, wanted) in zip(posts, wanted) {
      #expect(post.published?.text == wanted.date, "\(post.title)")
      #expect(post.author == wanted.author, "\(post.title)")
      #expect(post.url == wanted.url, "\(post.title)")
      let paragraphs = post.text.components(separatedBy: "\n\n").map(ReaderTests.plain)
      #expect(paragraphs == wanted.paragraphs.map(ReaderTests.plain), "\(post.title)")
    }
  }

  /// Documents by someone who did not know the readers, in other markup; the readers were mended by them once.
  @Test("Of documents in markup of other sites most are read rightly")
  func others() throws {
    let folder = ReaderTests.folder + "/others"
    var right = ["title": 0, "day": 0, "author": 0, "address": 0, "paragraph": 0]
    var total = (posts: 0, paragraphs: 0)
    for (file, wanted) in try ReaderTests.expected(in: folder) {
      let posts = (try? ReaderTests.read(folder + "/" + file).posts) ?? []
      for (index, wanted) in wanted.enumerated() {
        total.posts += 1
        total.paragraphs += wanted.paragraphs.count
        guard index < posts.count else { continue }
        let post = posts[index]
        right["title", default: 0] += ReaderTests.plain(post.title) == ReaderTests.plain(wanted.title) ? 1 : 0
        right["day", default: 0] += post.published?.text == wanted.date ? 1 : 0
        right["author", default: 0] += post.author == wanted.author ? 1 : 0
        right["address", default: 0] += post.url == wanted.url ? 1 : 0
        let read = post.text.components(separatedBy: "\n\n").map(ReaderTests.plain)
        let found = Set(read).intersection(wanted.paragraphs.map(ReaderTests.plain)).count
        // What is read and should not be counts as much as what is missed.
        right["paragraph", default: 0] += found - max(0, read.count - found)
      }
    }
    let floors = ["title": 31, "day": 32, "author": 28, "address": 33, "paragraph": 180]
    #expect(total == (33, 224))
    for (what, floor) in floors { #expect((right[what] ?? 0) >= floor, "\(what)") }
  }
}
