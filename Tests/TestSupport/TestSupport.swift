import Foundation

/// Reference material for tests: posts with the answers that people gave.
public enum Reference {
  /// The folder that SANCTIONS_REFERENCE names; nil where it is not set or not there.
  public static var folder: String? {
    guard let path = ProcessInfo.processInfo.environment["SANCTIONS_REFERENCE"],
      FileManager.default.fileExists(atPath: path + "/gold")
    else { return nil }
    return path
  }

  /// Its official lists; nil where it has none.
  public static var lists: String? {
    folder.map { $0 + "/lists" }.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }
}
