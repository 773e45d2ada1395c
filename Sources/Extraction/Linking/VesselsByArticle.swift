import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds ships by their article where the sentence speaks of shipping: "seized the Wise Ranger", "the Sea Orc 6".
  ///
  /// Other names of two ordinary words with an article are bodies, places and events, which have a head word.
  func vesselsByArticle() {
    for run in loose where canBeVessel(run) {
      var last = run.last
      if isHullNumber(last) { last += 1 }
      let name = properCase(CapitalRun(first: run.first, last: last))
      let entity = add(
        FoundEntity(kind: .vessel, name: name),
        key: key(.vessel, name, CapitalRun(first: run.first, last: last)))
      addMention(run.first, last, entity: entity, rule: "vessel by its article")
    }
    dropReplacedMentions()
  }

  private func canBeVessel(_ run: CapitalRun) -> Bool {
    if isInShipCapitals(run) { return true }
    let numbered = isHullNumber(run.last)
    guard (run.first..<run.last).allSatisfy({ mentionAt[$0] < 0 }), word(run.first - 1) == lexicon.words.the,
      run.last - run.first >= (numbered || isSeized(run) ? 1 : 2), run.last - run.first <= 4,
      (run.first..<run.last).allSatisfy({ index in
        isCapital(index) && (!isNoShipWord(index) || has(index, .placeHead) && index < run.last - 1)
      }),
      !titleCased[sentence(of: run.first)], !isCapital(run.last), word(run.last) != lexicon.words.of,
      !shape(run.last).contains(.hyphenBefore)
    else { return false }
    return sentences[sentence(of: run.first)].contains { speaksOfShips($0) || isIdentifiedProperty($0) }
  }

  /// "Identified the Silver Heron as property in which X has an interest": releases say so of ships and aircraft.
  private func isIdentifiedProperty(_ index: Int) -> Bool {
    has(index, .nounAssets) && reads(index, "property")
      && (word(index - 1) == lexicon.words.as
        || word(index - 2) == lexicon.words.as && reads(index - 1, "blocked"))
  }

  /// "Seized the Tango": what is seized with an article and a name of its own is a ship.
  private func isSeized(_ run: CapitalRun) -> Bool {
    let isSeizing = reads(
      run.first - 2, "seized", "seize", "impounded", "impound", "boarded", "intercepted", "seizing")
    // "The Temeteron, which was seized off Umbar".
    let isSeizedBehind =
      word(run.last) == Mark.comma && has(run.last + 1, .relative) && has(run.last + 2, .be)
      && reads(run.last + 3, "seized", "impounded", "boarded", "intercepted")
    return (isSeizing || isSeizedBehind) && !isCapital(run.last) && !shape(run.first).contains(.allCapitals)
  }

  /// "The NORTHERN QUAY and the SEA ANTLER are identified as blocked property": releases write ships in capitals.
  private func isInShipCapitals(_ run: CapitalRun) -> Bool {
    guard word(run.first - 1) == lexicon.words.the, run.last - run.first <= 4,
      (run.first..<run.last).allSatisfy({ index in
        mentionAt[index] < 0 && shape(index).contains(.allCapitals) && shape(index).contains(.long)
          && !shape(index).contains(.dotted) && !has(index, .legalForm)
      }),
      run.last - run.first > 1 || tokens[run.first].end - tokens[run.first].start > 6,
      !isCapital(run.last), !titleCased[sentence(of: run.first)]
    else { return false }
    let range = sentences[sentence(of: run.first)]
    return range.contains { speaksOfShips($0) || has($0, .nounAssets) }
      && range.contains { !isCapital($0) && shape($0).contains(.long) }
  }

  /// "Jin Hae 7", "Min Ning De You 078".
  private func isHullNumber(_ index: Int) -> Bool {
    shape(index).contains(.number) && !shape(index).contains(.grouped)
      && !shape(index).contains(.hyphenBefore)
      && !shape(index).contains(.suffixed) && tokens[index].end - tokens[index].start <= 3
  }

  private func speaksOfShips(_ index: Int) -> Bool {
    has(index, .vesselNoun) || has(index, .shipping) && !isCapital(index)
  }

  private func isNoShipWord(_ index: Int) -> Bool {
    has(index, .placeHead) || has(index, .orgHead) || has(index, .agreementHead) || has(index, .lawHead)
      || has(index, .companyWord) || has(index, .title) || lexicon.sense(word(index)).contains(.demonym)
      || shape(index).contains(.allCapitals) && shape(index).contains(.long)
  }
}
