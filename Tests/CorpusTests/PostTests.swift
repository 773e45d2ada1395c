import Diagnostics
import Evaluation
import Extraction
import Foundation
import Model
import TestSupport
import Testing

/// Annotated posts are read no worse than floors.csv says.
///
/// Of the sets, `measured` tells how reading fares on posts that nobody looked at while improving it: what fails there
/// is never shown. `gold` and `practice` are those of the folder that SANCTIONS_REFERENCE names. With SANCTIONS_RECORD
/// set the floors are raised to what is reached.
@Suite(.serialized) struct PostTests {
  static let hidden = "measured"
  static let reference = ["gold", "practice"]

  static let sets: [String] = {
    let folder = Corpus.folder.appendingPathComponent("Posts")
    return ((try? Corpus.names(in: folder)) ?? []) + reference
  }()

  @Test(arguments: sets) func noFigureFallsBelowItsFloor(set: String) throws {
    guard let folder = PostTests.folder(of: set) else {
      print("\(set): skipped, since SANCTIONS_REFERENCE names no folder with annotated posts")
      return
    }
    var findings: [Finding] = []
    let posts = try Corpus.posts(in: folder, findings: &findings)
    var floors = try Floors(findings: &findings)
    // A message may quote the post.
    for finding in findings {
      Issue.record("\(set == PostTests.hidden ? "\(finding.location)" : "\(finding)")")
    }
    var sheet = ScoreSheet()
    for post in posts { sheet.add(post, found: Corpus.extractor.read(post.post)) }
    PostTests.show(sheet, set, posts.count)
    if Corpus.isRecording {
      floors.raise(set, to: sheet.figures)
      try floors.write()
      Issue.record("recorded the floors of \(set)")
      return
    }
    let figures = Dictionary(sheet.figures.map { ($0.name, $0.value) }) { $1 }
    #expect(floors.floors[set] != nil, "floors.csv has no floors of \(set)")
    for (measure, floor) in floors.floors[set, default: [:]].sorted(by: { $0.key < $1.key }) {
      guard let value = figures[measure] else {
        Issue.record("\(set): no figure is named \(measure)")
        continue
      }
      if value < floor { Issue.record("\(set): \(PostTests.report(measure, value, floor, sheet, set))") }
    }
  }

  private static func folder(of set: String) -> URL? {
    if !reference.contains(set) { return Corpus.folder.appendingPathComponent("Posts/\(set)") }
    return Reference.folder.map { URL(fileURLWithPath: $0).appendingPathComponent(set) }
  }

  private static func show(_ sheet: ScoreSheet, _ set: String, _ posts: Int) {
    let figures = sheet.figures.filter(Floors.isHeld).map { "\($0.name) \(digits($0.value))" }
    print("\(set): \(posts) posts: " + figures.joined(separator: ", "))
  }

  /// What fell, and for sets that people look at, what failed.
  private static func report(
    _ measure: String, _ value: Double, _ floor: Double, _ sheet: ScoreSheet, _ set: String
  ) -> String {
    let text = "\(measure) is \(digits(value)), the floor is \(digits(floor))"
    if set == hidden { return text }
    let misses = sheet.misses.filter { $0.measure == measure }.map { miss in
      let parts = [
        miss.post, miss.failure.rawValue, miss.kind, "'\(miss.text)'", miss.gold ?? "", miss.found ?? "",
      ]
      return "\n  " + parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return text + misses.joined()
  }

  private static func digits(_ value: Double) -> String { String(format: "%.3f", value) }
}
