import Glibc

/// Output that the system refused, such as to a full disk.
public struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or stream.
  public var name: String
  /// The system's number for the reason, `ENOSPC` among them.
  public var code: Int32

  /// A refusal of the system.
  public init(name: String, code: Int32) {
    self.name = name
    self.code = code
  }

  /// One line; a path in it is as the user gave it.
  public var description: String {
    var text = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &text, text.count) == 0 else { return "cannot write \(name): error \(code)" }
    let reason = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return "cannot write \(name): \(String(decoding: reason, as: UTF8.self))"
  }
}
