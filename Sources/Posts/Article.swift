import Model

/// An article as a page, a feed or a note has it, before it is a post.
struct Article: Equatable {
  var title = ""
  var text = ""
  var author: String?
  var url: String?
  var published: EDTF?
  /// Its own identifier, where it has one that is no address.
  var id: String?
  /// Whether its author says that it is not published.
  var isDraft = false
}
