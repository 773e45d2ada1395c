import Diagnostics
import Glibc

/// A file or standard input, read in pieces.
final class ByteInput {
  /// The name for messages.
  let name: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a file; throws file trouble where it is missing or unreadable.
  init(path: String) throws(PostInputError) {
    name = path
    isOwned = true
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw ByteInput.trouble(path) }
  }

  /// Reads what is already open, such as standard input; leaves it open.
  init(descriptor: Int32, name: String) {
    self.name = name
    self.descriptor = descriptor
    isOwned = false
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Fills what it can of `room`; 0 at the end of the input.
  func read(into room: UnsafeMutableRawBufferPointer) throws(PostInputError) -> Int {
    while true {
      let count = Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      if errno != EINTR { throw ByteInput.trouble(name) }
    }
  }

  /// All bytes of a file that people keep by hand; refuses one over `limit` bytes.
  static func contents(of path: String, limit: Int) throws(PostInputError) -> [UInt8] {
    let input = try ByteInput(path: path)
    var result: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { room.deallocate() }
    while true {
      let count = try input.read(into: room)
      if count == 0 { return result }
      result.append(contentsOf: room[..<count])
      if result.count > limit {
        throw PostInputError(
          .badData, Finding(SourceLocation(file: path), .error, "the file is over \(limit >> 20) MiB"))
      }
    }
  }

  /// The trouble that the last system call on `path` told of.
  static func trouble(_ path: String) -> PostInputError {
    let code = errno
    let message = code == ENOENT ? "no such file or folder" : String(cString: strerror(code)).lowercased()
    return PostInputError(.fileTrouble, Finding(SourceLocation(file: path), .error, message))
  }
}
