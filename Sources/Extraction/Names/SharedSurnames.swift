import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Finds given names that share the surname of the person whom "and" joins to them: "Merry and Pippin Brandybuck".
  func takeSharedSurnames() {
    for index in mentions.indices {
      let mention = mentions[index]
      guard mention.entity >= 0, entities[mention.entity].kind == .person, mention.last - mention.first == 2,
        word(mention.first - 1) == lexicon.words.and, case let given = mention.first - 2, given >= 0,
        isCapital(given), mentionAt[given] < 0, !isCapital(given - 1), !has(given, .title),
        [given, mention.first].allSatisfy({ lexicon.sense(word($0)).contains(.givenName) })
      else { continue }
      let surname = CapitalRun(first: mention.last - 1, last: mention.last)
      addNamed(
        .person, "\(text(of: given)) \(properCase(surname))", CapitalRun(first: given, last: given + 1),
        rule: "given name that shares the surname behind it")
    }
  }
}
