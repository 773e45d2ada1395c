import Diagnostics
import Evaluation
import Extraction
import Foundation
import Knowledge

/// The annotated texts beside these tests, and the reader that is held to them.
enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static let extractor = Extractor(knowledge: Knowledge.read(.builtIn, checkingNames: false).knowledge)

  /// Whether this run records what is reached; such a run fails, so that none passes by recording.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["SANCTIONS_RECORD"] != nil }

  /// Whether this run shows what fails although it need not pass.
  static var showsMisses: Bool { ProcessInfo.processInfo.environment["SANCTIONS_MISSES"] != nil }

  /// The names in a folder that are not hidden, in order.
  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The annotated posts of a folder; what is wrong with their notation is told by file name.
  static func posts(in folder: URL, findings: inout [Finding]) throws -> [GoldPost] {
    var posts: [GoldPost] = []
    for name in try names(in: folder) where name.hasSuffix(".txt") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let file = "\(folder.lastPathComponent)/\(name)"
      if let post = InlineNotation.read(text, file: file, findings: &findings) { posts.append(post) }
    }
    return posts
  }
}
