import Evaluation
import Glibc
import Graph
import Model

/// The figures as rows.
extension ScoreSheet {
  /// The columns that people are shown; the others are those of the confusion, which they get as a table of its own.
  static let narrowColumns = [
    "measure", "precision", "recall", "f1", "accuracy", "tp", "fp", "fn", "right", "gold",
  ]

  /// A row a figure; those of a status tell how often each status was found in its place.
  var figureTable: Table {
    let rows: [[Cell]] = figures.map { figure in
      switch figure.count {
      case .tally(let tally):
        let shares = [tally.precision, tally.recall, tally.f1].map(Cell.real)
        let counts = [tally.truePositives, tally.falsePositives, tally.falseNegatives].map(Cell.int)
        return [.text(figure.name)] + shares + [.null] + counts
          + Array(repeating: .null, count: 2 + Status.allCases.count)
      case .share(let share):
        let before = Array(repeating: Cell.null, count: 3)
        let counts = [Cell.int(share.right), .int(share.gold)]
        return [.text(figure.name)] + before + [.real(share.accuracy)] + before + counts
          + confusionCells(figure.name)
      }
    }
    return Table(columns: ScoreSheet.narrowColumns + Status.allCases.map(\.rawValue), rows: rows)
  }

  private func confusionCells(_ name: String) -> [Cell] {
    guard let status = Status.allCases.first(where: { "status:\($0.rawValue)" == name }) else {
      return Array(repeating: .null, count: Status.allCases.count)
    }
    return counts(of: status)
  }

  private func counts(of status: Status) -> [Cell] {
    Status.allCases.map { .int(confusion[status]?[$0] ?? 0) }
  }

  /// A row a status of the answers, a column a status found.
  var confusionTable: Table {
    Table(
      columns: ["status"] + Status.allCases.map { "read as \($0.rawValue)" },
      rows: Status.allCases.map { [.text($0.rawValue)] + counts(of: $0) })
  }

  /// A row a failure.
  var missTable: Table {
    Table(
      columns: ["post", "measure", "failure", "kind", "text", "gold", "found"],
      rows: misses.map { miss in
        [
          .text(miss.post), .text(miss.measure), .text(miss.failure.rawValue), .text(miss.kind),
          .text(miss.text), Cell(miss.gold), Cell(miss.found),
        ]
      })
  }
}

extension Table {
  /// The same with fractions of three digits, for people.
  var rounded: Table {
    Table(
      columns: columns,
      rows: rows.map { row in
        row.map { if case .real(let number) = $0 { .text(threeDigits(number)) } else { $0 } }
      })
  }
}

/// A number with three digits after the point, rounded as C does.
private func threeDigits(_ number: Double) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { room in
    let count = withVaList([number]) { vsnprintf(room.baseAddress, room.count, "%.3f", $0) }
    return String(decoding: room.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
