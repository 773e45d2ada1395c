public import Diagnostics
import Markup

/// The bytes of a file, unpacked where it is a gzip file.
public enum ListBytes {
  /// The most bytes of a list that are read, unpacked: 512 MiB.
  ///
  /// No official list has a tenth of that.
  public static let limit = 512 << 20

  /// Reads a file; throws where it is missing, unreadable, cut off or over the limit.
  public static func read(_ path: String, limit: Int = ListBytes.limit) throws(ListFault) -> [UInt8] {
    do {
      return try PackedFile.contents(of: path, limit: limit)
    } catch {
      throw ListFault(
        error.category == .badData ? .badData : .fileTrouble,
        Finding(SourceLocation(file: path), .error, error.message))
    }
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
}
