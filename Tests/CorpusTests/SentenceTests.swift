import Diagnostics
import Evaluation
import Extraction
import Foundation
import Testing

/// Each sentence of Sentences/ is read exactly as people read it, but for the known misses.
///
/// With SANCTIONS_RECORD set the marks `known-miss:` are set and taken away as the sentences now fail or not; with
/// SANCTIONS_MISSES set it is shown in what the known misses differ.
struct SentenceTests {
  @Test func everySentenceIsReadAsPeopleReadIt() throws {
    let folder = Corpus.folder.appendingPathComponent("Sentences")
    var findings: [Finding] = []
    var ids: [String: String] = [:]
    var total = (items: 0, right: 0, known: 0, failed: 0)
    let names = try Corpus.names(in: folder).filter { $0.hasSuffix(".txt") }
    for name in names {
      var file = try SentenceFile(folder.appendingPathComponent(name), findings: &findings)
      var failing: Set<String> = []
      for item in file.items {
        if let other = ids.updateValue(name, forKey: item.id) {
          Issue.record("\(name): \(item.id) stands in \(other) too")
        }
        let differences = ExactComparison(item.gold, Corpus.extractor.read(item.gold.post)).differences
        total.items += 1
        if !differences.isEmpty { failing.insert(item.id) }
        let isMarked = item.knownMiss != nil
        if isMarked == differences.isEmpty {
          total.failed += 1
          if Corpus.isRecording { continue }
          Issue.record(
            isMarked
              ? "\(name): \(item.id) is mended: take its mark 'known-miss:' away"
              : "\(report(file, item, differences))")
        } else if isMarked {
          total.known += 1
          if Corpus.showsMisses { print(report(file, item, differences)) }
        } else {
          total.right += 1
        }
      }
      if Corpus.isRecording {
        let changes = try file.mark(failing: failing)
        if changes > 0 { Issue.record("recorded \(name): \(changes) marks") }
      }
    }
    for finding in findings.sorted() { Issue.record("\(finding)") }
    print(
      "sentences: \(total.items) items in \(names.count) files, \(total.right) right, \(total.known) known misses, "
        + "\(total.failed) not as marked")
    #expect(total.items > 0)
  }

  private func report(_ file: SentenceFile, _ item: SentenceFile.Item, _ differences: [String]) -> String {
    let head = "\(file.url.lastPathComponent) (\(file.phenomenon)): \(item.id):"
    return head + differences.map { "\n  \($0)" }.joined()
  }
}
