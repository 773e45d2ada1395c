import Knowledge
import Model
import TextMatching

/// A run of capitalised words that may be a name.
struct CapitalRun {
  var first: Int
  /// The token after the last.
  var last: Int
}

extension PostReader {
  /// Finds the names that no list holds, by their form.
  mutating func findForms() {
    takeGovernments()
    for (number, range) in sentences.enumerated() {
      var index = range.lowerBound
      while index < range.upperBound {
        guard isCapital(index) || has(index, .particle),
          let run = capitalRun(from: index, in: range, titleCased: titleCased[number])
        else {
          index += 1
          continue
        }
        classify(run, in: range, titleCased: titleCased[number])
        index = max(run.last, index + 1)
      }
    }
  }

  /// "Government of Venezuela" is the country by its full name.
  private mutating func takeGovernments() {
    for mention in mentions where mention.entity >= 0 && entities[mention.entity].kind == .country {
      var of = mention.first - 1
      if word(of) == lexicon.words.the { of -= 1 }
      guard word(of) == lexicon.words.of, isCapital(of - 1), text(of: of - 1) == "Government" else {
        continue
      }
      addMention(of - 1, mention.last, entity: mention.entity, rule: "government of a country")
    }
  }

  /// The run of capitalised words, with the connectors between them, that begins at a token.
  private func capitalRun(from first: Int, in range: Range<Int>, titleCased: Bool) -> CapitalRun? {
    guard canBegin(first, range, titleCased) else { return nil }
    let prefix = vesselPrefix(first)
    var last = first + max(1, prefix)
    while last < range.upperBound {
      if canContinue(last, first, titleCased) {
        last += 1
      } else if let next = connected(last, from: first, range, titleCased) {
        last = next
      } else {
        break
      }
    }
    return CapitalRun(first: first, last: last)
  }

  private func canBegin(_ index: Int, _ range: Range<Int>, _ titleCased: Bool) -> Bool {
    if has(index, .particle), !isCapital(index), shape(index + 1).contains(.hyphenBefore),
      isCapital(index + 1)
    {
      return true
    }
    guard isCapital(index), !shape(index).contains(.hyphenBefore) else { return false }
    if mentionAt[index] >= 0 { return true }
    if index == range.lowerBound || word(index - 1) == Mark.quote || word(index - 1) == Mark.colon {
      if has(index, .starter) { return false }
    }
    if has(index, .pronoun) || has(index, .determiner) && !lexicon.ordinals.keys.contains(word(index)) {
      return false
    }
    if has(index, .month) && !isNameLike(index) || has(index, .weekday) && !isNameLike(index) { return false }
    if titleCased, isOrdinary(index), !isFormWord(index) { return false }
    return true
  }

  /// Whether a month or weekday begins a name: another capital follows and no number.
  private func isNameLike(_ index: Int) -> Bool {
    isCapital(index + 1) && !has(index + 1, .month) && !shape(index + 1).contains(.allCapitals)
      && (!has(index, .weekday) || tokens[index].end - tokens[index].start == 3)
  }

  private func canContinue(_ index: Int, _ first: Int, _ titleCased: Bool) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.paragraphStart) || token.shape.contains(.mark) { return false }
    if token.shape.contains(.hyphenBefore) {
      if token.shape.contains(.capital) { return true }
      // "Tradive-7", "Cush-1".
      if token.shape.contains(.number) {
        return token.end - token.start <= 2 && !isOrdinary(index - 1) && mentionAt[index - 1] < 0
      }
      guard token.shape.contains(.word) else { return false }
      if lexicon.sense(word(index - 2)).contains(.koreanSurname)
        || lexicon.sense(word(index - 1)).contains(.koreanSurname)
          && token.end - token.start <= 5
      {
        return !isCompoundParticiple(index)
      }
      // "CHEUNG Wai-kit": a given name of two syllables behind a family name in capitals.
      if index - 2 >= first, isCapital(index - 1), shape(index - 2).contains(.allCapitals),
        shape(index - 2).contains(.long), token.end - token.start <= 6
      {
        return !isCompoundParticiple(index)
      }
      return !lexicon.sense(token.word).contains(.ordinary) && lexicon.verbForm(token.word).lemma < 0
    }
    guard token.shape.contains(.capital), token.shape.contains(.word) else { return false }
    // "Friday" and "March 3" end a name; an abbreviation dot before ends it unless it is an initial or a form.
    if has(index, .month), !titleCased, dayNumber(index + 1) != nil || has(index - 1, .preposition) {
      return false
    }
    if has(index, .weekday), token.end - token.start > 3 { return false }
    if titleCased, isOrdinary(index), !isFormWord(index), mentionAt[index] < 0 { return false }
    return true
  }

  /// The end of a run that goes on behind a connector such as "of the", "and", "'s" or a comma before a legal form.
  private func connected(_ index: Int, from first: Int, _ range: Range<Int>, _ titleCased: Bool) -> Int? {
    let fixed = lexicon.words
    if word(index) == Mark.comma, has(index + 1, .legalForm),
      isCapital(index + 1) || shape(index + 1).contains(.dotted),
      // "Edoras Airlines, PT Gorgoroth": a form in front opens a name of its own.
      !isCapital(index + 2) || has(index + 2, .legalForm) || isMark(index + 2)
    {
      return index + 2
    }
    // "Fujian 88 Aggregates", "Tanchon 2nd Credit Bank": a number between words of a firm's name.
    if shape(index).contains(.number), index > first, isCapital(index + 1),
      mentionAt[index - 1] < 0 || last(of: index - 1, isPlace: true),
      !shape(index).contains(.grouped), yearNumber(index) == nil, !has(index - 1, .month),
      !has(index - 1, .lawHead),
      !has(index - 1, .orgHead), !has(index + 1, .month), tokens[index].end - tokens[index].start <= 3,
      endsAsFirm(from: index + 1, range)
    {
      return index + 2
    }
    // "Inversiones Guaicaipuro 2012, C.A.": a number within a company's name.
    if shape(index).contains(.number), index > first {
      let next = word(index + 1) == Mark.comma ? index + 2 : index + 1
      if has(next, .legalForm), isCapital(next) { return next + 1 }
    }
    if word(index) == fixed.of || word(index) == fixed.for && hasOrgHead(before: index)
      || word(index) == fixed.on && isSubjectOfBody(index)
    {
      var next = index + 1
      if word(next) == fixed.the { next += 1 }
      // "Qods Force of Iran": a known name is whole; a person's name ends before "of".
      if let known = mention(endingAt: index), mentions[known].last - mentions[known].first > 1,
        entities[mentions[known].entity].kind == .organization, mentionAt[next] >= 0
      {
        return nil
      }
      guard isFormWord(index - 1) || isOrdinary(index - 1) || mentionAt[index - 1] >= 0 else { return nil }
      // "Arnor Trading Company of Dandong": a firm's name ends with its form.
      if has(index - 1, .legalForm) || has(index - 1, .legalTail) || has(index - 1, .airlineHead)
        || has(index - 1, .companyHead)
        || has(index - 1, .airlineWord),
        !has(index - 1, .orgHead), !has(index - 1, .bankHead)
      {
        return nil
      }
      guard next < range.upperBound, isCapital(next), !has(next, .month),
        mentionAt[index - 1] < 0 || next == index + 1
          || isFormWord(index - 1)
      else { return nil }
      guard isFormWord(index - 1) || hasOrgHead(before: index) || has(index - 1, .lawHead) else { return nil }
      return next + 1
    }
    if has(index, .particle), !isCapital(index), !isMark(index) {
      var next = index + 1
      while has(next, .particle), !isCapital(next), next < index + 3 { next += 1 }
      guard next < range.upperBound, isCapital(next), word(index) != fixed.a else { return nil }
      return next + 1
    }
    // "Savings & Loan", "Andrast & Sons": the sign joins words of one name.
    if bytes[Int(tokens[index].start)] == UInt8(ascii: "&"), isCapital(index - 1), isCapital(index + 1),
      mentionAt[index - 1] < 0, mentionAt[index + 1] < 0, !has(index - 1, .legalForm),
      !has(index - 1, .bankHead),
      !has(index - 1, .companyHead), !has(index - 1, .airlineHead)
    {
      return index + 2
    }
    if let end = legalTail(index, from: first) { return end }
    if word(index) == Mark.possessive, isCapital(index - 1), isCapital(index + 1), mentionAt[index - 1] < 0,
      isOrdinary(index - 1) || has(index - 1, .title), isFormWord(index + 1)
    {
      return index + 2
    }
    if word(index) == fixed.and { return joined(at: index, range, titleCased) }
    return nil
  }

  /// Whether a word behind a hyphen makes an adjective of the name before it ("Seoul-based", "Park-led").
  private func isCompoundParticiple(_ index: Int) -> Bool {
    let token = tokens[index]
    guard lexicon.verbForm(token.word).forms.contains(.participle) else { return false }
    return token.end - token.start >= 4 || bytes[Int(token.end) - 2] == UInt8(ascii: "e")
  }

  /// Whether the mention that ends at a token is a place or country.
  private func last(of index: Int, isPlace: Bool) -> Bool {
    mention(endingAt: index + 1).map { entities[mentions[$0].entity].kind == .place } ?? false
  }

  /// Whether capitalised words that begin at a token end in a word of firms or banks.
  private func endsAsFirm(from index: Int, _ range: Range<Int>) -> Bool {
    var at = index
    while at + 1 < range.upperBound, isCapital(at + 1), !isMark(at + 1) { at += 1 }
    return has(at, .companyWord) || has(at, .companyHead) || has(at, .legalForm) || has(at, .bankHead)
      || has(at, .airlineHead)
  }

  /// The end of a legal form in small letters ("plc") or of several words ("Sp. z o.o.")
  private func legalTail(_ index: Int, from first: Int) -> Int? {
    guard index - 1 >= first, isCapital(index - 1) || has(index - 1, .legalTail) else { return nil }
    if has(index, .legalForm), !isCapital(index), shape(index).contains(.dotted) || text(of: index) == "plc" {
      return index + 1
    }
    guard has(index - 1, .legalForm), has(index, .legalTail), !isCapital(index) else { return nil }
    return has(index + 1, .legalForm) || has(index + 1, .legalTail) ? index + 2 : nil
  }

  /// Whether "on" leads to the subject of a body: "Intergovernmental Authority on Development".
  private func isSubjectOfBody(_ index: Int) -> Bool {
    has(index - 1, .orgHead) && isCapital(index - 1) && mentionAt[index - 1] < 0 && isCapital(index + 1)
      && isOrdinary(index + 1) && mentionAt[index + 1] < 0 && !has(index + 1, .weekday)
      && !has(index + 1, .month)
  }

  /// The end of a run that goes on behind "and": within one name, as in "Bureau of Industry and Security".
  func joined(at index: Int, _ range: Range<Int>, _ titleCased: Bool) -> Int? {
    guard index + 1 < range.upperBound, isCapital(index + 1),
      mentionAt[index + 1] < 0 || mentionAt[index - 1] < 0,
      isOrdinary(index - 1) || lexicon.sense(word(index - 1)).contains(.demonym),
      !has(index - 1, .legalForm), !has(index - 1, .bankHead)
    else { return nil }
    // What follows must be ordinary words, up to a head that neither side has alone.
    var end = index + 1
    var hasHead = false
    while end < range.upperBound, isCapital(end) || shape(end).contains(.hyphenBefore), !isMark(end),
      end == index + 1 || !shape(end).contains(.paragraphStart)
    {
      if has(end, .lawHead) || has(end, .orgHead) || has(end, .legalForm) || has(end, .companyHead) {
        hasHead = true
      }
      end += 1
    }
    let own = hasOrgHead(before: index) && !has(index - 1, .orgStrong)
    guard
      own && isOrdinary(index + 1)
        || hasHead && isOrdinary(index + 1) && !hasOrgHead(before: index) && !titleCased
    else {
      return nil
    }
    return own && !hasHead ? index + 2 : end
  }

  private func hasOrgHead(before index: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 8,
      isCapital(at) || word(at) == lexicon.words.of || word(at) == lexicon.words.the
        || shape(at).contains(.hyphenBefore) || word(at) == lexicon.words.and
    {
      if isCapital(at), has(at, .orgHead) || has(at, .bankHead) { return true }
      at -= 1
    }
    return false
  }

  /// Whether a word is one of ordinary English, so that its capital tells little.
  func isOrdinary(_ index: Int) -> Bool {
    let sense = lexicon.sense(word(index))
    return sense.contains(.ordinary) || lexicon.verbForm(word(index)).lemma >= 0
      || !lexicon.classes[Int(word(index))].isEmpty
  }

  /// Whether a word is part of the form of names of banks, companies, bodies, laws.
  func isFormWord(_ index: Int) -> Bool {
    let classes = lexicon.classes[Int(word(index))]
    return classes.intersects(Self.formClasses)
  }

  private static let formClasses = WordClassSet(
    .legalForm, .bankHead, .airlineHead, .airlineWord, .companyWord, .companyHead, .orgHead, .lawHead,
    .agreementHead,
    .bankWord)
}
