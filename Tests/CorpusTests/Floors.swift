import Diagnostics
import Evaluation
import Foundation

/// The least that each figure of a set of posts must reach: floors.csv with the columns set, measure and floor.
struct Floors {
  static let file = Corpus.folder.appendingPathComponent("floors.csv")

  private(set) var floors: [String: [String: Double]] = [:]
  private let comments: [String]

  init(findings: inout [Finding]) throws {
    let table = LocatedCSV(Array(try Data(contentsOf: Floors.file)), file: "floors.csv", findings: &findings)
    comments = table.comments
    for row in table.rows {
      guard let floor = Double(row["floor"]), (0...1).contains(floor) else {
        findings.append(Finding(row.location, .error, "the floor must be a number from 0 to 1"))
        continue
      }
      if floors[row["set"], default: [:]].updateValue(floor, forKey: row["measure"]) != nil {
        findings.append(Finding(row.location, .error, "\(row["set"]) has two floors of \(row["measure"])"))
      }
    }
  }

  /// Whether a figure has a floor when floors are recorded: the parts of others are left to them.
  static func isHeld(_ figure: Figure) -> Bool {
    !figure.name.hasPrefix("kind:") && !figure.name.hasPrefix("status:")
  }

  /// Raises the floors of a set to a hundredth under what is reached; to lower one is a decision made by hand.
  mutating func raise(_ set: String, to figures: [Figure]) {
    for figure in figures where Floors.isHeld(figure) {
      let reached = max(0, ((figure.value - 0.01) * 1000).rounded(.down) / 1000)
      floors[set, default: [:]][figure.name] = max(reached, floors[set]?[figure.name] ?? 0)
    }
  }

  /// Writes the file anew, in order of set and measure.
  func write() throws {
    var lines = comments + ["set,measure,floor"]
    for (set, measures) in floors.sorted(by: { $0.key < $1.key }) {
      for (measure, floor) in measures.sorted(by: { $0.key < $1.key }) {
        lines.append("\(set),\(measure),\(String(format: "%.3f", floor))")
      }
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: Floors.file)
  }
}
