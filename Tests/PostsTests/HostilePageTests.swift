import Diagnostics
import Foundation
import Model
import Posts
import Testing

/// Broken and hostile documents: each read as far as it goes, or told in one clear line.
@Suite("Broken and hostile documents")
struct HostilePageTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func complaint(_ path: String) -> String? {
    do {
      _ = try ReaderTests.read(path)
      return nil
    } catch let error as PostInputError {
      return scratch.relative(error).replacingOccurrences(of: ReaderTests.folder + "/", with: "")
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "What cannot be read gets one line",
    arguments: [
      ("hostile/entities.xml", "hostile/entities.xml:15: error: the XML is not well-formed"),
      ("hostile/external.xml", "hostile/external.xml:9: error: the document uses entities of its own"),
      ("hostile/truncated.xml", "hostile/truncated.xml:4: error: the XML is not well-formed"),
      ("hostile/no-article.html", "hostile/no-article.html: error: no article is found here"),
      ("hostile/empty.html", "hostile/empty.html: error: the input is empty"),
      (
        "hostile/not-really.gz",
        "hostile/not-really.gz: error: this is no document of posts in a format that is known"
      ),
    ])
  func complaints(file: String, line: String) {
    #expect(complaint(ReaderTests.folder + "/" + file) == line)
  }

  @Test("Of a feed that is cut off the items before the break are there")
  func truncated() throws {
    let path = ReaderTests.folder + "/hostile/truncated.xml"
    let (posts, findings) = try ReaderTests.read(path, keepGoing: true)
    #expect(posts.map(\.title) == ["Fish, Ice and a Licence"])
    #expect(findings == [path + ":4: error: the XML is not well-formed"])
  }

  @Test("NUL in a page is a space")
  func nul() throws {
    let posts = try ReaderTests.read(ReaderTests.folder + "/hostile/nul.html").posts
    #expect(posts.count == 1 && !posts[0].text.utf8.contains(0))
  }

  @Test("Any depth is read, and quickly")
  func deep() throws {
    let text =
      "<p>Arnor Trust Bank was put on the list, and stayed on it for a year and a day, as banks do.</p>"
    let page =
      "<html><head><title>Deep</title></head><body>" + String(repeating: "<div>", count: 100_000)
      + String(repeating: text, count: 4) + String(repeating: "</div>", count: 100_000)
    let path = try scratch.write(page, to: "deep.html")
    let clock = ContinuousClock()
    var posts: [Post] = []
    let spent = try clock.measure { posts = try ReaderTests.read(path).posts }
    #expect(posts.first?.text.contains("a year and a day") == true)
    #expect(spent < .seconds(20))
  }

  @Test(
    "Megabytes of one thing take seconds",
    arguments: [
      "<div class=entry-content>", "<article><h2><a href=x>y</a></h2>", "<b>", "</div>", "<p class=date>",
      "<table><tr><td>", "&", "<!--", "<script>", "<a href=x>Arnor</a>, ", "<p>Arnor, ", "<",
    ])
  func repeated(piece: String) throws {
    let page = "<html><body>" + String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let path = try scratch.write(page, to: "page.html")
    let spent = ContinuousClock().measure { _ = complaint(path) }
    #expect(spent < .seconds(20), "\(piece)")
  }

  @Test("A page that unpacks to more than any page is refused, and so is a packed file that is cut off")
  func packed() throws {
    let page = try scratch.write(
      "<html><title>x</title>" + String(repeating: " ", count: 65 << 20), to: "bomb.html")
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-k", page]
    try gzip.run()
    gzip.waitUntilExit()
    #expect(complaint(page + ".gz") == "bomb.html.gz: error: the file is over 64 MiB")
    let whole = try Data(contentsOf: URL(fileURLWithPath: ReaderTests.folder + "/gz/post.html.gz"))
    let cut = try scratch.write(whole.prefix(whole.count / 2), to: "cut.html.gz")
    #expect(complaint(cut) == "cut.html.gz: error: the packed file is cut off")
  }
}
