import Extraction
import Foundation
import Knowledge
import Model
import Testing

/// The inputs with which the fuzzer starts, among them those that once stopped the program.
struct FuzzSeedTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("FuzzSeeds")
  static let seeds = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  @Test func thereAreSeeds() { #expect(FuzzSeedTests.seeds.count > 20) }

  @Test(arguments: seeds) func aSeedIsReadWithinItsText(seed: String) throws {
    let bytes = try Data(contentsOf: FuzzSeedTests.folder.appendingPathComponent(seed))
    // As the fuzzer parts its inputs.
    let cut = min(bytes.count, 2 + Int(bytes[0]) / 2)
    let post = Post(
      id: seed, title: String(decoding: bytes[2..<cut], as: UTF8.self),
      text: String(decoding: bytes[cut...], as: UTF8.self), source: "seed", published: EDTF("2016-12-04"))
    let reading = Extractor(knowledge: Knowledge.read(.builtIn, checkingNames: false).knowledge).read(post)
    let size = post.document.unicodeScalars.count
    let spans = reading.mentions.map(\.span) + reading.times.map(\.span) + reading.claims.map(\.quote)
    #expect(spans.allSatisfy { $0.start >= 0 && $0.start < $0.end && $0.end <= size })
  }
}
