import Diagnostics
import Evaluation
import Foundation

/// A file of sentences that show one phenomenon, each with its answers.
///
///     phenomenon: weekdays by the tense of the verb
///
///     === weekdays-01
///     published: 2018-05-27
///     known-miss: the verb is too far away
///
///     It ⟦closes¦…⟧ on …
///     ---
///     #1 status=…
struct SentenceFile {
  /// A sentence or two with its answers.
  struct Item {
    var id: String
    var gold: GoldPost
    /// Why it fails at present; nil where it must not.
    var knownMiss: String? { gold.fields[Item.missField] }
    /// The index of its `===` line.
    var line: Int

    static let missField = "known-miss"
  }

  let url: URL
  let phenomenon: String
  private(set) var items: [Item] = []
  private var lines: [String]

  init(_ url: URL, findings: inout [Finding]) throws {
    self.url = url
    let name = url.lastPathComponent
    lines = InlineNotation.lines(of: try String(contentsOf: url, encoding: .utf8))
    let mark = "phenomenon: "
    phenomenon = lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) } ?? ""
    if phenomenon.isEmpty || lines.first?.hasPrefix(mark) != true {
      findings.append(
        Finding(SourceLocation(file: name, line: 1), .error, "the first line must be 'phenomenon: …'"))
    }
    let starts = lines.indices.filter { lines[$0].hasPrefix("=== ") }
    for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
      let id = lines[start].dropFirst(4).trimmingCharacters(in: .whitespaces)
      let known: Set = ["published", "title", Item.missField]
      let body = lines[start + 1..<end]
      guard let gold = InlineNotation.read(lines: body, file: name, id: id, findings: &findings) else {
        continue
      }
      for field in gold.fields.keys.sorted() where !known.contains(field) {
        findings.append(
          Finding(SourceLocation(file: name, line: start + 1), .error, "\(id): unknown field '\(field)'"))
      }
      items.append(Item(id: id, gold: gold, line: start))
    }
  }

  /// Marks the items that fail as known misses, and takes the mark from those that no longer do.
  ///
  /// Returns how many marks changed; the file is written where there is one.
  mutating func mark(failing: Set<String>) throws -> Int {
    var changes = 0
    for item in items.reversed() where (item.knownMiss != nil) != failing.contains(item.id) {
      changes += 1
      if item.knownMiss == nil {
        lines.insert("\(Item.missField): not yet", at: item.line + 1)
      } else if let line = lines[item.line...].firstIndex(where: { $0.hasPrefix(Item.missField + ":") }) {
        lines.remove(at: line)
      }
    }
    if changes > 0 { try Data(lines.joined(separator: "\n").utf8).write(to: url) }
    return changes
  }
}
