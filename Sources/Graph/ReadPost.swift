public import Model

/// A post with what was read in it, to be stored.
public struct ReadPost: Sendable {
  /// The post.
  public var post: Post
  /// What was read in it.
  public var reading: PostReading
  /// The version of the rules and knowledge that read it.
  public var reader: String

  /// A post with what `reader` read in it.
  public init(post: Post, reading: PostReading, reader: String) {
    self.post = post
    self.reading = reading
    self.reader = reader
  }
}

/// What became of the posts of a batch.
public struct StoreCounts: Hashable, Sendable {
  /// Posts that were not there before.
  public var added = 0
  /// Posts that were there with another title, text, address or day.
  public var changed = 0
  /// Posts that were there unchanged, but read by other rules or other knowledge.
  public var refreshed = 0
  /// Posts that were there just so.
  public var unchanged = 0

  /// No posts.
  public init() {}

  /// The sums of two counts.
  public static func + (left: StoreCounts, right: StoreCounts) -> StoreCounts {
    var sum = left
    sum.added += right.added
    sum.changed += right.changed
    sum.refreshed += right.refreshed
    sum.unchanged += right.unchanged
    return sum
  }
}

/// What is known of a stored post without looking at its text.
public struct StoredVersion: Hashable, Sendable {
  /// The digest of the post, as `Graph.digest(of:)` gives it.
  public var sha256: String
  /// The version of the rules and knowledge that read it.
  public var reader: String
}

/// Makes events of claims, and tells what ties a claim to others.
public struct EventMaking: Sendable {
  /// The events of claims that hang together; a function of the set of claims.
  public var events: @Sendable ([StoredClaim]) throws -> [ResolvedEvent]
  /// The keys of a claim: claims without a common key, even by way of others, never affect each other.
  public var keys: @Sendable (StoredClaim) -> [String]

  /// Makes events with these functions.
  public init(
    events: @escaping @Sendable ([StoredClaim]) throws -> [ResolvedEvent],
    keys: @escaping @Sendable (StoredClaim) -> [String]
  ) {
    self.events = events
    self.keys = keys
  }
}
