import CEmbedded
public import Diagnostics
internal import FoundationEssentials

/// The files of `data/`: those inside the binary, or those of a folder.
public struct DataFiles: Sendable {
  /// The files' bytes by their path from `data/`.
  public let files: [String: [UInt8]]
  /// What stands before each path in messages.
  public let root: String

  /// The files that the binary carries inside.
  public static var builtIn: DataFiles {
    var files: [String: [UInt8]] = [:]
    for index in 0..<embedded_file_count {
      let file = embedded_file_at(index)
      let path = String(cString: file.path)
      guard path.hasPrefix("data/") else { continue }
      files[String(path.dropFirst(5))] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return DataFiles(files: files, root: "data")
  }

  /// These files, named under `root` in messages.
  public init(files: [String: [UInt8]], root: String) {
    self.files = files
    self.root = root
  }

  /// The files of a folder, as deep as it goes; those that `data/` does not have are passed over.
  ///
  /// - Throws: a `Finding` where the folder or a file in it cannot be read.
  public init(folder: String) throws(Finding) {
    var files: [String: [UInt8]] = [:]
    for table in DataTable.allCases {
      let path = folder + "/" + table.path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw Finding(SourceLocation(file: path), .error, "cannot be read")
      }
      files[table.path] = Array(bytes)
    }
    guard !files.isEmpty else {
      throw Finding(
        SourceLocation(file: folder), .error, "no knowledge files here, such as names/countries.csv")
    }
    self.init(files: files, root: folder)
  }

  /// A short mark of what the files hold, the same for the same contents: 16 hexadecimal digits (FNV-1a, 64 bits).
  public var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for path in files.keys.sorted() {
      for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      for byte in files[path] ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
