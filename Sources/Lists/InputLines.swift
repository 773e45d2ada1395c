import Diagnostics

/// The lines of a file, one by one.
struct InputLines {
  /// The longest line that is read, in bytes.
  private static let longest = 64 << 20

  /// The number of the line that came last, from 1.
  private(set) var number = 0
  private let input: ListInput
  private var bytes: [UInt8] = []
  private var at = 0
  private var searched = 0
  private var isAtEnd = false

  init(_ input: ListInput) { self.input = input }

  /// The next line without its line feed; nil at the end.
  mutating func next() throws(ListFault) -> ArraySlice<UInt8>? {
    while true {
      if let feed = bytes[searched...].firstIndex(of: 0x0A)
        ?? (isAtEnd && at < bytes.count ? bytes.count : nil)
      {
        let line = bytes[at..<feed]
        number += 1
        at = min(feed + 1, bytes.count)
        searched = at
        return line
      }
      if isAtEnd { return nil }
      bytes.removeFirst(at)
      if bytes.count > InputLines.longest {
        throw broken(input.name, number + 1, "the line is over \(InputLines.longest >> 20) MiB")
      }
      (at, searched) = (0, bytes.count)
      isAtEnd = try !input.append(to: &bytes)
    }
  }
}
