import CZlib
public import Diagnostics

/// The bytes of a file, unpacked where it is a gzip file.
public enum ListBytes {
  /// The most bytes of a list that are read, unpacked: 512 MiB.
  ///
  /// No official list has a tenth of that.
  public static let limit = 512 << 20

  /// Reads a file; throws where it is missing, unreadable, cut off or over the limit.
  public static func read(_ path: String, limit: Int = ListBytes.limit) throws(ListFault) -> [UInt8] {
    guard let file = gzopen(path, "rb") else {
      throw ListFault(.fileTrouble, Finding(SourceLocation(file: path), .error, "cannot be read"))
    }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 17)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      let count = gzread(file, &chunk, UInt32(chunk.count))
      if count < 0 {
        throw ListFault(
          .badData, Finding(SourceLocation(file: path), .error, "the packed file is cut off or damaged"))
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<Int(count)])
      if bytes.count > limit {
        throw ListFault(
          .badData, Finding(SourceLocation(file: path), .error, "the list is over \(limit >> 20) MiB"))
      }
    }
    var code: Int32 = 0
    _ = gzerror(file, &code)
    if code == Z_BUF_ERROR {
      throw ListFault(.badData, Finding(SourceLocation(file: path), .error, "the packed file is cut off"))
    }
    return bytes
  }
}

/// Why a list cannot be read.
public struct ListFault: Error {
  /// Whether the data is bad or the file cannot be had.
  public enum Category: Sendable { case badData, fileTrouble }
  /// Which of the two.
  public let category: Category
  /// What is wrong, with its place.
  public let finding: Finding

  init(_ category: Category, _ finding: Finding) {
    self.category = category
    self.finding = finding
  }
}
