import Rendering
import Testing

struct EscapingTests {
  @Test func whatSteersATerminalIsWrittenOut() {
    #expect(escapedForTerminal("a\u{1B}[31m\u{202E}b\u{9B}") == "a\\u{1B}[31m\\u{202E}b\\u{9B}")
    #expect(
      escapedForTerminal("\u{0}\u{7F}\u{FEFF}\u{2028}\u{61C}") == "\\u{0}\\u{7F}\\u{FEFF}\\u{2028}\\u{61C}")
    #expect(escapedForTerminal("Choe Ryong-hae 최룡해 é \\ …") == "Choe Ryong-hae 최룡해 é \\ …")
  }

  @Test func aLiteralEscapeIsToldApart() {
    #expect(escapedForTerminal("\\u{1B}") == "\\u{5C}u{1B}")
    #expect(escapedForTerminal("\\\u{1B}") == "\\\\u{1B}")
  }

  @Test func linesAreKeptWhereAsked() {
    #expect(escapedForTerminal("one\ntwo\u{7}\n", keepingNewlines: true) == "one\ntwo\\u{7}\n")
    #expect(escapedForTerminal("one\ntwo") == "one\\u{A}two")
  }

  @Test(arguments: hostileTexts) func everyTextComesBack(text: String) {
    let shown = escapedForTerminal(text)
    #expect(Array(unescaped(shown).unicodeScalars) == Array(text.unicodeScalars))
    #expect(escapedForTerminal(unescaped(shown)) == shown)
  }

  @Test func exactlyTheDocumentedCharactersAreHidden() {
    let hidden = (0...0x2FFFF).compactMap(Unicode.Scalar.init).filter {
      escapedForTerminal(String($0)) != String($0)
    }.map(\.value)
    let expected: [UInt32] =
      Array(0...0x1F) + Array(0x7F...0x9F) + [0x61C, 0x200E, 0x200F] + Array(0x2028...0x202E)
      + Array(0x2066...0x2069) + [0xFEFF]
    #expect(hidden == expected)
  }
}
