import Model

/// When an event happened, by all that its claims tell.
enum EventDate {
  /// The firmest date of the claims, else what their publication leaves; nil where nothing tells.
  ///
  /// Of several dates the order is: the firmer basis, the status that the event has, the shorter span, the earlier day.
  static func of(_ claims: [StoredClaim], status: Status) -> (date: EDTF, basis: DateBasis)? {
    let dates = claims.compactMap { claim -> (rank: Rank, date: EDTF, basis: DateBasis)? in
      guard let date = claim.date else { return nil }
      let basis = claim.basis ?? .text
      let first = date.first?.number ?? Int32.min
      let rank = (firmness(basis), claim.status == status ? 0 : 1, DaySpan(date).length, first, date.text)
      return (rank, date, basis)
    }
    if let best = dates.min(by: { $0.rank < $1.rank }) { return (best.date, best.basis) }
    return bound(claims, status: status).map { ($0, .post) }
  }

  private typealias Rank = (Int, Int, Int, Int32, String)

  private static func firmness(_ basis: DateBasis) -> Int { DateBasis.allCases.firstIndex(of: basis) ?? 0 }

  /// The tightest bound: up to the first post that tells it as done, from the last one that tells it as planned.
  private static func bound(_ claims: [StoredClaim], status: Status) -> EDTF? {
    guard status == .actual || status == .planned else { return nil }
    let published = { (status: Status) in claims.filter { $0.status == status }.compactMap(\.published) }
    let done = published(.actual).filter { $0.last != nil }.min {
      (number($0.last), $0.text) < (number($1.last), $1.text)
    }
    let planned = published(.planned).filter { $0.first != nil }.max {
      (number($0.first), $0.text) < (number($1.first), $1.text)
    }
    guard let done else { return planned.map { EDTF(from: $0) } }
    guard let planned, let start = planned.first, let end = done.last, start <= end else {
      return EDTF(through: done)
    }
    return start == end ? EDTF(start) : EDTF(from: EDTF(start), through: EDTF(end))
  }

  private static func number(_ day: Day?) -> Int32 { day?.number ?? 0 }
}
