public import Diagnostics
import Model

extension Knowledge {
  /// Reads the tables under `lexicon/`.
  mutating func readLexicon(_ reader: inout TableReader) {
    englishWords = reader.words(.englishWords)
    wordClasses = Knowledge.wordClasses(&reader)
    for row in reader.rows(.verbs) {
      verbs.append(Inflection.verb(row["lemma"], past: row["past"], participle: row["participle"]))
    }
    for row in reader.rows(.events) { readFrame(row, &reader) }
    for row in reader.rows(.cues) {
      guard let pos = reader.choice(row, "pos", of: CueRecord.PartOfSpeech.self),
        let status = reader.choice(row, "status", of: Status.self)
      else { continue }
      cues.append(
        CueRecord(
          cue: row["cue"], partOfSpeech: pos, status: status, example: row["example"], location: row.location)
      )
    }
    for row in reader.rows(.nominals) {
      var kinds: [EntityKind] = []
      for text in row.list("kinds") {
        if let kind = EntityKind(rawValue: text) {
          kinds.append(kind)
        } else {
          let valid = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
          reader.report(row, "kinds", "unknown kind '\(text)'; it is one of \(valid)")
        }
      }
      nominals[row["noun"]] = kinds
    }
  }

  /// The words of each class alone, for those who need nothing else of the knowledge.
  public static func wordClasses(_ files: DataFiles) -> (classes: [WordClass: [String]], findings: [Finding])
  {
    var reader = TableReader(files)
    let classes = wordClasses(&reader)
    return (classes, reader.findings)
  }

  private static func wordClasses(_ reader: inout TableReader) -> [WordClass: [String]] {
    var classes: [WordClass: [String]] = [:]
    for row in reader.rows(.wordClasses) {
      guard let wordClass = reader.choice(row, "class", of: WordClass.self) else { continue }
      if classes.updateValue(row.list("words"), forKey: wordClass) != nil {
        reader.report(row, "class", "class '\(wordClass.rawValue)' stands twice")
      }
    }
    for wordClass in WordClass.allCases where classes[wordClass] == nil {
      let file = reader.files.root + "/" + DataTable.wordClasses.path
      reader.findings.append(
        Finding(SourceLocation(file: file), .error, "class '\(wordClass.rawValue)' is missing"))
    }
    return classes
  }

  private mutating func readFrame(_ row: LocatedCSV.Row, _ reader: inout TableReader) {
    guard let kind = reader.choice(row, "kind", of: EventKind.self),
      let pos = reader.choice(row, "pos", of: EventFrame.PartOfSpeech.self)
    else { return }
    var needs: [SlotCondition] = []
    for text in row["needs"].split(separator: " ") {
      guard let condition = SlotCondition(String(text)) else {
        reader.report(
          row, "needs", "'\(text)' is no condition such as object=party|country or from=@noun-list")
        return
      }
      needs.append(condition)
    }
    var roles: [(slot: String, role: Role?)] = []
    for text in row["roles"].split(separator: " ") {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      let role = parts.count == 2 ? Role(rawValue: String(parts[1])) : nil
      guard parts.count == 2, parts[1].isEmpty || role.map(kind.roles.contains) ?? false else {
        let valid = kind.roles.map(\.rawValue).joined(separator: ", ")
        reader.report(row, "roles", "'\(text)' is no slot=role; the roles of a \(kind.rawValue) are \(valid)")
        return
      }
      roles.append((String(parts[0]), role))
    }
    if row["trigger"].isEmpty || row["trigger"] != row["trigger"].lowercased() {
      reader.report(row, "trigger", "a trigger is written in lower case")
    }
    if row["example"].isEmpty { reader.report(row, "example", "every row needs an example") }
    frames.append(
      EventFrame(
        kind: kind, partOfSpeech: pos, trigger: row["trigger"], needs: needs, roles: roles,
        example: row["example"],
        counter: row["counter"], location: row.location))
  }
}

extension SlotCondition {
  /// Reads `slot=filler|filler`, with `!` behind a slot whose noun belongs to the trigger.
  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    joins = parts[0].hasSuffix("!")
    slot = String(joins ? parts[0].dropLast() : parts[0])
    fillers = []
    for filler in parts[1].split(separator: "|") {
      switch filler {
      case "party": fillers.append(.party)
      case "country": fillers.append(.country)
      case "instrument": fillers.append(.instrument)
      case "any": fillers.append(.any)
      case "none": fillers.append(.none)
      case "organization": fillers.append(.organization)
      case "firm": fillers.append(.firm)
      case "authority": fillers.append(.authority)
      case "person": fillers.append(.person)
      case "time": fillers.append(.time)
      default:
        guard filler.hasPrefix("@"), let wordClass = WordClass(rawValue: String(filler.dropFirst())) else {
          return nil
        }
        fillers.append(.noun(wordClass))
      }
    }
  }
}
