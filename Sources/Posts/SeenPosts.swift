import Diagnostics
import Model

/// The posts of an input so far, by hash: a few bytes a post, whatever its length.
struct SeenPosts {
  /// How a post relates to those before it.
  enum Answer {
    case new
    case same
    /// One of the same id that is not the same, and where it stands.
    case different(SourceLocation)
  }

  private struct Entry {
    var content: Int
    var file: Int32
    var line: Int32
  }

  private var entries: [Int: Entry] = [:]
  private var files: [String] = []

  /// Notes a post.
  mutating func insert(_ post: Post, at place: SourceLocation) -> Answer {
    let id = SeenPosts.hash([post.id])
    // The source is left out: the same post in two files is the same.
    let content = SeenPosts.hash([post.title, post.text, post.url ?? "", post.published?.text ?? ""])
    if let entry = entries[id] {
      if entry.content == content { return .same }
      return .different(SourceLocation(file: files[Int(entry.file)], line: Int(entry.line)))
    }
    if files.last != place.file { files.append(place.file) }
    entries[id] = Entry(
      content: content, file: Int32(clamping: files.count - 1), line: Int32(clamping: place.line))
    return .new
  }

  /// A hash of the exact bytes; String's own would take the time to normalise them.
  private static func hash(_ parts: [String]) -> Int {
    var hasher = Hasher()
    for part in parts {
      var part = part
      part.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(UInt8(0xFF))
    }
    return hasher.finalize()
  }
}
