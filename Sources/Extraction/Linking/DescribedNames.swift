import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells what bare names are from the nouns beside them: "truck makers Orne and Whit", "Orne, a Dunland trader".
  func kindsByDescription() {
    var shared: (kind: EntityKind, end: Int)?
    var kinds: [String: EntityKind] = [:]
    for run in loose where (run.first..<run.last).allSatisfy({ mentionAt[$0] < 0 }) {
      // "lenders Orne and Whit": what a noun in the plural tells holds for the names joined to the first one.
      let isJoined = shared.map { isJoint($0.end, run.first) } ?? false
      // "Two companies in Umbar, Dry Wood and Iron Gate": of ordinary words too.
      let announced = kind(announcing: run.first)
      let isAnnounced = announced == .company
      guard run.last - run.first <= 4, !titleCased[sentence(of: run.first)],
        (run.first..<run.last).contains(where: { isStrange($0) })
          || isWritten(run)
            && (isJoined || isAnnounced || kind(ofAppositionBehind: run.last) == .company
              || isOfGroup(run.first))
          || run.last - run.first > 1 && isHitPassively(run)
          // "Designated Defense Industries System, an enterprise of the army".
          || isWritten(run) && isListing(run.first - 1) && word(run.last) == Mark.comma
      else { continue }
      let kind =
        kind(ofNounBefore: run.first) ?? kind(ofAppositionBehind: run.last) ?? kind(ofGang: run)
        ?? (isJoined ? shared?.kind : nil) ?? kind(joinedToKnown: run.first)
        ?? announced ?? kind(ofSpeaker: run) ?? kind(ofWhatIsHit: run)
      guard let kind else { continue }
      let whole = withPlace(run, kind)
      let name = text(whole)
      addNamed(kind, name, whole, rule: "name with a noun that tells what it is")
      kinds[name] = kind
      shared = isPlural(run.first - 1) || isJoined || isAnnounced ? (kind, run.last) : nil
    }
    // Told once what it is, a name is that wherever it stands.
    for run in loose where !kinds.isEmpty && (run.first..<run.last).allSatisfy({ mentionAt[$0] < 0 }) {
      guard run.last - run.first <= 4, case let name = text(run), let kind = kinds[name] else { continue }
      addNamed(kind, name, run, rule: "name that stands elsewhere with what it is")
    }
    dropReplacedMentions()
  }

  /// "Osgiliath Anduin Bronze": a city right before the name of a firm belongs to it.
  private func withPlace(_ run: CapitalRun, _ kind: EntityKind) -> CapitalRun {
    guard kind == .company || kind == .bank, run.last - run.first > 1,
      let city = mention(endingAt: run.first),
      entities[mentions[city].entity].kind == .place, !has(mentions[city].first - 1, .preposition)
    else { return run }
    return CapitalRun(first: mentions[city].first, last: run.last)
  }

  /// "The campaign group Clean Ledger": a name of ordinary words behind the noun for what it is.
  private func isOfGroup(_ first: Int) -> Bool {
    let noun = first - 1
    guard !isCapital(noun), mentionAt[noun] < 0, has(noun, .bodyNoun) || has(noun, .companyNoun) else {
      return false
    }
    return (max(0, noun - 3)..<noun).contains {
      has($0, .article) || has($0, .possessivePronoun) || word($0) == Mark.possessive
    }
  }

  /// "Blacklisted Imperial Yachts, a brokerage": in running text two capitals make a name, of ordinary words too.
  private func isWritten(_ run: CapitalRun) -> Bool {
    run.last - run.first > 1 && (run.first..<run.last).allSatisfy { isCapital($0) && !has($0, .title) }
      && sentences[sentence(of: run.first)].lowerBound < run.first && !isCapital(run.first - 1)
  }

  /// "…,” said Su Mon Thant, a trader there": two or three strange words behind the verb of a quotation.
  private func kind(ofSpeaker run: CapitalRun) -> EntityKind? {
    guard reads(run.first - 1, "said", "says"), (2...3).contains(run.last - run.first),
      word(run.first - 2) == Mark.quote || word(run.first - 2) == Mark.comma, word(run.last) == Mark.comma,
      (run.first..<run.last).allSatisfy({ isCapital($0) && !has($0, .companyWord) && !has($0, .orgHead) })
    else { return nil }
    return .person
  }

  /// "The Brackwater cybercrime gang": a word before what only criminals and fighters make.
  private func kind(ofGang run: CapitalRun) -> EntityKind? {
    guard run.last - run.first == 1, word(run.first - 1) != lexicon.words.of else { return nil }
    let gang = (run.last..<min(run.last + 3, tokens.count)).first {
      reads($0, "gang", "cartel", "militia", "syndicate", "ransomware", "cybercrime", "hackers")
    }
    guard let gang,
      (run.last..<gang).allSatisfy({ !isMark($0) && !isCapital($0) && !has($0, .preposition) }
      ), !shape(run.last).contains(.hyphenBefore)
    else { return nil }
    return .organization
  }

  private func isStrange(_ index: Int) -> Bool {
    isCapital(index) && (!isOrdinary(index) || shape(index).contains(.inner))
      && !lexicon.sense(word(index)).contains(.demonym)
  }

  /// Whether only commas and "and" stand between two places.
  private func isJoint(_ end: Int, _ next: Int) -> Bool {
    next > end && next - end <= 2
      && (end..<next).allSatisfy { word($0) == Mark.comma || word($0) == lexicon.words.and }
  }

  private func isPlural(_ index: Int) -> Bool { !isCapital(index) && ends(index, in: "s") }

  /// "The companies Arnor Trust and Whit": of a known name behind a noun in the plural and "and".
  private func kind(joinedToKnown first: Int) -> EntityKind? {
    guard word(first - 1) == lexicon.words.and, let known = mention(endingAt: first - 1),
      case let noun = mentions[known].first - 1, noun >= 0, isPlural(noun), let kind = kind(ofNoun: noun),
      entities[mentions[known].entity].kind == kind
    else { return nil }
    return kind
  }

  /// The kind that a common noun right before a name tells.
  private func kind(ofNounBefore index: Int) -> EntityKind? {
    let noun = index - 1
    guard noun >= 0, mentionAt[noun] < 0, !isCapital(noun), !shape(index).contains(.lineStart) else {
      return nil
    }
    if has(noun, .kin),
      has(noun - 1, .possessivePronoun) || word(noun - 1) == Mark.possessive || word(noun - 1) == Mark.comma
        || word(noun - 1) == lexicon.words.and
    {
      return .person
    }
    // "The trader Ramiro Penaloza": a calling and two names, none of them a firm's.
    if has(noun, .calling), case let next = isCapital(index + 2) ? index + 3 : index + 2,
      isCapital(index + 1),
      !isCapital(next),
      (index..<next).allSatisfy({
        !has($0, .companyWord) && !has($0, .legalForm) && !shape($0).contains(.allCapitals)
      })
    {
      return .person
    }
    // A verb's subject or object is no description: "told the company Friday" has no name behind the noun.
    return kind(ofNoun: noun)
  }

  /// The kind that a noun phrase behind a comma tells: "Orne, a state-owned exporter of oil".
  private func kind(ofAppositionBehind index: Int) -> EntityKind? {
    guard word(index) == Mark.comma else { return nil }
    var at = index + 1
    guard
      has(at, .article) || has(at, .possessivePronoun) || mentionAt[at] >= 0 || word(at) == lexicon.words.one
    else { return nil }
    var found: EntityKind?
    while at < tokens.count, at < index + 10,
      !isMark(at) || word(at) == Mark.possessive || word(at) == Mark.hyphen
    {
      if at > index + 1, has(at, .preposition) || has(at, .relative) || has(at, .conjunction) || has(at, .be)
      {
        break
      }
      found = mentionAt[at] >= 0 ? nil : kind(ofNoun: at)
      at += 1
    }
    return found
  }

  /// The kind that a noun in the plural before a comma announces: "two Karachi suppliers, Indus Forge and …".
  private func kind(announcing first: Int) -> EntityKind? {
    // "The entities are Orne, Whit and Dunhold".
    if first > 2, has(first - 1, .be) || reads(first - 1, "include", "included"), !isCapital(first - 2),
      isPlural(first - 2) || reads(first - 2, "entities")
    {
      return reads(first - 2, "entities")
        ? .company : reads(first - 2, "individuals") ? .person : kind(ofNoun: first - 2)
    }
    guard word(first - 1) == Mark.comma, first > 2 else { return nil }
    if mentionAt[first - 2] >= 0 { return kind(announcedBeforePlace: first) }
    // "Its director, Ng Boon Hock", "A local businessman, Goh Wee Liang".
    if has(first - 2, .title), !isCapital(first - 2),
      has(first - 3, .possessivePronoun) || word(first - 3) == Mark.possessive || isCapital(first + 1)
    {
      return .person
    }
    // "The Dutch tax police, FIOD, arrested him".
    if shape(first).contains(.allCapitals), shape(first).contains(.long), has(first - 2, .bodyNoun) {
      return .organization
    }
    return isPlural(first - 2) ? kind(ofNoun: first - 2) : nil
  }

  /// "Two companies in Harad, Orne and Whit": where they are stands between.
  private func kind(announcedBeforePlace first: Int) -> EntityKind? {
    guard let place = mention(endingAt: first - 1), entities[mentions[place].entity].kind.isTerritory else {
      return nil
    }
    let start = mentions[place].first
    let link = has(start - 1, .article) ? start - 2 : start - 1
    // "The company's agent in Dakar, Alpha Oumar Bathily".
    if has(link, .preposition), has(link - 1, .title), !isCapital(link - 1), isCapital(first + 1) {
      return .person
    }
    return has(link, .preposition) && isPlural(link - 1) ? kind(ofNoun: link - 1) : nil
  }

  /// A name of which nothing is known but that it is put under sanctions is that of a firm: "sanctioned Larkspin".
  private func kind(ofWhatIsHit run: CapitalRun) -> EntityKind? {
    guard
      isListing(run.first - 1) || isHitBy(run.first - 1) || isHitBehind(run.last) || isHitPassively(run),
      (run.first..<run.last).allSatisfy({ isCapital($0) }), !shape(run.last).contains(.hyphenBefore),
      !lexicon.sense(word(run.first)).contains(.demonym)
    else { return nil }
    return .company
  }

  /// Whether a verb stands here whose object is put on a list or taken off one.
  private func isListing(_ index: Int) -> Bool {
    guard index >= 0, mentionAt[index] < 0, !isCapital(index),
      let forms = verbForms(index), !forms.isDisjoint(with: [.past, .base])
    else { return false }
    return reads(
      index, "sanctioned", "sanction", "blacklisted", "blacklist", "delisted", "delist", "relisted",
      "designated",
      "designate", "indicted", "penalised", "penalized", "fined", "investigated")
  }

  /// "Volganeftekhim, which Britain sanctioned": whether a relative clause behind a comma puts the name on a list.
  private func isHitBehind(_ comma: Int) -> Bool {
    guard word(comma) == Mark.comma, has(comma + 1, .relative) else { return false }
    return (comma + 2..<min(tokens.count, comma + 6)).contains { isListing($0) }
  }

  /// "Sinbad, which nobody knew, was blacklisted", "Polo Trading is being designated".
  private func isHitPassively(_ run: CapitalRun) -> Bool {
    // "Not one bank in Harad has been sanctioned".
    if has(run.first - 1, .preposition) { return false }
    var at = run.last
    if word(at) == Mark.comma, has(at + 1, .relative),
      let close = (at + 2..<min(tokens.count, at + 20)).first(where: { isMark($0) }),
      word(close) == Mark.comma
    {
      at = close + 1
    }
    guard has(at, .be) || has(at, .have) else { return false }
    while at < tokens.count, has(at, .be) || has(at, .have) || has(at, .adverb) { at += 1 }
    return isListing(at)
  }

  /// Whether "on" or "against" behind sanctions, an order or a penalty stands here.
  private func isHitBy(_ index: Int) -> Bool {
    guard word(index) == lexicon.words.on || word(index) == lexicon.words.against, index > 0 else {
      return false
    }
    return has(index - 1, .nounSanctionsCore) || has(index - 1, .nounCharge)
      || reads(index - 1, "proceedings")
  }

  private func kind(ofNoun index: Int) -> EntityKind? {
    if has(index, .bankNoun) || reads(index, "house", "houses") && reads(index - 1, "exchange") {
      return .bank
    }
    if has(index, .airlineNoun) { return .airline }
    if has(index, .companyNoun) { return .company }
    if has(index, .title), !has(index, .orgHead), !isCapital(index) { return .person }
    return has(index, .bodyNoun) ? .organization : nil
  }
}
