import Glibc

/// The lines of an input one by one, in memory that grows only to the longest line.
final class LineReader {
  /// What comes next.
  enum Line {
    /// The bytes of a line without its line feed, to be read through `withBytes`.
    case bytes(Range<Int>)
    /// A line over the limit; its bytes are passed over.
    case tooLong
    /// The end of the input.
    case end
  }

  /// The longest line that is read: 64 MiB.
  static let longestLine = 64 << 20

  /// The number of the line that `next` gave last, from 1.
  private(set) var number = 0
  private let input: ByteInput
  private let longest: Int
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var isSkipping = false

  /// Reads the lines of `input`, none longer than `longest` bytes.
  init(_ input: ByteInput, longest: Int = LineReader.longestLine) {
    self.input = input
    self.longest = longest
    buffer = .allocate(byteCount: min(1 << 18, longest + 1), alignment: 8)
  }

  deinit { buffer.deallocate() }

  /// The next line; a byte order mark at the head of the input is passed over.
  func next() throws(PostInputError) -> Line {
    if isSkipping { try skipRest() }
    var searched = start
    while true {
      if let feed = lineFeed(from: searched) {
        let line = start..<feed
        start = feed + 1
        return counted(line)
      }
      searched = end
      if isAtEnd {
        let line = start..<end
        start = end
        return line.isEmpty ? .end : counted(line)
      }
      if end - start > longest {
        number += 1
        isSkipping = true
        return .tooLong
      }
      searched -= try fill()
    }
  }

  /// Calls `body` with the bytes of the line given last.
  func withBytes<Result, Failure: Error>(
    of line: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: buffer[line]).assumingMemoryBound(to: UInt8.self))
  }

  /// The first byte of the input that is neither white space nor part of a byte order mark, before any line is taken.
  func firstVisibleByte() throws(PostInputError) -> UInt8? {
    while true {
      if let byte = buffer[start..<end].first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) {
        return byte
      }
      if isAtEnd || end == buffer.count { return nil }
      _ = try fill()
    }
  }

  private func counted(_ line: Range<Int>) -> Line {
    number += 1
    if line.count > longest { return .tooLong }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return .bytes(number == 1 && buffer[line].starts(with: mark) ? line.dropFirst(3) : line)
  }

  private func lineFeed(from position: Int) -> Int? {
    guard position < end, let base = buffer.baseAddress,
      let found = memchr(base + position, 0x0A, end - position)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Reads more and returns by how much the bytes in the buffer moved towards its head.
  private func fill() throws(PostInputError) -> Int {
    let moved = start
    if start > 0 {
      if let base = buffer.baseAddress { memmove(base, base + start, end - start) }
      end -= start
      start = 0
    }
    if end == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: min(buffer.count * 2, longest + 1), alignment: 8)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    end += count
    isAtEnd = count == 0
    return moved
  }

  private func skipRest() throws(PostInputError) {
    isSkipping = false
    while true {
      if let feed = lineFeed(from: start) {
        start = feed + 1
        return
      }
      start = 0
      end = 0
      if isAtEnd { return }
      _ = try fill()
    }
  }
}
