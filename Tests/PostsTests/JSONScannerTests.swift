import Diagnostics
import Foundation
import Testing

@testable import Posts

@Suite("The reader of JSON")
struct JSONScannerTests {
  /// The string fields that our reader finds, or nil where it refuses the line.
  func fields(_ line: [UInt8]) -> [String: String]? {
    line.withUnsafeBufferPointer { bytes in
      guard UTF8Check.firstFault(in: bytes) == nil, let post = try? JSONPost(bytes) else { return nil }
      var result: [String: String] = [:]
      for (name, field) in [("id", post.id), ("title", post.title), ("text", post.text)] {
        result[name] = field?.text
      }
      return result
    }
  }

  /// The string fields that Foundation finds, or nil where it refuses the line.
  func foundationFields(_ line: [UInt8]) -> [String: String]? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
      return nil
    }
    return object.compactMapValues { $0 as? String }.filter { ["id", "title", "text"].contains($0.key) }
  }

  /// Numbers that look random and are the same every time.
  struct Noise {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test("Lines with a byte changed are read as Foundation reads them, or refused")
  func mutations() {
    let line = Array(
      #"{"id":"a\u00e9","title":"Arnor \ud83d\ude00 é “x”","n":[1,-0.5e+2,{"k":{}},[],true,false,null],"text":"a\\b\n\""}"#
        .utf8)
    let alphabet = Array(#"{}[]",:\untfe0159-+. aé"#.utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xE2, 0xED, 0xF4, 0xFF]
    var noise = Noise(state: 20_161_204)
    var accepted = 0
    for _ in 0..<20_000 {
      var mutant = line
      for _ in 0...noise.below(2) {
        let place = noise.below(mutant.count)
        switch noise.below(3) {
        case 0: mutant[place] = alphabet[noise.below(alphabet.count)]
        case 1: mutant.remove(at: place)
        default: mutant.insert(alphabet[noise.below(alphabet.count)], at: place)
        }
      }
      guard let ours = fields(mutant) else { continue }
      accepted += 1
      // Foundation takes the first of two equal names where we refuse, and refuses NUL that JSON allows escaped.
      if let theirs = foundationFields(mutant) {
        #expect(ours == theirs, "\(String(decoding: mutant, as: UTF8.self))")
      } else {
        Issue.record("only we read \(String(decoding: mutant, as: UTF8.self))")
      }
    }
    #expect(accepted > 1000)
  }

  @Test("Every proper head of a line is told to be cut off")
  func heads() throws {
    let line = Array(#"{"id":"a\u00e9","n":[1,{"k":{}},true],"text":"a\\b"}"#.utf8)
    for length in 1..<line.count {
      let message = line[..<length].withUnsafeBufferPointer { bytes in
        do throws(JSONScanner.Fault) {
          _ = try JSONPost(bytes)
          return "nothing"
        } catch { return error.message }
      }
      #expect(message.contains("cut off"), "\(length)")
    }
  }

  @Test("Brackets nested a million deep are read without exhausting the stack")
  func deepNesting() {
    let open = String(repeating: "[", count: 1_000_000)
    let close = String(repeating: "]", count: 1_000_000)
    #expect(fields(Array(#"{"x":\#(open)\#(close),"text":"t"}"#.utf8)) == ["text": "t"])
    #expect(fields(Array(#"{"x":\#(open),"text":"t"}"#.utf8)) == nil)
  }
}
