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
  /// Something that is no post, and is told.
  case leftOut(Finding)
  /// The end of the document.
  case end
}

extension ReadPost {
  /// The post that an article is; faulty where there is nothing to know it by.
  ///
  /// `name` is that of its file and the folder it is in, if the file is the post.
  static func post(
    _ article: Article, source: String, at place: SourceLocation, name: String? = nil
  ) -> ReadPost {
    var title = article.title.unicodeScalars
    title.removeAll { $0.value == 0 }
    var id = Post.identifier(
      own: article.id, url: article.url, published: article.published, title: String(title))
    // A title without a day is that of many: "Weekly". The file tells them apart.
    if article.id == nil, article.url == nil, article.published == nil, let name = name?.slug, !name.isEmpty {
      id = id.map { $0 == name ? name : "\($0)-\(name)" } ?? name
    }
    guard let id, !id.isEmpty else {
      return .faulty(Finding(place, .error, "the post has no address or title to know it by"))
    }
    let post = Post(
      id: id, title: String(title), text: article.text, source: source, url: article.url,
      published: article.published, author: article.author)
    return .post(post, place, warning: nil)
  }
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
