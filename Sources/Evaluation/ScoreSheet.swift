public import Model

/// The figures of a system over posts: what it found of what people found.
///
///     var sheet = ScoreSheet()
///     for post in gold { sheet.add(post, found: extractor.read(post.post)) }
///     for figure in sheet.figures { print(figure.name, figure.value) }
public struct ScoreSheet: Sendable {
  /// The counts of each measure.
  public internal(set) var tallies: [Measure: Tally] = [:]
  /// The counts of names of each kind.
  public internal(set) var kinds: [EntityKind: Tally] = [:]
  /// Descriptions whose entity was found.
  public internal(set) var nominals = Share()
  /// Events found whose status is right.
  public internal(set) var statuses = Share()
  /// Dates of events found that agree; a date where the post gives none counts as due and wrong.
  public internal(set) var dates = Share()
  /// For each status of the answers, how often each status was found.
  public internal(set) var confusion: [Status: [Status: Int]] = [:]
  /// Every single failure, post by post.
  public internal(set) var misses: [Miss] = []

  /// The sheet of no posts.
  public init() {}

  /// Counts a post, with what was found in it; nil where nothing was.
  public mutating func add(_ post: GoldPost, found: PostReading?) {
    let both = Comparison(post, found ?? PostReading(postID: post.post.id))
    addMentions(both)
    addEntities(both)
    addTimes(both)
    addEvents(both)
    addArguments(both)
  }

  /// Of the events with this status, how many have it.
  public func share(of status: Status) -> Share {
    var share = Share()
    share.gold = confusion[status, default: [:]].values.reduce(0, +)
    share.right = confusion[status]?[status] ?? 0
    return share
  }

  /// Every figure by name, the kinds of mentions last.
  public var figures: [Figure] {
    var figures = Measure.allCases.map { Figure(name: $0.rawValue, count: .tally(tallies[$0] ?? Tally())) }
    figures += [
      Figure(name: "nominal-accuracy", count: .share(nominals)),
      Figure(name: "event-status", count: .share(statuses)),
      Figure(name: "event-date", count: .share(dates)),
    ]
    figures += Status.allCases.map { Figure(name: "status:\($0.rawValue)", count: .share(share(of: $0))) }
    let named = kinds.map { Figure(name: "kind:\($0.key.rawValue)", count: .tally($0.value)) }
    return figures.sorted { $0.name < $1.name } + named.sorted { $0.name < $1.name }
  }

  mutating func count(_ measure: Measure, right: Int, spurious: Int, missed: Int) {
    tallies[measure, default: Tally()].add(right: right, spurious: spurious, missed: missed)
  }

  mutating func note(
    _ both: Comparison, _ measure: String, _ failure: Miss.Failure, _ kind: String, _ text: String,
    gold: String? = nil, found: String? = nil
  ) {
    misses.append(
      Miss(
        post: both.gold.postID, measure: measure, failure: failure, kind: kind, text: text, gold: gold,
        found: found))
  }
}
