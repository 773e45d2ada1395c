import Foundation

/// The figures of one day.
struct Report {
  private var rows: [(name: String, speed: Double, memory: Double?)] = []

  /// Adds a figure: megabytes a second, and the most memory in MiB where it was taken.
  mutating func add(_ name: String, _ speed: Double, memory: Double? = nil) {
    rows.append((name, speed, memory))
  }

  /// The figures for people.
  var table: String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let name = row.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let memory = row.memory.map { String(format: "  %6.0f MiB", $0) } ?? ""
      return String(format: "\(name)  %8.1f MB/s", row.speed) + memory
    }.joined(separator: "\n")
  }

  /// Writes the figures as CSV to a file named after the day.
  func write(to folder: URL) throws {
    let day = Date().formatted(.iso8601.year().month().day())
    var text = "date,stage,megabytes_per_second,peak_mebibytes\n"
    for row in rows {
      let memory = row.memory.map { String(format: "%.0f", $0) } ?? ""
      text += "\(day),\"\(row.name)\",\(String(format: "%.2f", row.speed)),\(memory)\n"
    }
    try text.write(to: folder.appendingPathComponent("\(day).csv"), atomically: true, encoding: .utf8)
  }
}
