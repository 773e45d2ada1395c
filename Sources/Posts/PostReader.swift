import Diagnostics
import Model

/// What reads the posts of one document, one after the other.
protocol PostReader {
  /// The next post, with the table of its collection to look it up in.
  mutating func next(_ table: inout PostTable) throws(PostInputError) -> ReadPost
}

/// What a reader comes upon.
enum ReadPost {
  /// A post, where it begins, and what is worth telling about it.
  case post(Post, SourceLocation, warning: Finding?)
  /// A post that cannot be taken; the reader stands behind it.
  case faulty(Finding)
  /// The end of the document.
  case end
}

extension Post {
  /// The id of a post: its own, else its canonical address, else a slug of date and title; nil where it has none.
  static func identifier(own: String?, url: String?, published: EDTF?, title: String) -> String? {
    if let own, !own.isEmpty { return own }
    if let url, !url.isEmpty { return CanonicalURL.of(url) }
    let slug = title.slug
    if slug.isEmpty { return nil }
    return published.map { "\($0.text.slug)-\(slug)" } ?? slug
  }
}
