import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds companies and statutes with a bracket in their names: "BNK (UK) Ltd", "Special Economic Measures (Burma)
  /// Regulations", "Russia (Sanctions) (EU Exit) Regulations 2019".
  func takeBracketedNames() {
    for form in capitals.lazy.map(Int.init) where has(form, .legalForm) {
      // "BNK (UK) Ltd", "Lanhe (HK) Components Limited".
      var head = form
      while head > form - 4, isCapital(head - 1), !has(head - 1, .legalForm) { head -= 1 }
      guard word(head - 1) == Mark.close, word(head - 3) == Mark.open, let first = startOfBracketedName(head),
        mentionAt[form] < 0
      else { continue }
      var last = form + 1
      while has(last, .legalForm), isCapital(last) { last += 1 }
      addForm(.company, CapitalRun(first: first, last: last), "company with a bracket in its name")
    }
    for head in capitals.lazy.map(Int.init)
    where has(head, .lawHead) && word(head - 1) == Mark.close && !shape(head).contains(.lineStart) {
      guard let first = startOfBracketedName(head) else { continue }
      var last = head + 1
      if yearNumber(last) != nil { last += 1 }
      if word(last) == lexicon.words.of, yearNumber(last + 1) != nil { last += 2 }
      let run = CapitalRun(first: first, last: last)
      addNamed(.law, text(run), run, rule: "law with a bracket in its name")
      // "Regulation 12 of the Rohan (Sanctions) Regulations 2019".
      let start = first - (word(first - 1) == lexicon.words.the ? 4 : 3)
      if start >= 0, shape(start + 1).contains(.number), word(start + 2) == lexicon.words.of {
        _ = part(at: start)
      }
    }
    dropReplacedMentions()
  }

  /// The first word of a name that goes on with one bracket or two before its head.
  private func startOfBracketedName(_ head: Int) -> Int? {
    var at = head - 1
    while word(at) == Mark.close {
      guard let open = (max(0, at - 14)..<at).last(where: { word($0) == Mark.open }),
        (open + 1..<at).contains(where: { isCapital($0) })
      else { return nil }
      at = open - 1
    }
    var first = at + 1
    while at >= 0,
      isCapital(at) || (word(at) == lexicon.words.and || word(at) == lexicon.words.of) && isCapital(at - 1),
      !shape(at + 1).contains(.lineStart)
    {
      if isCapital(at), has(at, .starter) { break }
      first = at
      at -= 1
    }
    return first < head - 1 && isCapital(first) ? first : nil
  }
}
