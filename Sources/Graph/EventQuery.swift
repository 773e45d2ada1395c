public import Model

/// Which events are asked for, and how their rows are to be given; entities by their identifiers.
///
///     var query = EventQuery()
///     query.authorities = ["country/gondor"]
///     query.from = EDTF("2016-11")
///
/// A filter with several values takes events that have one of them; an empty one takes all.
public struct EventQuery: Sendable {
  /// A column by which rows are sorted.
  public struct Sort: Sendable, Hashable {
    /// The name of the column.
    public var column: String
    /// Whether the last comes first.
    public var isDescending: Bool

    /// Sorts by a column.
    public init(_ column: String, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// All of these take part, in any role; each stands for one name, which may mean several entities.
  public var participants: [[String]] = []
  /// What happens.
  public var kinds: [EventKind] = []
  /// Who is hit; only the rows of these are given.
  public var targets: [String] = []
  /// What is hit; only the rows of these are given.
  public var targetKinds: [EntityKind] = []
  /// Who acts, with all that are parts of them.
  public var authorities: [String] = []
  /// Under what, with all its parts.
  public var instruments: [String] = []
  /// Who breaks a rule or tests.
  public var actors: [String] = []
  /// Whether it is told as done.
  public var statuses: [Status] = []
  /// Events that share a day with it.
  public var on: EDTF?
  /// Events that do not end before it.
  public var from: EDTF?
  /// Events that do not begin after it.
  public var to: EDTF?
  /// What was designated by the end of this date and not taken off.
  public var asOf: EDTF?
  /// Events that this post tells.
  public var post: String?
  /// Whether to give a row a claim instead of a row an event and target.
  public var showsClaims = false
  /// Whether authorities and instruments are meant without their parts.
  public var isExact = false
  /// Whether filters by date take events whose date is only a bound or missing.
  public var includesUndated = false
  /// The columns by which to sort before the usual order.
  public var sort: [Sort] = []
  /// How many rows to give at most; nil for all.
  public var limit: Int?
  /// A column whose values are counted instead of giving the rows.
  public var countBy: String?

  /// All events.
  public init() {}

  /// The columns of the rows.
  public static let columns = [
    "event", "status", "date", "authority", "target", "target_kind", "instrument", "posts", "post",
    "published",
    "url", "quote", "actor", "basis", "event_id", "target_id", "authority_id", "rule",
  ]
}

/// The rows of events, and what was left out.
public struct EventAnswer: Sendable, Hashable {
  /// The rows.
  public var table: Table
  /// How many events the date filters left out because their date is only a bound or missing.
  public var undatedCount: Int
}
