import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds names that only the capitals in brackets behind them tell: "BAT Marketing Singapore (BATMS)".
  func takeAbbreviatedNames() {
    for index in capitals.lazy.map(Int.init)
    where word(index - 1) == Mark.open && word(index + 1) == Mark.close {
      guard shape(index).contains(.allCapitals), shape(index).contains(.long), mentionAt[index] < 0,
        tokens[index].end - tokens[index].start >= 3
      else { continue }
      let end = index - 1
      var first = end
      while first > 0, first > end - 8, !isMark(first - 1), !shape(first).contains(.lineStart),
        isCapital(first - 1) || has(first - 1, .particle) || word(first - 1) == lexicon.words.of
          || word(first - 1) == lexicon.words.and
      {
        first -= 1
      }
      // The name begins with the word that the first letter stands for.
      while first < end,
        !isCapital(first) || bytes[Int(tokens[first].start)] != bytes[Int(tokens[index].start)]
      { first += 1 }
      let run = CapitalRun(first: first, last: end)
      guard end - first >= 3 || end - first == 2 && mentionAt[first] >= 0, !covered(run),
        !isWholeMention(run), !isInNotName(end - 1),
        form(of: run) == nil, abbreviates(capitals(of: index), text(run))
      else { continue }
      let isFirm =
        mention(startingWith: run, kind: .company)
        || (first..<end).contains { has($0, .companyWord) && isCapital($0) }
      addNamed(isFirm ? .company : .organization, text(run), run, rule: "name with its letters in brackets")
    }
    dropReplacedMentions()
  }

  /// Whether a mention reaches beyond one of the ends of a run, or a longer name of the gazetteer fills most of it.
  private func isWholeMention(_ run: CapitalRun) -> Bool {
    (run.first..<run.last).contains { index in
      guard mentionAt[index] >= 0 else { return false }
      let mention = mentions[Int(mentionAt[index])]
      return mention.first < run.first || mention.last > run.last || mention.last - mention.first > 1
    }
  }

  /// "US Attorney's Office for the Southern District of California": a prosecutor's office with its district.
  func takeProsecutors() {
    for index in capitals.lazy.map(Int.init) where ends(index, in: "ttorney") {
      guard isCapital(index), word(index + 1) == Mark.possessive, ends(index + 2, in: "ffice"),
        isCapital(index + 2),
        let country = mention(endingAt: index), entities[mentions[country].entity].kind == .country
      else { continue }
      var last = index + 3
      if word(last) == lexicon.words.for, word(last + 1) == lexicon.words.the {
        var end = last + 2
        while isCapital(end) || word(end) == lexicon.words.of && isCapital(end + 1) { end += 1 }
        if (last..<end).contains(where: { ends($0, in: "istrict") }) { last = end }
      }
      let run = CapitalRun(first: mentions[country].first, last: last)
      addNamed(.organization, text(run), run, rule: "prosecutor's office")
    }
    dropReplacedMentions()
  }
}
