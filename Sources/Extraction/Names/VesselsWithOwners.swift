import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds ships in a list that names the owner of each in brackets: "the following vessels: SEA ANTLER (Arnor Shipping
  /// Ltd.); LILY (Umbar Marine Ltd.)".
  func takeVesselsWithOwners() {
    var last = 0
    for open in capitals.lazy.map({ Int($0) + 1 })
    where open < tokens.count && word(open) == Mark.open && mentionAt[open - 1] < 0 {
      var first = open
      while first > last, isShipWord(first - 1) { first -= 1 }
      guard first < open, open - first <= 4, announcesShips(before: first) else { continue }
      last = open
      let run = CapitalRun(first: first, last: open)
      addNamed(.vessel, properCase(run), run, rule: "vessel with its owner in brackets")
    }
    dropReplacedMentions()
  }

  private func isShipWord(_ index: Int) -> Bool {
    isCapital(index) && shape(index).contains(.allCapitals) && mentionAt[index] < 0
      && !has(index, .legalForm)
  }

  /// Whether a list that a colon opens behind a noun for ships goes on here.
  private func announcesShips(before index: Int) -> Bool {
    let start = sentences[sentence(of: index)].lowerBound
    let mark = word(index - 1) == lexicon.words.and ? index - 2 : index - 1
    guard mark > start, word(mark) == Mark.colon || word(mark) == Mark.semicolon || word(mark) == Mark.comma,
      let colon = (start..<index).first(where: { word($0) == Mark.colon })
    else { return false }
    return (start..<colon).contains { has($0, .vesselNoun) && ends($0, in: "s") }
  }
}
