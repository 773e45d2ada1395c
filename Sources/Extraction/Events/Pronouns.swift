import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Who "it", "they" or "he" means: the one that the last event near gives this role.
  func pronoun(_ token: Int, _ role: Role) -> Int? {
    let surface = text(of: token).lowercased()
    guard
      ["it", "its", "they", "their", "them", "he", "she", "his", "her", "him", "itself"].contains(surface)
    else { return nil }
    let here = sentence(of: token)
    let isPerson = ["he", "she", "his", "her", "him"].contains(surface)
    for event in events.reversed() {
      guard here - event.sentence <= 1, event.sentence <= here else { break }
      let found = event.participants.filter { $0.role == role }.map(\.entity)
      if let entity = found.last(where: { (entities[$0].kind == .person) == isPerson }) { return entity }
    }
    guard role == .authority || role == .actor else { return nil }
    // The subject of the sentence before: its first name of a body or country.
    guard here > 0 else { return nil }
    for index in sentences[here - 1] {
      guard let entity = entity(at: index), !has(index, .preposition) else { continue }
      let kind = entities[entity].kind
      if isPerson ? kind == .person : kind == .organization || kind == .country { return entity }
    }
    return nil
  }
}
