public import Diagnostics
import Markup

/// The bytes of a list in pieces, unpacked on the way where the file is a gzip file.
public final class ListInput {
  /// The most bytes of a list that are read, unpacked: 512 MiB.
  ///
  /// No official list has a tenth of that.
  public static let limit = 512 << 20

  /// The name for messages.
  public let name: String
  /// What is strange about the file, though it was read.
  var findings: [Finding] = []
  private let source: XMLRecordReader.Source
  private let watch: (UnsafeRawBufferPointer) -> Void
  private let limit: Int
  /// What was read to look at and not handed on yet.
  private var ahead: ArraySlice<UInt8> = []
  private var total = 0
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)

  private init(
    _ name: String, limit: Int, watch: @escaping (UnsafeRawBufferPointer) -> Void,
    source: @escaping XMLRecordReader.Source
  ) {
    self.name = name
    self.limit = limit
    self.watch = watch
    self.source = source
  }

  deinit { room.deallocate() }

  /// Opens a file; `watch` sees all its bytes, unpacked, once and in order.
  ///
  /// Throws where the file is missing or unreadable; reading throws where it is cut off or over the limit.
  public convenience init(
    path: String, limit: Int = ListInput.limit, watch: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(ListFault) {
    do {
      let file = try PackedFile(path: path)
      self.init(path, limit: limit, watch: watch) { room throws(MarkupFault) in try file.read(into: room) }
    } catch {
      throw ListFault(error, file: path)
    }
  }

  /// Reads what is in memory.
  public convenience init(_ bytes: [UInt8], name: String) {
    self.init(name, limit: ListInput.limit, watch: { _ in }, source: XMLRecordReader.source(of: bytes))
  }

  /// Fills what it can of `room`; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(MarkupFault) -> Int {
    if !ahead.isEmpty {
      let count = min(ahead.count, room.count)
      room.copyBytes(from: ahead.prefix(count))
      ahead.removeFirst(count)
      return count
    }
    let count = try source(room)
    total += count
    if total > limit { throw MarkupFault("the file is over \(limit >> 20) MiB") }
    watch(UnsafeRawBufferPointer(rebasing: room[..<count]))
    return count
  }

  /// Appends a piece of the file to some bytes; false at its end.
  func append(to bytes: inout [UInt8]) throws(ListFault) -> Bool {
    do throws(MarkupFault) {
      let count = try read(into: room)
      bytes.append(contentsOf: room[..<count])
      return count > 0
    } catch {
      throw ListFault(error, file: name)
    }
  }

  /// The first bytes, at most as many as given or a piece more, which are read again later; to be asked for before all
  /// else.
  func head(_ count: Int) throws(ListFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, try append(to: &bytes) {}
    ahead = bytes[...]
    return bytes
  }

  /// Reads on to the end, whatever is there.
  func finish() throws(ListFault) {
    var rest: [UInt8] = []
    while try append(to: &rest) { rest.removeAll(keepingCapacity: true) }
  }
}

/// Why a list cannot be read.
public struct ListFault: Error {
  /// Whether the data is bad or the file cannot be had.
  public enum Category: Sendable {
    /// What the file holds is wrong.
    case badData
    /// The file is missing or cannot be read.
    case fileTrouble
  }
  /// Which of the two.
  public let category: Category
  /// What is wrong, with its place.
  public let finding: Finding

  init(_ category: Category, _ finding: Finding) {
    self.category = category
    self.finding = finding
  }

  /// The same fault of a file.
  init(_ fault: MarkupFault, file: String) {
    category = fault.category == .badData ? .badData : .fileTrouble
    finding = Finding(SourceLocation(file: file, line: fault.line), .error, fault.message)
  }
}
