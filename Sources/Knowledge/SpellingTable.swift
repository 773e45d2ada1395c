public import Diagnostics
import Model

/// What is one word in names, however it is spelt; read apart from the rest, since only comparing names needs it.
public enum SpellingTable {
  /// Where words are taken for one.
  public enum Sort: String, Sendable, CaseIterable {
    /// In names of people.
    case person
    /// In names of firms.
    case company
    /// Numbers in names of ships and firms.
    case numeral
    /// Numbers of one letter, at the end of such a name.
    case last
    /// Numbers in words, at the end of a ship's name.
    case ship
  }

  /// The word that each spelling stands for, itself among them, by the sort, and what is wrong with the rows.
  public static func read(_ files: DataFiles) -> (words: [Sort: [String: String]], findings: [Finding]) {
    var reader = TableReader(files)
    var words: [Sort: [String: String]] = [:]
    for row in reader.rows(.spellings) {
      guard let sort = Sort(rawValue: row["sort"]) else {
        let known = Sort.allCases.map(\.rawValue).joined(separator: ", ")
        reader.report(row, "sort", "'\(row["sort"])' is none of \(known)")
        continue
      }
      let word = row["word"]
      let spellings = row["spellings"].split(separator: ";").map(String.init)
      for spelling in [word] + spellings {
        if spelling.isEmpty || spelling != spelling.folded || spelling.contains(" ") {
          reader.report(row, "spellings", "'\(spelling)' is not one word of small letters without marks")
        } else if let other = words[sort, default: [:]].updateValue(word, forKey: spelling) {
          reader.report(row, "spellings", "'\(spelling)' is a spelling of '\(other)' already")
        }
      }
    }
    return (words, reader.findings)
  }
}
