import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Took the country off the list": the country named last that puts nobody under sanctions.
  func countryMeant(_ filler: Filler) -> Int? {
    guard reads(filler.head, "country", "nation", "kingdom"), filler.of.isEmpty, filler.owners.isEmpty,
      filler.first + 1 == filler.head,
      word(filler.first) == lexicon.words.the || has(filler.first, .demonstrative)
    else { return nil }
    return nearest(before: filler.head) { entities[$0].kind == .country && !designates($0) }
  }

  /// What a pronoun can stand for.
  private enum Person { case thing, many, human, feminine, author }

  private func person(of token: Int) -> Person? {
    switch text(of: token).lowercased() {
    case "it", "its", "itself": .thing
    case "they", "their", "them", "themselves", "both", "either": .many
    case "he", "his", "him", "himself": .human
    case "she", "her", "herself": .feminine
    case "we", "our", "us": .author
    default: nil
    }
  }

  /// Who "it", "they", "he" or "we" means in a role: the one whom the last event near gives this role, else the
  /// nearest name that can play it.
  func pronoun(_ token: Int, _ role: Role) -> Int? {
    guard let person = person(of: token) else { return nil }
    let here = sentence(of: token)
    if person == .author { return role == .authority || role == .actor ? author(before: here) : nil }
    // "Indicted Lin, accusing him of breaching the law": who is hit, and not who does it.
    if role == .actor, reads(token, "him", "them"), let act = events.last, act.sentence == here,
      let hit = act.participants.last(where: { $0.role == .target && fits(person, $0.entity) })
    {
      return hit.entity
    }
    // "Wrote to Secretary Mara, urging him to sanction X": who is asked is not who asks.
    if role == .authority, reads(token, "him", "her"), let asked = personAddressed(before: token) {
      return asked
    }
    // "Those that X handed over when it pleaded guilty".
    // "The driver was luckier: he was struck off".
    let isOfLink =
      role == .target
      && (person == .thing && has(token - 1, .subordinator)
        || person == .human && word(token - 1) == Mark.colon)
    if role == .authority || role == .actor || isOfLink, let near = subjectBefore(token, person, as: role) {
      return near
    }
    // "Listed the bank, which Japan had blacklisted. It also …": what is told aside is asked last.
    let near = events.reversed().prefix { here - $0.sentence <= 1 && $0.sentence <= here }
    for event in near.filter({ !$0.isBackground }) + near.filter(\.isBackground) {
      let found = event.participants.filter { $0.role == role }.map(\.entity)
      if let entity = found.last(where: { fits(person, $0) && canAct($0, as: role) }) { return entity }
    }
    switch role {
    case .authority, .actor:
      // "Hasslinger was charged in January and denies that he broke the law".
      if role == .actor, person == .human,
        let named = recentMentions(before: token).last(where: { mention in
          mention.first >= sentences[here].lowerBound && entities[mention.entity].kind == .person
            && !has(mention.first - 1, .preposition)
        })
      {
        return named.entity
      }
      return subjectOfSentence(before: here, person)
    case .instrument:
      return nearest(before: token) { entities[$0].kind.isInstrument && entities[$0].whole < 0 }
    case .target:
      let canBeMeant = { [self] (entity: Int) in
        let kind = entities[entity].kind
        return kind.canBeListed && fits(person, entity) && !designates(entity)
          && !(person == .many && kind == .person && isLeader(entity))
      }
      let near =
        nearestOfItsOwn(before: token, canBeMeant) ?? nearest(before: token, canBeMeant)
        ?? subjectBehindClause(of: token, canBeMeant)
      // "Put Harad on the list, from which Bush had removed it": a country that was named just before.
      if near == nil, person == .thing, let event = events.last, here - event.sentence <= 1,
        let hit = event.participants.last(where: { $0.role == .target }),
        entities[hit.entity].kind == .country
      {
        return hit.entity
      }
      guard near == nil, person == .human || person == .feminine else { return near }
      // "He denies it and has not been charged": who was hit before.
      return events.reversed().prefix { here - $0.sentence <= 8 }.lazy
        .compactMap { event in
          event.participants.last { $0.role == .target && self.fits(person, $0.entity) }?.entity
        }.first
    }
  }

  /// The person named last in the sentence of a pronoun, behind another who is named there.
  private func personAddressed(before token: Int) -> Int? {
    let start = sentences[sentence(of: token)].lowerBound
    let named = recentMentions(before: token).filter {
      $0.first >= start && entities[$0.entity].kind == .person
    }
    guard let first = named.first, let last = named.last, first.entity != last.entity,
      word(last.last) != Mark.possessive
    else { return nil }
    return last.entity
  }

  /// Whether a pronoun for a thing may stand for an instrument that was named shortly before.
  func canMeanInstrument(_ token: Int) -> Bool {
    person(of: token) == .thing && pronoun(token, .instrument) != nil
  }

  private func fits(_ person: Person, _ entity: Int) -> Bool {
    switch person {
    case .thing, .author: entities[entity].kind != .person
    case .many: true
    case .human: entities[entity].kind == .person
    // Sailors call a ship "she".
    case .feminine: entities[entity].kind == .person || entities[entity].kind == .vessel
    }
  }

  /// Whether who is meant by a pronoun may act in a role: firms put nobody under sanctions.
  private func canAct(_ entity: Int, as role: Role) -> Bool {
    guard role == .authority else { return true }
    return ![.bank, .company, .airline, .vessel].contains(entities[entity].kind)
  }

  /// Whether an entity is known as one that puts others under sanctions.
  func designates(_ entity: Int) -> Bool {
    let known = entities[entity].known
    return known >= 0 && lexicon.authorities.contains(known)
  }

  /// The nearest subject before a pronoun in its own sentence: "South Korea said that it would halt …".
  private func subjectBefore(_ token: Int, _ person: Person, as role: Role) -> Int? {
    let range = sentences[sentence(of: token)]
    let found = recentMentions(before: token).last { mention in
      // "The Belgium-based network said that it …".
      guard mention.last <= token, mention.first >= range.lowerBound,
        !has(mention.first - 1, .preposition), !shape(mention.last).contains(.hyphenBefore)
      else { return false }
      let kind = entities[mention.entity].kind
      let acts =
        person == .human || person == .feminine
        ? kind == .person : kind == .organization || kind == .country || kind.isAgent
      guard acts, person != .thing || kind != .person, canAct(mention.entity, as: role) else { return false }
      var next = mention.last
      if word(next) == Mark.possessive {
        // "Japan's government said that it …": who rules a country acts for it.
        guard person == .thing, kind == .country, let end = endOfGovernment(next + 1) else { return false }
        next = end
      }
      // "The ministry in Tokyo said that it …".
      if has(next, .preposition), let place = entity(at: next + 1), entities[place].kind.isTerritory {
        next = mentions[Int(mentionAt[next + 1])].last
      }
      // "Britain, which listed the bank in February, has said that it may …", "Japan, for its part, said it …".
      if word(next) == Mark.comma,
        has(next + 1, .relative) || has(next + 1, .article) || has(next + 1, .preposition)
          || verbForms(next + 1)?.contains(.participle) == true && mentionAt[next + 1] < 0,
        let close = (next + 1..<min(token, next + 20)).first(where: { word($0) == Mark.comma })
      {
        next = close + 1
      }
      while next < token, has(next, .adverb) && verbForms(next) == nil || timeAt[next] >= 0 { next += 1 }
      guard next < token, !isMark(next), mentionAt[next] < 0 else { return false }
      if has(next, .modal) || has(next, .be) || has(next, .have) || has(next, .doVerb) { return true }
      return verbForms(next).map { !$0.isDisjoint(with: [.past, .third]) } ?? false
    }
    return found?.entity
  }

  /// The token behind a noun for a government or one of its bodies, adjectives before it aside; nil for other nouns.
  private func endOfGovernment(_ first: Int) -> Int? {
    (first..<min(first + 3, tokens.count)).first {
      !isCapital($0) && mentionAt[$0] < 0 && (has($0, .government) || has($0, .orgHead))
    }.map { $0 + 1 }
  }

  /// The nearest entity named in the sentence of a token or the one before it.
  func nearest(before token: Int, _ fits: (Int) -> Bool) -> Int? {
    nearestNamed(before: token) { fits($0.entity) }
  }

  private func nearestNamed(before token: Int, _ fits: (FoundMention) -> Bool) -> Int? {
    let start = sentences[max(0, sentence(of: token) - 1)].lowerBound
    return recentMentions(before: token).last { $0.first >= start && fits($0) }?.entity
  }

  /// The nearest entity that no name before a noun tells: not that of "got the Arnor Bank treatment".
  private func nearestOfItsOwn(before token: Int, _ fits: (Int) -> Bool) -> Int? {
    nearestNamed(before: token) { mention in
      guard fits(mention.entity) else { return false }
      let next = mention.last
      let isModifier =
        next < token && shape(next).contains(.word) && !isCapital(next) && mentionAt[next] < 0
        && timeAt[next] < 0 && verbForms(next) == nil && lexicon.info(word(next)).classes.isEmpty
      return !isModifier
    }
  }

  /// "By the time the Council designated it, Arnor Bank had moved": the subject behind the clause that opens the sentence.
  private func subjectBehindClause(of token: Int, _ fits: (Int) -> Bool) -> Int? {
    let range = sentences[sentence(of: token)]
    guard range.prefix(5).contains(where: { $0 < token && (has($0, .subordinator) || reads($0, "by")) }),
      let comma = (token..<min(range.upperBound, token + 7)).first(where: { word($0) == Mark.comma })
    else { return nil }
    let first = has(comma + 1, .article) ? comma + 2 : comma + 1
    return entity(at: first).flatMap { fits($0) ? $0 : nil }
  }

  /// The subject of the sentence before: its first name of a body or country, or of a person, behind no preposition.
  private func subjectOfSentence(before here: Int, _ person: Person) -> Int? {
    guard here > 0 else { return nil }
    for index in sentences[here - 1] {
      guard let entity = entity(at: index), case let before = mentions[Int(mentionAt[index])].first - 1,
        case let link = has(before, .article) ? before - 1 : before,
        link < sentences[here - 1].lowerBound || !has(link, .preposition)
      else { continue }
      let kind = entities[entity].kind
      if person == .human || person == .feminine ? kind == .person : kind == .organization || kind == .country
      {
        return entity
      }
    }
    // "And what of China? In February it announced …".
    let named = Set(sentences[here - 1].compactMap { entity(at: $0) })
    if sentences[here - 1].count < 12, named.count == 1, let only = named.first, fits(person, only),
      entities[only].kind.canPlay(.authority), canAct(only, as: .authority)
    {
      return only
    }
    return nil
  }

  /// Who speaks in a release: the authority of its first event.
  private func author(before here: Int) -> Int? {
    events.lazy.filter { $0.sentence <= here }.compactMap { event in
      event.participants.first { $0.role == .authority }?.entity
    }.first
  }
}
