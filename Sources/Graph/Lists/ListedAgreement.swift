import Model
import SQLite

/// Tells which events of posts are the same as what lists tell.
struct ListedAgreement {
  /// How many days an announcement and a list may lie apart; lists follow announcements within days.
  static let leeway = 7

  private let parts: Parts
  private let events: [FoundEvent]
  /// The events by kind and target.
  private var places: [String: [Int]] = [:]
  /// What lists tell of an event and target, by both.
  private(set) var agreeing: [String: ListedEvents.Listed] = [:]

  init(_ connection: Connection, events: [FoundEvent]) {
    parts = Parts(connection)
    self.events = events
    for (place, event) in events.enumerated() where event.status == Status.actual.rawValue {
      guard event.kind == "designation" || event.kind == "delisting" else { continue }
      for target in event.parties(in: .target) {
        places["\(event.kind) \(target.id)", default: []].append(place)
      }
    }
  }

  /// The listings that no event of posts tells; those that one tells are remembered with it.
  mutating func untold(_ listed: [ListedEvents.Listed]) throws -> [ListedEvents.Listed] {
    var rest: [ListedEvents.Listed] = []
    for one in listed {
      var isTold = false
      for place in places["\(one.kind) \(one.target.id)"] ?? [] where try agree(events[place], one) {
        isTold = true
        let key = "\(events[place].id) \(one.target.id)"
        if agreeing[key]?.basis != "list" { agreeing[key] = one }
      }
      if !isTold { rest.append(one) }
    }
    return rest
  }

  /// What lists tell of a target of an event; nil where they tell nothing or no date of their own.
  func ownDate(of event: FoundEvent, _ target: String) -> ListedEvents.Listed? {
    guard let one = agreeing["\(event.id) \(target)"], one.basis == "list" else { return nil }
    return one
  }

  private func agree(_ event: FoundEvent, _ one: ListedEvents.Listed) throws -> Bool {
    let doers = event.parties(in: .authority).map(\.id)
    if let authority = one.authority?.id, !doers.isEmpty, try !parts.areRelated(doers, [authority]) {
      return false
    }
    guard let date = event.date.flatMap({ EDTF($0) }), let listed = EDTF(one.date) else { return true }
    return date.overlaps(listed, within: ListedAgreement.leeway)
  }
}
