import Model

/// Events, their status and date, and who takes part in them.
extension ScoreSheet {
  mutating func addEvents(_ both: Comparison) {
    var left = both.found.claims
    var pairs: [(gold: Claim, found: Claim)] = []
    var missed: [Claim] = []
    for gold in both.gold.claims {
      let fitting = left.filter { ScoreSheet.isSame(gold, $0) }
      guard let best = ScoreSheet.closest(of: fitting, to: gold, both) else {
        missed.append(gold)
        continue
      }
      pairs.append((gold, best))
      // Further claims on other triggers of one told event are neither right nor wrong.
      left.removeAll { ScoreSheet.isSame(gold, $0) }
    }
    count(.event, right: pairs.count, spurious: left.count, missed: missed.count)
    for claim in missed {
      note(
        both, "event", .missed, claim.kind.rawValue, both.words(claim.triggers[0]),
        gold: claim.status.rawValue)
    }
    for claim in left {
      let words = claim.triggers.first.map { both.words($0) } ?? ""
      note(both, "event", .spurious, claim.kind.rawValue, words, found: claim.status.rawValue)
    }
    for (gold, found) in pairs {
      compareStatus(gold, found, both)
      compareDate(gold, found, both)
    }
  }

  private static func isSame(_ gold: Claim, _ found: Claim) -> Bool {
    gold.kind == found.kind && gold.triggers.contains { found.triggers.contains(where: $0.overlaps) }
  }

  /// The claim that shares the most participants with the answer; of equals the first.
  private static func closest(of claims: [Claim], to gold: Claim, _ both: Comparison) -> Claim? {
    let wanted = Set(gold.participants.map { both.gold.entities[$0.entity].id })
    func shared(_ claim: Claim) -> Int {
      wanted.intersection(claim.participants.map { both.goldName(of: $0.entity) }).count
    }
    guard var best = claims.first else { return nil }
    for claim in claims.dropFirst() where shared(claim) > shared(best) { best = claim }
    return best
  }

  private mutating func compareStatus(_ gold: Claim, _ found: Claim, _ both: Comparison) {
    statuses.add(isRight: gold.status == found.status)
    confusion[gold.status, default: [:]][found.status, default: 0] += 1
    if gold.status == found.status { return }
    note(
      both, "event-status", .wrong, gold.kind.rawValue, both.words(gold.triggers[0]),
      gold: gold.status.rawValue, found: found.status.rawValue)
  }

  private mutating func compareDate(_ gold: Claim, _ found: Claim, _ both: Comparison) {
    let agrees: Bool
    if let date = gold.date {
      agrees = DateAgreement.agrees(date, found.date)
    } else {
      // What knowledge adds to the post is no invention.
      guard found.date != nil, found.basis != .knowledge else { return }
      agrees = false
    }
    dates.add(isRight: agrees)
    if agrees { return }
    note(
      both, "event-date", gold.date == nil ? .spurious : found.date == nil ? .missed : .wrong,
      gold.kind.rawValue, both.words(gold.triggers[0]), gold: gold.date?.text, found: found.date?.text)
  }

  mutating func addArguments(_ both: Comparison) {
    let wanted = ScoreSheet.arguments(both.gold.claims) { both.gold.entities[$0].id }
    let got = ScoreSheet.arguments(both.found.claims, both.goldName)
    count(wanted, got, .argument)
    for argument in wanted.subtracting(got).sorted() {
      note(both, "argument", .missed, argument.kind, argument.part, gold: argument.entity)
    }
    for argument in got.subtracting(wanted).sorted() {
      note(both, "argument", .spurious, argument.kind, argument.part, found: argument.entity)
    }
    let isReal: (Claim) -> Bool = { $0.status == .actual && ScoreSheet.hitsParty.contains($0.kind) }
    count(
      ScoreSheet.arguments(both.gold.claims.filter(isReal)) { both.gold.entities[$0].id },
      ScoreSheet.arguments(both.found.claims.filter(isReal), both.goldName), .actualArgument)
  }

  /// The kinds of events that an analyst asks for by who was hit.
  private static let hitsParty: Set<EventKind> = [
    .designation, .delisting, .restriction, .relief, .enforcement,
  ]

  /// Somebody in a role of a kind of event; however often told, it is one.
  private struct Argument: Hashable, Comparable {
    var kind: String
    var part: String
    var entity: String

    static func < (left: Argument, right: Argument) -> Bool {
      (left.kind, left.part) == (right.kind, right.part)
        ? isBefore(left.entity, right.entity) : (left.kind, left.part) < (right.kind, right.part)
    }
  }

  private static func arguments(_ claims: [Claim], _ name: (Int) -> String) -> Set<Argument> {
    var arguments: Set<Argument> = []
    for claim in claims {
      for participant in claim.participants {
        arguments.insert(
          Argument(
            kind: claim.kind.rawValue, part: participant.role.rawValue, entity: name(participant.entity)))
      }
    }
    return arguments
  }

  private mutating func count(_ wanted: Set<Argument>, _ got: Set<Argument>, _ measure: Measure) {
    let right = wanted.intersection(got).count
    count(measure, right: right, spurious: got.count - right, missed: wanted.count - right)
  }
}
