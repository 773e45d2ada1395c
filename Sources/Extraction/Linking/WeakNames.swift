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
    for hit in textFirst where (hit.first..<hit.last).allSatisfy({ mentionAt[$0] < 0 }) {
      let record = lexicon.names[hit.index]
      let before =
        reads(hit.first - 1, "full", "whole", "entire") ? word(hit.first - 2) : word(hit.first - 1)
      if record.kind == .country {
        // "the North" is a country; "North Road" is none.
        let alone =
          !isCapital(hit.last) && !isCapital(hit.first - 1) && !shape(hit.last).contains(.hyphenBefore)
        guard alone, before == lexicon.words.the || hit.last - hit.first > 1 || isCountryUse(record) else {
          continue
        }
        if before == lexicon.words.the, word(hit.last) == lexicon.words.of { continue }
        // "All States", "Member States", "States that reflag ships": only "the States" is a country.
        if ends(hit.last - 1, in: "s"), before != lexicon.words.the { continue }
        guard speaks(of: hit.index) || isCountryUse(record) else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name of a country")
      } else if entityIndex[EntityKey.known(hit.index)] != nil {
        guard !isCapital(hit.last) || shape(hit.last).contains(.paragraphStart) else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "short name beside the full one")
      } else if let country = lexicon.nameIndex[record.country], speaks(of: country), hit.last - hit.first > 1
      {
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "name in the context of its country")
      } else if record.partOf.isEmpty == false, let whole = lexicon.nameIndex[record.partOf],
        speaks(of: whole) || passesLaw(hit),
        before == lexicon.words.the || hit.last - hit.first > 1
      {
        guard !isCapital(hit.last), word(hit.last) != lexicon.words.of else { continue }
        addMention(hit.first, hit.last, entity: known(hit.index), rule: "name in the context of its whole")
      }
    }
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
  private func speaks(of name: Int) -> Bool {
    if entityIndex[EntityKey.known(name)] != nil { return true }
    // A post that cites a resolution speaks of the United Nations.
    if lexicon.names[name].name == "United Nations", entities.contains(where: { $0.kind == .resolution }) {
      return true
    }
    let record = lexicon.names[name]
    guard record.kind == .country, record.name.hasSuffix("Korea") else { return false }
    return ["North Korea", "South Korea"].contains {
      lexicon.nameIndex[$0].map { entityIndex[EntityKey.known($0)] != nil } ?? false
    }
      || demonyms.contains { lexicon.names[$0.index].name.hasSuffix("Korea") }
  }
}
