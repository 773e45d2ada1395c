import Glibc

/// Buffered output to a file descriptor; not to be shared between threads.
///
/// Where the reader of a pipe has gone away the output ends quietly: `isOpen` turns false. This needs the signal
/// SIGPIPE to be ignored, which `ignoreClosedPipes` does for the process. What is buffered is lost without `flush`.
public final class FileOutput: TextOutput {
  /// What it is called in errors.
  public let name: String
  /// Whether somebody still reads.
  public private(set) var isOpen = true
  private let descriptor: Int32
  private var ownsDescriptor: Bool
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Output to an open descriptor, which stays open after it.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    ownsDescriptor = false
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Output to a new file, to be ended with `close`; what a file of this path held is gone.
  public init(creating path: String) throws(OutputError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    name = path
    ownsDescriptor = descriptor >= 0
    if descriptor < 0 { throw OutputError(name: path, code: errno) }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    if ownsDescriptor { _ = Glibc.close(descriptor) }
  }

  /// The standard output of the process, unbuffered so far.
  public static func standardOutput() -> FileOutput { FileOutput(descriptor: 1, name: "standard output") }

  /// The standard error of the process; flush it after each message.
  public static func standardError() -> FileOutput { FileOutput(descriptor: 2, name: "standard error") }

  /// Makes a write to a closed pipe an answer rather than the end of the process.
  public static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Appends bytes to the buffer, and hands it on when it is full.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    if !isOpen { return }
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize { try send(bytes) } else { buffer += bytes }
  }

  /// Hands on what is buffered; throws what the system says, except where a pipe is closed.
  public func flush() throws(OutputError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try send(buffer)
  }

  /// Hands on what is buffered and closes the file that was created.
  public func close() throws(OutputError) {
    try flush()
    guard ownsDescriptor else { return }
    ownsDescriptor = false
    if Glibc.close(descriptor) != 0 { throw OutputError(name: name, code: errno) }
  }

  private func send(_ bytes: [UInt8]) throws(OutputError) {
    var sent = 0
    while isOpen, sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
      }
      if count >= 0 {
        sent += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable()
      case EPIPE: isOpen = false
      default: throw OutputError(name: name, code: errno)
      }
    }
  }

  /// Waits where the descriptor was set not to block, as a shared terminal may be.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
