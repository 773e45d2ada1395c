import Foundation
import Testing

/// The directions between the modules: who may import whom.
struct HouseTests {
  /// What each module may import; a module that is not here has no place in the house yet.
  static let house: [String: Set<String>] = [
    "sanctions": ["Commands", "Glibc"],
    "Commands": [
      "Arguments", "Rendering", "Serving", "Evaluation", "Posts", "Lists", "Extraction", "Resolution",
      "Matching", "Knowledge", "Graph", "Model", "Diagnostics", "Glibc", "FoundationEssentials", "Dispatch",
      "Synchronization",
    ],
    "Arguments": [],
    "Rendering": ["Model", "CEmbedded", "Glibc"],
    "Serving": ["Rendering", "CMicroHTTP"],
    "Evaluation": ["Model", "Diagnostics"],
    "Posts": ["Markup", "Model", "Diagnostics", "CMark", "CYAML", "CGMime", "Glibc", "FoundationEssentials"],
    "Lists": ["Markup", "Model", "Diagnostics"],
    "Markup": ["CZlib", "CLibXML2", "CIconv", "Glibc"],
    "Extraction": ["Knowledge", "Matching", "TextMatching", "Model"],
    "Resolution": ["Matching", "Model"],
    "Matching": ["Model"],
    "Knowledge": ["Model", "Diagnostics", "CEmbedded", "FoundationEssentials"],
    "TextMatching": [],
    "Graph": ["Model", "SQLite", "CEmbedded", "CNettle", "Glibc", "Musl"],
    "SQLite": ["CSQLite"],
    "Model": [],
    "Diagnostics": [],
    // Programs for measuring and fuzzing, which nobody imports.
    "Benchmark": ["Extraction", "Knowledge", "Model", "Foundation"],
    "Fuzzing": ["Extraction", "Knowledge", "Model", "CFuzzer"],
  ]
  /// Those that only hand on what is written in C.
  static let foreign: Set<String> = [
    "CEmbedded", "CFuzzer", "CGMime", "CIconv", "CLibXML2", "CMark", "CMicroHTTP", "CNettle", "CSQLite",
    "CYAML", "CZlib",
  ]

  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Tool.root.appendingPathComponent("Sources").path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test(arguments: try modules()) func everyModuleImportsOnlyWhatItMay(module: String) throws {
    guard !HouseTests.foreign.contains(module) else { return }
    let allowed = try #require(HouseTests.house[module], "the house has no place for \(module)")
    let folder = Tool.root.appendingPathComponent("Sources/\(module)")
    var files = 0
    for case let name as String in try #require(FileManager.default.enumerator(atPath: folder.path))
    where name.hasSuffix(".swift") {
      files += 1
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for imported in HouseTests.imports(of: text) {
        #expect(allowed.contains(imported), "Sources/\(module)/\(name) imports \(imported)")
      }
    }
    #expect(files > 0)
  }

  @Test func nobodyStandsAboveHimself() {
    // Each step takes away the modules whose imports are all gone already.
    var left = HouseTests.house
    while let free = left.first(where: { $0.value.isDisjoint(with: left.keys) }) { left[free.key] = nil }
    #expect(left.isEmpty, "these import one another: \(left.keys.sorted())")
  }

  @Test func importsAreFoundHoweverTheyAreWritten() {
    let text = """
      import Model
      // import Nothing
      public import Knowledge
        @testable internal import struct Graph.Table
      #if canImport(Glibc)
        import Glibc  // for stat
      #endif
      let important = "import Words"
      """
    #expect(HouseTests.imports(of: text) == ["Model", "Knowledge", "Graph", "Glibc"])
  }

  /// The modules that a source file imports, in order.
  static func imports(of text: String) -> [String] {
    let line =
      /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)/
    return text.split(separator: "\n").compactMap { $0.prefixMatch(of: line).map { String($0.1) } }
  }
}
