import Knowledge
import Model
import TextMatching

extension PostReader {
  /// A strange word after "in", "at" or "near", or before "-based", is a place.
  func placesByPreposition() {
    takeCapitalsBeforeCountries()
    takeAgencies()
    takeStates()
    for run in loose where mentionAt[run.first] < 0 {
      let before = word(run.first - 1)
      let based = shape(run.last).contains(.hyphenBefore) && word(run.last) == lexicon.words.based
      let inside =
        before == lexicon.words.in || before == lexicon.words.at && !has(run.first, .title)
        || has(run.first - 1, .placePreposition) && before != lexicon.words.to
          && before != lexicon.words.through && before != lexicon.words.between && !isCapital(run.first - 1)
      if titleCased[sentence(of: run.first)], isCapital(run.last) { continue }
      // "The port of Pelargir"; "Gondolin Wood, of Pelargir, which …".
      let named =
        before == lexicon.words.of
        && ((has(run.first - 2, .placeHead)
          || reads(run.first - 2, "bishop", "archbishop", "mayor", "governor"))
          && !isCapital(run.first - 2)
          || word(run.first - 2) == Mark.comma && word(run.last) == Mark.comma
            && mentionAt[run.first - 3] >= 0)
      guard based || inside || named || isDateline(run.first, run.last) else { continue }
      let strange = (run.first..<run.last).allSatisfy {
        (!isOrdinary($0) || has($0, .particle) && $0 > run.first)
          && !lexicon.sense(word($0)).contains(.demonym)
      }
      guard strange, !(run.first..<run.last).contains(where: { shape($0).contains(.suffixed) }) else {
        continue
      }
      if shape(run.first).contains(.allCapitals), shape(run.first).contains(.long),
        !isDateline(run.first, run.last)
      {
        continue
      }
      let name = properCase(run)
      let entity = add(FoundEntity(kind: .place, name: name), key: EntityKey.named(.place, name.slug))
      addMention(run.first, run.last, entity: entity, rule: "place by preposition")
    }
  }

  /// Capitals with dots behind a city and a comma are its state, as N.Y behind BROOKLYN.
  private func takeStates() {
    for index in capitals.lazy.map(Int.init)
    where mentionAt[index] < 0 && shape(index).contains(.dotted) && word(index - 1) == Mark.comma {
      guard let city = mention(endingAt: index - 1), entities[mentions[city].entity].kind == .place else {
        continue
      }
      addNamed(
        .place, text(of: index), CapitalRun(first: index, last: index + 1), rule: "state behind its city")
    }
  }

  /// "OSGILIATH, March 12 (GPI) --": capitals in brackets before the dash of a dateline are an agency.
  private func takeAgencies() {
    for index in capitals.lazy.map(Int.init)
    where mentionAt[index] < 0 && word(index - 1) == Mark.open && word(index + 1) == Mark.close {
      guard shape(index).contains(.allCapitals), shape(index).contains(.long),
        word(index + 2) == Mark.dash || word(index + 2) == Mark.hyphen,
        (max(0, index - 8)..<index).contains(where: { shape($0).contains(.paragraphStart) })
      else { continue }
      addNamed(
        .organization, text(of: index), CapitalRun(first: index, last: index + 1),
        rule: "agency in a dateline")
    }
  }

  /// Whether a token joins the items of a list.
  private func isListJoint(_ index: Int) -> Bool {
    word(index) == Mark.comma || word(index) == lexicon.words.and || word(index) == lexicon.words.or
  }

  /// Whether a mention names a place that is no country.
  private func isCity(_ mention: Int) -> Bool { entities[mentions[mention].entity].kind == .place }

  /// "Of Kampala, Uganda", "Juba, South Sudan": a capital before its country is a place.
  private func takeCapitalsBeforeCountries() {
    for mention in mentions where mention.rule == "capital for the government" && mention.entity >= 0 {
      // "New York, London and Rotterdam": beside another city it is one.
      let isListed =
        isListJoint(mention.first - 1)
        && self.mention(endingAt: mention.first - 1).map { isCity($0) } ?? false
        || isListJoint(mention.last) && mentionStarting(at: mention.last + 1).map { isCity($0) } ?? false
      let isBeforeCountry =
        word(mention.last) == Mark.comma
        && mentionStarting(at: mention.last + 1).map {
          mentions[$0].entity == mention.entity && mentions[$0].rule != mention.rule
        } ?? false
      guard isListed || isBeforeCountry else { continue }
      let name = properCase(CapitalRun(first: mention.first, last: mention.last))
      let entity = add(FoundEntity(kind: .place, name: name), key: EntityKey.named(.place, name.slug))
      addMention(mention.first, mention.last, entity: entity, rule: "capital before its country")
    }
    dropReplacedMentions()
  }
}
