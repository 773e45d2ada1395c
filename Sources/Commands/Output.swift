import Rendering

/// Where a command writes: after the first trouble nothing more is written, and the trouble is told at the end.
final class Output {
  /// The file behind it, for writers of rows.
  let file: any TextOutput
  /// What went wrong; nil where nothing did.
  private(set) var failure: OutputError?

  init(_ file: any TextOutput) { self.file = file }

  /// Whether nobody reads any more.
  var isClosed: Bool { !file.isOpen }

  func write(_ text: String) { write(bytes: Array(text.utf8)) }

  func write(bytes: [UInt8]) {
    attempt { () throws(OutputError) in try file.write(bytes) }
  }

  func flush() {
    attempt { () throws(OutputError) in try file.flush() }
  }

  /// Runs something that writes to the file, unless that failed before.
  func attempt(_ body: () throws(OutputError) -> Void) {
    guard failure == nil else { return }
    do {
      try body()
    } catch {
      failure = error
    }
  }
}
