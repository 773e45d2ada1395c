import Knowledge
import Model
import TextMatching

extension PostReader {
  /// Reads the entries of a list as committees print them: "Name: 1: DURIN 2: THORIN 3: na A.k.a.: OAKEN Address: …".
  ///
  /// Names in capitals of ordinary words have no other form; the label tells them.
  func takeListEntries() {
    var entry: (kind: EntityKind, entity: Int)?
    for label in capitals.lazy.map(Int.init) where has(label, .entryLabel) {
      let name = text(of: label).lowercased()
      if name == "listed", word(label + 1) == lexicon.words.on, word(label + 2) == Mark.colon, let entry {
        listings.append((label, entry.entity))
      }
      guard word(label + 1) == Mark.colon else { continue }
      if name == "name" {
        entry = takeName(behind: label + 2, isPerson: isIndividual(label - 1))
      } else if name.hasPrefix("a") || name.hasPrefix("f"), name.contains("k"), let entry {
        for part in parts(behind: label + 2) {
          let run = CapitalRun(first: part.lowerBound, last: part.upperBound)
          addMention(run.first, run.last, entity: entry.entity, rule: "other name of an entry")
        }
      }
    }
    dropReplacedMentions()
  }

  /// Whether the number before a label is that of an individual: "QDi.431", "KPi.066".
  private func isIndividual(_ index: Int) -> Bool {
    let code = max(0, index - 2)...max(0, index)
    return code.contains { token in
      let text = text(of: token)
      return text.count >= 3 && text.prefix(2).allSatisfy(\.isUppercase) && text.dropFirst(2).first == "i"
    }
  }

  private func takeName(behind start: Int, isPerson isTold: Bool) -> (kind: EntityKind, entity: Int)? {
    let found = parts(behind: start)
    guard let first = found.first, let last = found.last else { return nil }
    let run = CapitalRun(first: first.lowerBound, last: last.upperBound)
    let isPerson = isTold || word(start + 1) == Mark.colon && number(start) == 1
    let kind = isPerson ? .person : form(of: run)?.0 ?? .organization
    let name = found.map { properCase(CapitalRun(first: $0.lowerBound, last: $0.upperBound)) }
      .joined(separator: " ")
    addNamed(kind, name, run, rule: "name of an entry")
    return mentionStarting(at: run.first).map { (kind, mentions[$0].entity) } ?? nil
  }

  /// The runs of capitals behind a label, up to the next label; numbers, letters in brackets and "na" stand between.
  private func parts(behind start: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = start
    while at < tokens.count, at < start + 40, !shape(at).contains(.paragraphStart) {
      if isCapital(at), shape(at).contains(.word) {
        var end = at + 1
        while isCapital(end) || shape(end).contains(.hyphenBefore)
          || has(end, .particle) && isCapital(end + 1), shape(end).contains(.word),
          word(end + 1) != Mark.colon, !shape(end).contains(.lineStart)
        {
          end += 1
        }
        if word(end) == Mark.colon || has(at, .entryLabel) && word(at + 1) == Mark.colon { break }
        found.append(at..<end)
        at = end
        continue
      }
      let isBetween =
        isMark(at) || shape(at).contains(.number) || text(of: at) == "na"
        || tokens[at].end - tokens[at].start == 1
      guard isBetween else { break }
      at += 1
    }
    return found
  }
}

extension PostReader {
  /// The rule of the events that labels of entries tell.
  static let entryRule = "label 'listed on'"

  /// Makes an event of each "Listed on: 8 July 2025" of an entry.
  func takeEntries() {
    for (label, entity) in listings where entities[entity].kind.canPlay(.target) && mentionAt[label] < 0 {
      var event = FoundEvent(
        kind: .designation, triggers: [label..<(label + 1)], rule: PostReader.entryRule,
        sentence: sentence(of: label))
      event.participants = [Participant(role: .target, entity: entity)]
      event.evidence = [
        FoundEvidence(part: .trigger, tokens: label..<(label + 1), note: "label of an entry of a list")
      ]
      if timeAt[label + 3] >= 0 {
        let time = times[Int(timeAt[label + 3])]
        event.date = time.value
        event.basis = .text
        event.evidence.append(
          FoundEvidence(part: .date, tokens: time.first..<time.last, note: "behind the label"))
      }
      events.append(event)
    }
    if !listings.isEmpty { events.sort { $0.triggers[0].lowerBound < $1.triggers[0].lowerBound } }
  }
}
