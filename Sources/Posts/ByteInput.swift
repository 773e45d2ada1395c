import Diagnostics
import Glibc
import Markup

/// A file, unpacked on the way where it is a gzip file, or standard input, read in pieces.
final class ByteInput {
  /// The name for messages.
  let name: String
  private let source: Source
  /// What was read to look at and not handed on yet.
  private var ahead: [UInt8] = []

  private enum Source {
    case file(PackedFile)
    case descriptor(Int32)
  }

  /// Opens a file; throws file trouble where it is missing or unreadable.
  init(path: String) throws(PostInputError) {
    name = path
    do {
      source = .file(try PackedFile(path: path))
    } catch {
      throw PostInputError(error, file: path)
    }
  }

  /// Reads what is already open, such as standard input; leaves it open.
  init(descriptor: Int32, name: String) {
    self.name = name
    source = .descriptor(descriptor)
  }

  /// How many bytes of the file, as it lies there, were read so far; 0 for standard input.
  var position: Int {
    if case .file(let file) = source { return file.position }
    return 0
  }

  /// Fills what it can of `room`; 0 at the end of the input.
  func read(into room: UnsafeMutableRawBufferPointer) throws(PostInputError) -> Int {
    if !ahead.isEmpty {
      let count = min(ahead.count, room.count)
      room.copyBytes(from: ahead[..<count])
      ahead.removeFirst(count)
      return count
    }
    switch source {
    case .file(let file):
      do {
        return try file.read(into: room)
      } catch {
        throw PostInputError(error, file: name)
      }
    case .descriptor(let descriptor):
      while true {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        if count >= 0 { return count }
        if errno != EINTR { throw ByteInput.trouble(name) }
      }
    }
  }

  /// The first bytes, at most `count`, which are read again later; to be called before any other reading.
  func head(_ count: Int) throws(PostInputError) -> [UInt8] {
    var bytes: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
    defer { room.deallocate() }
    while bytes.count < count {
      let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<(count - bytes.count)]))
      if read == 0 { break }
      bytes.append(contentsOf: room[..<read])
    }
    ahead = bytes
    return bytes
  }

  /// All bytes that are left; refuses more than `limit`.
  func rest(limit: Int) throws(PostInputError) -> [UInt8] {
    var result: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { room.deallocate() }
    while true {
      let count = try read(into: room)
      if count == 0 { return result }
      result.append(contentsOf: room[..<count])
      if result.count > limit {
        throw PostInputError(
          .badData, Finding(SourceLocation(file: name), .error, "the file is over \(limit >> 20) MiB"))
      }
    }
  }

  /// All bytes of a file; refuses one over `limit` bytes, unpacked.
  static func contents(of path: String, limit: Int) throws(PostInputError) -> [UInt8] {
    try ByteInput(path: path).rest(limit: limit)
  }

  /// The trouble that the last system call on `path` told of.
  static func trouble(_ path: String) -> PostInputError {
    let code = errno
    let message = code == ENOENT ? "no such file or folder" : String(cString: strerror(code)).lowercased()
    return PostInputError(.fileTrouble, Finding(SourceLocation(file: path), .error, message))
  }
}

extension PostInputError {
  /// The same fault of a file.
  init(_ fault: MarkupFault, file: String) {
    let category: Category = fault.category == .badData ? .badData : .fileTrouble
    self.init(category, Finding(SourceLocation(file: file, line: fault.line), .error, fault.message))
  }
}
