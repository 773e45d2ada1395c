import Knowledge
import TextMatching

/// A noun phrase, verb group or joint of a sentence.
struct Unit {
  /// What it is.
  enum Kind: UInt8 {
    case nounPhrase, verb, preposition, conjunction, comma, relative, subordinator, time, open, close, mark
  }

  var kind: Kind
  /// The tokens.
  var first: Int
  var last: Int
  /// The token that governs it: the last noun, the verb, the preposition.
  var head: Int
  /// Whether a noun phrase owns the next one ("Treasury's").
  var isPossessor = false
  var verb = VerbGroup()

  /// Whether it is a verb and neither an infinitive nor a gerund; a bare participle may still only describe a noun.
  var isFiniteForm: Bool { kind == .verb && (!verb.isInfinitive || verb.isBeTo) && !verb.isGerund }
}

/// What the auxiliaries of a verb group tell.
struct VerbGroup {
  /// The verb in the lexicon; -1 for one that it lacks.
  var lemma = -1
  var forms: Forms = []
  var isPassive = false
  var isNegated = false
  /// Stands behind "to".
  var isInfinitive = false
  /// An -ing form without an auxiliary.
  var isGerund = false
  /// A participle without an auxiliary.
  var isBare = false
  var hasHave = false
  /// The modal, by token; -1 for none.
  var modal = -1
  /// "is to", "are to" before an infinitive.
  var isBeTo = false
  /// Whether the auxiliaries stand alone, without a verb of their own.
  var isAuxiliary = false
}

/// A sentence cut into units, with the unit of each token.
struct Clauses {
  var units: [Unit] = []
  var range: Range<Int>
  /// The unit of each token of the sentence; -1 for adverbs and quotation marks.
  var unitAt: [Int]
  /// Whether semicolons part the items of a list: two of them, or one behind a colon.
  var partsLists = false

  func unit(at token: Int) -> Int { range.contains(token) ? unitAt[token - range.lowerBound] : -1 }

  /// The first unit of a noun phrase with those who own it: of "Harad's ministry's list" that of Harad.
  func firstWithOwners(of unit: Int) -> Int {
    var first = unit
    while first > 0, units[first - 1].kind == .nounPhrase, units[first - 1].isPossessor { first -= 1 }
    return first
  }
}

extension PostReader {
  /// Cuts a sentence into units.
  func clauses(of range: Range<Int>) -> Clauses {
    let tags = tags(of: range)
    var clauses = Clauses(range: range, unitAt: Array(repeating: -1, count: range.count))
    clauses.units.reserveCapacity(range.count / 2 + 4)
    var index = range.lowerBound
    let semicolons = range.count { word($0) == Mark.semicolon }
    clauses.partsLists =
      semicolons > 1 || semicolons == 1 && range.contains { word($0) == Mark.colon }
    var followsInfinitive = false
    var modal = -1
    while index < range.upperBound {
      let start = index
      let tag = tags[index - range.lowerBound]
      var unit: Unit?
      switch tag {
      case .noun, .determiner, .pronoun: unit = nounPhrase(&index, range, tags)
      case .verb, .auxiliary, .modal, .infinitiveTo: unit = verbGroup(&index, range, tags)
      case .negation:
        unit = opensVerbGroup(index, range, tags) ? verbGroup(&index, range, tags) : nil
        if unit == nil { index += 1 }
      case .adverb, .quotation: index += 1
      case .time:
        let time = timeAt[index]
        while index < range.upperBound, timeAt[index] == time { index += 1 }
        unit = Unit(kind: .time, first: start, last: index, head: index - 1)
        if index < range.upperBound, tags[index - range.lowerBound] == .possessive { index += 1 }
      case .preposition:
        var link = single(.preposition, &index)
        // "Sanctions independently of the UN": no "of" of the noun.
        if word(link.head) == lexicon.words.of, link.head > range.lowerBound, ends(link.head - 1, in: "ly"),
          tags[link.head - 1 - range.lowerBound] == .adverb
        {
          link.head -= 1
        }
        unit = link
      case .conjunction: unit = single(.conjunction, &index)
      case .comma: unit = single(.comma, &index)
      case .relative: unit = single(.relative, &index)
      case .subordinator: unit = single(.subordinator, &index)
      case .open: unit = single(.open, &index)
      case .close: unit = single(.close, &index)
      case .possessive, .mark: unit = single(.mark, &index)
      }
      guard var unit else { continue }
      let isLone =
        unit.kind == .verb && unit.verb.forms.contains(.base) && unit.verb.modal < 0
        && unit.last - unit.first == 1
      // "To designate X and freeze Y"; "would let Treasury freeze Y".
      if isLone,
        followsInfinitive && clauses.units.last?.kind == .conjunction || isLet(before: unit.first, range)
      {
        unit.verb.isInfinitive = true
        unit.verb.isBare = false
      }
      // "Would cut off its crude, ban its exports and freeze its assets": the modal holds for each of the list.
      if isLone, !unit.verb.isInfinitive, modal >= 0, let joint = clauses.units.last?.kind,
        joint == .comma || joint == .conjunction
      {
        unit.verb.modal = modal
        unit.verb.isBare = false
      }
      if unit.kind == .verb {
        followsInfinitive = unit.verb.isInfinitive
        modal = unit.verb.modal
      } else if unit.kind == .relative || unit.kind == .subordinator || unit.kind == .mark {
        modal = -1
      }
      for token in start..<index { clauses.unitAt[token - range.lowerBound] = clauses.units.count }
      clauses.units.append(unit)
    }
    if isInTitle(range.lowerBound) { tellPassives(&clauses) }
    joinSplitGroups(&clauses)
    return clauses
  }

  /// "Will not, for the time being, be removed": an aside between auxiliaries and their verb.
  private func joinSplitGroups(_ clauses: inout Clauses) {
    let units = clauses.units
    for at in units.indices.dropLast(3)
    where units[at].kind == .verb && units[at].verb.isAuxiliary && units[at + 1].kind == .comma {
      let own = units[at].verb
      // "Is, for now, not listed by Japan".
      let isCopula = has(units[at].head, .be)
      guard own.modal >= 0 || own.isNegated || isCopula,
        let close = units[(at + 2)...].prefix(6).firstIndex(where: { $0.kind == .comma }),
        !units[(at + 2)..<close].contains(where: { $0.kind == .verb || $0.kind == .mark }),
        close + 1 < units.count,
        units[close + 1].kind == .verb, case let other = units[close + 1].verb, other.modal < 0,
        !other.isInfinitive, !other.isGerund,
        other.isBare || other.isPassive || other.forms.contains(.base) && !isCopula
      else { continue }
      if isCopula, other.isBare { clauses.units[close + 1].verb.isPassive = true }
      clauses.units[close + 1].verb.modal = own.modal
      clauses.units[close + 1].verb.isNegated = other.isNegated || own.isNegated
      clauses.units[close + 1].verb.isBare = false
    }
  }

  /// Whether a token stands in the title of the post.
  func isInTitle(_ index: Int) -> Bool { Int(tokens[index].start) < titleLength }

  /// "Arnor Bank hit with sanctions", "Arnor Bank fined $5 million": headlines leave out "is" and "was".
  private func tellPassives(_ clauses: inout Clauses) {
    let units = clauses.units
    for at in units.indices.dropFirst() where units[at].kind == .verb && units[at].verb.isBare {
      guard units[at - 1].kind == .nounPhrase, isTransitive(units[at].verb),
        units[at].last - units[at].first == 1
      else { continue }
      let isOpen =
        at + 1 >= units.count || units[at + 1].kind == .preposition || units[at + 1].kind == .time
        || units[at + 1].kind == .nounPhrase
          && (units[at + 1].first..<units[at + 1].last).contains {
            word($0) == Mark.dollar || shape($0).contains(.number) && has($0 + 1, .nounMoney)
          }
      guard isOpen else { continue }
      clauses.units[at].verb.isPassive = true
      clauses.units[at].verb.isBare = false
    }
  }

  private func single(_ kind: Unit.Kind, _ index: inout Int) -> Unit {
    index += 1
    return Unit(kind: kind, first: index - 1, last: index, head: index - 1)
  }

  /// A determiner, adjectives and nouns up to the last noun; a possessive ending makes it an owner.
  func nounPhrase(_ index: inout Int, _ range: Range<Int>, _ tags: [Tag]) -> Unit {
    let start = index
    var head = index
    if tags[index - range.lowerBound] == .pronoun {
      index += 1
      return Unit(kind: .nounPhrase, first: start, last: index, head: start)
    }
    while index < range.upperBound {
      let tag = tags[index - range.lowerBound]
      guard
        tag == .noun || tag == .determiner || tag == .quotation || tag == .adverb
          || isModifierTime(index, range, tags)
      else { break }
      if tag == .determiner, index > start, tags[index - 1 - range.lowerBound] == .noun { break }
      if tag == .adverb || tag == .quotation {
        // An adverb belongs to the phrase only between its words.
        let next = index + 1 < range.upperBound ? tags[index + 1 - range.lowerBound] : .mark
        guard next == .noun else { break }
        if tag == .adverb, index > start, tags[index - 1 - range.lowerBound] == .noun { break }
      }
      if index > head, tag == .noun,
        breaksBefore(index, head) || isAmount(index, behind: head)
          || opensBehindAdverbial(index, start, range, tags)
      {
        break
      }
      // "A Hwasong-15".
      let isModel = index > start && shape(index).contains(.hyphenBefore) && has(head, .nounWeapon)
      if tag == .noun, !isModel { head = index }
      index += 1
    }
    // "OFAC had designated all three": a count stands for the noun.
    if head == start, index > start + 1, tags[start - range.lowerBound] == .determiner,
      word(start) != lexicon.words.no,
      lexicon.numerals[word(index - 1)] != nil
    {
      head = index - 1
    }
    var unit = Unit(kind: .nounPhrase, first: start, last: index, head: head)
    if index < range.upperBound, tags[index - range.lowerBound] == .possessive {
      unit.isPossessor = true
      index += 1
    }
    return unit
  }

  /// A time inside a phrase: "the December 2 designations".
  private func isModifierTime(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Bool {
    guard tags[index - range.lowerBound] == .time, index > range.lowerBound,
      tags[index - 1 - range.lowerBound] == .determiner || tags[index - 1 - range.lowerBound] == .time
    else { return false }
    var at = index
    while at < range.upperBound, tags[at - range.lowerBound] == .time { at += 1 }
    return at < range.upperBound && tags[at - range.lowerBound] == .noun
  }

  /// Whether two names, or a plural noun and a name, only stand side by side.
  private func breaksBefore(_ index: Int, _ head: Int) -> Bool {
    guard mentionAt[index] >= 0, index == mentions[Int(mentionAt[index])].first else { return false }
    if mentionAt[index - 1] >= 0 { return false }
    // "Removed from the list Ryhor Kazlou".
    if head == index - 1, has(head, .nounList), !isCapital(head) { return true }
    // "From the List of Specially Designated Nationals and Blocked Persons Tsai Hsien-Tai".
    if head == index - 1, let list = notName(covering: head), list.count > 2, !has(head, .title) {
      return true
    }
    if head == index - 1, opensContactClause(index) { return true }
    // "The infamous Arnor Trust Bank": no plural ends in -ss, -us or -is.
    return head == index - 1 && ends(head, in: "s") && !isCapital(head)
      && !ends(head, in: "ss") && !ends(head, in: "us") && !ends(head, in: "is")
      && !has(head, .possessivePronoun) && !has(head, .determiner)
  }

  /// Whether a name that acts follows a noun for what it hits: "a firm Japan blacklisted in 2009", "the embargo Japan imposed".
  private func opensContactClause(_ index: Int) -> Bool {
    let head = index - 1
    // "Any property X holds".
    if has(head, .nounAssets), mentionAt[head] < 0, has(mentions[Int(mentionAt[index])].last, .holding) {
      return true
    }
    guard takesRestriction(head), !isCapital(head),
      let doer = entity(at: index), designates(doer)
    else { return false }
    let verb = mentions[Int(mentionAt[index])].last
    guard verb + 1 < tokens.count, let forms = verbForms(verb) else { return has(verb, .have) }
    return forms.contains(.past) && mentionAt[verb] < 0 && word(verb + 1) != lexicon.words.by
  }

  /// "In a separate case Harad fined X": whether a name that acts follows a phrase which only opens the sentence.
  private func opensBehindAdverbial(_ index: Int, _ start: Int, _ range: Range<Int>, _ tags: [Tag]) -> Bool {
    guard start == range.lowerBound + 1, tags[0] == .preposition, has(start, .article), index > start + 1,
      mentionAt[index - 1] < 0, !isCapital(index - 1), mentionAt[index] >= 0,
      case let mention = mentions[Int(mentionAt[index])], mention.first == index,
      mention.last < range.upperBound
    else { return false }
    let next = tags[mention.last - range.lowerBound]
    return next == .verb || next == .auxiliary || next == .modal || next == .possessive
  }

  /// Whether a sum of money follows a name or noun, with which it is no phrase: "fined Harad Air $5 million".
  private func isAmount(_ index: Int, behind head: Int) -> Bool {
    guard head == index - 1 else { return false }
    if word(index) == Mark.dollar { return tokens[head].end - tokens[head].start > 2 }
    return mentionAt[head] >= 0 && mentionAt[index] < 0 && shape(index).contains(.number)
      && has(index + 1, .nounMoney)
  }
}
