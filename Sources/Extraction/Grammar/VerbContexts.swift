import Knowledge
import Model
import TextMatching

/// What stands around a word that can be a verb.
extension PostReader {
  /// Whether a relative clause or a participle behind the first noun of a sentence ends with the time before a place, and
  /// no other verb stands between.
  func closesRestrictive(_ index: Int, _ range: Range<Int>) -> Bool {
    var verbs = 0
    var isOpen = false
    for at in range.lowerBound..<index where mentionAt[at] < 0 && timeAt[at] < 0 {
      if has(at, .modal) || has(at, .be) || has(at, .have) { return false }
      if has(at, .relative), at > range.lowerBound, !isMark(at - 1) { isOpen = true }
      guard let forms = verbForms(at), forms.contains(.past) || forms.contains(.participle),
        !has(at - 1, .article)
      else { continue }
      verbs += 1
      // A participle right behind a common noun, or the verb of a clause without its pronoun.
      if !isOpen, at > range.lowerBound, mentionAt[at - 1] < 0,
        has(at - 2, .article) || has(range.lowerBound, .article)
      {
        isOpen = true
      }
      // "The embargo Japan imposed on Harad in 1989 remains".
      if at > range.lowerBound, mentionAt[at - 1] >= 0,
        case let noun = mentions[Int(mentionAt[at - 1])].first - 1, noun > range.lowerBound,
        takesRestriction(noun)
      {
        isOpen = true
      }
    }
    return isOpen && verbs == 1
  }

  /// Whether a sentence begins with the name of an instrument: "UNSCR 2375, which …, bans textile exports".
  func opensWithInstrument(_ range: Range<Int>) -> Bool {
    let first = has(range.lowerBound, .article) ? range.lowerBound + 1 : range.lowerBound
    return mentionAt[first] >= 0 && namesInstrument(first)
  }

  /// Whether the comma before a place can close a relative clause or a participle: "UNSCR 2397, passed in December 2017,
  /// caps the fuel".
  func closesAside(_ index: Int, _ range: Range<Int>) -> Bool {
    (range.lowerBound..<index).contains { at in
      has(at, .relative)
        || word(at) == Mark.comma && at + 1 < index
          && (verbForms(at + 1)?.contains(.participle) == true || reads(at + 1, "having"))
    }
  }

  /// "The third, Borlas Dun, lives in Bree": whether the comma before a place closes an apposition to the subject.
  func closesApposition(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound + 3, word(index - 1) == Mark.comma, mentionAt[index - 2] >= 0,
      let open = (range.lowerBound..<index - 2).last(where: { word($0) == Mark.comma }),
      open - range.lowerBound <= 8, !has(open + 1, .preposition), !has(open + 1, .relative)
    else { return false }
    return (range.lowerBound..<open).allSatisfy { at in
      mentionAt[at] < 0 && word(at) != Mark.comma && verbForms(at)?.isDisjoint(with: [.past, .third]) ?? true
    }
  }

  /// "Will on Tuesday freeze", "would, I hear, blacklist": whether only a day and its preposition, or an aside between
  /// commas, stand between a modal and a place.
  func isTimeBehindModal(_ index: Int, _ range: Range<Int>) -> Bool {
    var at = index
    if word(at) == Mark.comma {
      let aside = max(range.lowerBound, at - 7)..<at
      guard let open = aside.last(where: { word($0) == Mark.comma }), open + 1 < at else { return false }
      return open > range.lowerBound && has(open - 1, .modal)
    }
    guard timeAt[at] >= 0 else { return false }
    while at > range.lowerBound, timeAt[at] >= 0 || has(at, .article) { at -= 1 }
    if reads(at, "on", "in") { at -= 1 }
    return at >= range.lowerBound && has(at, .modal)
  }

  /// Whether a name ends at a token that "and" joins to another one.
  func isJoinedName(_ index: Int) -> Bool {
    guard index > 0, mentionAt[index] >= 0 else { return false }
    let first = mentions[Int(mentionAt[index])].first
    let joint = has(first - 1, .article) ? first - 2 : first - 1
    return word(joint) == lexicon.words.and && joint > 0 && mentionAt[joint - 1] >= 0
  }

  /// Whether "let" stands before the name that stands right before a verb.
  func isLet(before index: Int, _ range: Range<Int>) -> Bool {
    if index - 1 > range.lowerBound, reads(index - 1, "it", "them", "him", "her", "us") {
      return reads(index - 2, "let", "lets", "letting")
    }
    guard index > range.lowerBound, mentionAt[index - 1] >= 0 else { return false }
    let first = mentions[Int(mentionAt[index - 1])].first
    let before = word(first - 1) == lexicon.words.the ? first - 2 : first - 1
    return before >= range.lowerBound && reads(before, "let", "lets", "letting", "make", "makes", "making")
  }

  /// Whether a token is the last of the name or description of an instrument.
  func isInstrument(_ index: Int) -> Bool {
    namesInstrument(index) && mentions[Int(mentionAt[index])].last == index + 1
  }

  /// Whether a word is a form of a verb that tells of restrictions or relief.
  func changesRules(_ index: Int) -> Bool {
    let lemma = lexicon.verbForm(word(index)).lemma
    return lemma >= 0
      && lexicon.verbs[Int(lemma)].frames.contains {
        lexicon.frames[$0].kind == .relief || lexicon.frames[$0].kind == .restriction
      }
  }

  /// Whether a word is a form of a verb that can name an event.
  func tellsEvent(_ index: Int) -> Bool {
    let lemma = lexicon.verbForm(word(index)).lemma
    return lemma >= 0 && !lexicon.verbs[Int(lemma)].frames.isEmpty
  }

  /// Whether a common noun stands for a text, a package or sanctions, which do what they say.
  func isText(_ index: Int) -> Bool {
    mentionAt[index] < 0 && (has(index, .lawNoun) || has(index, .package) || has(index, .nounSanctions))
  }

  /// Whether a verb form belongs to the auxiliary before its subject.
  ///
  /// "Will Treasury now name X …?", "Has the Council designated Y?", "Nor did Seoul freeze …".
  func completesInversion(_ index: Int, _ forms: Forms, _ before: [Tag]) -> Bool {
    var at = before.count - 1
    var nouns = 0
    scan: while at >= 0 {
      switch before[at] {
      case .noun, .pronoun: nouns += 1
      case .determiner, .adverb, .negation, .time, .quotation, .possessive: break
      default: break scan
      }
      at -= 1
    }
    guard nouns > 0, at >= 0, before[at] == .modal || before[at] == .auxiliary else { return false }
    // The auxiliary opens its clause, but for a question word or a link.
    if at > 0 {
      let opening: [Tag] = [
        .adverb, .negation, .conjunction, .comma, .subordinator, .quotation, .mark, .pronoun, .relative,
      ]
      guard opening.contains(before[at - 1]) else { return false }
      if before[at - 1] == .pronoun || before[at - 1] == .relative, at > 1 { return false }
    }
    let auxiliary = index - before.count + at
    if has(auxiliary, .modal) || has(auxiliary, .doVerb) { return forms.contains(.base) }
    return forms.contains(.participle) || forms.contains(.gerund)
  }

  /// Whether a noun is one that a clause without a pronoun often tells apart: for parties, sanctions or texts.
  func takesRestriction(_ noun: Int) -> Bool {
    has(noun, .genericParty) || has(noun, .nounSanctions) || has(noun, .nounInstrument)
  }

  /// Whether a subject and its finite verb follow at once: "the sanctions it imposed".
  func takesContactClause(_ index: Int) -> Bool {
    var at = index + 1
    if has(at, .article) { at += 1 }
    if mentionAt[at] >= 0 {
      at = mentions[Int(mentionAt[at])].last
    } else if has(at, .pronoun), word(at - 1) != lexicon.words.the {
      at += 1
    } else {
      return false
    }
    while has(at, .adverb), verbForms(at) == nil, at < index + 8 { at += 1 }
    if has(at, .have) || has(at, .modal) { return true }
    guard let forms = verbForms(at), !isMark(at) else { return false }
    return !forms.isDisjoint(with: [.past, .third]) && !titleCased[sentence(of: index)]
  }
}
