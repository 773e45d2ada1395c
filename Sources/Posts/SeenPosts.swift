import Diagnostics
import Model

/// The posts of an input so far, by hash: a few bytes a post, whatever its length.
struct SeenPosts {
  /// How a post relates to those before it.
  enum Answer {
    case new
    /// The same, or the same article in another form.
    case same
    /// The same article with another text, and where the first stands.
    case another(SourceLocation)
    /// One of the same id that is not the same, and where it stands.
    case different(SourceLocation)
  }

  private struct Entry {
    var content: Int
    var letters: Int
    var isExact: Bool
    var place: Place
  }

  private struct Place {
    var file: Int32
    var line: Int32
  }

  private var entries: [Int: Entry] = [:]
  private var files: [String] = []
  /// Where the posts stand by title and day, to know an article that tells no address.
  private var titles: [Int: Place] = [:]

  /// Notes a post; `isExact` where its text is as somebody wrote it down, so that another one of its id is a mistake.
  ///
  /// Of articles in pages, feeds and notes the letters count: each form has its own spaces and marks.
  mutating func insert(_ post: Post, at place: SourceLocation, isExact: Bool = true) -> Answer {
    let id = SeenPosts.hash([post.id])
    // The source is left out: the same post in two files is the same.
    let content = SeenPosts.hash([post.title, post.text, post.url ?? "", post.published?.text ?? ""])
    let letters = isExact ? content : SeenPosts.letters(of: post.text)
    if let entry = entries[id] {
      if entry.content == content || entry.letters == letters { return .same }
      let first = location(entry.place)
      return isExact && entry.isExact ? .different(first) : .another(first)
    }
    let title = SeenPosts.hash([post.title.slug, post.published?.text ?? ""])
    if !isExact, post.url == nil, !post.title.isEmpty, post.published != nil, let first = titles[title] {
      return location(first).file == place.file ? .same : .another(location(first))
    }
    if files.last != place.file { files.append(place.file) }
    let stands = Place(file: Int32(clamping: files.count - 1), line: Int32(clamping: place.line))
    entries[id] = Entry(content: content, letters: letters, isExact: isExact, place: stands)
    if titles[title] == nil { titles[title] = stands }
    return .new
  }

  private func location(_ place: Place) -> SourceLocation {
    SourceLocation(file: files[Int(place.file)], line: Int(place.line))
  }

  /// A hash of the letters and digits of a text.
  private static func letters(of text: String) -> Int {
    var hasher = Hasher()
    for scalar in text.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      hasher.combine(scalar.value)
    }
    return hasher.finalize()
  }

  /// A hash of the exact bytes, eight at a time; String's own would take the time to normalise them.
  private static func hash(_ parts: [String]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func feed(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low &+ word
    }
    for part in parts {
      var part = part
      part.withUTF8 { text in
        let bytes = UnsafeRawBufferPointer(text)
        var at = 0
        while at + 8 <= bytes.count {
          feed(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
          at += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[at...] { rest = rest << 8 | UInt64(byte) }
        feed(rest)
        feed(UInt64(bytes.count))
      }
    }
    return Int(truncatingIfNeeded: hash)
  }
}
