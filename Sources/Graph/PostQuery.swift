/// Which posts are asked for.
public struct PostQuery: Sendable {
  /// Posts that mention these; each stands for one name, which may mean several entities.
  public var entities: [[String]] = []
  /// Whether one of the entities is enough.
  public var takesAny = false
  /// Words that the posts hold, all of them, as they are typed; nothing in them is a command.
  public var words: String?
  /// How many posts to give at most; nil for all.
  public var limit: Int?

  /// All posts.
  public init() {}

  /// The columns of the rows.
  public static let columns = ["post", "published", "title", "url", "mentions", "snippet", "author"]

  /// The words as full text search takes them: each in quotes, so that none is an operator.
  static func quoted(_ words: String) -> String {
    words.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).map { word in
      "\"" + word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: " ")
  }
}
