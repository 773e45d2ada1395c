import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds a section of a law.
  ///
  /// "section 104(b)(5) of the NKSPEA", "Section 1(a)(i) of E.O. 14024", "Section 311".
  func section(at index: Int) -> Int? {
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
      let law = mentions[found].entity
      if let (first, inner) = subsection(before: index) {
        addMention(first, end, entity: section(label + inner, of: law), rule: "subsection of a law")
      } else {
        addMention(index, end, entity: section(label, of: law), rule: "section of a law")
      }
      return end
    }
    if let entity = bareSection(label) {
      addMention(index, at, entity: entity, rule: "section of a law named or known")
      return at
    }
    return at
  }

  /// "Subsection (a)(ii) of" right before a section: its first token and its label.
  private func subsection(before index: Int) -> (first: Int, label: String)? {
    guard word(index - 1) == lexicon.words.of, word(index - 2) == Mark.close else { return nil }
    var first = index - 2
    while word(first) == Mark.close, word(first - 2) == Mark.open, first > index - 14 { first -= 3 }
    guard reads(first, "subsection", "paragraph", "subsections"), first + 1 < index - 1 else { return nil }
    return (first, text(Int(tokens[first + 1].start), Int(tokens[index - 2].end)))
  }

  /// Finds a named part of a law: "Title III of CAATSA", "Article 5 of Council Regulation (EU) No 833/2014".
  ///
  /// Of an agreement ("Chapter VII of the United Nations Charter") the whole is meant.
  func part(at index: Int) -> Int? {
    guard shape(index + 1).contains(.number) || isCapital(index + 1), word(index + 2) == lexicon.words.of
    else {
      return nil
    }
    let whole = has(index + 3, .article) ? index + 4 : index + 3
    var found = mentionStarting(at: whole)
    if found == nil {
      // "Council Regulation (EU) No 833/2014": the head stands behind words of its own.
      let head = (whole..<whole + 4).first {
        word($0) == lexicon.words.regulation || word($0) == lexicon.words.decision
      }
      if let head, instrument(at: head) != nil { found = mentionStarting(at: whole) }
    }
    guard let found,
      entities[mentions[found].entity].kind == .law || entities[mentions[found].entity].kind == .agreement
    else { return nil }
    let law = mentions[found].entity
    // "Under Chapter VII of the Charter": the Charter is meant.
    if entities[law].kind == .agreement { return mentions[found].last }
    let end = mentions[found].last
    let label = "\(text(of: index).lowercased()) \(text(of: index + 1))"
    let name = "\(entities[law].name) \(label)"
    var entity = FoundEntity(kind: entities[law].kind, name: name)
    entity.whole = law
    addMention(
      index, end, entity: add(entity, key: EntityKey.named(entity.kind, name)), rule: "part of an instrument")
    return end
  }

  /// The entity for a section of a law.
  func section(_ label: String, of law: Int) -> Int {
    let whole = entities[law]
    let name = "\(whole.name) section \(label)"
    if let known = lexicon.nameIndex[name] { return self.known(known) }
    if entityIndex[EntityKey.named(.law, name)] == nil {
      var entity = FoundEntity(kind: .law, name: name)
      entity.whole = law
      return add(entity, key: EntityKey.named(.law, name))
    }
    return add(FoundEntity(kind: .law, name: name), key: EntityKey.named(.law, name))
  }

  /// A section cited without its law: one that the post named before, else the one in data/ that is known so.
  private func bareSection(_ label: String) -> Int? {
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
}
