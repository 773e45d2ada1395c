import Knowledge
import Model
import TextMatching

/// Several parties that one pronoun or pair of words stands for.
extension PostReader {
  /// Those whom "them", "both" or "either" means: the targets of the act told last.
  func targetsMeant(_ token: Int) -> [Int] {
    guard reads(token, "them", "both", "either") else { return [] }
    let here = sentence(of: token)
    let last = events.reversed().prefix { here - $0.sentence <= 1 }.first { $0.has(.target) }
    guard let last, last.kind == .designation || last.kind == .delisting || last.kind == .enforcement else {
      return last == nil ? partiesJoined(before: token) : []
    }
    return last.participants.filter { $0.role == .target }.map(\.entity)
  }

  /// The parties that "and" joined last: "the Arnor Star and the Rohan Glory lost their flags after Eriador listed them".
  private func partiesJoined(before token: Int) -> [Int] {
    var found: [Int] = []
    var next: Int?
    for mention in recentMentions(before: token).reversed()
    where sentence(of: token) - sentence(of: mention.first) <= 1 {
      let kind = entities[mention.entity].kind
      let isParty = kind.canBeListed && !designates(mention.entity)
      let isJoined = next.map { end in
        (mention.last..<max(mention.last, end)).allSatisfy {
          word($0) == Mark.comma || word($0) == lexicon.words.and || has($0, .article)
        }
      }
      guard isParty, isJoined != false else {
        if found.count > 1 { break }
        found = isParty ? [mention.entity] : []
        next = isParty ? mention.first : nil
        continue
      }
      if !found.contains(mention.entity) { found.insert(mention.entity, at: 0) }
      next = mention.first
    }
    return found.count > 1 ? found : []
  }

  /// The two whom "both lenders", "either ship" or "the two firms" means: those of that kind named last, and no third near.
  func pairMeant(_ filler: Filler) -> [Int] {
    let isPair =
      reads(filler.first, "both", "either")
      || word(filler.first) == lexicon.words.the && reads(filler.first + 1, "two", "pair")
    guard isPair, filler.head > filler.first, let kind = sort(ofNoun: filler.head) else { return [] }
    let here = sentence(of: filler.head)
    var found: [Int] = []
    for mention in recentMentions(before: filler.first).reversed()
    where !mention.isNominal && here - sentence(of: mention.first) <= 6 {
      guard entities[mention.entity].kind == kind, !designates(mention.entity),
        !found.contains(mention.entity)
      else { continue }
      found.append(mention.entity)
      if found.count == 2 { return found.reversed() }
    }
    return []
  }

  /// The kind of party that a common noun names.
  private func sort(ofNoun index: Int) -> EntityKind? {
    if has(index, .vesselNoun) { return .vessel }
    if has(index, .bankNoun) || ends(index, in: "banks") || ends(index, in: "bank") { return .bank }
    if has(index, .airlineNoun) { return .airline }
    return has(index, .companyNoun)
      ? .company : reads(index, "men", "man", "women", "officials") ? .person : nil
  }
}
