import Model

/// Mentions, entities and times.
extension ScoreSheet {
  mutating func addMentions(_ both: Comparison) {
    addMentions(both.named, both.scored, .mention, .mentionOverlap)
    let isCore: (Comparison.Name) -> Bool = { ScoreSheet.coreKinds.contains($0.kind) }
    addMentions(both.named.filter(isCore), both.scored.filter(isCore), .mentionCore, .mentionCoreOverlap)
    let (pairs, missed, spurious) = match(both.named, both.scored, ScoreSheet.isSame)
    for name in missed {
      kinds[name.kind, default: Tally()].falseNegatives += 1
      note(both, "mention", .missed, name.kind.rawValue, both.words(name.span), gold: name.entity)
    }
    for name in spurious {
      kinds[name.kind, default: Tally()].falsePositives += 1
      note(both, "mention", .spurious, name.kind.rawValue, both.words(name.span), found: name.entity)
    }
    for (name, _) in pairs { kinds[name.kind, default: Tally()].truePositives += 1 }
  }

  /// The kinds that only a text tells; countries and places are looked up.
  private static let coreKinds: Set<EntityKind> = [
    .person, .bank, .airline, .company, .vessel, .organization, .resolution, .law, .agreement,
  ]

  private mutating func addMentions(
    _ gold: [Comparison.Name], _ found: [Comparison.Name], _ exact: Measure, _ overlapping: Measure
  ) {
    let same = match(gold, found, ScoreSheet.isSame)
    count(exact, right: same.pairs.count, spurious: same.spurious.count, missed: same.missed.count)
    let near = match(gold, found) { $0.span.overlaps($1.span) && $0.kind == $1.kind }
    count(overlapping, right: near.pairs.count, spurious: near.spurious.count, missed: near.missed.count)
  }

  private static func isSame(_ gold: Comparison.Name, _ found: Comparison.Name) -> Bool {
    gold.span == found.span && gold.kind == found.kind
  }

  mutating func addEntities(_ both: Comparison) {
    let alignment = both.alignment
    let found = Set(both.scored.map(\.entity)).count
    count(
      .entity, right: alignment.hits.count, spurious: max(found - alignment.hits.count, 0),
      missed: alignment.goldNames.subtracting(alignment.hits).count)
    for nominal in both.nominals {
      let there = both.mentions.filter { nominal.span.overlaps($0.span) }
      let isRight = there.contains { alignment.gold(of: $0.entity) == nominal.entity }
      nominals.add(isRight: isRight)
      if isRight { continue }
      note(
        both, "nominal-accuracy", there.isEmpty ? .missed : .wrong, nominal.kind.rawValue,
        both.words(nominal.span), gold: nominal.entity, found: there.first?.entity)
    }
  }

  mutating func addTimes(_ both: Comparison) {
    let (pairs, missed, spurious) = match(both.gold.times, both.found.times) { $0.span.overlaps($1.span) }
    count(.timeSpan, right: pairs.count, spurious: spurious.count, missed: missed.count)
    let wrong = pairs.filter { $0.gold.value != $0.found.value }
    count(
      .timeValue, right: pairs.count - wrong.count, spurious: spurious.count + wrong.count,
      missed: missed.count + wrong.count)
    for (gold, found) in wrong {
      note(
        both, "time-value", .wrong, "", both.words(gold.span), gold: gold.value.text, found: found.value.text)
    }
    for time in missed {
      note(both, "time-span", .missed, "", both.words(time.span), gold: time.value.text)
    }
    for time in spurious {
      note(both, "time-span", .spurious, "", both.words(time.span), found: time.value.text)
    }
  }
}
