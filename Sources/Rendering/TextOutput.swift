/// A place that text is written to, as UTF-8.
public protocol TextOutput: AnyObject {
  /// Whether somebody still reads; once false, what is written is dropped and no error.
  var isOpen: Bool { get }
  /// Appends bytes, perhaps only to a buffer.
  func write(_ bytes: [UInt8]) throws(OutputError)
  /// Hands on what is buffered.
  func flush() throws(OutputError)
}

extension TextOutput {
  /// Appends a text as it is.
  public func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }
}

/// Output that is kept in memory.
public final class MemoryOutput: TextOutput {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Output that holds nothing yet.
  public init() {}

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Always true.
  public var isOpen: Bool { true }

  /// Appends bytes; never fails.
  public func write(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Does nothing: there is no buffer.
  public func flush() {}
}
