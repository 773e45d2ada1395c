import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Names that mean an entity beside a fuller one, or where the text speaks of its country.
  func acceptWeakNames() {
    let hits = withoutRivals(weakNames)
    // "Council prolongs measures": what a headline means the text tells.
    let textFirst =
      hits.drop { Int(tokens[$0.first].start) < titleLength }
      + hits.prefix { Int(tokens[$0.first].start) < titleLength }
    var named = NamedSoFar()
    for hit in textFirst where (hit.first..<hit.last).allSatisfy({ mentionAt[$0] < 0 }) {
      let record = lexicon.names[hit.index]
      let before =
        reads(hit.first - 1, "full", "whole", "entire") ? word(hit.first - 2) : word(hit.first - 1)
      if record.kind == .country {
        // "the North" is a country; "North Road" is none.
        let alone =
          !isCapital(hit.last) && (!isCapital(hit.first - 1) || word(hit.first - 1) == lexicon.words.the)
          && !shape(hit.last).contains(.hyphenBefore)
        guard alone, before == lexicon.words.the || hit.last - hit.first > 1 || isCountryUse(record) else {
          continue
        }
        if before == lexicon.words.the, word(hit.last) == lexicon.words.of { continue }
        // "All States", "Member States", "States that reflag ships": only "the States" is a country.
        if ends(hit.last - 1, in: "s"), before != lexicon.words.the { continue }
        guard speaks(of: hit.index, &named) || isCountryUse(record) else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name of a country")
      } else if isDepartmentActing(hit, record, &named) {
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name of a body that acts")
      } else if entityIndex[EntityKey.known(hit.index)] != nil {
        guard !isCapital(hit.last) || shape(hit.last).contains(.paragraphStart) else { continue }
        // "State media" at the head of a sentence, "the State": no department.
        if record.name.hasSuffix(" Department"), isOrdinary(hit.first),
          word(hit.first - 1) == lexicon.words.the
            || sentences[sentence(of: hit.first)].lowerBound == hit.first && !actsBehind(hit.last)
        {
          continue
        }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name beside the full one")
      } else if let country = lexicon.nameIndex[record.country], speaks(of: country, &named),
        hit.last - hit.first > 1
      {
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "name in the context of its country")
      } else if record.partOf.isEmpty == false, let whole = lexicon.nameIndex[record.partOf],
        speaks(of: whole, &named) || passesLaw(hit),
        before == lexicon.words.the || hit.last - hit.first > 1
      {
        guard !isCapital(hit.last), word(hit.last) != lexicon.words.of else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "name in the context of its whole")
      }
    }
  }

  /// "Justice charged three others", "the rule that State wanted": a department that acts, beside another of its country.
  private func isDepartmentActing(
    _ hit: PhraseHit, _ record: NameRecord, _ named: inout NamedSoFar
  ) -> Bool {
    guard record.kind == .organization, hit.last - hit.first == 1, record.name.hasSuffix(" Department"),
      word(hit.first - 1) != lexicon.words.the, !isCapital(hit.first - 1), !isCapital(hit.last),
      actsBehind(hit.last)
    else { return false }
    named.take(entities, lexicon)
    return named.has(another: hit.index, of: record.country)
  }

  /// Of two weak names of the same words, the one whose body or whole the post names more often: "the Council" of the
  /// European Union or of the United Nations.
  private func withoutRivals(_ hits: [PhraseHit]) -> [PhraseHit] {
    var kept: [PhraseHit] = []
    kept.reserveCapacity(hits.count)
    var weights: [Int: Int] = [:]
    func weight(_ name: Int) -> Int {
      if let known = weights[name] { return known }
      let whole = lexicon.nameIndex[lexicon.names[name].partOf] ?? -1
      let found = mentions.count { mention in
        let known = mention.entity >= 0 ? entities[mention.entity].known : -1
        return known >= 0 && (known == name || known == whole)
      }
      weights[name] = found
      return found
    }
    for hit in hits {
      guard let last = kept.last, last.first == hit.first, last.last == hit.last else {
        kept.append(hit)
        continue
      }
      if weight(hit.index) > weight(last.index) { kept[kept.count - 1] = hit }
    }
    return kept
  }

  /// "The House passed the Harbor Integrity Act": a chamber where the sentence names a law.
  private func passesLaw(_ hit: PhraseHit) -> Bool {
    sentences[sentence(of: hit.first)].contains { token in
      entity(at: token).map { entities[$0].kind == .law } ?? false
    }
  }

  private func isCountryUse(_ record: NameRecord) -> Bool {
    !record.name.hasPrefix("North ") && record.weak.count > 0
  }

  /// Whether the post names an entity, or the neighbour that its short name is opposed to.
  private func speaks(of name: Int, _ named: inout NamedSoFar) -> Bool {
    if entityIndex[EntityKey.known(name)] != nil { return true }
    // A post that cites a resolution speaks of the United Nations.
    if lexicon.names[name].name == "United Nations" {
      named.take(entities, lexicon)
      if named.hasResolution { return true }
    }
    let record = lexicon.names[name]
    guard record.kind == .country, record.name.hasSuffix("Korea") else { return false }
    return ["North Korea", "South Korea"].contains {
      lexicon.nameIndex[$0].map { entityIndex[EntityKey.known($0)] != nil } ?? false
    }
      || demonyms.contains { lexicon.names[$0.index].name.hasSuffix("Korea") }
  }
}

/// The known bodies of each country that a post names, and whether it names a resolution, gathered as it goes on so that no name looks at all of them.
private struct NamedSoFar {
  private var taken = 0
  private var bodies: [String: Set<Int>] = [:]
  private(set) var hasResolution = false

  mutating func take(_ entities: [FoundEntity], _ lexicon: Lexicon) {
    for entity in entities[taken...] {
      if entity.kind == .resolution { hasResolution = true }
      guard entity.known >= 0, entity.kind == .organization else { continue }
      bodies[lexicon.names[entity.known].country, default: []].insert(entity.known)
    }
    taken = entities.count
  }

  func has(another name: Int, of country: String) -> Bool {
    guard let known = bodies[country] else { return false }
    return known.count > 1 || !known.isEmpty && !known.contains(name)
  }
}
