import Knowledge
import Model
import TextMatching

/// Nouns and verbs through which parties get their roles.
extension PostReader {
  /// "Was added to the list of the 1718 Committee": whose list it is puts parties on it.
  func giveListKeeper(_ fillers: [Filler], _ clauses: Clauses, _ event: inout FoundEvent) {
    for list in fillers where has(list.head, .nounList) && entity(at: list.head) == nil {
      for keeper in list.of + ownersAsFillers(list, clauses) + modifiersAsFillers(list, clauses) {
        guard let body = entity(at: keeper.head), entities[body].kind == .organization, designates(body)
        else { continue }
        add(.authority, body, keeper.head, &event, "whose list it is")
      }
    }
  }

  /// Whether a verb is one of adopting, and not of refusing.
  func makesTexts(_ group: VerbGroup) -> Bool {
    guard group.lemma >= 0 else { return false }
    let verb = lexicon.verbs[group.lemma]
    return ["release", "introduce", "announce", "unveil", "publish"].contains(verb.lemma)
      || verb.frames.contains { lexicon.frames[$0].kind == .adoption }
        && !verb.cues.contains { $0.rest.isEmpty && $0.status == .negated }
  }

  /// Whether the owner of a thing is who is hit when the thing is: "assets", "accounts", "members".
  func ownsThrough(_ head: Int) -> Bool {
    has(head, .nounAssets) || has(head, .nounSanctions) || has(head, .nounDesignation)
      || has(head, .nounAccess) || has(head, .nounPrivilege) || has(head, .nounEntry)
      || has(head, .nounTrade) || has(head, .nounMoney)
  }

  func countries(_ fillers: [Filler]) -> [Filler] {
    fillers.filter { filler in entity(at: filler.head).map { entities[$0].kind == .country } ?? false }
  }
}
