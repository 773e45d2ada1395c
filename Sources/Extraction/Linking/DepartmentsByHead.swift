import Knowledge
import Model
import TextMatching

extension PostReader {
  /// "State", "Commerce": what a department is called once a post has named it in full.
  ///
  /// The word alone must stand where somebody acts: behind "by", before a verb, or as an owner.
  func departmentsByHead() {
    var departments: [WordID: Int] = [:]
    for mention in mentions
    where mention.entity >= 0 && entities[mention.entity].kind == .organization
      && entities[mention.entity].known >= 0
    {
      guard let department = (mention.first..<mention.last).first(where: { reads($0, "department") }) else {
        continue
      }
      var head = department + 1
      if word(head) == lexicon.words.of { head += word(head + 1) == lexicon.words.the ? 2 : 1 }
      // "Department of State", "Commerce Department".
      if head > department + 1, head == mention.last - 1 {
        departments[word(head)] = mention.entity
      } else if department == mention.last - 1, department > mention.first {
        departments[word(department - 1)] = mention.entity
      }
    }
    guard !departments.isEmpty else { return }
    for index in capitals.lazy.map(Int.init) where mentionAt[index] < 0 && isCapital(index) {
      guard let department = departments[word(index)], acts(index) else { continue }
      addMention(index, index + 1, entity: department, rule: "short form of a name in the post")
    }
  }

  private func acts(_ index: Int) -> Bool {
    if isCapital(index - 1) && !titleCased[sentence(of: index)] || shape(index + 1).contains(.hyphenBefore) {
      return false
    }
    if word(index - 1) == lexicon.words.by || word(index + 1) == Mark.possessive { return true }
    guard !has(index - 1, .determiner) else { return false }
    var next = index + 1
    while has(next, .adverb), next < index + 3 { next += 1 }
    if has(next, .have) || has(next, .be) { return true }
    guard mentionAt[next] < 0, let forms = verbForms(next) else { return false }
    return !forms.isDisjoint(with: [.past, .third]) && !forms.contains(.base)
  }
}
