import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Tells what a run of capitalised words names, if anything, and adds the mention.
  func classify(_ run: CapitalRun, in sentence: Range<Int>, titleCased: Bool) {
    var run = run
    if covered(run) || isNotName(run) { return }
    // "Under Secretary for Terrorism and Financial Intelligence Brian E. Nelson": the name stands behind the office.
    if let office = notName(covering: run.first), office.upperBound < run.last, isCapital(office.upperBound),
      has(office.upperBound - 1, .title) || office.count > 3
    {
      run.first = office.upperBound
    }
    if nameAroundSurname(run, titleCased) { return }
    // Words before a vessel's name ("Bulk Carrier Rohan Glory") and titles before a person's are no part of it.
    if let cut = (run.first..<run.last).last(where: {
      has($0, .vesselNoun) && $0 + 1 < run.last && mentionAt[$0] < 0 && isCapital($0 + 1)
    }),
      !hasForm(CapitalRun(first: cut + 1, last: run.last)), !isAirline(run),
      !(cut + 1..<run.last).prefix(while: { word($0) != lexicon.words.of }).allSatisfy({
        has($0, .legalForm) || has($0, .companyWord)
      })
    {
      run.first = cut + 1
    }
    if isVessel(run) {
      addVessel(run)
      return
    }
    run = withoutOffice(withoutLeadingWords(run, sentence))
    guard run.first < run.last, !covered(run), !isNotName(run) else { return }
    if let (kind, whole, rule) = form(of: run), !titleCased || !isPlainBody(kind, whole) {
      addForm(kind, whole, rule)
      // What the form leaves over on its left is looked at on its own.
      if whole.first > run.first { classifyRest(CapitalRun(first: run.first, last: whole.first), sentence) }
      return
    }
    classifyRest(run, sentence)
  }

  /// "Rustum Makhlouf Deeb" is nobody known, though "Makhlouf" alone is.
  private func nameAroundSurname(_ run: CapitalRun, _ titleCased: Bool) -> Bool {
    guard !titleCased, run.last - run.first == 3, let known = mentionStarting(at: run.first + 1),
      mentions[known].last == run.first + 2, entities[mentions[known].entity].kind == .person,
      [run.first, run.first + 2].allSatisfy({
        isCapital($0) && !isOrdinary($0) && mentionAt[$0] < 0 && !has($0, .title)
      })
    else { return false }
    addNamed(.person, properCase(run), run, rule: "person by form")
    return true
  }

  /// Whether one mention covers the whole run.
  func covered(_ run: CapitalRun) -> Bool {
    let found = mentionAt[run.first]
    return found >= 0 && mentions[Int(found)].first <= run.first && mentions[Int(found)].last >= run.last
  }

  /// Whether a phrase that names no entity covers the whole run.
  private func isNotName(_ run: CapitalRun) -> Bool {
    // Phrases are of few words, and in text order.
    let behind = bisect(notNames.count) { notNames[$0].lowerBound <= run.first }
    return notNames[..<behind].suffix(16).contains { $0.upperBound >= run.last }
  }

  /// The phrase that names no entity and to which a token belongs.
  func notName(covering index: Int) -> Range<Int>? {
    let behind = bisect(notNames.count) { notNames[$0].lowerBound <= index }
    return notNames[..<behind].suffix(4).last { $0.contains(index) }
  }

  /// Whether a token belongs to a phrase that names no entity: "Blocked" in the name of the list.
  func isInNotName(_ token: Int) -> Bool {
    isNotName(CapitalRun(first: token, last: token + 1))
  }

  private func hasForm(_ run: CapitalRun) -> Bool { form(of: run) != nil }

  /// Whether a name is of ordinary words alone, which a headline's capitals make of any noun: "Shipping Network",
  /// "Rohirric Oil".
  private func isPlainBody(_ kind: EntityKind, _ run: CapitalRun) -> Bool {
    // "Iranian Airline", "Foreign Bank of Primary".
    if kind == .airline || kind == .bank, run.last - run.first <= 3 {
      return (run.first..<run.last).allSatisfy {
        lexicon.sense(word($0)).contains(.demonym) && $0 == run.first || isOrdinary($0) && mentionAt[$0] < 0
      }
    }
    if kind == .company, lexicon.sense(word(run.first)).contains(.demonym) || startsWithPlace(run) {
      return (run.first + 1..<run.last).allSatisfy {
        isOrdinary($0) && mentionAt[$0] < 0
      }
    }
    return kind == .organization && run.last - run.first <= 3
      && (run.first..<run.last).allSatisfy {
        isOrdinary($0) && mentionAt[$0] < 0 && !has($0, .orgStrong)
          && !lexicon.sense(word($0)).contains(.demonym)
      }
  }

  private func startsWithPlace(_ run: CapitalRun) -> Bool {
    guard let first = mentionStarting(at: run.first), mentions[first].last == run.first + 1 else {
      return false
    }
    return entities[mentions[first].entity].kind.isTerritory
  }

  /// Handles the parts of a run around the names that it already has.
  private func classifyRest(_ run: CapitalRun, _ sentence: Range<Int>) {
    if extendSurname(run) { return }
    // "Puerto Cabello", "Bandar Imam Khomeini": a word that places begin with.
    if has(run.first, .placePrefix), (2...3).contains(run.last - run.first), mentionAt[run.first] < 0,
      !titleCased[self.sentence(of: run.first)], (run.first..<run.last).allSatisfy({ isCapital($0) })
    {
      addNamed(.place, text(run), run, rule: "place by form")
      return
    }
    // "Baghdad International Airport": the city belongs to the name.
    if let city = mentionStarting(at: run.first), mentions[city].last < run.last,
      entities[mentions[city].entity].kind.isTerritory, has(run.last - 1, .placeHead),
      mentionAt[run.last - 1] < 0,
      !titleCased[self.sentence(of: run.first)],
      reads(run.last - 1, "airport", "port", "harbor", "harbour", "square", "bridge", "station")
    {
      addNamed(.place, text(run), run, rule: "place by form")
      return
    }
    var index = run.first
    while index < run.last {
      if mentionAt[index] >= 0 {
        index = mentions[Int(mentionAt[index])].last
        continue
      }
      var end = index
      while end < run.last, mentionAt[end] < 0, end == index || word(end) != lexicon.words.and { end += 1 }
      var part = CapitalRun(first: index, last: end)
      while part.last > part.first, !isCapital(part.last - 1), !shape(part.last - 1).contains(.hyphenBefore) {
        part.last -= 1
      }
      if part.last > part.first { classifyPlain(part, sentence) }
      index = max(end, index + 1)
    }
  }

  /// Takes given names and initials before the surname of a known person into the name, as in "Antony J Blinken".
  private func extendSurname(_ run: CapitalRun) -> Bool {
    guard let known = mention(endingAt: run.last), mentions[known].first > run.first,
      mentions[known].last - mentions[known].first == 1, entities[mentions[known].entity].kind == .person
    else { return false }
    // "Secretary of State Antony J. Blinken": an office may stand before the given name.
    guard
      let first = (run.first..<mentions[known].first).first(where: {
        lexicon.sense(word($0)).contains(.givenName) && mentionAt[$0] < 0
      }),
      (run.first..<first).allSatisfy({ mentionAt[$0] < 0 && isOrdinary($0) })
    else { return false }
    let fits = (first..<mentions[known].first).allSatisfy { index in
      mentionAt[index] < 0
        && (lexicon.sense(word(index)).contains(.givenName)
          || index > first && isPatronymic(index)
          || shape(index).contains(.abbreviated) && !shape(index).contains(.long))
    }
    guard fits else { return false }
    if isNamesake(first, of: mentions[known].entity) {
      let own = CapitalRun(first: first, last: run.last)
      addNamed(.person, properCase(own), own, rule: "known surname with another given name")
    } else {
      addMention(first, run.last, entity: mentions[known].entity, rule: "known surname with given names")
    }
    return true
  }

  /// "Bilda Gamgee" is not "Samwise Gamgee": whether a given name begins with another letter than those of a known person.
  private func isNamesake(_ given: Int, of person: Int) -> Bool {
    let letter = bytes[Int(tokens[given].start)]
    let known = entities[person].known
    guard known >= 0, letter < 0x80 else { return false }
    let names = [lexicon.names[known].name] + lexicon.names[known].aliases
    return !names.contains { name in
      name.split(separator: " ").dropLast().contains { $0.utf8.first == letter }
    }
  }

  /// "Burhanovich", "Sergeyevna": a father's name between the given name and the surname.
  private func isPatronymic(_ index: Int) -> Bool {
    isCapital(index) && ["ovich", "evich", "ovna", "evna"].contains { text(of: index).hasSuffix($0) }
  }

  /// A run without any form: a person, a place or, left for later, a short form.
  private func classifyPlain(_ run: CapitalRun, _ sentence: Range<Int>) {
    var run = withoutTitles(run)
    guard run.first < run.last, !isNotName(run) else { return }
    let titled = hasTitle(before: run.first) || sharesTitle(run)
    while run.first < run.last, has(run.first, .title), isOrdinary(run.first) { run.first += 1 }
    // "Under Secretary for Trade and Security Alan F. Whitcombe": the office ends where the given name begins.
    if let given = (run.first..<run.last).first(where: { lexicon.sense(word($0)).contains(.givenName) }),
      given > run.first, given + 2 < run.last, (run.first..<given).allSatisfy({ isOrdinary($0) }),
      has(run.first - 1, .conjunction) || has(run.first - 1, .preposition),
      shape(given + 1).contains(.abbreviated), !shape(given + 1).contains(.long)
    {
      run.first = given
    }
    guard run.first < run.last, !isOffice(run) else { return }
    if isPlaceInCountry(run) {
      addNamed(.place, text(run), run, rule: "place before its country")
      return
    }
    let isPlace = run.last - run.first == 2 && has(run.last - 1, .placeHead) && isOrdinary(run.last - 1)
    if !(isPlace && !titled && !lexicon.sense(word(run.first)).contains(.givenName)),
      isPerson(run, titled: titled, sentence)
    {
      let name = properCase(run)
      addNamed(.person, name, run, rule: titled ? "person by title" : "person by form")
      return
    }
    if run.last - run.first >= 2, has(run.last - 1, .placeHead),
      !isOrdinary(run.first) || has(run.first, .adverb)
    {
      addNamed(.place, text(run), run, rule: "place by form")
      return
    }
    loose.append(run)
  }

  /// "German Foreign Minister" before a name: an office of a country.
  private func isOffice(_ run: CapitalRun) -> Bool {
    has(run.last - 1, .title) && isOrdinary(run.last - 1)
      && (run.first..<run.last).allSatisfy {
        isOrdinary($0) || lexicon.sense(word($0)).contains(.demonym)
      }
  }

  /// "of Bremen, Germany", "for Da Nang, Vietnam".
  private func isPlaceInCountry(_ run: CapitalRun) -> Bool {
    guard word(run.last) == Mark.comma, has(run.first - 1, .preposition), !hasTitle(before: run.first),
      let next = mentionStarting(at: run.last + 1)
    else { return false }
    let kind = entities[mentions[next].entity].kind
    return kind.isTerritory
      && (run.first..<run.last).allSatisfy { !isOrdinary($0) || has($0, .particle) || has($0, .placeHead) }
  }

  func text(_ run: CapitalRun) -> String { text(Int(tokens[run.first].start), Int(tokens[run.last - 1].end)) }

  /// The words of a run with those in capitals written small behind their first letter ("KIM Jong Un").
  func properCase(_ run: CapitalRun) -> String {
    var result = ""
    for index in run.first..<run.last {
      let token = tokens[index]
      if index > run.first {
        result += text(Int(tokens[index - 1].end), Int(token.start))
      }
      let word = text(of: index)
      let shout =
        token.shape.contains(.allCapitals) && token.shape.contains(.long) && !token.shape.contains(.dotted)
      result += shout && word.count > 1 ? word.prefix(1) + word.dropFirst().lowercased() : word
    }
    return result
  }

  /// Adds a mention of a name found by form; spellings of one name are one entity.
  func addNamed(_ kind: EntityKind, _ name: String, _ run: CapitalRun, rule: String, end: Int? = nil) {
    let writing = EntityKey.named(kind, name)
    let entity =
      entityByWriting[writing] ?? add(FoundEntity(kind: kind, name: name), key: key(kind, name, run))
    entityByWriting[writing] = entity
    addMention(run.first, run.last, entity: entity, rule: rule, end: end)
  }
}
