/// How wide the columns of a table are, and which of them hold numbers.
struct TableLayout {
  private let widths: [Int]
  private let isNumeric: [Bool]
  private let cuts: Bool
  private static let gap = 2

  /// The layout in which the rows fit, or, with a `width`, in which the widest columns are narrowed until they do.
  init(header: TableRow, rows: [TableRow], width: Int?) {
    var widths = header.widths
    var isNumeric = widths.map { _ in false }
    for column in widths.indices {
      var sawNumber = false
      var sawText = false
      for row in rows {
        widths[column] = max(widths[column], row.widths[column])
        if row.numeric[column] { sawNumber = true } else if !row.isEmpty(at: column) { sawText = true }
      }
      isNumeric[column] = sawNumber && !sawText
    }
    if let width {
      widths = Self.narrowed(widths, to: width - Self.gap * max(0, widths.count - 1))
    }
    self.widths = widths
    self.isNumeric = isNumeric
    cuts = width != nil
  }

  /// The widths lowered to a common limit, the highest at which their sum is `total`; none gets below 1.
  static func narrowed(_ widths: [Int], to total: Int) -> [Int] {
    var left = total
    var result = widths
    // From the narrowest up: each takes what it needs or an equal share of what is left.
    let order = widths.indices.sorted { (widths[$0], $0) < (widths[$1], $1) }
    for (place, column) in order.enumerated() {
      let share = max(1, left / (order.count - place))
      result[column] = min(widths[column], share)
      left -= result[column]
    }
    return result
  }

  /// Appends a row as one line without spaces at its end.
  func appendLine(_ row: TableRow, to output: inout [UInt8]) {
    var pending = 0
    row.bytes.withUnsafeBufferPointer { bytes in
      for column in widths.indices {
        let cell = Bytes(rebasing: bytes[row.range(of: column)])
        let padding = max(0, widths[column] - row.widths[column])
        if isNumeric[column] { pending += padding }
        if !cell.isEmpty {
          output.append(contentsOf: repeatElement(0x20, count: pending))
          pending = 0
        }
        let used = append(cell, width: row.widths[column], in: widths[column], to: &output)
        pending += Self.gap + (isNumeric[column] ? 0 : max(0, widths[column] - used))
      }
    }
    output.append(0x0A)
  }

  /// Appends a cell, cut to the column where it must be; returns how many columns it takes.
  private func append(_ cell: Bytes, width: Int, in limit: Int, to output: inout [UInt8]) -> Int {
    guard cuts, width > limit else {
      output.append(contentsOf: cell)
      return width
    }
    let fitting = prefix(of: cell, fitting: limit - 1)
    output.append(contentsOf: cell.prefix(fitting.bytes))
    output.append("…")
    return fitting.columns + 1
  }
}
