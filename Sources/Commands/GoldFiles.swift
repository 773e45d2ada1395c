import Diagnostics
import Evaluation
import FoundationEssentials
import Model

/// The annotated posts of files and folders.
struct GoldFiles {
  private(set) var posts: [GoldPost] = []
  private var findings: [Finding] = []

  /// Reads every file, so that all that is wrong with them is told at once.
  init(_ paths: [String], _ session: Session) throws(Failure) {
    for path in paths {
      for file in try GoldFiles.files(path) {
        guard let bytes = session.contents(of: file) else {
          throw Failure(.fileTrouble, "\(file): cannot be read")
        }
        read(bytes, file)
      }
    }
    var places: [String: SourceLocation] = [:]
    for post in posts {
      if let place = places.updateValue(post.location, forKey: post.post.id) {
        findings.append(Finding(post.location, .error, "the post '\(post.post.id)' stands at \(place) too"))
      }
    }
    guard findings.isEmpty else { throw Failure(findings: findings.sorted()) }
  }

  private mutating func read(_ bytes: [UInt8], _ file: String) {
    let first = bytes.first { $0 > 0x20 }
    if first == nil {
      findings.append(Finding(SourceLocation(file: file), .error, "the input is empty"))
    } else if first == UInt8(ascii: "{") || GoldFiles.isJSONLines(file) {
      posts += JSONReadings.gold(bytes, file: file, findings: &findings)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      if let post = InlineNotation.read(text, file: file, findings: &findings) { posts.append(post) }
    } else {
      findings.append(Finding(SourceLocation(file: file), .error, "the text is not UTF-8"))
    }
  }

  /// The file itself, or the annotated posts of a folder in order of name.
  private static func files(_ path: String) throws(Failure) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.fileTrouble, "\(path): no such file or folder")
    }
    if !isFolder { return [path] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Failure(.fileTrouble, "\(path): cannot be read")
    }
    let files = names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".txt") || isJSONLines($0)) }
    if files.isEmpty {
      throw Failure(.badData, "\(path): error: the folder has no annotated posts, .txt or .jsonl")
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  private static func isJSONLines(_ name: String) -> Bool {
    name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
  }
}
