import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "Executive Order (E.O.) 13810", "E.O.s 13382 and 13722".
  func orders(at index: Int, numberAt: Int) -> Int? {
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

  private func addOrder(_ number: Int, _ first: Int, _ last: Int) {
    var entity = FoundEntity(kind: .law, name: "E.O. \(number)")
    entity.date = lexicon.executiveOrders[number]
    addMention(
      first, last, entity: add(entity, key: EntityKey.order(number)), rule: "executive order by number")
  }

  /// The entity for a law by its usual citation: the record of that name in data/, where there is one.
  func law(named name: String) -> Int {
    if let known = lexicon.nameIndex[name] { return self.known(known) }
    return add(FoundEntity(kind: .law, name: name), key: EntityKey.named(.law, name))
  }

  /// Finds a section or part of a code.
  ///
  /// "18 U.S.C. § 1956", "31 C.F.R. part 510", "31 CFR 1010.659".
  func code(at index: Int) -> Int? {
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
    // "50 U.S.C. 1701 et seq.".
    if text(of: last) == "et", text(of: last + 1) == "seq" { last += 2 }
    let name =
      code == lexicon.words.usc ? "\(text(of: index)) U.S.C. § \(label)" : "\(text(of: index)) CFR \(label)"
    let entity = law(named: name)
    addMention(index, last, entity: entity, rule: "code citation")
    return last
  }

  /// Finds a bill by number.
  ///
  /// "H.R. 757", "S. 1241"; a bill in data/ by that number is the law it became.
  func bill(at index: Int) -> Int? {
    guard let value = number(index + 1), mentionAt[index] < 0, value >= 2,
      !shape(index + 1).contains(.suffixed)
    else { return nil }
    let name = "\(tokens[index].word == lexicon.words.hr ? "H.R." : "S.") \(value)"
    let entity = law(named: name)
    addMention(index, index + 2, entity: entity, rule: "bill by number")
    return index + 2
  }

  /// Finds a resolution of one or both houses of Congress by the word for it.
  ///
  /// "H.J. Res. 30", "S. Res. 12".
  func jointResolution(at index: Int) -> Int? {
    guard let value = number(index + 1), !shape(index + 1).contains(.suffixed) else { return nil }
    var first = index - 1
    if reads(first, "con") { first -= 1 }
    guard first >= 0, mentionAt[first] < 0, isCapital(first) else { return nil }
    let house = text(of: first).uppercased().replacing(".", with: "")
    guard ["H", "S", "HJ", "SJ"].contains(house) else { return nil }
    let letters = house.map { "\($0)." }.joined()
    let middle = first < index - 1 ? " Con." : ""
    let entity = law(named: "\(letters)\(middle) Res. \(value)")
    addMention(first, index + 2, entity: entity, rule: "resolution of Congress by number")
    return index + 2
  }

  /// Finds a law or decree by number: "Law 1145", "Decree 252".
  func numbered(at index: Int) -> Int? {
    var at = index + 1
    if word(at) == lexicon.words.no { at += 1 }
    guard mentionAt[index] < 0, shape(at).contains(.number), !shape(at).contains(.suffixed),
      let value = number(at),
      value >= 10, word(index - 1) != lexicon.words.public
    else { return nil }
    let name = "\(text(of: index)) \(text(of: at))"
    addMention(index, at + 1, entity: law(named: name), rule: "law by number")
    return at + 1
  }

  /// Finds a public law by number.
  ///
  /// "Pub. L. 114-122", "Public Law 114-122".
  func publicLaw(at index: Int) -> Int? {
    guard mentionAt[index] < 0, word(index + 1) == lexicon.words.l || word(index + 1) == lexicon.words.law
    else {
      return nil
    }
    var at = index + 2
    if word(at) == lexicon.words.no { at += 1 }
    let second = word(at + 1) == Mark.dash ? at + 2 : at + 1
    guard shape(at).contains(.number), shape(second).contains(.number),
      second > at + 1 || shape(second).contains(.hyphenBefore)
    else {
      return nil
    }
    let name = "Public Law \(text(of: at))-\(text(of: second))"
    at = second - 1
    addMention(
      index, at + 2, entity: law(named: name),
      rule: "public law")
    return at + 2
  }

  /// Finds a general license.
  ///
  /// "General License 44", "General License No. 8A", "GL 8A".
  private func isCountry(_ token: Int) -> Bool {
    entity(at: token).map { entities[$0].kind == .country } ?? false
  }

  func license(at index: Int, numberAt: Int) -> Int? {
    let isShort = numberAt == index + 1
    guard isShort || word(index + 1) == lexicon.words.license || word(index + 1) == lexicon.words.licence
    else {
      return nil
    }
    var at = numberAt
    if isShort, !shape(at).contains(.number) { return nil }
    // "General License (GL) 25".
    if word(at) == Mark.open, isCapital(at + 1), word(at + 2) == Mark.close { at += 3 }
    if word(at) == lexicon.words.no { at += 1 }
    // "General Licence INT/2022/1391176".
    let label = at
    while word(at + 1) == Mark.slash, shape(at + 2).contains(.number) { at += 2 }
    guard shape(at).contains(.number) || isCapital(at) && tokens[at].end - tokens[at].start <= 2 else {
      return nil
    }
    let name = "General License \(text(Int(tokens[label].start), Int(tokens[at].end)))"
    // "Counter Terrorism General License 9": the programme belongs to the name, not the first word of a sentence.
    var first = index
    let start = sentences[sentence(of: index)].lowerBound
    while first - 1 > start, isCapital(first - 1), mentionAt[first - 1] < 0 || isCountry(first - 1),
      !isMark(first - 1), !titleCased[sentence(of: index)]
    {
      first -= 1
    }
    addMention(
      first, at + 1, entity: law(named: name),
      rule: "general license")
    return at + 1
  }

  /// "Council Regulation (EU) No 833/2014", "EU Regulation 833/2014", "Decision 2013/183/CFSP".
  func european(at index: Int) -> Int? {
    var at = index + 1
    if word(at) == Mark.open, word(at + 2) == Mark.close { at += 3 }
    if word(at) == lexicon.words.no { at += 1 }
    guard shape(at).contains(.number), word(at + 1) == Mark.slash, shape(at + 2).contains(.number) else {
      return nil
    }
    var last = at + 3
    if word(last) == Mark.slash, isCapital(last + 1) { last += 2 }
    var first = index
    while isCapital(first - 1),
      reads(first - 1, "council", "commission", "implementing", "delegated", "eu")
    {
      first -= 1
    }
    if mentionAt[index] >= 0, mentions[Int(mentionAt[index])].last >= last { return last }
    let kind = word(index) == lexicon.words.regulation ? "Regulation" : "Decision"
    let name = "EU \(kind) \(text(Int(tokens[at].start), Int(tokens[last - 1].end)))"
    addMention(
      first, last, entity: law(named: name),
      rule: "EU instrument")
    return last
  }
}
