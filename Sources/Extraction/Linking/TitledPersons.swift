import Knowledge
import Model
import TextMatching

/// Persons whom a title or calling means: "the senator", "the mayor".
extension PostReader {
  /// The persons that a noun fits: for a title ("the senator") those who bear it, for another noun all.
  func persons(_ found: [Int], called hit: PhraseHit) -> [Int] {
    guard has(hit.last - 1, .title) else { return found }
    let noun = text(of: hit.last - 1).lowercased()
    var bearers: Set<Int> = []
    for mention in recentMentions(before: hit.first)
    where mention.entity >= 0 && !mention.isNominal && entities[mention.entity].kind == .person {
      if has(mention.first - 1, .title) {
        let title = text(of: mention.first - 1).lowercased()
        if title == noun || title.count >= 3 && noun.hasPrefix(title) { bearers.insert(mention.entity) }
      }
      // "Gondor's foreign minister, Borlas Dun, …".
      if word(mention.first - 1) == Mark.comma, text(of: mention.first - 2).lowercased() == noun {
        bearers.insert(mention.entity)
      }
      // "Borlas Dun, mayor of Bree", "Rhun Malbeth, a former senator".
      if titleBehind(mention.last).contains(where: { text(of: $0).lowercased() == noun }) {
        bearers.insert(mention.entity)
      }
    }
    // "The businessman": many are called so whose name no title precedes.
    if bearers.isEmpty, has(hit.last - 1, .calling) { return found }
    return found.filter(bearers.contains)
  }

  /// The titles that an apposition behind a name gives: "A, mayor of X", "B, a former senator", "C, who chairs".
  private func titleBehind(_ end: Int) -> [Int] {
    guard word(end) == Mark.comma else { return [] }
    var found: [Int] = []
    for at in (end + 1)..<min(end + 7, tokens.count) {
      if isMark(at) || mentionAt[at] >= 0 || has(at, .preposition) || has(at, .be) || has(at, .have)
        || has(at, .relative)
      {
        break
      }
      if has(at, .title), !isCapital(at) || isCapital(end + 1) { found.append(at) }
    }
    return found
  }
}
