/// A single failure: what a post holds and what was found in its stead.
public struct Miss: Hashable, Sendable {
  /// In what way it failed.
  public enum Failure: String, Sendable, Hashable {
    /// People annotated it and it was not found.
    case missed
    /// It was found and nobody annotated it.
    case spurious
    /// It was found with another value.
    case wrong
  }

  /// The post.
  public var post: String
  /// The measure that it counts against.
  public var measure: String
  /// In what way it failed.
  public var failure: Failure
  /// The kind of mention or event; empty for times.
  public var kind: String
  /// The words of the post.
  public var text: String
  /// The right answer; nil where there is none.
  public var gold: String?
  /// What was found; nil where nothing was.
  public var found: String?
}
