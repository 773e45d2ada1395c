import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Gives a designation of "the entries below" the parties that the numbered or bulleted lines behind it name.
  func takeListed(_ index: Int) {
    let event = events[index]
    guard event.kind == .designation || event.kind == .delisting,
      !event.participants.contains(where: { $0.role == .target }),
      sentences[event.sentence].contains(where: { has($0, .listing) })
    else { return }
    var misses = 0
    var next = event.sentence + 1
    while next < sentences.count, misses < 4 {
      if let item = listItem(sentences[next]) {
        misses = 0
        let entity = mentions[item].entity
        if !events[index].participants.contains(where: { $0.entity == entity }) {
          events[index].participants.append(Participant(role: .target, entity: entity))
          events[index].evidence.append(
            FoundEvidence(
              part: .target, tokens: mentions[item].first..<mentions[item].last, note: "in the list behind"))
        }
      } else {
        misses += 1
      }
      next += 1
    }
  }

  /// The party that a line begins with, behind its number or bullet.
  private func listItem(_ range: Range<Int>) -> Int? {
    let first = range.lowerBound
    guard shape(first).contains(.lineStart) || shape(first).contains(.paragraphStart) else { return nil }
    var at = first
    if let named = range.first(where: { mentionAt[$0] >= 0 }),
      mentions[Int(mentionAt[named])].rule == "name of an entry"
    {
      return Int(mentionAt[named])
    }
    let isMarked = shape(at).contains(.number) || word(at) == Mark.bullet || isMark(at)
    if isMarked { at += 1 }
    while at < range.upperBound, isMark(at), at < first + 3 { at += 1 }
    guard isMarked, let found = mentionStarting(at: at) else { return nil }
    let kind = entities[mentions[found].entity].kind
    return kind.canPlay(.target) && kind != .country && kind != .place ? found : nil
  }
}
