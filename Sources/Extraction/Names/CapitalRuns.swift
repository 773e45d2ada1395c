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
  func findForms() {
    takeSubjects()
    takeBracketedNames()
    takeProsecutors()
    takeDomainNames()
    takeVesselsWithOwners()
    takeIntroducedPersons()
    takeAbbreviatedNames()
    takeListEntries()
    var number = 0
    var next = 0
    for index in capitals.lazy.map(Int.init) where index >= next {
      while sentences[number].upperBound <= index { number += 1 }
      let range = sentences[number]
      guard let run = capitalRun(from: index, in: range, titleCased: titleCased[number]) else { continue }
      classify(run, in: range, titleCased: titleCased[number])
      next = run.last
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
    // "In April Congress passed the Act".
    if has(index, .month), has(index - 1, .preposition), mentionAt[index + 1] >= 0 { return false }
    return isCapital(index + 1) && !has(index + 1, .month) && !shape(index + 1).contains(.allCapitals)
      && (!has(index, .weekday) || tokens[index].end - tokens[index].start == 3)
  }

  private func canContinue(_ index: Int, _ first: Int, _ titleCased: Bool) -> Bool {
    let token = tokens[index]
    // "En+ Group": the sign belongs to the word that it touches.
    if isPlus(index), index > first, token.shape.contains(.touchesBefore), isCapital(index - 1) {
      return true
    }
    if token.shape.contains(.paragraphStart) || token.shape.contains(.mark) { return false }
    // "DURIN BRIGADE A.k.a.: OAKEN": the label of an entry ends the name before it.
    if has(index, .entryLabel), word(index + 1) == Mark.colon { return false }
    // "Arnor Power Ltd. Buying coal": the dot of a legal form may end a sentence too.
    if index - 1 > first, has(index - 1, .legalForm), shape(index - 1).contains(.abbreviated),
      !has(index, .legalForm),
      isOrdinary(index) && !isFormWord(index) || mentionStarting(at: index) != nil
    {
      return false
    }
    if token.shape.contains(.hyphenBefore) {
      // "Russia-Based Gang" in a headline.
      if has(index, .compoundTail), mentionAt[index - 1] >= 0 { return false }
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
        return !isCompoundParticiple(index) || !ends(index, in: "ed")
      }
      return !lexicon.sense(token.word).contains(.ordinary) && lexicon.verbForm(token.word).lemma < 0
    }
    guard token.shape.contains(.capital), token.shape.contains(.word) else { return false }
    // "Friday" and "March 3" end a name; an abbreviation dot before ends it unless it is an initial or a form.
    if has(index, .month), !titleCased, dayNumber(index + 1) != nil || has(index - 1, .preposition) {
      return false
    }
    if has(index, .weekday), token.end - token.start > 3 { return false }
    // "Rohan Council Extends Panel of Experts": in a headline the verb behind a name ends it.
    if titleCased, mentionAt[index - 1] >= 0, mentionAt[index] < 0,
      lexicon.verbForm(token.word).forms.contains(.third), !has(index, .companyWord)
    {
      return false
    }
    if titleCased, isOrdinary(index), !isFormWord(index), mentionAt[index] < 0 {
      // "Arnor Sanctions Committee": an ordinary word before the head of a body.
      return has(index + 1, .orgStrong) && isCapital(index + 1) && index > first
    }
    return true
  }

  private func isPlus(_ index: Int) -> Bool { bytes[Int(tokens[index].start)] == UInt8(ascii: "+") }

  /// Whether a word behind a hyphen makes an adjective of the name before it ("Seoul-based", "Park-led").
  private func isCompoundParticiple(_ index: Int) -> Bool {
    let token = tokens[index]
    guard lexicon.verbForm(token.word).forms.contains(.participle) else { return false }
    return token.end - token.start >= 4 || bytes[Int(token.end) - 2] == UInt8(ascii: "e")
  }

  /// Whether a word is one of ordinary English, so that its capital tells little.
  func isOrdinary(_ index: Int) -> Bool {
    let sense = lexicon.sense(word(index))
    return sense.contains(.ordinary) || lexicon.verbForm(word(index)).lemma >= 0
      || !lexicon.info(word(index)).classes.isEmpty
  }

  /// Whether a word is part of the form of names of banks, companies, bodies, laws.
  func isFormWord(_ index: Int) -> Bool {
    let classes = lexicon.info(word(index)).classes
    return classes.intersects(Self.formClasses)
  }

  private static let formClasses = WordClassSet(
    .legalForm, .bankHead, .airlineHead, .airlineWord, .companyWord, .companyHead, .orgHead, .lawHead,
    .agreementHead,
    .bankWord)
}
