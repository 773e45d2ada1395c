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

  @Test(
    "What is no text is no document",
    arguments: [[UInt8]("%PDF-1.4 x".utf8), (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 97) }])
  func binary(bytes: [UInt8]) throws {
    let path = try scratch.write(Data(bytes), to: "file.html")
    #expect(complaint(path) == "file.html: error: this is no document of posts in a format that is known")
  }

  @Test("A tag with a hundred thousand attributes is refused at once")
  func attributes() throws {
    let many = (0..<100_000).map { "a\($0)=x" }.joined(separator: " ")
    let path = try scratch.write("<html><body>\n<p \(many)>Arnor</p>", to: "page.html")
    #expect(complaint(path) == "page.html:2: error: a tag has over 2000 attributes")
  }

  @Test("UTF-16 without a mark is read as it is meant")
  func wide() throws {
    let page =
      "<html><head><title>On Arnor</title></head><body><article><p>The bank was listed in the year 2016, and stayed there.</p></article>"
    let path = try scratch.write(try #require(page.data(using: .utf16LittleEndian)), to: "page.html")
    #expect(try ReaderTests.read(path).posts.map(\.title) == ["On Arnor"])
  }

  @Test("The day of a change is not the day of publication")
  func changes() throws {
    func day(_ line: String) throws -> String? {
      let text = "<p>The bank was listed by the Treasury, and its ships with it, as the law has it.</p>"
      let path = try scratch.write(
        "<html><title>On Arnor</title><body><article><h1>On Arnor</h1>\(line)\(text)", to: "p.html")
      return try ReaderTests.read(path).posts.first?.published?.text
    }
    #expect(try day("<p>Updated 5 May 2020 | Published 2 December 2016</p>") == "2016-12-02")
    #expect(try day("<p>Last updated: 5 May 2020</p>") == nil)
    #expect(
      try day("<time datetime=2020-05-05 class=updated>x</time><time datetime=2016-12-02>y</time>")
        == "2016-12-02")
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
