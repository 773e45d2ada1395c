import Knowledge
import Model
import TextMatching

extension PostReader {
  /// The kind that the form of a run tells, the part of the run that has the form, and the rule; nil without a form.
  func form(of run: CapitalRun) -> (EntityKind, CapitalRun, String)? {
    if run.last - run.first == 1, isBankWord(run.first) {
      // "Agribank of Umbar".
      let isOfPlace =
        word(run.last) == lexicon.words.of && run.last + 1 < tokens.count && isCapital(run.last + 1)
      return (.bank, CapitalRun(first: run.first, last: isOfPlace ? run.last + 2 : run.last), "bank by form")
    }
    guard run.last - run.first >= 2 else { return nil }
    var run = run
    let tail = run.last - 1
    if let law = law(run) { return law }
    // "Agreement on Peace and Reconciliation in Dunland".
    if has(run.first, .agreementHead), isCapital(run.first), reads(run.first + 1, "on", "for", "concerning"),
      run.last - run.first > 2, isCapital(run.first + 2) || isCapital(run.first + 3)
    {
      return (.agreement, run, "agreement by its subject")
    }
    // "Comprehensive Agreement on Investment".
    if run.last - run.first > 3,
      let head = (run.first + 1..<run.last - 2).first(where: { has($0, .agreementHead) && isCapital($0) }),
      reads(head + 1, "on", "for", "concerning"), head - run.first <= 3,
      isCapital(head + 2) || isCapital(head + 3),
      (run.first..<head).allSatisfy({ isCapital($0) && mentionAt[$0] < 0 })
    {
      return (.agreement, run, "agreement by its subject")
    }
    // "Justice For Harad": a small word with a capital in running text.
    if let small = (run.first + 1..<tail).first(where: { text(of: $0) == "For" }),
      !titleCased[sentence(of: run.first)], isCapital(small + 1), run.last - run.first <= 6
    {
      return (.organization, run, "body by its capitals")
    }
    // "National Security Presidential Memorandum 2".
    if ends(tail, in: "emorandum"), (run.first..<tail).contains(where: { ends($0, in: "residential") }) {
      if shape(run.last).contains(.number) { run.last += 1 }
      return (.law, run, "law by form")
    }
    if has(tail, .agreementHead), !isOrdinaryStart(run) || run.last - run.first > 2, isCapital(tail),
      isAgreement(run)
    {
      // "Cessation of Hostilities Agreement".
      while run.first >= 2, word(run.first - 1) == lexicon.words.of, isCapital(run.first - 2),
        isOrdinary(run.first - 2), mentionAt[run.first - 2] < 0
      {
        run.first -= 2
      }
      return (.agreement, run, "agreement by form")
    }
    let hasLegal = has(tail, .legalForm) && isLegal(tail, run) || isLegalPrefix(run)
    let bank = (run.first..<run.last).first { has($0, .bankHead) && isCapital($0) }
    if let bank, isBank(at: bank, run, hasLegal) {
      run.first = partyStart(run, head: bank)
      return (.bank, run, "bank by form")
    }
    if hasLegal, (run.first..<run.last).contains(where: isBankWord) { return (.bank, run, "bank by form") }
    if isLender(run) { return (.bank, run, "bank by form") }
    if isAirline(run) { return (.airline, run, "airline by form") }
    if hasLegal, hasDistinctive(run) || run.last - run.first > 2 {
      return (.company, run, "company by legal form")
    }
    // "Harad Aviation Services": a trade before the services makes a firm.
    if reads(tail, "services"), isCapital(tail), hasDistinctive(run),
      (run.first + 1..<tail).contains(where: {
        has($0, .companyWord)
          || reads($0, "aviation", "payments", "advisory", "consulting", "management", "financial")
      })
    {
      return (.company, run, "company by form")
    }
    if let body = body(run) { return body }
    let hasSign = run.last - run.first <= 6 && (run.first + 1..<tail).contains { isAmpersand($0) }
    // "Blocked Golden Peacock Economic Holdings": in running text capitals alone make the name.
    let isWritten =
      run.last - run.first > 2 && (run.first..<run.last).allSatisfy { isCapital($0) && mentionAt[$0] < 0 }
      && !titleCased[sentence(of: run.first)] && sentences[sentence(of: run.first)].lowerBound < run.first
      && reads(
        tail, "trading", "shipping", "holdings", "industries", "enterprises", "logistics", "partners",
        "maritime",
        "robotics", "bullion", "petrochemicals", "shipmanagement", "refining", "aerostructures", "electronics"
      )
    if has(tail, .companyHead), hasDistinctive(run) || hasSign || isWritten, isCapital(tail) {
      return (.company, run, "company by form")
    }
    let words = (run.first + 1..<run.last).contains {
      has($0, .companyWord) && isCapital($0) && mentionAt[$0] < 0
    }
    // "Venezuela Oil" alone is no name.
    let isCountry = mention(startingWith: run, kind: .country) && run.last - run.first < 3
    if words, hasDistinctive(run), !isCountry, !has(run.first, .title), !has(tail, .placeHead),
      !looksLikePerson(run)
    {
      return (.company, run, "company by form")
    }
    // "Whitcombe & Orne": the sign joins words of one name.
    if hasSign,
      hasDistinctive(run) && isAmpersand(tail - 1) || has(tail, .companyWord) || has(tail, .bankWord)
    {
      return (.company, run, "company by its sign")
    }
    return nil
  }

  /// "Agribank", "Rosvneshbank": a word of its own that ends in "bank"; shorter ones are surnames and towns.
  private func isBankWord(_ index: Int) -> Bool {
    isCapital(index) && !isOrdinary(index) && mentionAt[index] < 0 && ends(index, in: "ank")
      && text(of: index).lowercased().hasSuffix("bank")
      && tokens[index].end - tokens[index].start >= 8
  }

  func mention(startingWith run: CapitalRun, kind: EntityKind) -> Bool {
    mentionStarting(at: run.first).map { entities[mentions[$0].entity].kind == kind } ?? false
  }

  private func isAgreement(_ run: CapitalRun) -> Bool {
    let tail = run.last - 1
    if ends(tail, in: "tatement") || reads(tail, "plan")
      || reads(tail, "charter") || reads(tail, "framework")
    {
      return (run.first..<tail).contains { text(of: $0) == "Joint" || text(of: $0) == "Agreed" }
    }
    return true
  }

  private func isOrdinaryStart(_ run: CapitalRun) -> Bool {
    isOrdinary(run.first) && mentionAt[run.first] < 0
  }

  /// Whether a word at the end of a run is a legal form there: two letters only in capitals.
  private func isLegal(_ index: Int, _ run: CapitalRun) -> Bool {
    guard index > run.first else { return false }
    if tokens[index].end - tokens[index].start <= 3, !shape(index).contains(.dotted) {
      return shape(index).contains(.allCapitals) || shape(index).contains(.abbreviated)
        || isCapital(index) && !isOrdinary2(index) || ["Co", "plc"].contains(text(of: index))
    }
    return isCapital(index) || shape(index).contains(.dotted) || text(of: index) == "plc"
  }

  private func isLegalPrefix(_ run: CapitalRun) -> Bool {
    has(run.first, .legalForm) && shape(run.first).contains(.allCapitals) && shape(run.first).contains(.long)
      && !isOrdinary2(run.first) && run.last - run.first >= 2
  }

  private func isOrdinary2(_ index: Int) -> Bool { lexicon.sense(word(index)).contains(.ordinary) }

  private func isBank(at bank: Int, _ run: CapitalRun, _ hasLegal: Bool) -> Bool {
    if has(run.last - 1, .orgStrong) || has(run.last - 1, .lawHead) { return false }
    if bank == run.last - 1 || hasLegal { return true }
    if word(bank + 1) == lexicon.words.of || word(bank + 1) == lexicon.words.for { return true }
    if bank == run.first { return hasDistinctive(CapitalRun(first: bank + 1, last: run.last)) }
    return (bank + 1..<run.last).allSatisfy {
      has($0, .bankWord) || has($0, .legalForm) || has($0, .companyWord) || !isOrdinary($0)
        || has($0, .particle) || word($0) == lexicon.words.of || mentionAt[$0] >= 0
    }
  }

  /// "Kwangson Unha Banking Corporation", "Rhudaur Savings & Loan Association", "Mithlond Exchange House".
  private func isLender(_ run: CapitalRun) -> Bool {
    // "Casa de Cambio Tres Ríos".
    if run.last - run.first > 3, reads(run.first, "casa"), reads(run.first + 2, "cambio") { return true }
    return (run.first + 1..<max(run.first + 1, run.last - 1)).contains {
      has($0, .lenderWord) && isCapital($0) && has($0 + 1, .lenderHead) && isCapital($0 + 1)
    }
  }

  /// The first word of a bank's name: a country with dots or possessor before it is no part of it.
  private func partyStart(_ run: CapitalRun, head: Int) -> Int {
    var first = run.first
    while first < head, shape(first).contains(.dotted) || has(first, .title) && !has(first, .companyWord) {
      first += 1
    }
    return first
  }

  func isAirline(_ run: CapitalRun) -> Bool {
    if has(run.last - 1, .orgStrong) || has(run.last - 1, .legalForm) && !hasAirlineHead(run) { return false }
    if hasAirlineHead(run) { return true }
    // "Harlindon Wings Aviation"; "civil aviation" is a branch of the state.
    let tail = run.last - 1
    if reads(tail, "aviation", "airlift"), isCapital(tail), hasDistinctive(run),
      !reads(tail - 1, "civil", "general", "military", "federal", "international")
    {
      return true
    }
    // "Núrnen Air Cargo", "Harad Wings Cargo".
    let inner = (run.first + 1..<max(run.first + 1, tail)).contains {
      ["Air", "Wings"].contains(text(of: $0))
    }
    if inner, has(run.last - 1, .airlineWord), !has(run.last - 1, .orgHead), hasDistinctive(run) {
      return true
    }
    guard run.last - run.first <= 3 else { return false }
    let air = text(of: run.first) == "Air" || text(of: run.last - 1) == "Air"
    return air && (run.first..<run.last).contains { text(of: $0) != "Air" && !isOrdinary2($0) }
  }

  private func hasAirlineHead(_ run: CapitalRun) -> Bool {
    (run.first..<run.last).contains { index in
      has(index, .airlineHead) && isCapital(index) && !shape(index).contains(.hyphenBefore)
    }
  }

  /// Ministries, committees, courts and the like: the head at the end, or before "of" or "for".
  func body(_ run: CapitalRun) -> (EntityKind, CapitalRun, String)? {
    let tail = run.last - 1
    // "The Biden-Harris Administration": the persons.
    if reads(tail, "administration"), let before = mention(endingAt: tail),
      entities[mentions[before].entity].kind == .person
    {
      return nil
    }
    // "Jund al-Sahil", "Katibat Umbar".
    if has(run.first, .groupHead), isCapital(run.first), run.last - run.first <= 5 {
      return (.organization, run, "body by form")
    }
    // "Unidad de Inteligencia Financiera".
    if has(run.first, .orgStrong), isCapital(run.first), has(run.first + 1, .particle),
      !isCapital(run.first + 1)
    {
      return (.organization, run, "body by form")
    }
    // "The 44th Light Infantry Brigade", "the U.S. Attorney's Office".
    var run = run
    if shape(run.first - 1).contains(.suffixed), timeAt[run.first - 1] < 0,
      reads(tail, "brigade", "division", "battalion", "regiment", "fleet", "corps", "bureau", "army")
    {
      run.first -= 1
    } else if reads(run.first, "attorney"), let country = mention(endingAt: run.first),
      entities[mentions[country].entity].kind == .country
    {
      run.first = mentions[country].first
    }
    if has(tail, .orgStrong), isCapital(tail) { return (.organization, run, "body by form") }
    let strong = (run.first..<tail).first {
      has($0, .orgHead) && isCapital($0)
        && (word($0 + 1) == lexicon.words.of || word($0 + 1) == lexicon.words.for
          || word($0 + 1) == lexicon.words.on || word($0 + 1) == lexicon.words.against
          // "The United Nations Mission in Harad".
          || word($0 + 1) == lexicon.words.in && reads($0, "mission", "operation") && isCapital($0 + 2))
    }
    if let strong, has(strong, .orgStrong) || !has(strong, .title) {
      return (.organization, run, "body by form")
    }
    if has(tail, .orgHead), isCapital(tail), !has(tail, .companyHead), !looksLikePerson(run),
      mentionAt[tail] < 0
    {
      return (.organization, run, "body by form")
    }
    return nil
  }

  /// Whether a word of the run is no ordinary one, so that the run can be a name of its own.
  func hasDistinctive(_ run: CapitalRun) -> Bool {
    (run.first..<run.last).contains {
      isCapital($0) && !isOrdinary($0) || lexicon.sense(word($0)).contains(.demonym)
        || mentionAt[$0] >= 0
        || shape($0).contains(.allCapitals) && shape($0).contains(.long) && !has($0, .legalForm)
        || lexicon.ordinals[word($0)] != nil && $0 == run.first
    }
  }

  func isAmpersand(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && bytes[Int(tokens[index].start)] == UInt8(ascii: "&")
  }

  private func looksLikePerson(_ run: CapitalRun) -> Bool {
    lexicon.sense(word(run.first)).contains(.givenName) && run.last - run.first <= 3
      && !isOrdinary2(run.first)
  }

  /// Adds a mention of a name that has a form; dots of abbreviated legal forms belong to it.
  func addForm(_ kind: EntityKind, _ run: CapitalRun, _ rule: String) {
    let tail = tokens[run.last - 1]
    let end = Int(tail.end) + (tail.shape.contains(.abbreviated) ? 1 : 0)
    // A known name with a legal form behind it is the known one.
    if let found = mentionStarting(at: run.first), mentions[found].last < run.last,
      entities[mentions[found].entity].kind == kind,
      (mentions[found].last..<run.last).allSatisfy({ has($0, .legalForm) || isMark($0) })
    {
      addMention(run.first, run.last, entity: mentions[found].entity, rule: rule, end: end)
      return
    }
    addNamed(kind, text(Int(tokens[run.first].start), end), run, rule: rule, end: end)
  }
}
