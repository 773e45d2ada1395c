import Model
import SQLite

/// Makes the rows of events.
struct EventRows {
  /// A row with the day by which it is sorted.
  struct Row {
    let day: String?
    let cells: [Cell]
  }

  private let connection: Connection
  private let query: EventQuery
  private let agreement: ListedAgreement

  /// Rows that take the own dates of lists which tell the same.
  init(_ connection: Connection, _ query: EventQuery, _ agreement: ListedAgreement) {
    self.connection = connection
    self.query = query
    self.agreement = agreement
  }

  /// The rows of an event: one a target that is asked for or, where claims are asked for, one a claim.
  func rows(of event: FoundEvent) throws -> [Row] {
    let all = event.parties(in: .target)
    let wanted = wantedTargets(all)
    let claims = try self.claims(of: event)
    let posts = Set(claims.map(\.post)).count
    if query.showsClaims {
      return try claims.filter { query.post == nil || $0.post == query.post }.compactMap { claim in
        let parties = try FoundEvent.parties(of: claim.id, in: connection, isClaim: true)
        let told = parties.filter { $0.role == Role.target.rawValue }
        let targets = told.filter { party in wanted.contains { $0.id == party.id } }
        if targets.isEmpty && !told.isEmpty { return nil }
        return row(event, parties: parties, targets: .several(targets), claim, posts: posts)
      }
    }
    guard let claim = claims.first else { return [] }
    if all.isEmpty { return [row(event, parties: event.parties, targets: .one(nil), claim, posts: posts)] }
    return wanted.map { row(event, parties: event.parties, targets: .one($0), claim, posts: posts) }
  }

  /// What of a claim is shown.
  private struct ClaimPart {
    let id, post: String
    let published, url: String?
    let quote, rule: String
    let status: String
    let date, first, last, basis: String?
  }

  private enum Targets {
    case one(FoundEvent.Party?)
    case several([FoundEvent.Party])

    /// The identifier, where there is one target.
    var id: String? {
      if case .one(let party) = self { party?.id } else { nil }
    }

    func cell(_ value: (FoundEvent.Party) -> String) -> Cell {
      switch self {
      case .one(let party): Cell(party.map(value))
      case .several(let parties): .list(parties.map(value))
      }
    }
  }

  /// The targets whose rows are asked for.
  private func wantedTargets(_ all: [FoundEvent.Party]) -> [FoundEvent.Party] {
    let named = query.participants.joined().filter { id in all.contains { $0.id == id } }
    return all.filter { party in
      (named.isEmpty || named.contains(party.id))
        && (query.targets.isEmpty || query.targets.contains(party.id))
        && (query.targetKinds.isEmpty || query.targetKinds.contains { $0.rawValue == party.kind })
    }
  }

  private func claims(of event: FoundEvent) throws -> [ClaimPart] {
    let sql = """
      SELECT claim.id, post.id, post.published, post.url, claim.quote, claim.rule, claim.status, claim.date,
        claim.date_from, claim.date_to, claim.basis
      FROM event_claim JOIN claim ON claim.id = event_claim.claim JOIN post ON post.id = claim.post
      WHERE event_claim.event = ? ORDER BY event_claim.position
      """
    return try connection.rows(sql, event.id) { row in
      ClaimPart(
        id: try row.text(0), post: try row.text(1), published: try row.optionalText(2),
        url: try row.optionalText(3), quote: try row.text(4), rule: try row.text(5), status: try row.text(6),
        date: try row.optionalText(7), first: try row.optionalText(8), last: try row.optionalText(9),
        basis: try row.optionalText(10))
    }
  }

  private func row(
    _ event: FoundEvent, parties: [FoundEvent.Party], targets: Targets, _ claim: ClaimPart, posts: Int
  ) -> Row {
    func list(_ role: Role, _ value: (FoundEvent.Party) -> String) -> Cell {
      .list(parties.filter { $0.role == role.rawValue }.map(value))
    }
    let isClaim = query.showsClaims
    // A claim keeps its date; an event takes the firmest of all.
    let listed = isClaim ? nil : targets.id.flatMap { agreement.ownDate(of: event, $0) }
    return Row(
      day: isClaim ? claim.first ?? claim.last : listed?.first ?? event.day,
      cells: [
        .text(event.kind), .text(isClaim ? claim.status : event.status),
        Cell(isClaim ? claim.date : listed?.date ?? event.date),
        list(.authority) { $0.name }, targets.cell { $0.name }, targets.cell { $0.kind },
        list(.instrument) { $0.name }, .int(posts), .text(claim.post), Cell(claim.published), Cell(claim.url),
        .text(claim.quote), list(.actor) { $0.name },
        Cell(isClaim ? claim.basis : listed?.basis ?? event.basis),
        .text(event.id), targets.cell { $0.id }, list(.authority) { $0.id }, .text(claim.rule),
      ])
  }
}
