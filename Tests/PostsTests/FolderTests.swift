import Diagnostics
import Foundation
import Glibc
import Model
import Posts
import Testing

/// Folders of what people have: everything in them is read once.
@Suite("Folders of documents")
struct FolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func read(_ paths: [String]) throws -> (posts: [Post], findings: [String]) {
    var source = try PostSource(paths: paths, markers: ReaderTests.markers)
    let posts = try source.nextBatch()
    return (posts, source.findings.map(scratch.relative))
  }

  @Test("All documents in a folder and below it are read; what is none is told once")
  func recursion() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/notes/2016", withIntermediateDirectories: true)
    try scratch.write("# Arnor\n\nThe bank was listed.", to: "notes/2016/2016-12-04-arnor.md")
    try scratch.write("Title: Harad\nDate: 5 December 2016\n\nThe airline was not.", to: "notes/harad.txt")
    try scratch.write("#!/bin/sh", to: "notes/run.sh")
    let (posts, findings) = try read([scratch.path])
    #expect(posts.map(\.title) == ["Arnor", "Harad"])
    #expect(posts.map(\.published?.text) == ["2016-12-04", "2016-12-05"])
    #expect(posts.map(\.id) == ["2016-12-04-arnor", "2016-12-05-harad"])
    #expect(
      findings.count == 1
        && findings[0].hasSuffix("1 files are left out: their names are not those of documents"))
  }

  @Test("The same article as page, feed, note and packed is one post")
  func sameArticle() throws {
    let paths = ["html/01-wordpress-classic.html", "duplicate", "gz/post.html.gz"].map {
      ReaderTests.folder + "/" + $0
    }
    for order in [paths, paths.reversed()] {
      let posts = try read(order).posts
      #expect(posts.map(\.id) == ["https://harbour-ledger.example/2016/12/05/how-a-delisting-works"])
    }
  }

  @Test("A note without an address is the article of its title and day that came before")
  func withoutAddress() throws {
    try scratch.write(
      "<html><head><link rel=canonical href=https://a.example/x><title>On Arnor Trust Bank</title>"
        + "<meta property=article:published_time content=2016-12-04></head><body><article>"
        + String(
          repeating: "<p>The bank was put on the list by the Treasury, and its ships with it.</p>", count: 4),
      to: "page.html")
    try scratch.write(
      "---\ntitle: On Arnor Trust Bank\ndate: 2016-12-04\n---\n\nThe bank was put on the list.", to: "note.md"
    )
    let (posts, findings) = try read([scratch.path])
    #expect(posts.map(\.id) == ["https://a.example/x"])
    #expect(
      findings == ["note.md: warning: this is the post at page.html with another text; the first one is kept"]
    )
  }

  @Test("Front matter that is never closed, or is no YAML, is told with its line")
  func frontMatter() throws {
    func complaint(_ text: String) throws -> String? {
      let path = try scratch.write(text, to: "note.md")
      do {
        _ = try read([path])
        return nil
      } catch let error as PostInputError { return scratch.relative(error) }
    }
    #expect(try complaint("---\ntitle: x\n\ntext") == "note.md:1: error: the front matter is never closed")
    #expect(try complaint("---\ntitle: x\na: [\n---\ntext")?.hasPrefix("note.md:") == true)
    #expect(try complaint("---\n- a\n---\n# Arnor\n\ntext") == nil)
  }

  @Test("What nothing but its file tells apart is two posts")
  func sameNames() throws {
    for (folder, text) in [
      ("one", "OFAC designated Arnor Trust Bank."), ("two", "The EU designated Harad Air."),
    ] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/" + folder, withIntermediateDirectories: true)
      try scratch.write(text, to: folder + "/index.txt")
      try scratch.write("# Weekly\n\n" + text, to: folder + "/post.md")
    }
    let (posts, findings) = try read([scratch.path])
    #expect(
      posts.map(\.id) == ["weekly-one-post", "weekly-two-post", "one-index", "two-index"] && findings.isEmpty)
  }

  @Test("A line of dashes above a text is no front matter, and a draft is no post")
  func dashes() throws {
    let rule = try scratch.write(
      "---\n\nOFAC designated Arnor.\n\n---\n\nThe EU sanctioned Harad.\n", to: "rule.md")
    let draft = try scratch.write("---\ntitle: Arnor\ndraft: true\n---\n\nNot yet.\n", to: "draft.md")
    let (posts, findings) = try read([rule, draft])
    #expect(posts.map(\.text) == ["OFAC designated Arnor.\n\nThe EU sanctioned Harad."])
    #expect(findings == ["draft.md: warning: the note is a draft and is left out"])
  }

  @Test("A pipe in a folder is passed over, and a letter alone is read")
  func pipeAndLetter() throws {
    mkfifo(scratch.path + "/pipe.txt", 0o600)
    try scratch.write(
      "Subject: Arnor\nMIME-Version: 1.0\nFrom: Galen <g@a.example>\nDate: Fri, 02 Dec 2016 23:30:00 -0500\n\nIt was listed.\n",
      to: "letter.eml")
    let posts = try read([scratch.path]).posts
    #expect(
      posts.map(\.title) == ["Arnor"] && posts[0].published?.text == "2016-12-02"
        && posts[0].author == "Galen")
  }

  @Test("Aliases of front matter that stand for one another a thousand times each take no time")
  func aliases() throws {
    let many = { (item: String) in "[" + Array(repeating: item, count: 1000).joined(separator: ", ") + "]" }
    let note =
      "---\ntitle: Arnor\na: &a \(many("x"))\nb: &b \(many("*a"))\nc: \(many("*b"))\n---\n\nThe bank was listed."
    let path = try scratch.write(note, to: "note.md")
    var posts: [Post] = []
    let spent = try ContinuousClock().measure { posts = try read([path]).posts }
    #expect(posts.map(\.title) == ["Arnor"] && spent < .seconds(5))
  }
}
