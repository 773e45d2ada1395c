public import Diagnostics
public import Model

/// A post with the answers that a person gave.
public struct GoldPost: Sendable {
  /// The post alone, as a system is given it.
  public var post: Post
  /// The right answers: every entity's id is the name that the answers use.
  public var reading: PostReading
  /// Where the post stands.
  public var location: SourceLocation
  /// What its head says besides id, published, title and url.
  public var fields: [String: String]

  /// A post with its answers.
  public init(post: Post, reading: PostReading, location: SourceLocation, fields: [String: String] = [:]) {
    self.post = post
    self.reading = reading
    self.location = location
    self.fields = fields
  }
}
