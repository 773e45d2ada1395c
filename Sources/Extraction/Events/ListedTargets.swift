import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Gives a designation of "the entries below" the parties that the numbered or bulleted lines behind it name.
  ///
  /// Behind a colon ("Those designated are:", "The following are being designated for …:") paragraphs need no bullets, and
  /// the first one that names no party at its start ends the list.
  func takeListed(_ index: Int) {
    let event = events[index]
    guard event.kind == .designation || event.kind == .delisting,
      !event.participants.contains(where: { $0.role == .target })
    else { return }
    let opens = endsWithColon(event.sentence)
    guard opens || sentences[event.sentence].contains(where: { has($0, .listing) }) else { return }
    var misses = 0
    var next = event.sentence + 1
    // A list belongs to the nearest act that opens one.
    let rival = events[(index + 1)...].first { $0.rule != PostReader.entryRule }
    let end = rival?.sentence ?? sentences.count
    while next < max(end, opens ? next : min(sentences.count, event.sentence + 400)), next < sentences.count,
      misses < (opens ? 1 : 4), next - event.sentence < 400
    {
      let items = listItems(sentences[next], isMarked: !opens)
      if items.isEmpty {
        if !opens || startsLine(sentences[next]) && !isInEntry(sentences[next]) { misses += 1 }
      } else {
        misses = 0
      }
      for item in items {
        let entity = mentions[item].entity
        guard !events[index].participants.contains(where: { $0.entity == entity }) else { continue }
        events[index].isList = true
        events[index].participants.append(Participant(role: .target, entity: entity))
        events[index].evidence.append(
          FoundEvidence(
            part: .target, tokens: mentions[item].first..<mentions[item].last, note: "in the list behind"))
      }
      next += 1
    }
  }

  private func startsLine(_ range: Range<Int>) -> Bool {
    [Shape.lineStart, .paragraphStart].contains { shape(range.lowerBound).contains($0) }
  }

  /// Whether a line is a heading of a list ("Entities and other groups") or goes on with an entry ("Address: …").
  private func isInEntry(_ range: Range<Int>) -> Bool {
    has(range.lowerBound, .entryLabel) && word(range.lowerBound + 1) == Mark.colon
      || range.count <= 6 && range.contains { has($0, .genericParty) }
  }

  /// Whether a word stands for parties that a list behind the sentence names: "those", "the following".
  func opensList(_ head: Int) -> Bool {
    (has(head, .listing) || has(head, .demonstrative)) && endsWithColon(sentence(of: head))
  }

  private func endsWithColon(_ sentence: Int) -> Bool {
    let range = sentences[sentence]
    return !range.isEmpty && word(range.upperBound - 1) == Mark.colon
  }

  /// The parties that a line begins with: one, or several joined by "and" and commas.
  private func listItems(_ range: Range<Int>, isMarked: Bool) -> [Int] {
    if has(range.lowerBound, .genericParty), word(range.lowerBound + 1) == Mark.colon {
      return labelledItems(range)
    }
    guard let first = listItem(range, isMarked: isMarked) else { return [] }
    var items = [first]
    while let last = items.last {
      var at = mentions[last].last
      while at < range.upperBound, word(at) == Mark.comma || word(at) == lexicon.words.and { at += 1 }
      guard at > mentions[last].last, at < range.upperBound, let next = mentionStarting(at: at), isItem(next)
      else {
        break
      }
      items.append(next)
    }
    return items
  }

  /// "Entities: Arnor Trust Bank; Belfalas Shipping Co., Ltd.": the party behind the colon and each behind a semicolon.
  private func labelledItems(_ range: Range<Int>) -> [Int] {
    range.filter { index in
      word(index) == Mark.semicolon || word(index) == Mark.colon && index == range.lowerBound + 1
    }.compactMap { mark in mentionStarting(at: mark + 1).flatMap { isItem($0) ? $0 : nil } }
  }

  /// The party that a line begins with, behind its number or bullet, which it must have where that is asked for.
  private func listItem(_ range: Range<Int>, isMarked: Bool) -> Int? {
    let first = range.lowerBound
    guard startsLine(range) else { return nil }
    var at = first
    if let named = range.first(where: { mentionAt[$0] >= 0 }),
      mentions[Int(mentionAt[named])].rule == "name of an entry"
    {
      return Int(mentionAt[named])
    }
    let hasMark = shape(at).contains(.number) || word(at) == Mark.bullet || isMark(at)
    if hasMark { at += 1 }
    while at < range.upperBound, isMark(at), at < first + 3 { at += 1 }
    guard hasMark || !isMarked, let found = mentionStarting(at: at) else { return nil }
    return isItem(found) ? found : nil
  }

  private func isItem(_ mention: Int) -> Bool {
    let kind = entities[mentions[mention].entity].kind
    return kind.canBeListed && !mentions[mention].isNominal
  }
}
