import Diagnostics
import Knowledge
import Matching
import Model

/// Compares names with the words and readings of `data/`.
struct NameComparer {
  let words: ComparisonWords
  let readings: ScriptReadings

  /// A comparer for some names; the readings of other scripts are read only where a name needs them.
  init(_ session: Session, for names: some Sequence<String>) throws(Failure) {
    let files = try session.dataFiles()
    let (classes, findings) = Knowledge.wordClasses(files)
    var faults = findings
    if names.contains(where: ScriptReadings.areNeeded) {
      let table = ScriptTable.read(files)
      readings = ScriptReadings(table.rows)
      faults += table.findings
    } else {
      readings = ScriptReadings()
    }
    let spellings = SpellingTable.read(files)
    faults += spellings.findings
    words = ComparisonWords(
      legalForms: classes[.legalForm, default: []], legalWords: classes[.legalWord, default: []],
      commonWords: classes[.companyWord, default: []] + classes[.bankWord, default: []],
      particles: classes[.particle, default: []],
      titles: classes[.title, default: []] + classes[.honorific, default: []],
      spellings: ComparisonWords.Spellings(
        person: spellings.words[.person, default: [:]], company: spellings.words[.company, default: [:]],
        numeral: spellings.words[.numeral, default: [:]], last: spellings.words[.last, default: [:]],
        ship: spellings.words[.ship, default: [:]]))
    let errors = faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Failure(findings: errors) }
  }

  func comparable(_ name: String, kind: EntityKind?) -> ComparableName {
    ComparableName(name, kind: kind, words: words, readings: readings)
  }

  func compare(_ left: String, _ right: String, kind: EntityKind?) -> NameComparison {
    NameComparison(comparable(left, kind: kind), comparable(right, kind: kind), kind: kind)
  }
}
