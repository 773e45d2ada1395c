import Markup

/// How a document of posts is written.
enum DocumentFormat: Sendable {
  case jsonLines, page, feed, markdown
  /// Letters one after the other (mbox), and one alone.
  case mailbox, letter
  /// An archive page of a blog saved as text.
  case archive
  /// One post in plain text.
  case plain

  /// How much of a document is looked at, in bytes.
  static let looked = 1 << 18

  /// Endings of the names of documents, in the order in which those of a folder are read.
  ///
  /// What knows its address comes before what may not, so that the same article found twice is known by its address.
  static let endings = [
    ["jsonl", "ndjson"], ["html", "htm", "xhtml"], ["xml", "rss", "atom", "rdf"], ["mbox", "eml"],
    ["md", "markdown"],
    ["txt", "text"],
  ]

  /// The place of a document's ending in that order, whether it is packed or not; nil where it has another one.
  static func rank(_ name: String) -> Int? {
    let ending = ending(of: name)
    return endings.firstIndex { $0.contains(ending) }
  }

  /// The ending of a name in lower case, without that of gzip.
  static func ending(of name: String) -> String {
    let bare = withoutPacking(name)
    return bare.lastIndex(of: ".").map { bare[bare.index(after: $0)...].lowercased() } ?? ""
  }

  /// The name of a file without folders and endings.
  static func stem(of path: String) -> String {
    let bare = withoutPacking(path.split(separator: "/").last.map(String.init) ?? path)
    return bare.lastIndex(of: ".").map { String(bare[..<$0]) } ?? bare
  }

  private static func withoutPacking(_ name: String) -> String {
    name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// The format by the head of a document and by its name; nil where it is none of them.
  init?(head: [UInt8], name: String, hasTable: Bool) {
    let ending = DocumentFormat.ending(of: name)
    // Every other byte of UTF-16 is zero for Latin letters.
    let isWide =
      head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || TextDecoding.unmarkedWide(head) != nil
    let bytes = isWide ? head.filter { $0 != 0 && $0 < 0x80 } : head
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self).drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    if DocumentFormat.isBinary(bytes) { return nil }
    if DocumentFormat.endings[0].contains(ending) || start.hasPrefix("{") {
      self = .jsonLines
    } else if start.hasPrefix("<") {
      guard let format = DocumentFormat(markup: start) else { return nil }
      self = format
    } else if start.prefixMatch(of: /From \S+.*\d{4}\r?\n/) != nil {
      self = .mailbox
    } else if ending == "eml"
      || start.prefixMatch(
        of: /(?:[A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*)*(?:MIME-Version|Message-ID|Received):/) != nil
    {
      self = .letter
    } else if DocumentFormat.endings[4].contains(ending) {
      self = .markdown
    } else if DocumentFormat.endings[1].contains(ending) {
      self = .page
    } else {
      self = hasTable || DocumentFormat.isArchive(bytes) ? .archive : .plain
    }
  }

  /// Whether bytes are no text: programs, pictures and packed files hold more control characters than any text.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    if head.starts(with: Array("%PDF-".utf8)) || head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return true }
    let strange = head.count { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains($0) }
    return strange * 100 > head.count * 8
  }

  private init?(markup start: Substring) {
    let root = start.firstMatch(of: /<([A-Za-z][A-Za-z0-9:]*)/).map { $0.1.lowercased() } ?? ""
    switch root {
    case "rss", "feed", "rdf:rdf", "rdf": self = .feed
    // In XML only a page of XHTML is a page; elsewhere anything may begin one.
    case "html": self = .page
    default:
      if start.hasPrefix("<?xml") { return nil }
      self = .page
    }
  }

  /// Whether a text is an archive page: a third of its paragraphs are cut by dots or could be titles, as no article has.
  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    let paragraphs = text.components(by: "\n\n").map(\.withoutOuterSpace).filter { !$0.isEmpty }
    let cut = paragraphs.count {
      $0.hasSuffix("...") || $0.hasSuffix("…") || $0.hasSuffix("…]") || $0.hasSuffix("...]")
    }
    let titles = paragraphs.count {
      $0.wholeMatch(of: /[^\n]{1,200}[^\n.…:;,]["”’)\]]?/) != nil && !$0.contains(". ")
    }
    return cut * 3 >= paragraphs.count && cut > 0 || titles > 1 && titles * 3 >= paragraphs.count
  }
}
