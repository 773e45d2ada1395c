/// The stretches of a text between blank lines.
struct TextBlocks {
  /// Lines that stand together.
  struct Block {
    /// The bytes from the first line to the end of the last, line ends between them as they were.
    var bytes: [UInt8] = []
    /// The blank lines before it, as they were.
    var gap: [UInt8] = []
    /// The number of the first line.
    var line = 0
    /// The number of lines.
    var lineCount = 0
    /// What keeps it from being read, with line and column.
    var fault: (line: Int, column: Int, message: String)?

    /// The text; what is no UTF-8 is replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it ends in dots, as an excerpt does where it was cut.
    var isCut: Bool {
      var end = bytes[...]
      // Some sites close the dots with a bracket: "[...]".
      while let last = end.last, last <= 0x20 || last == UInt8(ascii: "]") { end.removeLast() }
      return end.suffix(3) == [0x2E, 0x2E, 0x2E] || end.suffix(3) == [0xE2, 0x80, 0xA6]
    }

    /// The block with another one after it, and all that stood between them.
    func joined(with next: Block) -> Block {
      var result = self
      result.bytes += next.gap + next.bytes
      result.lineCount += next.lineCount
      result.fault = fault ?? next.fault
      return result
    }
  }

  let lines: LineReader

  /// The next block; nil at the end of the text.
  mutating func next() throws(PostInputError) -> Block? {
    var block = Block()
    reading: while true {
      switch try lines.next() {
      case .end: break reading
      case .tooLong: refuse(&block)
      case .bytes(let range):
        let isBlank = lines.withBytes(of: range) { bytes in bytes.allSatisfy { $0 <= 0x20 } }
        if isBlank, block.lineCount > 0 {
          gap = [0x0A]
          append(range, to: &gap)
          gap.append(0x0A)
          break reading
        }
        if isBlank {
          append(range, to: &gap)
          gap.append(0x0A)
        } else {
          add(range, to: &block)
        }
      }
    }
    if block.lineCount == 0 { return nil }
    return block
  }

  /// The blank lines read since the last block.
  private var gap: [UInt8] = []

  init(lines: LineReader) { self.lines = lines }

  private mutating func add(_ range: Range<Int>, to block: inout Block) {
    if block.lineCount == 0 {
      block.line = lines.number
      block.gap = gap
      gap = []
    } else {
      block.bytes.append(0x0A)
    }
    block.lineCount += 1
    if block.bytes.count + range.count > LineReader.longestLine {
      refuse(&block)
      return
    }
    let fault = lines.withBytes(of: range) { UTF8Check.firstFault(in: $0) }
    if let fault, block.fault == nil { block.fault = (lines.number, fault + 1, "the text is not UTF-8") }
    append(range, to: &block.bytes)
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    lines.withBytes(of: range) { bytes.append(contentsOf: $0) }
  }

  private func refuse(_ block: inout Block) {
    if block.line == 0 { block.line = lines.number }
    block.lineCount = max(block.lineCount, 1)
    if block.fault == nil {
      block.fault = (lines.number, 0, "the paragraph is over \(LineReader.longestLine >> 20) MiB")
    }
  }
}
