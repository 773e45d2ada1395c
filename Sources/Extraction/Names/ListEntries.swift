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
        if let entry { takeOtherNames(of: entry.entity, behind: label + 2) }
      } else if name == "address" || name == "pob" || name == "location" || name == "birth" {
        takePlaces(behind: label + 2)
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

  /// Whether a word opens a label: "Address:", "Low quality a.k.a.:", "Listed on:".
  private func opensLabel(_ index: Int) -> Bool {
    word(index + 1) == Mark.colon
      || has(index, .entryLabel) && (word(index + 2) == Mark.colon || word(index + 3) == Mark.colon)
  }

  /// Whether a full stop, and no initial, follows a word of an entry's name, as before "Former governor".
  private func endsEntryName(_ index: Int) -> Bool {
    guard tokens[index].end - tokens[index].start > 3, !has(index, .legalForm),
      case let end = Int(tokens[index].end), end < bytes.count
    else { return false }
    return bytes[end] == UInt8(ascii: ".")
  }

  /// Adds the names behind labels in small letters of an entry: "Good quality a.k.a.: OAKEN".
  private func takeOtherNames(of entity: Int, behind start: Int) {
    for label in start..<min(start + 60, tokens.count - 1) {
      if shape(label).contains(.paragraphStart) { break }
      guard !isCapital(label), has(label, .entryLabel), word(label + 1) == Mark.colon,
        text(of: label).lowercased().hasPrefix("a")
      else { continue }
      for part in parts(behind: label + 2) {
        addMention(part.lowerBound, part.upperBound, entity: entity, rule: "other name of an entry")
      }
    }
  }

  /// Finds the places behind "Address:" and "POB:".
  private func takePlaces(behind start: Int) {
    for part in parts(behind: start)
    where part.allSatisfy({ mentionAt[$0] < 0 && !has($0, .entryLabel) })
      && !has(part.upperBound - 1, .streetWord)
    {
      let run = CapitalRun(first: part.lowerBound, last: part.upperBound)
      addNamed(.place, text(run), run, rule: "place in an entry")
    }
  }

  /// The runs of capitals behind a label, up to the next label; numbers, letters in brackets and "na" stand between.
  private func parts(behind start: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = start
    while at < tokens.count, at < start + 40, !shape(at).contains(.paragraphStart) {
      if isCapital(at), shape(at).contains(.word) {
        if found.isEmpty == false, opensLabel(at) { break }
        var end = at + 1
        while isCapital(end) || shape(end).contains(.hyphenBefore)
          || has(end, .particle) && isCapital(end + 1), shape(end).contains(.word),
          !opensLabel(end), !shape(end).contains(.lineStart), !endsEntryName(end - 1)
        {
          end += 1
        }
        if word(end) == Mark.colon || has(at, .entryLabel) && word(at + 1) == Mark.colon { break }
        found.append(at..<end)
        if endsEntryName(end - 1) { break }
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
