import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The events that participles before a noun tell: "the previously designated Arnor Trust Bank", "the OFAC-designated
  /// bank", "U.S.- and UN-blacklisted entities".
  func attributiveSites(_ clauses: Clauses) -> [TriggerSite] {
    clauses.units.indices.compactMap { unit in
      guard clauses.units[unit].kind == .nounPhrase else { return nil }
      return attributiveSite(in: unit, clauses)
    }
  }

  private func attributiveSite(in unit: Int, _ clauses: Clauses) -> TriggerSite? {
    let phrase = clauses.units[unit]
    guard
      let participle = (phrase.first..<phrase.last).first(where: { token in
        guard mentionAt[token] < 0, token < phrase.last - 1 || token == phrase.head,
          let forms = verbForms(token), forms.contains(.participle), !isInNotName(token)
        else { return false }
        return !lexicon.verbs[Int(lexicon.verbForm(word(token)).lemma)].frames.isEmpty
      }), participle < phrase.head
    else { return nil }
    var site = TriggerSite(kind: .verb, unit: unit, tokens: participle..<(participle + 1))
    site.isAttribute = true
    site.slots.isPassive = true
    site.slots.object = targets(of: unit, clauses)
    guard !site.slots.object.isEmpty else { return nil }
    let doers = doers(before: participle, in: phrase)
    if !doers.isEmpty {
      let fillers = doers.map { Filler(unit: unit, head: $0, first: $0) }
      site.slots.prepositions.append((lexicon.words.by, participle, fillers))
    }
    return site
  }

  /// What the participle describes: the name that heads its phrase, or the names behind a common noun or behind what says who they are.
  private func targets(of unit: Int, _ clauses: Clauses) -> [Filler] {
    let phrase = clauses.units[unit]
    if entity(at: phrase.head) != nil { return list(at: unit, clauses)?.fillers ?? [] }
    var next = unit + 1
    guard has(phrase.head, .genericParty) || has(phrase.head, .title) else { return [] }
    let units = clauses.units
    // "The Brackwater Group, a sanctioned gang of hackers": whom the apposition describes.
    if unit > 1, units[unit - 1].kind == .comma, units[unit - 2].kind == .nounPhrase,
      let described = entity(at: units[unit - 2].head), entities[described].kind.canBeListed,
      has(phrase.first, .article), next >= units.count || units[next].kind != .nounPhrase
    {
      return [Filler(unit: unit - 2, head: units[unit - 2].head, first: units[unit - 2].first)]
    }
    guard next < units.count else { return [] }
    // "Another U.S.-designated vessel, the YORGOS".
    if units[next].kind == .comma, next + 1 < units.count, units[next + 1].kind == .nounPhrase,
      let named = entity(at: units[next + 1].head), entities[named].kind.canBeListed,
      !ends(phrase.head, in: "s"), next + 2 >= units.count || units[next + 2].kind != .conjunction
    {
      return [Filler(unit: next + 1, head: units[next + 1].head, first: units[next + 1].first)]
    }
    // "Other sanctioned officials include X and Y".
    if isNaming(clauses.units[next]) { next += 1 }
    guard next < clauses.units.count, clauses.units[next].kind == .nounPhrase,
      entity(at: clauses.units[next].head) != nil
    else { return [] }
    return list(at: next, clauses)?.fillers ?? []
  }

  /// The names that a hyphen joins to the participle, those before "and" included.
  private func doers(before participle: Int, in phrase: Unit) -> [Int] {
    guard shape(participle).contains(.hyphenBefore) else { return [] }
    var found: [Int] = []
    var at = participle - 1
    while at >= 0, mentionAt[at] >= 0 {
      found.append(at)
      at = mentions[Int(mentionAt[at])].first - 1
      guard word(at) == lexicon.words.and else { break }
      at -= 1
      if word(at) == Mark.hyphen || word(at) == Mark.dash { at -= 1 }
    }
    return found
  }
}
