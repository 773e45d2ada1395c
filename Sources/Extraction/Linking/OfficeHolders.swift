import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "President Bush": of those of one surname, who held the office last before the post.
  func takeOfficeHolders() {
    guard let day = published?.last else { return }
    for index in capitals.lazy.map(Int.init)
    where mentionAt[index] < 0
      && (has(index - 1, .title) || has(index - 1, .article) && reads(index + 1, "administration"))
      && !isCapital(index + 1)
    {
      // "The Bush administration" is that of a president.
      let title = has(index - 1, .title) ? text(of: index - 1).lowercased() : "president"
      let surname = text(of: index)
      let holder = lexicon.officeHolders.last { fact in
        fact.title == title && (fact.term.first.map { $0 <= day } ?? false)
          && fact.holder.hasSuffix(" \(surname)")
      }
      guard let holder, let name = lexicon.nameIndex[holder.holder] else { continue }
      addMention(index, index + 1, entity: known(name), rule: "holder of the office before the name")
    }
  }
}
