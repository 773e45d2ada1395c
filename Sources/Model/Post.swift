/// One document: what a blog, an agency or an authority published, unaltered.
public struct Post: Hashable, Sendable {
  /// What the post is known by: its own id, else its canonical URL, else a slug of its date and title.
  public var id: String
  /// The headline; empty where there is none.
  public var title: String
  /// The body as it was read.
  public var text: String
  /// Where it came from, such as the name of the collection or file.
  public var source: String
  /// The web address, where known.
  public var url: String?
  /// The day of publication, which may be an interval or missing.
  public var published: EDTF?
  /// Who wrote it, as its source tells it.
  public var author: String?

  /// A post with these fields.
  public init(
    id: String, title: String, text: String, source: String, url: String? = nil, published: EDTF? = nil,
    author: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.source = source
    self.url = url
    self.published = published
    self.author = author
  }

  /// The string into which every offset counts: title, a blank line, text; the text alone where there is no title.
  public var document: String { title.isEmpty ? text : title + "\n\n" + text }
}

/// A stretch of a document, in Unicode code points; the end is exclusive.
public struct TextSpan: Hashable, Comparable, Sendable {
  /// The first code point.
  public var start: Int
  /// The code point after the last.
  public var end: Int

  /// The stretch from `start` up to `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// In order of start, then end.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
