import CZlib
import Glibc

/// A file read in pieces, unpacked on the way where it is a gzip file.
public final class PackedFile {
  private let file: gzFile

  /// Opens a file; throws where it is missing or unreadable, or is a folder.
  public init(path: String) throws(MarkupFault) {
    errno = 0
    guard let file = gzopen(path, "rbe") else { throw PackedFile.trouble() }
    gzbuffer(file, 1 << 17)
    self.file = file
  }

  deinit { gzclose(file) }

  /// Fills what it can of `room`; 0 at the end of the file.
  ///
  /// Throws where the packed data is cut off or damaged.
  public func read(into room: UnsafeMutableRawBufferPointer) throws(MarkupFault) -> Int {
    errno = 0
    let count = gzread(file, room.baseAddress, UInt32(clamping: room.count))
    if count > 0 { return Int(count) }
    var code: Int32 = 0
    _ = gzerror(file, &code)
    switch code {
    case Z_OK, Z_STREAM_END: return 0
    case Z_ERRNO: throw PackedFile.trouble()
    case Z_BUF_ERROR: throw MarkupFault("the packed file is cut off")
    default: throw MarkupFault("the packed file is cut off or damaged")
    }
  }

  /// How many bytes of the file, as it is packed, were read so far.
  public var position: Int { max(0, Int(gzoffset(file))) }

  /// What the last system call told of.
  private static func trouble() -> MarkupFault {
    let code = errno
    let message = code == ENOENT ? "no such file or folder" : String(cString: strerror(code)).lowercased()
    return MarkupFault(trouble: code == 0 ? "cannot be read" : message)
  }
}
