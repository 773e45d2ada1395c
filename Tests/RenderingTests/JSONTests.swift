import Foundation
import Testing

@testable import Rendering

struct JSONTests {
  @Test func keysStandInTheOrderOfTheColumns() throws {
    let rows: [[CellValue]] = [
      [.text("Harad Air"), .integer(2), .list(["a", "b"]), .missing],
      [.text("x"), .number(0.5), .list([]), .number(.nan)],
    ]
    let first = #"{"name":"Harad Air","n":2,"all":["a","b"],"none":null}"#
    let second = #"{"name":"x","n":0.5,"all":[],"none":null}"#
    #expect(try written(.jsonl, ["name", "n", "all", "none"], rows) == "\(first)\n\(second)\n")
    #expect(try written(.json, ["name", "n", "all", "none"], rows) == "[\n\(first),\n\(second)\n]\n")
  }

  @Test func noRowsAreAnEmptyArray() throws {
    #expect(try written(.json, ["a"], []) == "[]\n")
    #expect(try written(.jsonl, ["a"], []) == "")
  }

  @Test func whatATerminalWouldObeyIsEscaped() throws {
    #expect(
      try written(.jsonl, ["a\"b"], [[.text("\u{1B}\n\u{9B}\u{2028}\u{0}\\u{1B}é")]])
        == #"{"a\"b":"\u001B\n\u009B\u2028\u0000\\u{1B}é"}"# + "\n")
  }

  @Test func everyTextComesBack() throws {
    let text = try written(.json, ["text"], hostileTexts.map { [.text($0)] })
    let parsed = try JSONDecoder().decode([[String: String]].self, from: Data(text.utf8))
    #expect(parsed.map { Array(($0["text"] ?? "none").utf8) } == hostileTexts.map { Array($0.utf8) })
  }

  @Test func numbersAreJSON() throws {
    let numbers = [1e-7, 1e300, -0.0, 2.5e-300, 123456789.125]
    let text = try written(.json, ["n"], numbers.map { [.number($0)] })
    #expect(
      try JSONDecoder().decode([[String: Double]].self, from: Data(text.utf8)).map { $0["n"] } == numbers)
  }
}
