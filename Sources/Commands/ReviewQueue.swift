import Graph
import Knowledge
import Matching
import Model
import Resolution

/// What is doubtful in a graph: pairs that may be one, and claims that little speaks for.
struct ReviewQueue {
  static let columns = ["entity", "name", "entry", "listed_name", "score", "reason"]

  /// A thing that a person should decide.
  struct Doubt {
    /// The verdicts that fit, by the keys for them.
    enum Choice { case pair, claim }

    var choice: Choice
    /// The entity or the claim.
    var subject: String
    /// The entry that may be the entity; empty for a claim.
    var object: String
    /// What a person reads to decide.
    var lines: [String]
    /// Why it is doubtful.
    var reason: String
  }

  /// The pairs of an entity and an entry of a list, in the columns of a review.
  private(set) var pairs = Table(columns: columns)
  private let graph: Graph
  private let session: Session

  init(_ graph: Graph, _ session: Session) throws(Failure) {
    self.graph = graph
    self.session = session
    let knowledge = try session.knowledge()
    let making = try ListMaking(session, knowledge, graph)
    var seen: Set<PartyPair> = []
    for doubt in try attempt({ try graph.doubts(making) }) {
      try add(doubt.entity, doubt.entry, nil, doubt.reason, &seen)
    }
    let settled = Corrections(try attempt { try graph.verdicts() }).pairs(.different)
    let entities = try attempt { try graph.unlistedEntities() }
    let screening = try Screening(session, for: entities.map(\.name))
    for entity in entities {
      let listed = try attempt {
        try graph.listedNames(havingKeys: screening.keys(of: entity.name), limit: 100)
      }
      let fitting = listed.filter { $0.kind.listedKind == entity.kind.listedKind }
      for hit in screening.hits(for: entity.name, among: fitting).prefix(3)
      where !settled.contains(PartyPair(entity.id, hit.entry)) {
        try add(entity.id, hit.entry, hit.score, "names alike: \(hit.reasons.joined(separator: "; "))", &seen)
      }
    }
  }

  private mutating func add(
    _ entity: String, _ entry: String, _ score: Double?, _ reason: String, _ seen: inout Set<PartyPair>
  ) throws(Failure) {
    guard seen.insert(PartyPair(entity, entry)).inserted else { return }
    let name = try attempt { try graph.entity(entity)?.name }
    let listed = try attempt { try graph.listedParty(entry)?.name }
    pairs.rows.append([
      .text(entity), Cell(name), .text(entry), Cell(listed),
      score.map { .real(($0 * 1000).rounded() / 1000) } ?? .null, .text(reason),
    ])
  }

  /// Everything that nobody has decided, the pairs first.
  func doubts(besides known: [Verdict]) throws(Failure) -> [Doubt] {
    let verdicts = known + (try attempt { try graph.verdicts() })
    let decidedPairs = Set(
      verdicts.filter { $0.kind == .same || $0.kind == .different }.map { PartyPair($0.subject, $0.object) })
    let decidedClaims = Set(verdicts.filter { $0.kind == .reject || $0.kind == .redate }.map(\.subject))
    // What data/ knows and no post names can wait until one does.
    let openPairs = pairs.rows.filter {
      $0[1] != .null && !decidedPairs.contains(PartyPair($0[0].first, $0[2].first))
    }
    return openPairs.map(pair) + (try claims()).filter { !decidedClaims.contains($0.subject) }
  }

  private func pair(_ row: [Cell]) -> Doubt {
    let score = row[4].first.isEmpty ? "" : " (\(row[4].first))"
    return Doubt(
      choice: .pair, subject: row[0].first, object: row[2].first,
      lines: ["\(row[1].first)  \(row[0].first)", "\(row[3].first)  \(row[2].first)\(score)"],
      reason: row[5].first)
  }

  /// The designations and delistings that tell no authority, or that lists do not show as told.
  private func claims() throws(Failure) -> [Doubt] {
    var query = EventQuery()
    query.kinds = [.designation, .delisting]
    query.showsClaims = true
    let asked = query
    let rows = try attempt { try graph.events(asked) }.table.rows
    let places = EventColumns()
    var reasons: [String: String] = [:]
    for row in rows where row[places.authority].values.isEmpty && row[places.posts] != .int(0) {
      reasons[row[places.id].first] = "no authority is told"
    }
    for row in try CheckCommand.findings(graph, session)?.rows ?? [] {
      guard let verdict = ListVerdict(rawValue: row[0].first), [.unlisted, .dateConflict].contains(verdict)
      else { continue }
      reasons[row[16].first] = "the list says otherwise: \(verdict.rawValue)"
    }
    var doubts: [Doubt] = []
    for (event, reason) in reasons.sorted(by: { $0.key < $1.key }) {
      for claim in try attempt({ try graph.claims(of: event) }) {
        let parties = claim.parties.map { "\($0.role) \($0.entity.name)" }.joined(separator: ", ")
        doubts.append(
          Doubt(
            choice: .claim, subject: claim.id, object: "",
            lines: [
              "\(claim.status) \(claim.kind) \(claim.date ?? "undated"): \(parties)", "“\(claim.quote)”",
              claim.post,
            ],
            reason: reason))
      }
    }
    return doubts
  }
}
