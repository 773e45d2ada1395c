import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The end of a run that goes on behind a connector such as "of the", "and", "'s" or a comma before a legal form.
  func connected(_ index: Int, from first: Int, _ range: Range<Int>, _ titleCased: Bool) -> Int? {
    if word(index) == Mark.comma, has(index + 1, .legalForm),
      isCapital(index + 1) || shape(index + 1).contains(.dotted),
      // "Edoras Airlines, PT Gorgoroth": a form in front opens a name of its own.
      !isCapital(index + 2) || has(index + 2, .legalForm) || isMark(index + 2)
        || has(index - 1, .legalForm) && shape(index + 1).contains(.abbreviated)
    {
      return index + 2
    }
    if word(index) == Mark.comma, let end = subjectsOfBody(index, from: first, range) { return end }
    // "Fujian 88 Aggregates", "Tanchon 2nd Credit Bank": a number between words of a firm's name.
    if shape(index).contains(.number), index > first, isCapital(index + 1),
      mentionAt[index - 1] < 0 || isPlace(endingAt: index),
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
    // "The Asset Seizure for Umbar Reconstruction Act".
    if word(index) == lexicon.words.for, !titleCased, isCapital(index + 1), isOrdinary(index - 1),
      mentionAt[index - 1] < 0, isActAhead(index + 1, range)
    {
      return index + 2
    }
    if !titleCased, let end = subjectOfAgreement(index, from: first, range) { return end }
    if word(index) == lexicon.words.of || word(index) == lexicon.words.for && hasOrgHead(before: index)
      || word(index) == lexicon.words.on && isSubjectOfBody(index)
    {
      var next = index + 1
      if word(next) == lexicon.words.the { next += 1 }
      // "Government of Rohan": the country alone is the name.
      if ends(index - 1, in: "overnment"), let named = mentionStarting(at: next),
        entities[mentions[named].entity].kind == .country
      {
        return nil
      }
      // "Qods Force of Iran": a known name is whole; a person's name ends before "of".
      if let known = mention(endingAt: index), mentions[known].last - mentions[known].first > 1,
        entities[mentions[known].entity].kind == .organization, mentionAt[next] >= 0
      {
        // "The Supreme Court of Harad", "the Central Bank of Umbar": another one than that which the name alone means.
        guard reads(index - 1, "court", "assembly", "parliament", "bank"), next == index + 1,
          next < range.upperBound,
          entity(at: next).map({ entities[$0].kind.isTerritory }) ?? false
        else { return nil }
        return next + 1
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
      // "Designates Arnor Trust Bank for Supporting Terrorism" in a headline.
      if titleCased, word(index) == lexicon.words.for, verbForms(next)?.contains(.gerund) == true {
        return nil
      }
      guard next < range.upperBound, isCapital(next), !has(next, .month),
        mentionAt[index - 1] < 0 || next == index + 1
          || isFormWord(index - 1)
      else { return nil }
      guard isFormWord(index - 1) || hasOrgHead(before: index) || has(index - 1, .lawHead) else { return nil }
      return next + 1
    }
    // "Stabilization Mission in Mali".
    if word(index) == lexicon.words.in, reads(index - 1, "mission", "operation"), isCapital(index - 1),
      index - 1 > first,
      index + 1 < range.upperBound, isCapital(index + 1), !has(index + 1, .month), mentionAt[index - 1] < 0
    {
      return index + 2
    }
    // "Ordinance on Measures against Harad".
    if word(index) == lexicon.words.against, has(index - 1, .nounSanctions), isCapital(index - 1),
      isCapital(index + 1),
      index + 1 < range.upperBound, (first..<index).contains(where: { has($0, .lawHead) && isCapital($0) })
    {
      return index + 2
    }
    if has(index, .particle), !isCapital(index), !isMark(index) {
      var next = index + 1
      while has(next, .particle), !isCapital(next), next < index + 3 { next += 1 }
      guard next < range.upperBound, isCapital(next), word(index) != lexicon.words.a else { return nil }
      return next + 1
    }
    // "Savings & Loan", "Andrast & Sons": the sign joins words of one name.
    if isAmpersand(index), isCapital(index - 1), isCapital(index + 1),
      mentionAt[index - 1] < 0, mentionAt[index + 1] < 0, !has(index - 1, .legalForm),
      // Of longer names on both sides each is a name of its own.
      !isCapital(index + 2) || isMark(index + 2) || has(index + 2, .legalForm)
        || has(index + 2, .companyHead) || index - 1 == first,
      !has(index - 1, .bankHead),
      !has(index - 1, .companyHead), !has(index - 1, .airlineHead)
    {
      return index + 2
    }
    if let end = legalTail(index, from: first) { return end }
    if word(index) == Mark.possessive, isCapital(index - 1), isCapital(index + 1), mentionAt[index - 1] < 0,
      !has(index - 1, .orgStrong), !isWeakCountry(index - 1),
      isOrdinary(index - 1) || has(index - 1, .title),
      // "Ministry of Peoples' Armed Forces".
      isFormWord(index + 1) || isCapital(index + 2) && isFormWord(index + 2) && isOrdinary(index + 1)
    {
      return index + 2
    }
    if word(index) == lexicon.words.and { return joined(at: index, range, titleCased) }
    return nil
  }

  /// "Agreement on the Resolution of the Conflict in Dunland": the end of what an agreement is about, of which small words
  /// join the capitals.
  private func subjectOfAgreement(_ index: Int, from first: Int, _ range: Range<Int>) -> Int? {
    guard isTitleLink(index), first + 12 > index,
      let head = (first..<index).first(where: { has($0, .agreementHead) && isCapital($0) }),
      head < index - 1 ? reads(head + 1, "on", "for", "concerning") : reads(index, "on", "for", "concerning")
    else { return nil }
    let next = word(index + 1) == lexicon.words.the ? index + 2 : index + 1
    guard next < range.upperBound, isCapital(next), !has(next, .month), !has(next, .weekday),
      word(index) != lexicon.words.and
        || isOrdinary(next) && mentionAt[next] < 0 && !has(next, .agreementHead)
    else { return nil }
    return next + 1
  }

  /// Whether capitals that go on from here end in "Act".
  private func isActAhead(_ index: Int, _ range: Range<Int>) -> Bool {
    var at = index
    while at < range.upperBound, at < index + 6, isCapital(at) {
      if word(at) == lexicon.words.act { return true }
      at += 1
    }
    return false
  }

  /// "The North’s Ministry of Trade": a short name of a country owns the body.
  private func isWeakCountry(_ index: Int) -> Bool {
    word(index - 1) == lexicon.words.the
      && weakNames[bisect(weakNames.count) { weakNames[$0].first < index }...].prefix { $0.first == index }
        .contains { lexicon.names[$0.index].kind == .country }
  }

  /// Whether a place is named right before a token.
  private func isPlace(endingAt index: Int) -> Bool {
    mention(endingAt: index).map { entities[mentions[$0].entity].kind == .place } ?? false
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

  /// The end of what a body is for where commas part it: "Ministry of Economy, Trade and Industry".
  ///
  /// Every word is an ordinary one, "and" joins the last, and no capital follows.
  private func subjectsOfBody(_ comma: Int, from first: Int, _ range: Range<Int>) -> Int? {
    guard
      let of = (first..<comma).last(where: { word($0) == lexicon.words.of || word($0) == lexicon.words.for }),
      has(of - 1, .orgHead), isCapital(of - 1), (of + 1..<comma).allSatisfy(isSubjectWord)
    else { return nil }
    var at = comma + 1
    var words = 0
    while at < range.upperBound, at < comma + 12 {
      if word(at) == Mark.comma, words > 0 {
        words = 0
      } else if word(at) == lexicon.words.and, words > 0 || word(at - 1) == Mark.comma {
        var end = at + 1
        while end < range.upperBound, isCapital(end), isSubjectWord(end) { end += 1 }
        return end > at + 1 && !isCapital(end) ? end : nil
      } else if isCapital(at), isSubjectWord(at) {
        words += 1
      } else {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether a word can be what a body is for, and no name or head of its own.
  private func isSubjectWord(_ index: Int) -> Bool {
    isCapital(index) && isOrdinary(index) && mentionAt[index] < 0 && !has(index, .orgStrong)
      && !has(index, .legalForm) && !has(index, .bankHead) && !has(index, .month) && !has(index, .weekday)
  }

  /// Whether "on" leads to the subject of a body: "Intergovernmental Authority on Development".
  private func isSubjectOfBody(_ index: Int) -> Bool {
    (has(index - 1, .orgHead) || has(index - 1, .agreementHead) || has(index - 1, .lawHead))
      && isCapital(index - 1)
      && mentionAt[index - 1] < 0 && isCapital(index + 1)
      && isOrdinary(index + 1) && mentionAt[index + 1] < 0 && !has(index + 1, .weekday)
      && !has(index + 1, .month)
  }

  /// The end of a run that goes on behind "and": within one name, as in "Bureau of Industry and Security".
  private func joined(at index: Int, _ range: Range<Int>, _ titleCased: Bool) -> Int? {
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
    // "Umbar Shipping and Dry Wood Trading" are two firms.
    if has(index - 1, .companyHead), end - index > 2, has(end - 1, .companyHead) { return nil }
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
        || word(at) == lexicon.words.for && isCapital(at - 1)
    {
      if isCapital(at), has(at, .orgHead) || has(at, .bankHead) { return true }
      at -= 1
    }
    return false
  }
}
