import Diagnostics
import Markup
import Model

/// Reads the items of RSS 2.0 and 1.0, the entries of Atom, and the published posts of a WordPress export.
struct FeedReader: PostReader {
  private let reader: XMLRecordReader
  private let file: String
  private let source: String
  private let markers: PageMarkers
  /// The author that the feed has for entries without one.
  private var author: String?
  /// The names of the authors of an export, by what they sign in with.
  private var names: [String: String] = [:]
  private var unpublished = 0

  /// Reads a document; what its items are is seen from their elements.
  init(_ input: ByteInput, source: String, markers: PageMarkers) throws(PostInputError) {
    file = input.name
    self.source = source
    self.markers = markers
    do {
      reader = try XMLRecordReader(
        { room throws(MarkupFault) in try FeedReader.read(input, into: room) },
        wanted: ["item", "entry", "author"],
        isVerbatim: { ["content", "summary", "title"].contains($0.name) && $0.attribute("type") == "xhtml" })
    } catch {
      throw PostInputError(error, file: input.name)
    }
  }

  /// Control characters, which XML forbids and blogs export all the same, come as spaces.
  private static func read(_ input: ByteInput, into room: UnsafeMutableRawBufferPointer) throws(MarkupFault)
    -> Int
  {
    do throws(PostInputError) {
      let count = try input.read(into: room)
      // In UTF-16 every other byte is zero.
      if room.prefix(count).prefix(64).contains(0) { return count }
      for at in 0..<count where room[at] < 0x20 && room[at] != 0x09 && room[at] != 0x0A && room[at] != 0x0D {
        room[at] = 0x20
      }
      return count
    } catch {
      throw MarkupFault(error.findings.first?.message ?? "cannot be read")
    }
  }

  mutating func next(_ table: inout PostTable) throws(PostInputError) -> ReadPost {
    do throws(MarkupFault) {
      while let record = try reader.next() {
        if record.name == "author" {
          let login = record.text("author_login")
          // An export tells who its authors are once, by what they sign in with.
          if login.isEmpty { author = author ?? FeedItem.author(record) }
          names[login] = record.texts("author_display_name").first
          continue
        }
        let item = FeedItem(record, base: reader.rootAttributes["base"])
        guard item.isPublished else {
          unpublished += 1
          continue
        }
        return try post(item, line: record.line)
      }
    } catch {
      throw PostInputError(error, file: file)
    }
    guard unpublished > 0 else { return .end }
    let message = "\(unpublished) items are left out: they are no published posts"
    unpublished = 0
    return .leftOut(Finding(SourceLocation(file: file), .warning, message))
  }

  private func post(_ item: FeedItem, line: Int) throws(MarkupFault) -> ReadPost {
    var article = try item.article(markers)
    article.author = article.author.map { names[$0] ?? $0 } ?? author
    let place = SourceLocation(file: file, line: line)
    guard !article.text.isEmpty else {
      let name = article.title.isEmpty ? "an item" : "'\(article.title)'"
      return .leftOut(Finding(place, .warning, "\(name) has no text and is left out"))
    }
    return .post(article, source: source, at: place)
  }
}
