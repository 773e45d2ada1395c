import Matching
public import Model

/// The verdicts of people, applied to what posts tell before it is stored, and to who the entries of lists are.
///
/// They are a function of the set of verdicts and the posts, so that a rebuild with the same file gives the same graph.
public struct Corrections: Sendable {
  private let verdicts: [Verdict]
  private var merged: [Identity: Identity] = [:]
  /// The identities that identifiers of verdicts tell, for names whose slug tells less than they do.
  private var byID: [String: Identity] = [:]
  private var names: [Identity: String] = [:]
  private var dates: [String: EDTF] = [:]
  private var rejected: Set<String> = []

  /// What is the same for every spelling of an entity.
  private struct Identity: Hashable {
    var kind: EntityKind
    var key: String
  }

  /// Corrections by verdicts; those that contradict each other are not applied.
  public init(_ verdicts: [Verdict] = []) {
    let faulty = Set(Corrections.contradictions(in: verdicts).flatMap { [$0.first, $0.second] })
    self.verdicts = verdicts.enumerated().filter { !faulty.contains($0.offset) }.map(\.element)
    for verdict in self.verdicts {
      let identity = Corrections.identity(verdict.subject)
      for id in [verdict.subject, verdict.object] { byID[id] = Corrections.identity(id) }
      switch verdict.kind {
      case .same:
        // Two entities of posts become the first; a list entry is joined instead.
        if let identity, let other = Corrections.identity(verdict.object), end(of: identity) != other {
          merged[other] = identity
        }
      case .different: break
      case .retype:
        if let identity, let kind = EntityKind(rawValue: verdict.object) {
          merged[identity] = Identity(kind: kind, key: "")
        }
      case .rename: if let identity { names[identity] = verdict.object }
      case .redate: dates[verdict.subject] = EDTF(verdict.object)
      case .reject: rejected.insert(verdict.subject)
      }
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { verdicts.isEmpty }

  /// The pairs of identifiers that are, or are not, one.
  public func pairs(_ kind: Verdict.Kind) -> Set<PartyPair> {
    Set(verdicts.filter { $0.kind == kind }.map { PartyPair($0.subject, $0.object) })
  }

  /// What an identity has become by all verdicts.
  private func end(of identity: Identity) -> Identity {
    var (last, steps) = (identity, 0)
    while let next = merged[last], steps < merged.count {
      last = next.key.isEmpty ? Identity(kind: next.kind, key: last.key) : next
      steps += 1
    }
    return last
  }

  /// The identifiers of entities that verdicts name, of which `data/` may know something.
  public var subjects: Set<String> { Set(byID.keys) }

  /// A reading as the verdicts have it.
  public func applied(to reading: PostReading) -> PostReading {
    if verdicts.isEmpty { return reading }
    var reading = reading
    let ids = reading.storedClaims(published: nil, entityIDs: reading.entities.map(\.id)).map(\.id)
    let kept = zip(reading.claims, ids).filter { !rejected.contains($0.1) }
    reading.claims = kept.map { claim, id in
      guard let date = dates[id] else { return claim }
      var claim = claim
      claim.date = date
      claim.basis = .knowledge
      return claim
    }
    for place in reading.entities.indices { correct(&reading.entities[place]) }
    return joiningTwins(reading)
  }

  private func correct(_ entity: inout ReadEntity) {
    let own = Identity(kind: entity.kind, key: NameKey(entity.name, kind: entity.kind).text)
    let identity = merged[own] == nil && names[own] == nil ? byID[entity.id] ?? own : own
    if merged[identity] != nil {
      let other = end(of: identity)
      entity.kind = other.kind
      entity.key = other.key == identity.key ? NameKey(entity.name, kind: other.kind).text : other.key
      entity.isKnown = false
    }
    if let name = names[identity] ?? names[Identity(kind: entity.kind, key: entity.key)] {
      entity.name = name
      entity.isKnown = true
    }
    entity.id = "\(entity.kind.rawValue)/\(entity.name.slug)"
  }

  /// A reading in which entities that are one now stand once.
  private func joiningTwins(_ reading: PostReading) -> PostReading {
    var reading = reading
    var first: [Identity: Int] = [:]
    var entities: [ReadEntity] = []
    let places = reading.entities.map { entity in
      let identity = Identity(kind: entity.kind, key: entity.key)
      if let place = first[identity] { return place }
      first[identity] = entities.count
      entities.append(entity)
      return entities.count - 1
    }
    reading.entities = entities
    for place in reading.mentions.indices {
      reading.mentions[place].entity = places[reading.mentions[place].entity]
    }
    for place in reading.claims.indices {
      reading.claims[place].source = reading.claims[place].source.map { places[$0] }
      var seen: Set<Participant> = []
      reading.claims[place].participants = reading.claims[place].participants.compactMap { participant in
        let moved = Participant(role: participant.role, entity: places[participant.entity])
        // What a kind cannot be, such as a law as the target, it is no longer.
        guard entities[moved.entity].kind.canPlay(moved.role), seen.insert(moved).inserted else { return nil }
        return moved
      }
    }
    return reading
  }

  /// The identity that an identifier such as `company/mithril-trading` tells; nil for entries of lists and claims.
  private static func identity(_ id: String) -> Identity? {
    let parts = id.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let kind = EntityKind(rawValue: String(parts[0])) else { return nil }
    let name = parts[1].split(separator: "-").joined(separator: " ")
    return Identity(kind: kind, key: NameKey(name, kind: kind).text)
  }

  /// Two verdicts that cannot both hold, by their places.
  public struct Contradiction: Hashable, Sendable {
    /// The place of the one that came first.
    public var first: Int
    /// The place of the other.
    public var second: Int
  }

  /// The verdicts that contradict an earlier one: about one pair, or one subject with two answers.
  public static func contradictions(in verdicts: [Verdict]) -> [Contradiction] {
    var found: [Contradiction] = []
    var answers: [String: (place: Int, answer: String)] = [:]
    for (place, verdict) in verdicts.enumerated() {
      let (question, answer) =
        switch verdict.kind {
        case .same, .different:
          ("pair \([verdict.subject, verdict.object].sorted())", verdict.kind.rawValue)
        case .retype, .rename: ("\(verdict.kind.rawValue) \(verdict.subject)", verdict.object)
        case .redate, .reject: ("claim \(verdict.subject)", verdict.kind.rawValue + verdict.object)
        }
      if let known = answers[question] {
        if known.answer != answer { found.append(Contradiction(first: known.place, second: place)) }
      } else {
        answers[question] = (place, answer)
      }
    }
    return found
  }
}
