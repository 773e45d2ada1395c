import Knowledge
import Model
import TextMatching

extension PostReader {
  /// A run without the words at its head that only open a sentence or point at a nationality.
  func withoutLeadingWords(_ run: CapitalRun, _ sentence: Range<Int>) -> CapitalRun {
    var run = run
    while run.last - run.first > 1, mentionAt[run.first] < 0, text(of: run.first + 1) != "For" {
      let opens =
        run.first == sentence.lowerBound && isOrdinary(run.first) && !isFormWord(run.first)
        && lexicon.ordinals[word(run.first)] == nil && !lexicon.sense(word(run.first)).contains(.givenName)
        && !has(run.first, .particle) && !isAccused(run) && !isKoreanOrder(run) && !isSurnameInCapitals(run)
        // "Golden Padauk Holdings": a plain adjective or noun before what has a form belongs to the name.
        && !(isFormWord(run.last - 1)
          && (lexicon.info(word(run.first)).classes.isEmpty || has(run.first, .placeHead))
          && lexicon.verbForm(word(run.first)).lemma < 0 && !ends(run.first, in: "ly"))
      guard opens, !has(run.first, .title) else { return run }
      run.first += 1
    }
    return run
  }

  /// A run without offices at its head: "Chief Cabinet Secretary", "Gen.".
  func withoutTitles(_ run: CapitalRun) -> CapitalRun {
    guard let last = (run.first..<run.last).last(where: { has($0, .title) }), last + 1 < run.last else {
      return run
    }
    if last == run.first || (run.first..<last).allSatisfy({ isOrdinary($0) || has($0, .title) }) {
      return CapitalRun(first: last + 1, last: run.last)
    }
    return run
  }

  /// A run without the office before the name of a person, as in "Assistant Attorney General Dale Whitcombe".
  func withoutOffice(_ run: CapitalRun) -> CapitalRun {
    // "Ambassador Samantha Power": a known person behind the title.
    if has(run.first, .title), let named = mentionStarting(at: run.first + 1),
      mentions[named].last == run.last, entities[mentions[named].entity].kind == .person
    {
      return CapitalRun(first: run.first + 1, last: run.last)
    }
    guard !isFormWord(run.last - 1) || isTitledPerson(run),
      let last = (run.first..<run.last).last(where: { has($0, .title) }), run.last - last > 2,
      (run.first...last).allSatisfy({ mentionAt[$0] < 0 && isOrdinary($0) }),
      (last + 1..<run.last - 1).allSatisfy({ mentionAt[$0] < 0 && !isFormWord($0) }),
      mentionAt[run.last - 1] < 0
    else { return run }
    let isName = (last + 1..<run.last).contains {
      lexicon.sense(word($0)).contains(.givenName)
        || shape($0).contains(.abbreviated) && !shape($0).contains(.long)
    }
    return isName ? CapitalRun(first: last + 1, last: run.last) : run
  }

  /// "Ambassador Samantha Power": a surname that firms bear too, behind a title and a given name.
  private func isTitledPerson(_ run: CapitalRun) -> Bool {
    run.last - run.first == 3 && has(run.first, .title) && !has(run.last - 1, .legalForm)
      && lexicon.sense(word(run.first + 1)).contains(.givenName)
  }

  func hasTitle(before index: Int) -> Bool {
    has(index - 1, .title) && !shape(index).contains(.paragraphStart) && !isMark(index - 1)
  }

  /// "Presidents Obama and Xi": a title in the plural goes on behind "and".
  func sharesTitle(_ run: CapitalRun) -> Bool {
    var before = run.first - 1
    if word(before) == lexicon.words.and { before -= 1 }
    if word(before) == Mark.comma { before -= 1 }
    guard before < run.first - 1, let other = mention(endingAt: before + 1),
      entities[mentions[other].entity].kind == .person
    else { return false }
    let title = mentions[other].first - 1
    guard has(title, .title), shape(title).contains(.long) else { return false }
    return bytes[Int(tokens[title].end) - 1] == UInt8(ascii: "s")
  }
}
