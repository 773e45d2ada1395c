import Model

/// What of a claim decides which event it belongs to.
struct ClaimTraits {
  /// The claim's place in the list of all.
  let index: Int
  let status: Status
  let isDated: Bool
  /// The days of its date, else those that its publication leaves.
  let span: DaySpan
  /// Who is hit, what is adopted, who tests.
  let keys: [String]
  /// Who does it, as closely as it is told: authorities, or for a violation the actors.
  let doers: [String]
  /// Under what it is done, where that is not the key.
  let instruments: [String]
  /// How much is left open: 0 nothing, 1 the date or who does it, 2 both.
  let vagueness: Int
  /// How small a part of a larger body those who do it are.
  let depth: Int

  init(_ claim: StoredClaim, index: Int, parts: PartRelations) {
    self.index = index
    status = claim.status
    isDated = claim.date != nil
    span = claim.date.map(DaySpan.init) ?? DaySpan(boundOf: claim)
    let keyRole = claim.kind.keyRole
    keys = Array(Set(claim.entities(in: keyRole))).sorted()
    let doerRole = ClaimTraits.doerRole(of: claim.kind)
    doers = parts.mostSpecific(doerRole.map { Array(Set(claim.entities(in: $0))).sorted() } ?? [])
    instruments = keyRole == .instrument ? [] : Array(Set(claim.entities(in: .instrument))).sorted()
    vagueness = (isDated ? 0 : 1) + (doerRole != nil && doers.isEmpty ? 1 : 0)
    depth = doers.map(parts.depth(of:)).max() ?? -1
  }

  /// The role beside the key whose holders tell two acts apart.
  private static func doerRole(of kind: EventKind) -> Role? {
    switch kind {
    case .weaponsTest: nil
    case .violation: .actor
    case .designation, .delisting, .restriction, .relief, .adoption, .enforcement: .authority
    }
  }

  /// Whether two tell the same of when, by whom, under what and whether it was done.
  func tellsTheSame(as other: ClaimTraits) -> Bool {
    (isDated ? span : nil) == (other.isDated ? other.span : nil) && doers == other.doers
      && instruments == other.instruments && status == other.status
  }

  /// Whether two cannot be about the same event.
  func excludes(_ other: ClaimTraits, _ parts: PartRelations) -> Bool {
    let contradicts =
      (status == .actual && other.status == .negated) || (status == .negated && other.status == .actual)
    return contradicts || (isDated && other.isDated && !span.overlaps(other.span))
      || !parts.agree(doers, other.doers) || !parts.agree(instruments, other.instruments)
  }
}
