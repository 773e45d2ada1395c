/// What a person decided about the graph, with who, when and why.
public struct Verdict: Hashable, Sendable {
  /// What is decided.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Two identifiers, of entities or list entries, stand for one.
    case same
    /// They do not.
    case different
    /// An entity is of another kind.
    case retype
    /// An entity has another name.
    case rename
    /// A claim has another date.
    case redate
    /// A claim is not what its post says.
    case reject
  }

  /// What is decided.
  public var kind: Kind
  /// The entity, entry or claim that it is about.
  public var subject: String
  /// The other identifier, kind, name or date; empty for a rejection.
  public var object: String
  /// Who decided.
  public var author: String
  /// When, YYYY-MM-DD.
  public var date: String
  /// Why.
  public var reason: String

  /// A verdict with these fields.
  public init(
    _ kind: Kind, _ subject: String, _ object: String, author: String = "", date: String = "",
    reason: String = ""
  ) {
    self.kind = kind
    self.subject = subject
    self.object = object
    self.author = author
    self.date = date
    self.reason = reason
  }
}
