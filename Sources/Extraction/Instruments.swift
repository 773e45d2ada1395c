import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds resolutions, orders, sections, code citations, bills and regulations by their form.
  mutating func findInstruments() {
    var index = 0
    while index < tokens.count {
      let end = instrument(at: index)
      index = max(end ?? 0, index + 1)
    }
    findBareResolutions()
  }

  /// Reads an instrument that begins at a token; returns the token after it.
  private mutating func instrument(at index: Int) -> Int? {
    let fixed = lexicon.words
    let token = tokens[index]
    switch token.word {
    case fixed.resolution, fixed.resolutions, fixed.unscr, fixed.unscrs:
      return resolutions(at: index, numberAt: index + 1)
    case fixed.s
    where word(index + 1) == Mark.slash && word(index + 2) == fixed.res && word(index + 3) == Mark.slash:
      return resolutions(at: index, numberAt: index + 4)
    case fixed.s where shape(index).contains(.capital) && shape(index).contains(.abbreviated):
      return bill(at: index)
    case fixed.hr where shape(index).contains(.dotted): return bill(at: index)
    case fixed.executive where word(index + 1) == fixed.order || word(index + 1) == fixed.orders:
      return orders(at: index, numberAt: index + 2)
    case fixed.eo where isCapital(index), fixed.eos where isCapital(index):
      return orders(at: index, numberAt: index + 1)
    case fixed.section, fixed.sections: return section(at: index)
    case fixed.general where isCapital(index): return license(at: index)
    case fixed.pub, fixed.public: return publicLaw(at: index)
    case fixed.regulation where isCapital(index), fixed.decision where isCapital(index):
      return european(at: index)
    case fixed.committee where isCapital(index): return committee(at: index)
    default:
      guard token.shape.contains(.number) else { return nil }
      return code(at: index) ?? numberedCommittee(at: index)
    }
  }

  // MARK: Resolutions

  /// Finds resolutions by number.
  ///
  /// "UNSCRs 2270 and 2321", "U.N. Security Council Resolution 2321", "resolution 1718 (2006)".
  private mutating func resolutions(at index: Int, numberAt: Int) -> Int? {
    var at = numberAt
    if word(at) == lexicon.words.no, shape(at).contains(.abbreviated) { at += 1 }
    guard let first = number(at), isResolutionNumber(first, at) else { return nil }
    // "Resolution 2016" is a year where nothing else speaks for a number.
    var start = index
    while start > 0, let body = mention(endingAt: start),
      entities[mentions[body].entity].kind == .organization
        || entities[mentions[body].entity].kind == .country
    {
      guard isUnitedNations(mentions[body]), !isMark(start - 1) else { break }
      start = mentions[body].first
    }
    var last = at + 1
    last = yearInBrackets(after: last) ?? last
    addResolution(first, start, last)
    // Further numbers of the list are mentions of their own.
    while true {
      var next = last
      if word(next) == Mark.comma { next += 1 }
      if word(next) == lexicon.words.and || word(next) == lexicon.words.or || word(next) == Mark.ampersand {
        next += 1
      }
      guard next > last, let another = number(next), isResolutionNumber(another, next) else { break }
      if yearNumber(next) != nil, !lexicon.resolutions.keys.contains(another) { break }
      let end = yearInBrackets(after: next + 1) ?? next + 1
      addResolution(another, next, end)
      last = end
    }
    return last
  }

  private func isResolutionNumber(_ value: Int, _ index: Int) -> Bool {
    (100...9999).contains(value) && !shape(index).contains(.grouped) && !shape(index).contains(.suffixed)
  }

  private func isUnitedNations(_ mention: FoundMention) -> Bool {
    let known = entities[mention.entity].known
    guard known >= 0 else { return false }
    let name = lexicon.names[known].name
    return name == "United Nations" || name == "U.N. Security Council" || name == "UNSC"
  }

  /// The end of "(2006)" at a token.
  private func yearInBrackets(after index: Int) -> Int? {
    guard word(index) == Mark.open, yearNumber(index + 1) != nil, word(index + 2) == Mark.close else {
      return nil
    }
    return index + 3
  }

  private mutating func addResolution(_ number: Int, _ first: Int, _ last: Int) {
    addMention(first, last, entity: resolution(number), rule: "resolution by number")
  }

  /// The post's entity for a resolution of the Security Council.
  mutating func resolution(_ number: Int) -> Int {
    var entity = FoundEntity(kind: .resolution, name: "UNSCR \(number)")
    entity.date = lexicon.resolutions[number]
    return add(entity, key: .resolution(number))
  }

  /// Later bare numbers of resolutions that the post names: "the bar set by 2270".
  private mutating func findBareResolutions() {
    guard entities.contains(where: { $0.kind == .resolution }) else { return }
    for index in tokens.indices where mentionAt[index] < 0 && shape(index).contains(.number) {
      guard let value = number(index), let entity = entityIndex[.resolution(value)],
        !shape(index).contains(.hyphenBefore), !shape(index).contains(.grouped),
        word(index - 1) != Mark.dollar,
        word(index + 1) != UInt8(ascii: "%").mark, !shape(index + 1).contains(.hyphenBefore),
        !has(index - 1, .month), !has(index - 1, .unit), word(index - 1) != Mark.slash
      else { continue }
      if yearNumber(index) != nil, has(index - 1, .preposition), word(index - 1) == lexicon.words.in {
        continue
      }
      addMention(index, index + 1, entity: entity, rule: "number of a named resolution")
    }
  }

  // MARK: Orders, sections, codes

  /// "Executive Order (E.O.) 13810", "E.O.s 13382 and 13722".
  private mutating func orders(at index: Int, numberAt: Int) -> Int? {
    var at = numberAt
    if word(at) == Mark.open, word(at + 1) == lexicon.words.eo || word(at + 1) == lexicon.words.eos,
      word(at + 2) == Mark.close
    {
      at += 3
    }
    if word(at) == lexicon.words.no, shape(at).contains(.abbreviated) { at += 1 }
    guard let first = number(at), (1000...99_999).contains(first) else { return nil }
    addOrder(first, index, at + 1)
    var last = at + 1
    while true {
      var next = last
      if word(next) == Mark.comma { next += 1 }
      if word(next) == lexicon.words.and || word(next) == lexicon.words.or { next += 1 }
      guard next > last, let another = number(next), (10_000...99_999).contains(another) else { return last }
      addOrder(another, next, next + 1)
      last = next + 1
    }
  }

  private mutating func addOrder(_ number: Int, _ first: Int, _ last: Int) {
    var entity = FoundEntity(kind: .law, name: "E.O. \(number)")
    entity.date = lexicon.executiveOrders[number]
    addMention(first, last, entity: add(entity, key: .order(number)), rule: "executive order by number")
  }

  /// Finds a section of a law.
  ///
  /// "section 104(b)(5) of the NKSPEA", "Section 1(a)(i) of E.O. 14024", "Section 311".
  private mutating func section(at index: Int) -> Int? {
    guard shape(index + 1).contains(.number), mentionAt[index] < 0 || !isInLongMention(index) else {
      return nil
    }
    var at = index + 2
    while word(at) == Mark.open, shape(at).contains(.touchesBefore), word(at + 2) == Mark.close,
      tokens[at + 1].end - tokens[at + 1].start <= 4
    {
      at += 3
    }
    let label = text(Int(tokens[index + 1].start), Int(tokens[at - 1].end))
    var law = at
    if word(law) == lexicon.words.of { law += 1 }
    if has(law, .article) { law += 1 }
    if law > at, let found = mentionStarting(at: law) ?? instrumentStarting(at: law),
      entities[mentions[found].entity].kind == .law
    {
      let end = mentions[found].last
      addMention(
        index, end, entity: section(label, of: mentions[found].entity), rule: "section of a law")
      return end
    }
    if let entity = bareSection(label) {
      addMention(index, at, entity: entity, rule: "section of a law named or known")
      return at
    }
    return at
  }

  private func isInLongMention(_ index: Int) -> Bool {
    let mention = mentions[Int(mentionAt[index])]
    return mention.last - mention.first > 2
  }

  /// Reads an instrument further on, so that a section can be joined with it.
  private mutating func instrumentStarting(at index: Int) -> Int? {
    guard instrument(at: index) != nil else { return nil }
    return mentionStarting(at: index)
  }

  /// The entity for a section of a law.
  private mutating func section(_ label: String, of law: Int) -> Int {
    let whole = entities[law]
    let name = "\(whole.name) section \(label)"
    if let known = lexicon.nameIndex[name] { return self.known(known) }
    if entityIndex[.named(.law, name)] == nil {
      var entity = FoundEntity(kind: .law, name: name)
      entity.whole = law
      return add(entity, key: .named(.law, name))
    }
    return add(FoundEntity(kind: .law, name: name), key: .named(.law, name))
  }

  /// A section cited without its law: one that the post named before, else the one in data/ that is known so.
  private mutating func bareSection(_ label: String) -> Int? {
    let ending = " section \(label)"
    if let earlier = entities.lastIndex(where: { $0.kind == .law && $0.name.hasSuffix(ending) }) {
      return earlier
    }
    let laws = entities.indices.filter {
      entities[$0].kind == .law && entities[$0].known >= 0 && entities[$0].whole < 0
    }
    for law in laws.reversed() {
      if let known = lexicon.nameIndex[entities[law].name + ending] { return self.known(known) }
    }
    return lexicon.famousSections[label].map { known($0) }
  }

  /// Finds a section or part of a code.
  ///
  /// "18 U.S.C. § 1956", "31 C.F.R. part 510", "31 CFR 1010.659".
  private mutating func code(at index: Int) -> Int? {
    let code = word(index + 1)
    guard code == lexicon.words.usc || code == lexicon.words.cfr, number(index) != nil else { return nil }
    var at = index + 2
    while word(at) == Mark.section || word(at) == lexicon.words.part || word(at) == lexicon.words.parts
      || word(at) == lexicon.words.section || word(at) == lexicon.words.sections
    {
      at += 1
    }
    guard shape(at).contains(.number) else { return nil }
    var last = at + 1
    while word(last) == Mark.open, shape(last).contains(.touchesBefore), word(last + 2) == Mark.close {
      last += 3
    }
    if let covering = mentionStarting(at: index), mentions[covering].last >= last {
      return mentions[covering].last
    }
    let label = text(Int(tokens[at].start), Int(tokens[last - 1].end))
    let name =
      code == lexicon.words.usc ? "\(text(of: index)) U.S.C. § \(label)" : "\(text(of: index)) CFR \(label)"
    let entity = add(FoundEntity(kind: .law, name: name), key: .named(.law, name))
    addMention(index, last, entity: entity, rule: "code citation")
    return last
  }

  /// Finds a bill by number.
  ///
  /// "H.R. 757", "S. 1241"; a bill in data/ by that number is the law it became.
  private mutating func bill(at index: Int) -> Int? {
    guard let value = number(index + 1), mentionAt[index] < 0, value >= 2,
      !shape(index + 1).contains(.suffixed)
    else { return nil }
    let name = "\(tokens[index].word == lexicon.words.hr ? "H.R." : "S.") \(value)"
    let entity = add(FoundEntity(kind: .law, name: name), key: .named(.law, name))
    addMention(index, index + 2, entity: entity, rule: "bill by number")
    return index + 2
  }

  /// Finds a public law by number.
  ///
  /// "Pub. L. 114-122", "Public Law 114-122".
  private mutating func publicLaw(at index: Int) -> Int? {
    guard mentionAt[index] < 0, word(index + 1) == lexicon.words.l || word(index + 1) == lexicon.words.law
    else {
      return nil
    }
    var at = index + 2
    if word(at) == lexicon.words.no { at += 1 }
    guard shape(at).contains(.number), shape(at + 1).contains(.number), shape(at + 1).contains(.hyphenBefore)
    else {
      return nil
    }
    let name = "Public Law \(text(of: at))-\(text(of: at + 1))"
    addMention(
      index, at + 2, entity: add(FoundEntity(kind: .law, name: name), key: .named(.law, name)),
      rule: "public law")
    return at + 2
  }

  /// Finds a general license.
  ///
  /// "General License 44", "General License No. 8A".
  private mutating func license(at index: Int) -> Int? {
    guard word(index + 1) == lexicon.words.license || word(index + 1) == lexicon.words.licence else {
      return nil
    }
    var at = index + 2
    if word(at) == lexicon.words.no { at += 1 }
    guard shape(at).contains(.number) || isCapital(at) && tokens[at].end - tokens[at].start <= 2 else {
      return nil
    }
    let name = "General License \(text(of: at))"
    addMention(
      index, at + 1, entity: add(FoundEntity(kind: .law, name: name), key: .named(.law, name)),
      rule: "general license")
    return at + 1
  }

  /// "Council Regulation (EU) No 833/2014", "Decision (CFSP) 2016/849", "Decision 2013/183/CFSP".
  private mutating func european(at index: Int) -> Int? {
    var at = index + 1
    if word(at) == Mark.open, word(at + 2) == Mark.close { at += 3 }
    if word(at) == lexicon.words.no { at += 1 }
    guard shape(at).contains(.number), word(at + 1) == Mark.slash, shape(at + 2).contains(.number) else {
      return nil
    }
    var last = at + 3
    if word(last) == Mark.slash, isCapital(last + 1) { last += 2 }
    let first = word(index - 1) == lexicon.words.council && isCapital(index - 1) ? index - 1 : index
    if let covering = mentionStarting(at: first), mentions[covering].last >= last { return last }
    let kind = word(index) == lexicon.words.regulation ? "Regulation" : "Decision"
    let name = "EU \(kind) \(text(Int(tokens[at].start), Int(tokens[last - 1].end)))"
    addMention(
      first, last, entity: add(FoundEntity(kind: .law, name: name), key: .named(.law, name)),
      rule: "EU instrument")
    return last
  }

  // MARK: Committees

  /// "Committee established pursuant to resolution 1718 (2006)".
  private mutating func committee(at index: Int) -> Int? {
    guard word(index + 2) == lexicon.words.pursuant, word(index + 3) == lexicon.words.to else { return nil }
    var at = index + 4
    while at < min(index + 8, tokens.count), number(at) == nil { at += 1 }
    guard let value = number(at), isResolutionNumber(value, at) else { return nil }
    let last = yearInBrackets(after: at + 1) ?? at + 1
    addMention(index, last, entity: committee(value), rule: "committee by its resolution")
    return last
  }

  /// "1718 Committee", "Security Council 1718 Sanctions Committee".
  private mutating func numberedCommittee(at index: Int) -> Int? {
    guard let value = number(index), isResolutionNumber(value, index) else { return nil }
    var last = index + 1
    if has(last, .nounSanctions), isCapital(last) { last += 1 }
    guard word(last) == lexicon.words.committee, isCapital(last) else { return nil }
    var first = index
    if let body = mention(endingAt: first), isUnitedNations(mentions[body]) { first = mentions[body].first }
    addMention(first, last + 1, entity: committee(value), rule: "committee by number")
    return last + 1
  }

  private mutating func committee(_ number: Int) -> Int {
    let name = "\(number) Committee"
    if let known = lexicon.nameIndex[name] { return self.known(known) }
    return add(FoundEntity(kind: .organization, name: name), key: .named(.organization, name))
  }

  // MARK: Neighbours

  /// The mention that ends right before a token.
  func mention(endingAt index: Int) -> Int? {
    guard index > 0, mentionAt[index - 1] >= 0 else { return nil }
    let found = Int(mentionAt[index - 1])
    return mentions[found].last == index ? found : nil
  }

  /// The mention that begins at a token.
  func mentionStarting(at index: Int) -> Int? {
    guard index < tokens.count, index >= 0, mentionAt[index] >= 0 else { return nil }
    let found = Int(mentionAt[index])
    return mentions[found].first == index ? found : nil
  }
}

extension UInt8 {
  /// The identifier of an ASCII mark.
  var mark: WordID { WordID(self) }
}
