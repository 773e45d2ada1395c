public import Model

/// Makes events of claims: what several posts tell of one act becomes one event.
///
///     let events = EventResolver(parts: parts).events(from: claims)
///
/// Claims join when their kind and a key participant (target, instrument, actor) agree, whoever does it is equal or one
/// a part of the other, the instruments do not differ, and the dates share a day. A claim that leaves the date or the
/// doer open joins only where one event is left that it can mean, and never joins two. A plan later told as done is one
/// event, `actual`. A denial is an event of its own ("the failure to designate"): it joins plans and other denials of
/// the same doer, and an act only where both tell the same doer and day, which is a contradiction to be seen.
///
/// The events are a function of the set of claims: neither their order nor claims of other components change them.
public struct EventResolver: Sendable {
  private let parts: PartRelations

  /// A resolver that knows which entities are parts of which.
  public init(parts: PartRelations = PartRelations()) { self.parts = parts }

  /// What ties a claim to others: claims without a key in common, even by way of others, never affect each other.
  ///
  /// To bring events up to date after a change, load every claim that is reached from the changed ones by keys, and
  /// replace the events of all of these.
  public static func keys(of claim: StoredClaim) -> [String] {
    let participants = Set(claim.entities(in: claim.kind.keyRole)).sorted()
    if participants.isEmpty { return ["\(claim.kind.rawValue)/untold"] }
    return participants.map { "\(claim.kind.rawValue)/\($0)" }
  }

  /// The events that the claims tell, in order of their identifiers; every claim is in exactly one.
  public func events(from claims: [StoredClaim]) -> [ResolvedEvent] {
    // From here on every order is that of the identifiers, whatever order the claims came in.
    let claims = Set(claims).sorted { $0.id < $1.id }
    var sets = DisjointSets(count: claims.count)
    var owners: [String: Int] = [:]
    for (index, claim) in claims.enumerated() {
      for key in EventResolver.keys(of: claim) {
        let owner = owners[key, default: index]
        owners[key] = owner
        sets.unite(owner, index)
      }
    }
    return sets.sets().flatMap { events(ofComponent: $0.map { claims[$0] }) }.sorted { $0.id < $1.id }
  }

  /// The events of claims that hang together by their keys.
  private func events(ofComponent claims: [StoredClaim]) -> [ResolvedEvent] {
    let traits = claims.indices.map { ClaimTraits(claims[$0], index: $0, parts: parts) }
    let isUntold = traits.contains { $0.keys.isEmpty }
    let clusters =
      isUntold ? untoldClusters(traits) : ClusterBuilder.clusters(of: traits, parts: parts)
    let drafts = clusters.map { members in EventDraft(members.map { claims[$0] }, parts: parts) }
    return EventIdentifiers.events(from: drafts)
  }

  /// Claims that name no key participant ("Friday's designations") are one act only where doer and day are the same.
  private func untoldClusters(_ claims: [ClaimTraits]) -> [[Int]] {
    var sets = DisjointSets(count: claims.count)
    var owners: [String: Int] = [:]
    for (place, claim) in claims.enumerated() where claim.vagueness == 0 && claim.span.length == 1 {
      let denial = claim.status == .negated ? "not " : ""
      for doer in claim.doers.isEmpty ? [""] : claim.doers {
        let key = "\(denial)\(doer) \(claim.span.first?.text ?? "") \(claim.instruments)"
        let owner = owners[key, default: place]
        owners[key] = owner
        sets.unite(owner, place)
      }
    }
    return sets.sets()
  }
}
