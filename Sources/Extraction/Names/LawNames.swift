import Knowledge
import Model
import TextMatching

/// Names of laws by their heads: "BRINK Act", "Ordinance on Measures against Harad".
extension PostReader {
  /// "BRINK Act", "Iranian Transactions and Sanctions Regulations", each with its "of 2016".
  func law(_ run: CapitalRun) -> (EntityKind, CapitalRun, String)? {
    guard let head = (run.first + 1..<run.last).last(where: { has($0, .lawHead) && isCapital($0) }),
      head == run.last - 1 || word(head + 1) == lexicon.words.of || word(head + 1) == lexicon.words.on
    else { return lawBySubject(run) }
    let strong =
      word(head) == lexicon.words.act || word(head) == lexicon.words.regulations
      || word(head) == lexicon.words.law
    guard
      strong
        || head == run.last - 1 && hasDistinctive(CapitalRun(first: run.first, last: head))
          && !has(head, .title)
    else { return nil }
    if !strong, [lexicon.words.order, lexicon.words.decision, lexicon.words.resolution].contains(word(head)) {
      return nil
    }
    var run = run
    run.last = head + 1
    // A law's name reaches back over small words: "Trading with the Enemy Act".
    var first = run.first
    while first >= 2, !isMark(first - 1), !isCapital(first - 1),
      has(first - 1, .preposition) || has(first - 1, .article),
      has(first - 1, .article) ? isCapital(first - 2) || has(first - 2, .preposition) : isCapital(first - 2),
      isLawWord(first - 2) || has(first - 2, .preposition), !shape(first - 1).contains(.paragraphStart)
    {
      first -= 1
      while first >= 1, isCapital(first - 1), isLawWord(first - 1) { first -= 1 }
    }
    while first < run.first, !isCapital(first) { first += 1 }
    run.first = titleStart(before: run.first) ?? first
    if word(run.last) == lexicon.words.of, yearNumber(run.last + 1) != nil {
      run.last += 2
    } else if strong, yearNumber(run.last) != nil, !shape(run.last).contains(.hyphenBefore) {
      // "Strategic Trade Act 2010".
      run.last += 1
    }
    return (.law, run, "law by form")
  }

  /// "The Restoring Liberty in Harad Act", "the 21st Century Peace through Strength Act": the first word behind an article
  /// from which capitals lead to a token, with small words between them.
  private func titleStart(before token: Int) -> Int? {
    var first = token
    while token - first <= 10, first >= 2 {
      let before = first - 1
      if isCapital(before) || shape(before).contains(.suffixed), !shape(first).contains(.paragraphStart) {
        guard !has(before, .lawHead), entity(at: before).map({ !designates($0) || isTerritory($0) }) ?? true
        else { return nil }
        first = before
      } else if isTitleLink(before), isCapital(before - 1) {
        first = before
      } else if word(before) == lexicon.words.the, isTitleLink(before - 1), isCapital(before - 2),
        word(before - 1) != lexicon.words.and
      {
        first = before - 1
      } else {
        break
      }
    }
    return first < token && has(first - 1, .article) && !isCapital(first - 1) ? first : nil
  }

  private func isTerritory(_ entity: Int) -> Bool { entities[entity].kind.isTerritory }

  /// A small word inside the title of a law or agreement.
  func isTitleLink(_ index: Int) -> Bool {
    !isCapital(index) && has(index, .nameLink)
  }

  /// "Ordinance on Measures against Harad": the head first, and what the law is about behind it.
  private func lawBySubject(_ run: CapitalRun) -> (EntityKind, CapitalRun, String)? {
    guard has(run.first, .lawHead), word(run.first + 1) == lexicon.words.on, run.last - run.first > 3,
      !reads(run.first, "order", "decision", "resolution", "bill")
    else { return nil }
    return (.law, run, "law by its subject")
  }

  /// Whether a capitalised word before a small one can belong to the name of a law.
  private func isLawWord(_ index: Int) -> Bool {
    isCapital(index) && isOrdinary(index) && mentionAt[index] < 0 && !has(index, .starter)
      && (lexicon.verbForm(word(index)).forms.contains(.gerund) || ends(index, in: "tion")
        || ends(index, in: "sion") || ends(index, in: "ment"))
  }
}
