/// A class or id by which pages of the web tell what a part of them is.
public struct PageMarker: Hashable, Sendable {
  /// What of a class or id must be the mark.
  public enum Match: String, CaseIterable, Sendable {
    /// All of it.
    case name
    /// A word of it; words end at `-` and `_` and before a capital letter.
    case word
  }

  /// What the part is.
  public enum Meaning: String, CaseIterable, Sendable {
    /// The text of the article.
    case body
    /// One article of several.
    case entry
    /// The title of the article.
    case title
    /// The day of the article.
    case date
    /// Who wrote the article.
    case author
    /// What is told of the article: its day, its author, its tags.
    case about
    /// No part of the article.
    case skip
  }

  /// The class or id, or the word of one, in lower case.
  public var mark: String
  /// What must be the mark.
  public var match: Match
  /// What the part is.
  public var meaning: Meaning

  /// A marker with these fields.
  public init(mark: String, match: Match, meaning: Meaning) {
    self.mark = mark
    self.match = match
    self.meaning = meaning
  }
}
