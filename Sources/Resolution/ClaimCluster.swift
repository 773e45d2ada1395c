import Model

/// Claims that are taken to be about one event.
struct ClaimCluster {
  private(set) var members: [Int] = []
  private(set) var keys: Set<String> = []
  private(set) var span: DaySpan
  private let isDated: Bool
  private var doers: [String] = []
  private var instruments: Set<String> = []
  private var hasActual = false
  private var hasNegated = false

  /// A cluster of one claim.
  init(_ claim: ClaimTraits, parts: PartRelations) {
    span = claim.span
    isDated = claim.isDated
    add(claim, parts: parts)
  }

  /// Takes a claim in.
  mutating func add(_ claim: ClaimTraits, parts: PartRelations) {
    members.append(claim.index)
    keys.formUnion(claim.keys)
    // A dated cluster keeps the date of the claims that founded it, which is never wider than a later one.
    if !isDated { span = span.narrowed(by: claim.span) }
    if doers != claim.doers { doers = parts.mostSpecific(Array(Set(doers + claim.doers)).sorted()) }
    instruments.formUnion(claim.instruments)
    if claim.status == .actual { hasActual = true }
    if claim.status == .negated { hasNegated = true }
  }

  /// Whether a claim that shares a key can be about the same event.
  func admits(_ claim: ClaimTraits, parts: PartRelations) -> Bool {
    guard span.overlaps(claim.span), parts.agree(doers, claim.doers),
      parts.agree(Array(instruments), claim.instruments)
    else { return false }
    let contradicts = (claim.status == .negated && hasActual) || (claim.status == .actual && hasNegated)
    // That something was not done contradicts that it was only where both speak of the same day and the same doer;
    // a failure to act is not undone by an act of another day.
    return !contradicts || (isDated && claim.isDated && !doers.isEmpty && !claim.doers.isEmpty)
  }
}
